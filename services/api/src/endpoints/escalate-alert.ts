import { actOnAlert } from '@xushi/casework';
import { EscalateBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const escalateAlertEndpoint = endpoint({
  method: 'POST',
  path: '/v1/alerts/:id/escalate',
  tag: 'alerts',
  summary: '升级或降级调度 / Moves a warning to another level',
  role: 'commander',
  body: EscalateBody,
  answers: { 200: 'the alert with its transitions' },
  handle: async ({ unit, params, principal, body }) =>
    ok(
      await actOnAlert(unit, {
        id: readId(params.id),
        principal,
        action: { level: body.level },
        note: body.reason,
        evidence: null,
      }),
    ),
});
