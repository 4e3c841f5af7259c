import { listSubmissions } from '@xushi/intake';
import { KeptSubmission, OneOf, PageOf, readPage, SUBMISSION_STATES } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { ORG, PAGE, PERIOD } from '../parameters.js';
import { readPeriod, readWord } from '../query.js';

export const listSubmissionsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/submissions',
  operationId: 'listSubmissions',
  tag: 'submissions',
  summary: '报送记录 / Submissions in order of arrival',
  query: {
    org: ORG,
    period: PERIOD,
    state: { schema: OneOf(SUBMISSION_STATES), description: '状态 / how it stands' },
    ...PAGE,
  },
  answers: { 200: json('a page of submissions', PageOf(KeptSubmission)) },
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
