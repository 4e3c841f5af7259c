import { acceptSubmission } from '@xushi/intake';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const acceptSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/:id/accept',
  tag: 'submissions',
  summary: '审核通过 / Accepts a submission under review',
  role: 'reviewer',
  answers: { 200: 'the submission' },
  handle: async ({ unit, params, principal, language }) =>
    ok(await acceptSubmission(unit, { id: readId(params.id), principal, language })),
});
