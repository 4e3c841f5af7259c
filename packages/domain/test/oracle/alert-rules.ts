import {
  ALERT_TRANSITIONS,
  type AlertReason,
  type AlertState,
  decideLagging,
  type LaggingAlert,
  type LaggingDecision,
  LEVELS,
  type Level,
  type Light,
} from '../../src/index.js';
import { expectation, OVER, off, type Step, WORKED_ON, workedOn } from './alert-expectation.js';
import { isNegative, isZero } from './arithmetic.js';

/** Yellow daily, orange weekly, red monthly. */
const LEVEL: Readonly<Record<Light, number>> = { green: 0, yellow: 0, orange: 1, red: 2 };

/** By the light; a level above it that somebody escalated to is only left by de-escalation. */
function levelOf(previous: LaggingAlert | null, light: Light): Level | undefined {
  const held = previous && !OVER.includes(previous.state) ? LEVELS.indexOf(previous.level) : 0;
  const escalated = previous && held > LEVEL[previous.light];
  return LEVELS[escalated ? Math.max(held, LEVEL[light]) : LEVEL[light]];
}

/** What of domain.md §10 a step breaks; null where it keeps to all of it. */
export function brokenBy(step: Step): string | null {
  const { previous, observation, decision } = step;
  // An alert does not remember months before its latest: of those the observation says how they were last judged.
  const again = decideLagging(decision?.next ?? previous, {
    ...observation,
    was: observation.state === 'evaluated' ? { light: observation.light } : observation.was,
  });
  if (again) return `the same observation again gives ${again.reason}`;
  const expected = expectation(step);
  if (expected && !expected.includes(decision ? `${decision.reason} ${decision.next.state}` : 'nothing')) {
    return `expected ${expected.join(' or ')}`;
  }
  if (!decision) return null;
  return wayBroken(step, decision) ?? numbersBroken(step, decision) ?? effectsBroken(step, decision);
}

function wayBroken({ previous }: Step, { reason, next, effects }: LaggingDecision): string | null {
  const ways: Partial<Record<AlertReason, readonly AlertState[]>> =
    ALERT_TRANSITIONS[previous?.state ?? 'none'];
  if (!ways[reason]?.includes(next.state)) return `${reason} may not lead to ${next.state}`;
  const begins = effects.includes('create');
  if (begins && workedOn(previous)) return 'a second alert beside one that is open';
  const over = !previous || OVER.includes(previous.state);
  if (over && WORKED_ON.includes(next.state) && !begins && next.state !== 'open') return 'revived as handled';
  return null;
}

function numbersBroken({ previous, observation }: Step, { reason, next }: LaggingDecision): string | null {
  if ((next.verdict !== null) !== (next.state === 'settled')) return `verdict ${next.verdict}`;
  if (observation.light && reason === 'settled') {
    const number = off({ offTarget: observation.offTarget! });
    const verdict = isNegative(number) || isZero(number) ? 'met' : 'missed';
    if (next.verdict !== verdict) return `verdict ${next.verdict}, not ${verdict}`;
  }
  if (next.firstMonth > next.latestMonth) return 'it begins after it ends';
  if (!WORKED_ON.includes(next.state)) return null;
  const level = levelOf(previous, next.light);
  return reason === 'reopened' || next.level === level
    ? null
    : `${next.light} is ${next.level}, not ${level}`;
}

function effectsBroken({ previous, observation }: Step, decision: LaggingDecision): string | null {
  const { reason, next, effects } = decision;
  const [was, is] = [workedOn(previous), WORKED_ON.includes(next.state)];
  if (was && !is && !effects.includes('leaveLists')) return 'it ended and stays in lists';
  if (!was && is && !effects.includes('enterLists')) return 'it began and is in no list';
  const tells = effects.some((effect) => effect === 'notify' || effect === 'notifyEarlierReceivers');
  if (observation.historical) return tells ? 'history tells somebody' : null;
  const second = ['confirmed', 'corrected', 'withdrawn'].includes(reason);
  if (second && !effects.includes('notifyEarlierReceivers'))
    return 'who heard the first version hears no second';
  return null;
}
