import { validate } from '@xushi/intake';
import { CheckedSubmission, SubmissionBody } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';

export const validateSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/validate',
  operationId: 'validateSubmission',
  tag: 'submissions',
  act: 'submit',
  summary: '只校验，不保存 / The same checks and the same answer; nothing is stored',
  body: SubmissionBody,
  ifMatch: true,
  answers: { 200: json('what reporting it would answer', CheckedSubmission) },
  handle: async ({ unit, principal, body, ifMatch, language }) =>
    ok(await validate(unit, { principal, body, ifMatch, language })),
});
