import { actOnAlert } from '@xushi/casework';
import { isDate } from '@xushi/domain';
import { RectificationBody, refuse } from '@xushi/protocol';
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
  async handle({ unit, params, principal, body }) {
    if (!isDate(body.due)) refuse([{ pointer: '/due', code: 'notADate' }]);
    return ok(
      await actOnAlert(unit, {
        id: readId(params.id),
        principal,
        action: { reason: 'rectificationFiled' },
        note: null,
        evidence: body,
      }),
    );
  },
});
