/** What the State Council's yearly notice says of one year; dates `YYYY-MM-DD`. */
export interface YearNotice {
  year: number;
  /** Every day the notice names as off, weekends inside the holiday too. May lie at the edge of the year before. */
  daysOff: readonly string[];
  /** Weekend days that are worked (调休). */
  workdays: readonly string[];
  notice: { title: string; number: string | null; date: string | null } | null;
}

/** A computed day; `estimated` where a year without a notice, known by its weekends alone, had a part in it. */
export interface CalendarDate {
  date: string;
  estimated: boolean;
}

export interface CalendarCount {
  days: number;
  estimated: boolean;
}

const MS_PER_DAY = 86_400_000;

/** Days from 1970-01-01 to a date `YYYY-MM-DD`. Throws RangeError for anything else, 2017-02-29 included. */
export function dayNumberOf(date: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY : Number.NaN;
  // Some impossible days parse as the next month's; printing them back tells.
  if (Number.isNaN(day) || dateOfDayNumber(day) !== date) {
    throw new RangeError(`not a calendar date: ${date.slice(0, 40)}`);
  }
  return day;
}

/** The date `YYYY-MM-DD` so many days after 1970-01-01. */
export function dateOfDayNumber(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The date so many days later (earlier where negative), working or not. */
export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** The last day of a month 1…12: 28…31. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Which days are worked (domain.md §9): the yearly notices, else weekends; local days off go before both.
 * Immutable. Throws RangeError for two notices of one year, a date that is none, or a day both off and worked.
 */
export class WorkCalendar {
  readonly #years = new Set<number>();
  readonly #named = new Map<number, boolean>();

  constructor(notices: readonly YearNotice[], localDaysOff: readonly string[] = []) {
    for (const notice of [...notices].sort((one, other) => one.year - other.year)) {
      if (this.#years.has(notice.year)) throw new RangeError(`two notices for ${notice.year}`);
      this.#years.add(notice.year);
      for (const date of notice.daysOff) this.#named.set(dayNumberOf(date), false);
      for (const date of notice.workdays) {
        if (notice.daysOff.includes(date)) throw new RangeError(`${date} is both off and worked`);
        this.#named.set(dayNumberOf(date), true);
      }
    }
    for (const date of localDaysOff) this.#named.set(dayNumberOf(date), false);
  }

  /** Whether the year's notice is loaded; where not, what is computed from the year is `estimated`. */
  covers(year: number): boolean {
    return this.#years.has(year);
  }

  isWorkday(date: string): boolean {
    return this.#works(dayNumberOf(date));
  }

  /** The first working day on or after the date. */
  nextWorkday(date: string): CalendarDate {
    return this.#walk(dayNumberOf(date) - 1, 1);
  }

  /** The last working day on or before the date. */
  previousWorkday(date: string): CalendarDate {
    return this.#walk(dayNumberOf(date) + 1, -1);
  }

  /** The n-th working day after the date, before it where n < 0; the date itself, worked or not, for 0. */
  addWorkdays(date: string, n: number): CalendarDate {
    if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
    return this.#walk(dayNumberOf(date), n);
  }

  /**
   * Working days after `from` up to and including `to`; where `to` is earlier, minus those from `to` up to
   * and not including `from`. Undoes `addWorkdays`.
   */
  workdaysBetween(from: string, to: string): CalendarCount {
    const [start, end] = [dayNumberOf(from), dayNumberOf(to)];
    const step = end < start ? -1 : 1;
    let [days, estimated] = [0, false];
    for (let day = start; day !== end; ) {
      day += step;
      if (this.#works(day)) days += step;
      estimated ||= !this.#covered(day);
    }
    return { days, estimated };
  }

  /** The n-th working day (n ≥ 1) of a month 1…12, or null where the month has fewer. */
  nthWorkdayOfMonth(year: number, month: number, n: number): CalendarDate | null {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`no working day number ${n} in a month`);
    const first = dayNumberOf(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
    const found = this.#walk(first - 1, n);
    return dayNumberOf(found.date) < first + lastDayOfMonth(year, month) ? found : null;
  }

  /** Walks from a day, itself not counted, over |n| working days in n's direction. */
  #walk(from: number, n: number): CalendarDate {
    const step = n < 0 ? -1 : 1;
    let [day, estimated] = [from, false];
    for (let left = Math.abs(n); left > 0; ) {
      day += step;
      if (this.#works(day)) left -= 1;
      estimated ||= !this.#covered(day);
    }
    return { date: dateOfDayNumber(day), estimated };
  }

  #works(day: number): boolean {
    // 1970-01-01 was a Thursday: weekday 0 is Monday, 5 and 6 are the weekend.
    return this.#named.get(day) ?? (((day + 3) % 7) + 7) % 7 < 5;
  }

  #covered(day: number): boolean {
    return this.#years.has(new Date(day * MS_PER_DAY).getUTCFullYear());
  }
}
