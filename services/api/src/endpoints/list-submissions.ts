import { listSubmissions } from '@xushi/intake';
import { KeptSubmission, PageOf, readPage } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { ORG, PAGE, PERIOD } from '../parameters.js';
import { readPeriod } from '../query.js';

export const listSubmissionsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/submissions',
  operationId: 'listSubmissions',
  tag: 'submissions',
  summary: '报送记录 / Submissions in order of arrival',
  query: { org: ORG, period: PERIOD, ...PAGE },
  answers: { 200: json('a page of submissions', PageOf(KeptSubmission)) },
  handle: async ({ unit, query }) =>
    ok(
      await listSubmissions(unit.tx, {
        ...readPage(query),
        org: query.org ?? null,
        period: readPeriod(query.period),
      }),
    ),
});
