import { SendBackBody } from '@xushi/protocol';
import { alertStep } from '../alert-step.js';

export const sendBackEndpoint = alertStep({
  name: 'send-back',
  operationId: 'sendBack',
  summary: '退回 / Sends a close request back',
  role: 'reviewer',
  body: SendBackBody,
  step: ({ reason }) => ({ action: { reason: 'sentBack' }, note: reason }),
});
