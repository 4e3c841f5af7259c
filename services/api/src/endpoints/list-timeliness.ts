import { listTimeliness } from '@xushi/casework';
import { readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { neededPeriod, neededWord } from '../query.js';

export const listTimelinessEndpoint = endpoint({
  method: 'GET',
  path: '/v1/timeliness',
  tag: 'submissions',
  summary: '报送完整率、及时率 / Completeness and timeliness of a period’s reports',
  query: { under: 'key of an org', period: 'YYYY-MM', limit: '1 to 500', cursor: 'from the last page' },
  answers: { 200: 'a page of orgs, and the total of all' },
  handle: async ({ unit, query }) =>
    ok(
      await listTimeliness(unit, {
        ...readPage(query),
        under: neededWord(query.under, 'under'),
        period: neededPeriod(query.period),
      }),
    ),
});
