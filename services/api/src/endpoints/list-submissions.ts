import { listSubmissions } from '@xushi/intake';
import { readPage, SUBMISSION_STATES } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readPeriod, readWord } from '../query.js';

export const listSubmissionsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/submissions',
  tag: 'submissions',
  summary: '报送记录 / Submissions in order of arrival',
  query: {
    org: 'key',
    period: 'YYYY-MM',
    state: SUBMISSION_STATES.join(', '),
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'a page of submissions' },
  handle: async ({ unit, query, language }) =>
    ok(
      await listSubmissions(unit.tx, {
        ...readPage(query),
        org: query.org ?? null,
        period: readPeriod(query.period),
        state: readWord(query.state, { name: 'state', words: SUBMISSION_STATES }),
        language,
      }),
    ),
});
