import { type AlertReason, type AlertState, isActive } from './alert-states.js';
import { Fraction } from './fraction.js';
import type { AlertEffect, LaggingAlert, LaggingDecision, LaggingObservation } from './lagging-alert.js';
import { LEVELS, type Level, type Light, severity } from './terms.js';

/** An observation that shows something: judged, with a light. */
interface Seen extends LaggingObservation {
  light: Light;
  offTarget: Fraction;
  lagging: boolean;
}

/**
 * What one observation does to an alert on a target, lagging or forecast (domain.md §10): the next state, the reason
 * and the effects, or null where nothing changes. The same observation again gives null. A month that is not
 * judged, or has no light, never changes an alert: not reported is not recovered. Only a December without a
 * light, or whose sheet says nothing of the target, still settles it, under its last one.
 */
export function decideLagging(
  previous: LaggingAlert | null,
  observation: LaggingObservation,
): LaggingDecision | null {
  const { state, backJudged, isLatest } = observation;
  const settles = endsYear(previous, observation);
  if (state !== 'evaluated' && !(settles && observation.endsYear)) return null;
  // Once settled, only by what there is to settle it by, or by a sheet that leaves nothing.
  const fallback = settles && (previous.state !== 'settled' || observation.endsYear) ? previous : null;
  const light = observation.light ?? fallback?.light ?? null;
  const offTarget = observation.offTarget ?? fallback?.offTarget ?? null;
  if (light === null || offTarget === null) return null;
  // An older month that was there before the target says nothing of its own, but what it said can be put right.
  if (backJudged && !isLatest && (!previous || observation.cause !== 'restatement')) return null;
  const seen = seenAs(observation, { light, offTarget });
  if (!previous) return begin(null, seen, byTarget(seen) ? 'targetRevised' : 'raised');
  if (previous.state === 'settled') return settleAgain(previous, seen);
  if (seen.month < previous.latestMonth) return earlierMonth(previous, seen);
  return seen.month === previous.latestMonth ? sameMonth(previous, seen) : laterMonth(previous, seen);
}

/** Whether December gives its verdict: on one that ended by itself, or that nothing was behind, there is none. */
function endsYear(previous: LaggingAlert | null, { month }: LaggingObservation): previous is LaggingAlert {
  if (month !== 12 || previous === null) return false;
  return isActive(previous.state) || previous.state === 'closed' || previous.state === 'settled';
}

/**
 * What an observation does to an older alert of the subject, one that is over and has been followed by another: a month
 * it stood for is put right, and whoever heard it hears of that. It never begins anew.
 */
export function decidePast(previous: LaggingAlert, observation: LaggingObservation): LaggingDecision | null {
  const { state, light, offTarget, month } = observation;
  if (previous.state !== 'resolved' && previous.state !== 'withdrawn') return null;
  if (state !== 'evaluated' || light === null || offTarget === null || month > previous.latestMonth)
    return null;
  return earlierMonth(previous, seenAs(observation, { light, offTarget }));
}

function seenAs(observation: LaggingObservation, what: { light: Light; offTarget: Fraction }): Seen {
  const lagging = observation.holds ?? severity(what.light) >= severity(observation.alertFrom ?? 'yellow');
  return { ...observation, ...what, lagging };
}

/** The level a light is dispatched at: yellow daily, orange weekly, red monthly. */
export function levelOf(light: Light): Level {
  return LEVELS[Math.max(severity(light) - 1, 0)]!;
}

/** A month after the last one observed. */
function laterMonth(previous: LaggingAlert, seen: Seen): LaggingDecision | null {
  if (previous.state === 'resolved' || previous.state === 'withdrawn') {
    return begin(previous, seen, byTarget(seen) ? 'targetRevised' : 'raised');
  }
  // Also one that was closed for an earlier month: the year has a verdict on it.
  if (seen.month === 12) return move(previous, seen, 'settled', 'settled');
  if (previous.state === 'closed') {
    return seen.lagging
      ? move(previous, seen, 'reopened', 'open')
      : move(previous, seen, 'resolved', 'resolved');
  }
  const revised = movedByTarget(seen) && seen.light !== previous.light;
  if (!seen.lagging) return move(previous, seen, revised ? 'targetRevised' : 'resolved', 'resolved');
  return move(previous, seen, revised ? 'targetRevised' : courseOf(previous, seen), previous.state);
}

