import { actOnAlert } from '@xushi/casework';
import { AlertNoteBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const acknowledgeAlertEndpoint = endpoint({
  method: 'POST',
  path: '/v1/alerts/:id/acknowledge',
  tag: 'alerts',
  summary: '签收 / Acknowledges a warning',
  role: 'reporter',
  body: AlertNoteBody,
  answers: { 200: 'the alert with its transitions' },
  handle: async ({ unit, params, principal, body }) =>
    ok(
      await actOnAlert(unit, {
        id: readId(params.id),
        principal,
        action: { reason: 'acknowledged' },
        note: body.note ?? null,
        evidence: null,
      }),
    ),
});
