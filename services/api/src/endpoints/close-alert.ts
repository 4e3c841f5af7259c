import { AlertNoteBody } from '@xushi/protocol';
import { alertStep } from '../alert-step.js';

export const closeAlertEndpoint = alertStep({
  name: 'close',
  operationId: 'closeAlert',
  summary: '销号 / Closes a warning; by another person than the one who asked',
  role: 'reviewer',
  body: AlertNoteBody,
  step: ({ note = null }) => ({ action: { reason: 'closed' }, note }),
});
