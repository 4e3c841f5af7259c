import { type DueRule, dueAt, REMINDER_WORKDAYS, reminderDate, type SheetDeadline } from './deadline.js';
import { dueWithSheet } from './due-months.js';
import type { Indicator } from './indicator.js';
import { opensOn, type Period } from './period.js';
import { lastDayOfMonth, type WorkCalendar } from './work-calendar.js';
import { localDateOf, toInstant } from './zoned-time.js';

/** Local time at which reminders and overdue notices go out. */
export const NOTICE_TIME = '09:00';

/** An indicator that an org must report, with the periods between which it must; `to` null: for good. */
export interface DutyEntry {
  indicator: string;
  from: string;
  to: string | null;
}

/** A version of a reporting duty 报送任务 and since when it is known. */
export interface DutyVersion extends DueRule {
  knownAt: Date;
  indicators: readonly DutyEntry[];
}

/** What of an org decides what it owes. */
export interface OwingOrg {
  activeFrom: string | null;
  activeTo: string | null;
}

/** When a period opens for estimates, the first that are taken. */
export function opensAt(period: Period, timeZone: string): Date {
  return toInstant(opensOn(period, 'estimate'), '00:00', timeZone);
}

/**
 * The deadline of an org's sheet and when it is reminded of (domain.md §9), by the duty as it stood when the period
 * opened, its first one where it had none yet, the installation's default where it has none at all. Null `remindAt`:
 * the duty became known too late for a reminder.
 */
export function sheetDeadline(of: {
  period: Period;
  /** Oldest first. */
  versions: readonly DutyVersion[];
  calendar: WorkCalendar;
  timeZone: string;
}): SheetDeadline {
  const { period, versions, calendar, timeZone } = of;
  const opened = opensAt(period, timeZone);
  const rule = versions.findLast(({ knownAt }) => knownAt <= opened) ?? versions[0];
  const question = {
    ...{ period, calendar, timeZone, dueDay: rule?.dueDay, dueTime: rule?.dueTime, roll: rule?.roll },
    minWorkdays: rule?.minWorkdays,
  };
  const due = dueAt(question);
  const reminder = reminderDate({ ...question, grade: 'estimate' });
  const known = rule?.knownAt ?? opened;
  return { ...due, remindAt: remindAt({ on: reminder.date, dueAt: due.dueAt, known, calendar, timeZone }) };
}

/**
 * When whoever has not reported by then is reminded of a later day that was given on short notice or long before: 3
 * working days before it, never on the day it was given. Null: it is too near.
 */
export function extensionReminder(of: {
  untilDay: string;
  untilAt: Date;
  given: Date;
  calendar: WorkCalendar;
  timeZone: string;
}): Date | null {
  const { untilDay, untilAt, given, calendar, timeZone } = of;
  const on = calendar.addWorkdays(untilDay, -REMINDER_WORKDAYS).date;
  return remindAt({ on, dueAt: untilAt, known: given, calendar, timeZone });
}

/** Whoever was told of the deadline after the reminder's moment is reminded on the next working day, if it is before it. */
function remindAt(of: {
  on: string;
  dueAt: Date;
  known: Date;
  calendar: WorkCalendar;
  timeZone: string;
}): Date | null {
  const { on, known, calendar, timeZone } = of;
  const planned = toInstant(on, NOTICE_TIME, timeZone);
  const reminder =
    planned >= known
      ? planned
      : toInstant(calendar.addWorkdays(localDateOf(known, timeZone), 1).date, NOTICE_TIME, timeZone);
  return reminder < of.dueAt ? reminder : null;
}

/** An indicator that a sheet has to hold, and the period of its own figure. */
export interface ExpectedFigure<I> {
  indicator: I;
  period: Period;
}

/**
 * What an org's sheet of a period has to hold, in the order of the catalogue (domain.md §3): what its duty names for the
 * figure's own month, where that month is due and the org was active. Not what is computed, which nobody reports, nor
 * milestones, which are judged by their date.
 */
export function expectedFigures<
  I extends Pick<Indicator, 'key' | 'type' | 'formula' | 'noJanuary' | 'dueMonths' | 'lagMonths'>,
>(of: {
  sheet: Period;
  duty: readonly DutyEntry[];
  org: OwingOrg;
  catalogue: readonly I[];
}): ExpectedFigure<I>[] {
  const { sheet, org } = of;
  if (org.activeTo !== null && org.activeTo < `${sheet}-01`) return [];
  return of.catalogue.flatMap((indicator) => {
    if (indicator.type === 'milestone' || indicator.formula?.mode === 'computed') return [];
    const entries = of.duty.filter((entry) => entry.indicator === indicator.key);
    if (entries.length === 0) return [];
    const period = dueWithSheet(indicator, sheet);
    if (period === null || !entries.some((entry) => isOwedIn(entry, period))) return [];
    return org.activeFrom !== null && org.activeFrom > lastDayOf(period) ? [] : [{ indicator, period }];
  });
}

/** Whether a duty's entry holds in a period. */
export function isOwedIn({ from, to }: Pick<DutyEntry, 'from' | 'to'>, period: string): boolean {
  return from <= period && (to === null || period <= to);
}

const lastDayOf = (period: Period): string =>
  `${period}-${lastDayOfMonth(Number(period.slice(0, 4)), Number(period.slice(5)))}`;

/**
 * Whether a deadline is one that the org knew of while it could still keep it: a duty that is set up today makes nobody
 * overdue for the months before. `versions` oldest first.
 */
export function isKnownInTime(
  versions: readonly DutyVersion[],
  of: { dueAt: Date; expects: (duty: readonly DutyEntry[]) => boolean },
): boolean {
  return versions.some(({ knownAt, indicators }) => knownAt < of.dueAt && of.expects(indicators));
}
