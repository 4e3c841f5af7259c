import { returnSubmission } from '@xushi/intake';
import { ReturnBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const returnSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/:id/return',
  tag: 'submissions',
  summary: '退回 / Gives a submission back: it is as if it had not been reported',
  role: 'reviewer',
  body: ReturnBody,
  answers: { 200: 'the submission' },
  handle: async ({ unit, params, principal, body, language }) =>
    ok(await returnSubmission(unit, { id: readId(params.id), principal, language, ...body })),
});
