import { type AlertReason, isActive, nextAlertState } from './alert-states.js';
import type { LaggingAlert, LaggingDecision } from './lagging-alert.js';
import { LEVELS, type Level } from './terms.js';

/** What a person does with an alert (domain.md §10): 签收, 整改, 申请销号, 销号, 退回, 升级 or 降级. */
export type AlertAction =
  | { reason: 'acknowledged' | 'rectificationFiled' | 'closeRequested' | 'closed' | 'sentBack' }
  | { level: Level };

/**
 * The next state of an alert when a person acts on it, or null where it may not happen now. A level is left upwards
 * (`escalated`) and downwards (`deEscalated`), never to itself.
 */
export function decideAction(previous: LaggingAlert, action: AlertAction): LaggingDecision | null {
  const reason = 'reason' in action ? action.reason : courseOf(previous.level, action.level);
  const state = reason && nextAlertState(previous.state, reason);
  if (!reason || !state) return null;
  const leaves = isActive(previous.state) && !isActive(state);
  return {
    next: { ...previous, state, level: 'level' in action ? action.level : previous.level },
    reason,
    effects: leaves ? ['leaveLists', 'notify'] : ['notify'],
  };
}

function courseOf(from: Level, to: Level): Extract<AlertReason, 'escalated' | 'deEscalated'> | null {
  const steps = LEVELS.indexOf(to) - LEVELS.indexOf(from);
  return steps === 0 ? null : steps > 0 ? 'escalated' : 'deEscalated';
}
