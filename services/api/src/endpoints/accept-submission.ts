import { acceptSubmission } from '@xushi/intake';
import { ShownSubmission } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const acceptSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/:id/accept',
  operationId: 'acceptSubmission',
  tag: 'submissions',
  summary: '审核通过 / Accepts a submission under review',
  role: 'reviewer',
  answers: { 200: json('the submission', ShownSubmission) },
  handle: async ({ unit, params, principal, language }) =>
    ok(await acceptSubmission(unit, { id: readId(params.id), principal, language })),
});
