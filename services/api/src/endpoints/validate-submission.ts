import { validate } from '@xushi/intake';
import { SubmissionBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';

export const validateSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/validate',
  tag: 'submissions',
  act: 'submit',
  summary: '只校验，不保存 / The same checks and the same answer; nothing is stored',
  body: SubmissionBody,
  answers: { 200: 'what reporting it would answer' },
  handle: async ({ unit, principal, body, ifMatch, language }) =>
    ok(await validate(unit, { principal, body, ifMatch, language })),
});
