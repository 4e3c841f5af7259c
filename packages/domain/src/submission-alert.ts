import { type AlertReason, type AlertState, isActive } from './alert-states.js';
import type { AlertEffect } from './lagging-alert.js';
import { LEVELS, type Level } from './terms.js';

/** Alerts about a sheet, one of each a (org, period) (domain.md §10): 报送提醒 before the deadline, 逾期未报 after it. */
export const SUBMISSION_ALERT_KINDS = ['submissionDue', 'submissionOverdue'] as const;
export type SubmissionAlertKind = (typeof SUBMISSION_ALERT_KINDS)[number];

/** From that many working days on the command centre hears of a sheet that is overdue, too (§9). */
export const CENTRE_HEARS_FROM = 3;

/** What an alert about a sheet remembers of the last look at it. */
export interface SubmissionAlert {
  state: AlertState;
  level: Level;
  /** Keys of what the sheet lacks, in the order of the catalogue. */
  missing: readonly string[];
  /** The deadline it told of. */
  dueAt: Date;
  /** Working days it said the sheet was overdue; 0 before the deadline and on its day. */
  workdaysLate: number;
}

/** A sheet as it is seen at a moment. */
export interface SheetObservation {
  now: Date;
  /** The deadline in force: with extensions. */
  dueAt: Date;
  /** Null: nobody is reminded. */
  remindAt: Date | null;
  missing: readonly string[];
  workdaysLate: number;
  /** Whether today is worked: nobody is told on other days that a sheet is overdue. */
  workday: boolean;
  /** Whether today's hour of notices has come. */
  noticeHour: boolean;
}

/** As of other alerts, and to tell nobody but who reports: receivers at the org itself. */
export type SubmissionEffect = AlertEffect | 'notifyReporter';

export interface SubmissionDecision {
  next: SubmissionAlert;
  reason: AlertReason;
  effects: SubmissionEffect[];
}

/**
 * What a look at a sheet does to its alert of one kind: the next state, the reason and the effects, or null where nothing
 * changes. The same look again gives null.
 */
export function decideSubmission(
  kind: SubmissionAlertKind,
  previous: SubmissionAlert | null,
  seen: SheetObservation,
): SubmissionDecision | null {
  const holds = kind === 'submissionDue' ? isDueSoon(previous, seen) : isOverdue(previous, seen);
  if (previous === null) return holds ? take(kind, null, { seen, reason: 'raised', state: 'open' }) : null;
  if (previous.state === 'resolved') {
    return holds ? take(kind, previous, { seen, reason: 'reopened', state: 'open' }) : null;
  }
  if (!holds) return take(kind, previous, { seen, reason: 'resolved', state: 'resolved' });
  if (previous.state === 'closed') {
    // Closed as it was: more that is missing is another matter.
    return changeOf(previous, seen) === 'worsened'
      ? take(kind, previous, { seen, reason: 'reopened', state: 'open' })
      : null;
  }
  const reason = courseOf(kind, previous, seen);
  return reason && take(kind, previous, { seen, reason, state: previous.state });
}

/** Nobody is told of what is overdue on days off, nor before the hour of notices. */
const isTold = ({ workday, noticeHour }: SheetObservation): boolean => workday && noticeHour;

/** Begins with the reminder's moment and ends when it is told that the sheet is overdue. */
function isDueSoon(previous: SubmissionAlert | null, seen: SheetObservation): boolean {
  if (seen.missing.length === 0) return false;
  if (previous !== null && previous.state !== 'resolved') return seen.now <= seen.dueAt || !isTold(seen);
  return seen.remindAt !== null && seen.now >= seen.remindAt && seen.now <= seen.dueAt;
}

function isOverdue(previous: SubmissionAlert | null, seen: SheetObservation): boolean {
  if (seen.missing.length === 0 || seen.now <= seen.dueAt) return false;
  return isTold(seen) || (previous !== null && previous.state !== 'resolved');
}

