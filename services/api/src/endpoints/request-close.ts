import { actOnAlert } from '@xushi/casework';
import { CloseRequestBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const requestCloseEndpoint = endpoint({
  method: 'POST',
  path: '/v1/alerts/:id/close-request',
  tag: 'alerts',
  summary: '申请销号 / Asks for a warning to be closed, with evidence',
  role: 'reporter',
  body: CloseRequestBody,
  answers: { 200: 'the alert with its transitions' },
  handle: async ({ unit, params, principal, body }) =>
    ok(
      await actOnAlert(unit, {
        id: readId(params.id),
        principal,
        action: { reason: 'closeRequested' },
        note: null,
        evidence: body,
      }),
    ),
});
