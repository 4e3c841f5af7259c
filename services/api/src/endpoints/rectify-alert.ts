import { isDate } from '@xushi/domain';
import { RectificationBody, refuse } from '@xushi/protocol';
import { alertStep } from '../alert-step.js';

export const rectifyAlertEndpoint = alertStep({
  name: 'rectification',
  operationId: 'rectifyAlert',
  summary: '填报整改措施 / Files cause, measure, owner and due',
  role: 'reporter',
  body: RectificationBody,
  step(evidence) {
    if (!isDate(evidence.due)) refuse([{ pointer: '/due', code: 'notADate' }]);
    return { action: { reason: 'rectificationFiled' }, evidence };
  },
});