/** The last month observed, judged again: a restated figure, a revised target or policy, or the same once more. */
function sameMonth(previous: LaggingAlert, seen: Seen): LaggingDecision | null {
  // The same once more changes nothing, unless it is no cause for a warning any more: another grade decides, or a
  // milder policy.
  if (isUnchanged(previous, seen) && (seen.lagging || !isActive(previous.state))) return null;
  if (previous.state === 'resolved' || previous.state === 'withdrawn') {
    const reason = byTarget(seen) ? 'targetRevised' : byPolicy(seen) ? 'raised' : 'corrected';
    // Where a later month has spoken since, it does not come back; what it said of this one is put right.
    return begin(previous, seen, reason) ?? earlierMonth(previous, seen);
  }
  if (!seen.lagging) {
    if (byTarget(seen)) return move(previous, seen, 'targetRevised', 'resolved');
    // By another rule it is none any more; no figure was wrong.
    if (byPolicy(seen)) return move(previous, seen, 'resolved', 'resolved');
    if (seen.firstWord) return move(previous, seen, 'resolved', 'resolved');
    const rightlyRaised = seen.laggedOtherwise ?? previous.firstMonth < seen.month;
    return rightlyRaised
      ? move(previous, seen, 'corrected', 'resolved')
      : move(previous, seen, 'withdrawn', 'withdrawn');
  }
  const worse = severity(seen.light) > severity(previous.light);
  const state = previous.state === 'closed' && worse ? 'open' : previous.state;
  if (byTarget(seen)) return move(previous, seen, 'targetRevised', state);
  const course = courseOf(previous, seen);
  if (byPolicy(seen)) return move(previous, seen, course, state);
  const confirmed = course === 'persisted';
  return move(previous, seen, confirmed ? 'confirmed' : 'corrected', state);
}

/** A month that is over for the alert: its light is put right, the alert stands on the latest month. */
function earlierMonth(previous: LaggingAlert, seen: Seen): LaggingDecision | null {
  if (seen.month < previous.firstMonth || !isRestated(seen)) return null;
  if (!isActive(previous.state) && previous.state !== 'closed') return ofTheTime(previous, seen);
  const reason = byTarget(seen) ? 'targetRevised' : 'corrected';
  return {
    next: previous,
    reason,
    effects: effectsOf(reason, { from: previous.state, to: previous.state, seen }),
  };
}

/**
 * Whether a month has another light than before by what was reported of it. What another policy makes of months that are
 * over is on record with them; what is done by then is done in the latest month, too, and ends the alert there.
 */
function isRestated(seen: Seen): boolean {
  return seen.was !== undefined && seen.was.light !== seen.light && !byPolicy(seen) && !seen.firstWord;
}

/** A figure that changes the settled December, or its final grade, settles it again. */
function settleAgain(previous: LaggingAlert, seen: Seen): LaggingDecision | null {
  if (seen.month !== 12) return earlierMonth(previous, seen);
  if (isRestated(seen) && isUndone(seen)) return ofTheTime(previous, seen);
  const again = move(previous, seen, 'settled', 'settled');
  return isUnchanged(previous, seen) && again.next.verdict === previous.verdict ? null : again;
}

/** Whether no month that the alert stood for lags any more: it should not have been. */
const isUndone = (seen: Seen): boolean => !seen.lagging && seen.laggedOtherwise === false && !byTarget(seen);

/**
 * A warning that is over is still put right where a month it stood for is: who heard it hears of that (domain.md §10).
 * One that should not have been is withdrawn, settled or not; one that was withdrawn was right after all where a month of
 * it lags.
 */
function ofTheTime(previous: LaggingAlert, seen: Seen): LaggingDecision | null {
  if (byTarget(seen)) return null;
  const wasWithdrawn = previous.state === 'withdrawn';
  // Of December alone nobody is warned.
  if (wasWithdrawn && (!seen.lagging || seen.month === 12)) return null;
  const undone = isUndone(seen);
  const reason = undone ? 'withdrawn' : 'corrected';
  const state = undone ? 'withdrawn' : wasWithdrawn ? 'resolved' : previous.state;
  // It stands on its latest month; where that has no figure any more, on the latest that has one.
  if (seen.month === previous.latestMonth || seen.isLatest) return move(previous, seen, reason, state);
  return {
    next: { ...previous, state, verdict: state === 'settled' ? previous.verdict : null },
    reason,
    effects: effectsOf(reason, { from: previous.state, to: state, seen }),
  };
}

