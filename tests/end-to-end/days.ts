import { readFileSync } from 'node:fs';

/** Working days as the State Council's notices say, and what domain.md §3 and §9 hang on them. */

interface Notice {
  daysOff: string[];
  workdays: string[];
  notice: unknown;
}

const notices = new Map<number, Notice>();

/** The notice of a year, as it is loaded into an installation. */
export function noticeOf(year: number): Notice {
  const read = () => {
    const path = new URL(`../../../seeds/calendar/${year}.json`, import.meta.url);
    const { daysOff, workdays, notice } = JSON.parse(readFileSync(path, 'utf8')) as Notice;
    return { daysOff, workdays, notice };
  };
  const found = notices.get(year) ?? read();
  notices.set(year, found);
  return found;
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

export function isWorkday(day: string): boolean {
  const { daysOff, workdays } = noticeOf(Number(day.slice(0, 4)));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return workdays.includes(day) || (weekday !== 0 && weekday !== 6 && !daysOff.includes(day));
}

export const workdayFrom = (day: string): string => (isWorkday(day) ? day : workdayFrom(addDays(day, 1)));

export const periodOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

const monthAfter = (year: number, month: number): string =>
  month === 12 ? periodOf(year + 1, 1) : periodOf(year, month + 1);

/** The 25th of the last month for estimates, the 1st of the next for other grades. */
export const opensOn = (year: number, month: number, source: 'estimate' | 'statistical'): string =>
  source === 'estimate' ? `${periodOf(year, month)}-25` : `${monthAfter(year, month)}-01`;

/** The 8th of the next month, moved to the next working day; at 18:00. */
export const dueDayOf = (year: number, month: number): string => workdayFrom(`${monthAfter(year, month)}-08`);

/** 月调度: the working day after the deadline; at 09:00. */
export const monthlyTickOf = (year: number, month: number): string =>
  workdayFrom(addDays(dueDayOf(year, month), 1));

/** `2017年1—11月`; month 1 reads 1月, the whole year `2017年`. */
export function periodName(year: number, month: number): string {
  return `${year}年${month === 1 ? '1月' : month === 12 ? '' : `1—${month}月`}`;
}
