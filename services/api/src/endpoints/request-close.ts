import { CloseRequestBody } from '@xushi/protocol';
import { alertStep } from '../alert-step.js';

export const requestCloseEndpoint = alertStep({
  name: 'close-request',
  operationId: 'requestClose',
  summary: '申请销号 / Asks for a warning to be closed, with evidence',
  role: 'reporter',
  body: CloseRequestBody,
  step: (evidence) => ({ action: { reason: 'closeRequested' }, evidence }),
});