/** Opens an alert where the latest month lags; December raises none: its year is over. */
function begin(previous: LaggingAlert | null, seen: Seen, reason: AlertReason): LaggingDecision | null {
  if (!seen.lagging || !seen.isLatest || seen.month === 12) return null;
  const anew = previous === null || reason !== 'corrected';
  const next: LaggingAlert = {
    state: 'open',
    light: seen.light,
    offTarget: seen.offTarget,
    level: levelOf(seen.light),
    firstMonth: anew ? seen.month : previous.firstMonth,
    latestMonth: seen.month,
    grade: seen.grade,
    verdict: null,
  };
  const effects = effectsOf(reason, { from: previous?.state ?? 'none', to: 'open', seen });
  return { next, reason, effects: anew ? ['create', ...effects] : effects };
}

function move(previous: LaggingAlert, seen: Seen, reason: AlertReason, state: AlertState): LaggingDecision {
  const next: LaggingAlert = {
    ...previous,
    state,
    light: seen.light,
    offTarget: seen.offTarget,
    level: reason === 'reopened' ? levelOf(seen.light) : levelAfter(previous, seen.light),
    latestMonth: seen.month,
    grade: seen.grade,
    verdict: state === 'settled' ? ((seen.met ?? seen.offTarget.sign <= 0) ? 'met' : 'missed') : null,
  };
  return { next, reason, effects: effectsOf(reason, { from: previous.state, to: state, seen }) };
}

/** Follows the light, except that a level somebody escalated to is only left by de-escalation. */
function levelAfter({ level, light: before }: LaggingAlert, light: Light): Level {
  const escalated = LEVELS.indexOf(level) > LEVELS.indexOf(levelOf(before));
  const byLight = levelOf(light);
  return escalated && LEVELS.indexOf(level) > LEVELS.indexOf(byLight) ? level : byLight;
}

/** A worse light, or the same and at least 1.00 further off, is worsened; the mirror improved. */
function courseOf(previous: LaggingAlert, seen: Seen): 'worsened' | 'improved' | 'persisted' {
  const lights = severity(seen.light) - severity(previous.light);
  if (lights !== 0) return lights > 0 ? 'worsened' : 'improved';
  const further = seen.offTarget.minus(previous.offTarget);
  if (further.absolute().lessThan(Fraction.ONE)) return 'persisted';
  return further.sign > 0 ? 'worsened' : 'improved';
}

/**
 * The same light as far off, and not now by a final or otherwise better figure. Where there was none, as of a milestone
 * judged by its date, one that says the same is no news.
 */
function isUnchanged(previous: LaggingAlert, seen: Seen): boolean {
  return (
    seen.light === previous.light &&
    seen.offTarget.equals(previous.offTarget) &&
    (previous.grade === null || seen.grade === previous.grade)
  );
}

function byTarget({ cause }: Seen): boolean {
  return cause === 'targetRevision';
}

/**
 * The light of a warning that stands is what it is because the target was revised, for this month or before its figure
 * came. A warning that a figure raises under a target revised before is raised, like any other.
 */
const movedByTarget = (seen: Seen): boolean =>
  byTarget(seen) || (seen.underEarlierTarget !== undefined && seen.underEarlierTarget.light !== seen.light);

function byPolicy({ cause }: Seen): boolean {
  return cause === 'policyRevision';
}

function effectsOf(
  reason: AlertReason,
  { from, to, seen }: { from: AlertState | 'none'; to: AlertState; seen: Seen },
): AlertEffect[] {
  const effects: AlertEffect[] = [];
  const listed = from !== 'none' && isActive(from);
  if (!listed && isActive(to)) effects.push('enterLists');
  if (listed && !isActive(to)) effects.push('leaveLists');
  if (seen.historical) return effects;
  const again = reason === 'confirmed' || reason === 'corrected' || reason === 'withdrawn';
  return [...effects, again ? 'notifyEarlierReceivers' : 'notify'];
}
