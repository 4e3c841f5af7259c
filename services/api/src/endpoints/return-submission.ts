import { returnSubmission } from '@xushi/intake';
import { ReturnBody, ShownSubmission } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const returnSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/:id/return',
  operationId: 'returnSubmission',
  tag: 'submissions',
  summary: '退回 / Gives a submission back: it is as if it had not been reported',
  role: 'reviewer',
  body: ReturnBody,
  answers: { 200: json('the submission', ShownSubmission) },
  handle: async ({ unit, params, principal, body, language }) =>
    ok(await returnSubmission(unit, { id: readId(params.id), principal, language, ...body })),
});
