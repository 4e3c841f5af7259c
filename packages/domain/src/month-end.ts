import { monthOf, type Period, yearOf } from './period.js';
import { localDateOf, toInstant } from './zoned-time.js';

/** The local date `YYYY-MM-DD` on which a month is over: the first of the next one. */
export function dayAfterMonth(of: Period): string {
  // Of the last period, too, after which there is none.
  const [year, month] = monthOf(of) === 12 ? [yearOf(of) + 1, 1] : [yearOf(of), monthOf(of) + 1];
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** The instant at which a month's last day is past: the midnight that ends it, by the zone's clocks. */
export function monthEndedAt(of: Period, timeZone: string): Date {
  return toInstant(dayAfterMonth(of), '00:00', timeZone);
}

/** The last month 1…12 of a year whose last day is past at an instant, from `monthEndedAt` on; 0: none is. */
export function lastEndedMonth(year: number, of: { at: Date; timeZone: string }): number {
  const today = localDateOf(of.at, of.timeZone);
  const thisYear = Number(today.slice(0, 4));
  if (thisYear !== year) return thisYear > year ? 12 : 0;
  return Number(today.slice(5, 7)) - 1;
}
