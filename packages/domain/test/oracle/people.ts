import { type AlertReason, type LaggingAlert, nextAlertState } from '../../src/index.js';
import type { Draw } from './draw.js';

const BY_PEOPLE: readonly AlertReason[] = [
  'acknowledged',
  'rectificationFiled',
  'closeRequested',
  'closed',
  'sentBack',
];

/** The alert after somebody did one of the things that its state allows, if there is any. */
export function handled(draw: Draw, alert: LaggingAlert | null): LaggingAlert | null {
  const ways = BY_PEOPLE.map((reason) => alert && nextAlertState(alert.state, reason));
  const states = ways.filter((state) => state !== null);
  return alert && states.length > 0 ? { ...alert, state: draw.pick(states) } : alert;
}
