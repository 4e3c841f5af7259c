import { decideLight, type LightContext } from './decide-light.js';
import type { DecidedLight, MeasuredTarget, MilestoneStatus } from './evaluation.js';
import { Fraction } from './fraction.js';
import { NO_FIELDS } from './judged-fields.js';
import { fieldsOf, type Policy } from './policy.js';
import { PRESETS } from './presets.js';

/** From how many working days before its due date a milestone is judged (domain.md §6). */
export const MILESTONE_NOTICE_WORKDAYS = 20;

/** When a milestone has to be done. */
export interface MilestoneDates {
  /** `YYYY-MM-DD`, within the target's year. */
  due: string;
  /** Working days from the due date to the last day of a month 1…12 of the year; below 0 before it. */
  workdaysOverdue(month: number): Fraction;
}

/** What one month's report says of a milestone. */
export interface MilestoneReport {
  done?: boolean | undefined;
  /** `YYYY-MM-DD`; null or absent: not said. Counts only where it is done. */
  doneOn?: string | null | undefined;
}

/** A milestone as known at the end of one month. */
export interface MilestonePosition {
  status: MilestoneStatus;
  /** Working days since the due date at the month's end, below 0 before it; 0 once done. */
  daysOverdue: Fraction;
}

/**
 * Where a milestone stands at the end of a month (domain.md §6), by the reports of the year up to that month.
 * Once reported done it stays done, whatever later months say or leave out: a wrong “done” is put right by
 * correcting the month that said so. One that nobody reported is not done.
 *
 * Late by its `doneOn`, the last one said; where nobody said it, by the end of the first month that reported it
 * done, if that is a working day or more after the due date.
 */
export function milestonePosition({
  dates,
  reports,
  month,
}: {
  dates: MilestoneDates;
  /** Months 1…12 at positions 0…11; null or absent: not reported. */
  reports: readonly (MilestoneReport | null)[];
  month: number;
}): MilestonePosition {
  const known = reports.slice(0, month).map((report) => (report?.done ? report : null));
  const firstDone = known.findIndex((report) => report !== null) + 1;
  if (firstDone === 0) {
    const status = { due: dates.due, done: false, doneOn: null, doneLate: false };
    return { status, daysOverdue: dates.workdaysOverdue(month) };
  }
  const doneOn = known.findLast((report) => report?.doneOn)?.doneOn ?? null;
  const doneLate = doneOn === null ? dates.workdaysOverdue(firstDone).sign > 0 : doneOn > dates.due;
  return { status: { due: dates.due, done: true, doneOn, doneLate }, daysOverdue: Fraction.ZERO };
}

/** What of a measured target a milestone fills in; the state is `notDue` until the notice before its due date. */
export function milestoneMeasured({
  status,
  daysOverdue,
}: MilestonePosition): Pick<MeasuredTarget, 'state' | 'milestone' | 'fields'> {
  const noticed = status.done || daysOverdue.atLeast(Fraction.of(-MILESTONE_NOTICE_WORKDAYS));
  return {
    state: noticed ? 'evaluated' : 'notDue',
    milestone: status,
    fields: { ...NO_FIELDS, daysOverdue },
  };
}

/**
 * The light of a milestone that is judged. Two things no policy decides: one that is done is green, late or not,
 * and one whose due date has passed (or ends with the year) undone is red in December. Between, the policy does;
 * one that does not ask about working days overdue, as it hangs on a whole subtree, says nothing about a
 * milestone, and the preset decides.
 */
export function decideMilestone(
  policy: Policy,
  { fields, milestone }: Pick<MeasuredTarget, 'fields' | 'milestone'>,
  context: LightContext,
): DecidedLight | null {
  const used = fieldsOf(policy).includes('daysOverdue') ? policy : PRESETS['milestone-20'];
  const decided = decideLight(used, fields, context);
  const { daysOverdue } = fields;
  if (!decided || !daysOverdue) return decided;
  const byCode = { policy: used.key, policyVersion: used.version, rule: null, saw: { daysOverdue } };
  if (milestone?.done) return { ...byCode, light: 'green' };
  const lost = context.month === 12 && daysOverdue.sign >= 0;
  return lost && decided.light !== 'red' ? { ...byCode, light: 'red' } : decided;
}
