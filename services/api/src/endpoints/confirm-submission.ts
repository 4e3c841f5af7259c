import { confirmHolds } from '@xushi/intake';
import { ConfirmBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const confirmSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/:id/confirm',
  tag: 'submissions',
  act: 'submit',
  summary: '说明并确认存疑数据 / Says why held figures are no mistake',
  body: ConfirmBody,
  answers: { 200: 'the submission' },
  handle: async ({ unit, params, principal, body, language }) =>
    ok(await confirmHolds(unit, { id: readId(params.id), principal, language, ...body })),
});
