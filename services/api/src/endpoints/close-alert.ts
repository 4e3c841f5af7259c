import { actOnAlert } from '@xushi/casework';
import { AlertNoteBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const closeAlertEndpoint = endpoint({
  method: 'POST',
  path: '/v1/alerts/:id/close',
  tag: 'alerts',
  summary: '销号 / Closes a warning; by another person than the one who asked',
  role: 'reviewer',
  body: AlertNoteBody,
  answers: { 200: 'the alert with its transitions' },
  handle: async ({ unit, params, principal, body }) =>
    ok(
      await actOnAlert(unit, {
        id: readId(params.id),
        principal,
        action: { reason: 'closed' },
        note: body.note ?? null,
        evidence: null,
      }),
    ),
});
