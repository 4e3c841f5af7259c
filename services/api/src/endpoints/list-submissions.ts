import { listSubmissions } from '@xushi/intake';
import { readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readPeriod } from '../query.js';

export const listSubmissionsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/submissions',
  tag: 'submissions',
  summary: '报送记录 / Submissions in order of arrival',
  query: { org: 'key', period: 'YYYY-MM', limit: '1 to 500', cursor: 'from the last page' },
  answers: { 200: 'a page of submissions' },
  handle: async ({ unit, query }) =>
    ok(
      await listSubmissions(unit.tx, {
        ...readPage(query),
        org: query.org ?? null,
        period: readPeriod(query.period),
      }),
    ),
});
