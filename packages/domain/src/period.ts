import type { FigureGrade } from './terms.js';

declare const periodBrand: unique symbol;

/**
 * A reporting period `YYYY-MM`, 1990-01 … 2100-12: January of the year up to and including that month,
 * cumulative (domain.md §3). Periods compare in time as strings do.
 */
export type Period = string & { readonly [periodBrand]: true };

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Reads `2017-11`. Null for anything else: another form, month 13, a year outside 1990…2100. */
export function parsePeriod(text: string): Period | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return null;
  const year = Number(text.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? (text as Period) : null;
}

/** The period of a year and a month 1…12. Throws RangeError outside 1990…2100. */
export function period(year: number, month: number): Period {
  const found = parsePeriod(`${year}-${String(month).padStart(2, '0')}`);
  if (found === null) throw new RangeError(`no such period: year ${year}, month ${month}`);
  return found;
}

export function yearOf(of: Period): number {
  return Number(of.slice(0, 4));
}

/** The last month of the period, 1…12. */
export function monthOf(of: Period): number {
  return Number(of.slice(5));
}

/** The period one month earlier; January follows on December of the year before. Throws RangeError before 1990-01. */
export function previousPeriod(of: Period): Period {
  return monthOf(of) === 1 ? period(yearOf(of) - 1, 12) : period(yearOf(of), monthOf(of) - 1);
}

/** The period one month later. Throws RangeError after 2100-12. */
export function nextPeriod(of: Period): Period {
  return monthOf(of) === 12 ? period(yearOf(of) + 1, 1) : period(yearOf(of), monthOf(of) + 1);
}

/**
 * The local date `YYYY-MM-DD` from which figures of a period are taken (domain.md §3): the 25th of its last
 * month for estimates, the 1st of the next month for the other grades.
 */
export function opensOn(of: Period, grade: FigureGrade): string {
  if (grade === 'estimate') return `${of}-25`;
  const [year, month] = monthOf(of) === 12 ? [yearOf(of) + 1, 1] : [yearOf(of), monthOf(of) + 1];
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** Whether figures of the grade are taken on a local date `YYYY-MM-DD`; false is the fault `periodNotOpen`. */
export function isOpen(of: Period, grade: FigureGrade, todayLocal: string): boolean {
  return todayLocal >= opensOn(of, grade);
}
