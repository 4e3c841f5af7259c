import { AlertNoteBody } from '@xushi/protocol';
import { alertStep } from '../alert-step.js';

export const acknowledgeAlertEndpoint = alertStep({
  name: 'acknowledge',
  operationId: 'acknowledgeAlert',
  summary: '签收 / Acknowledges a warning',
  role: 'reporter',
  body: AlertNoteBody,
  step: ({ note = null }) => ({ action: { reason: 'acknowledged' }, note }),
});
