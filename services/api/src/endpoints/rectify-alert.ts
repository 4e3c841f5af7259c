import { actOnAlert } from '@xushi/casework';
import { RectificationBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const rectifyAlertEndpoint = endpoint({
  method: 'POST',
  path: '/v1/alerts/:id/rectification',
  tag: 'alerts',
  summary: '填报整改措施 / Files cause, measure, owner and due',
  role: 'reporter',
  body: RectificationBody,
  answers: { 200: 'the alert with its transitions' },
  handle: async ({ unit, params, principal, body }) =>
    ok(
      await actOnAlert(unit, {
        id: readId(params.id),
        principal,
        action: { reason: 'rectificationFiled' },
        note: null,
        evidence: body,
      }),
    ),
});