function courseOf(
  kind: SubmissionAlertKind,
  previous: SubmissionAlert,
  seen: SheetObservation,
): AlertReason | null {
  if (seen.dueAt.getTime() !== previous.dueAt.getTime()) return 'corrected';
  if (kind === 'submissionOverdue' && isNextNotice(previous, seen)) {
    return levelAfter(previous.level, seen) === previous.level ? 'persisted' : 'escalated';
  }
  return changeOf(previous, seen);
}

function isNextNotice(previous: SubmissionAlert, seen: SheetObservation): boolean {
  return isTold(seen) && seen.workdaysLate > previous.workdaysLate;
}

function changeOf(previous: SubmissionAlert, { missing }: SheetObservation): 'worsened' | 'improved' | null {
  if (missing.some((key) => !previous.missing.includes(key))) return 'worsened';
  return missing.length < previous.missing.length ? 'improved' : null;
}

/** The command centre's from the third working day on; a level somebody escalated to is kept. */
function levelAfter(level: Level, { workdaysLate }: SheetObservation): Level {
  const bySheet: Level = workdaysLate >= CENTRE_HEARS_FROM ? 'monthly' : 'daily';
  return LEVELS.indexOf(bySheet) > LEVELS.indexOf(level) ? bySheet : level;
}

function take(
  kind: SubmissionAlertKind,
  previous: SubmissionAlert | null,
  of: { seen: SheetObservation; reason: AlertReason; state: AlertState },
): SubmissionDecision {
  const { seen, reason, state } = of;
  const overdue = kind === 'submissionOverdue';
  const begins = reason === 'raised' || reason === 'reopened';
  const told = reason === 'persisted' || reason === 'escalated' || reason === 'corrected' || begins;
  const before = begins || previous === null ? 'daily' : previous.level;
  const next: SubmissionAlert = {
    state,
    level: overdue && (told || previous === null) ? levelAfter(before, seen) : before,
    missing: state === 'resolved' && previous ? previous.missing : seen.missing,
    dueAt: seen.dueAt,
    workdaysLate: !overdue ? 0 : told || previous === null ? seen.workdaysLate : previous.workdaysLate,
  };
  return { next, reason, effects: effectsOf({ previous, next, reason, seen, kind }) };
}

function effectsOf(of: {
  previous: SubmissionAlert | null;
  next: SubmissionAlert;
  reason: AlertReason;
  seen: SheetObservation;
  kind: SubmissionAlertKind;
}): SubmissionEffect[] {
  const { previous, next, reason, seen } = of;
  const [listed, lists] = [previous !== null && isActive(previous.state), isActive(next.state)];
  const effects: SubmissionEffect[] = [];
  if (previous === null) effects.push('create');
  if (!listed && lists) effects.push('enterLists');
  if (listed && !lists) effects.push('leaveLists');
  // A list that gets shorter is what its reporter just did; a reminder that ends with the deadline says so as overdue.
  const becomesOverdue =
    of.kind === 'submissionDue' && reason === 'resolved' && seen.missing.length > 0 && seen.now > seen.dueAt;
  if (reason === 'improved' || becomesOverdue || previous?.state === 'closed') return effects;
  if (reason === 'corrected') return [...effects, 'notifyEarlierReceivers'];
  return [...effects, next.level === 'daily' ? 'notifyReporter' : 'notify'];
}

/**
 * When a sheet has to be looked at next: to remind, once the deadline has passed, and at the hour of notices of every
 * working day after it; null where nothing is missing. `noticeAfter` gives the first moment of notices after a moment.
 */
export function nextLookAt(
  seen: Pick<SheetObservation, 'now' | 'dueAt' | 'remindAt' | 'missing'>,
  noticeAfter: (moment: Date) => Date,
): Date | null {
  const { now, dueAt, remindAt, missing } = seen;
  if (missing.length === 0) return null;
  if (remindAt !== null && now < remindAt) return remindAt;
  // A sheet that comes in the moment itself is in time.
  if (now <= dueAt) return new Date(dueAt.getTime() + 1);
  return noticeAfter(now);
}
