import { actOnAlert } from '@xushi/casework';
import { SendBackBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const sendBackEndpoint = endpoint({
  method: 'POST',
  path: '/v1/alerts/:id/send-back',
  tag: 'alerts',
  summary: '退回 / Sends a close request back',
  role: 'reviewer',
  body: SendBackBody,
  answers: { 200: 'the alert with its transitions' },
  handle: async ({ unit, params, principal, body }) =>
    ok(
      await actOnAlert(unit, {
        id: readId(params.id),
        principal,
        action: { reason: 'sentBack' },
        note: body.reason,
        evidence: null,
      }),
    ),
});
