import { confirmHolds } from '@xushi/intake';
import { ConfirmBody, ShownSubmission } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const confirmSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/:id/confirm',
  operationId: 'confirmSubmission',
  tag: 'submissions',
  act: 'submit',
  summary: '说明并确认存疑数据 / Says why held figures are no mistake',
  body: ConfirmBody,
  answers: { 200: json('the submission', ShownSubmission) },
  handle: async ({ unit, params, principal, body, language }) =>
    ok(await confirmHolds(unit, { id: readId(params.id), principal, language, ...body })),
});
