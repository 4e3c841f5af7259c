import { listTimeliness } from '@xushi/casework';
import { readPage, TimelinessAnswer } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { needed, PAGE, PERIOD, UNDER } from '../parameters.js';
import { neededPeriod, neededWord } from '../query.js';

export const listTimelinessEndpoint = endpoint({
  method: 'GET',
  path: '/v1/timeliness',
  operationId: 'listTimeliness',
  tag: 'submissions',
  summary: '报送完整率、及时率 / Completeness and timeliness of a period’s reports',
  query: { under: needed(UNDER), period: needed(PERIOD), ...PAGE },
  answers: { 200: json('a page of orgs, and the total of all', TimelinessAnswer) },
  handle: async ({ unit, query }) =>
    ok(
      await listTimeliness(unit, {
        ...readPage(query),
        under: neededWord(query.under, 'under'),
        period: neededPeriod(query.period),
      }),
    ),
});
