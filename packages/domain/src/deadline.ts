import { opensOn, type Period } from './period.js';
import type { FigureGrade, Roll } from './terms.js';
import { type CalendarCount, type CalendarDate, lastDayOfMonth, type WorkCalendar } from './work-calendar.js';
import { toInstant } from './zoned-time.js';

/** Working days by which the reminder goes before the deadline (domain.md §9). */
export const REMINDER_WORKDAYS = 3;

/** When a period's report is due, in the words of a reporting duty; what is left out takes the default. */
export interface DueRule {
  /** Day of the month after the period, 1…31 (default 8); past the month's end it is the last day. */
  dueDay?: number | undefined;
  /** `HH:MM` local, default 18:00. */
  dueTime?: string | undefined;
  /** Where a due day that is not worked goes, default `nextWorkday`. */
  roll?: Roll | undefined;
  /** The deadline is not before this working day of its month, default 0 (no such bound). */
  minWorkdays?: number | undefined;
}

export interface DueQuestion extends DueRule {
  period: Period;
  calendar: WorkCalendar;
  timeZone: string;
}

export interface Deadline extends CalendarDate {
  dueAt: Date;
}

/** The deadline of an org's sheet, and when whoever has not reported by then is reminded of it; null: not any more. */
export interface SheetDeadline extends Deadline {
  remindAt: Date | null;
}

/**
 * The deadline of a period's report (domain.md §9): the due day of the next month, rolled to a working day,
 * then put off to working day `minWorkdays` of that month (its last, where it has fewer).
 * Throws RangeError for a due day outside 1…31, an impossible time, a negative or broken minimum.
 */
export function dueAt(question: DueQuestion): Deadline {
  const { dueTime = '18:00', timeZone } = question;
  const { date, estimated } = dueDateOf(question);
  return { dueAt: toInstant(date, dueTime, timeZone), date, estimated };
}

function dueDateOf({
  period,
  dueDay = 8,
  roll = 'nextWorkday',
  minWorkdays = 0,
  calendar,
}: DueQuestion): CalendarDate {
  if (!Number.isInteger(dueDay) || dueDay < 1 || dueDay > 31) throw new RangeError(`no due day ${dueDay}`);
  // Final figures are taken from the first day of the month in which they are due.
  const firstOfMonth = opensOn(period, 'final');
  const [year, month] = [Number(firstOfMonth.slice(0, 4)), Number(firstOfMonth.slice(5, 7))];
  const lastDay = lastDayOfMonth(year, month);
  const named = `${firstOfMonth.slice(0, 8)}${String(Math.min(dueDay, lastDay)).padStart(2, '0')}`;
  const rolled = rolledDate(named, roll, calendar);
  if (minWorkdays === 0) return rolled;
  const earliest =
    calendar.nthWorkdayOfMonth(year, month, minWorkdays) ??
    calendar.previousWorkday(`${firstOfMonth.slice(0, 8)}${lastDay}`);
  const later = earliest.date > rolled.date ? earliest : rolled;
  return { date: later.date, estimated: earliest.estimated || rolled.estimated };
}

function rolledDate(date: string, roll: Roll, calendar: WorkCalendar): CalendarDate {
  switch (roll) {
    case 'nextWorkday':
      return calendar.nextWorkday(date);
    case 'previousWorkday':
      return calendar.previousWorkday(date);
    case 'none':
      return { date, estimated: false };
  }
}

/** The date of the monthly list (§11): the working day after the reporting deadline. */
export function monthlyTickDate(question: DueQuestion): CalendarDate {
  return stepFrom(question, 1);
}

/** The date of the reminder: 3 working days before the deadline, never before the period opens for the grade. */
export function reminderDate(question: DueQuestion & { grade: FigureGrade }): CalendarDate {
  const reminder = stepFrom(question, -REMINDER_WORKDAYS);
  const opens = opensOn(question.period, question.grade);
  return opens > reminder.date ? { ...reminder, date: opens } : reminder;
}

function stepFrom(question: DueQuestion, workdays: number): CalendarDate {
  const due = dueDateOf(question);
  const { date, estimated } = question.calendar.addWorkdays(due.date, workdays);
  return { date, estimated: estimated || due.estimated };
}

/**
 * Working days by which a date is past a due date (逾期N个工作日), both local: those after the due date up to
 * and including the date. 0 on the due date itself, even after the hour, and before it.
 */
export function workdaysLate(of: { dueDate: string; on: string; calendar: WorkCalendar }): CalendarCount {
  if (of.on <= of.dueDate) return { days: 0, estimated: false };
  return of.calendar.workdaysBetween(of.dueDate, of.on);
}
