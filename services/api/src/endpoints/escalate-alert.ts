import { EscalateBody } from '@xushi/protocol';
import { alertStep } from '../alert-step.js';

export const escalateAlertEndpoint = alertStep({
  name: 'escalate',
  operationId: 'escalateAlert',
  summary: '升级或降级调度 / Moves a warning to another level',
  role: 'commander',
  body: EscalateBody,
  step: ({ level, reason }) => ({ action: { level }, note: reason }),
});
