import { monthOf, parsePeriod, yearOf } from '@xushi/domain';
import type { Language } from './language.js';

const ENGLISH_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/**
 * A cumulative period by its name (domain.md §3): `2017-11` is 2017年1—11月, month 1 is 1月, month 12 the year
 * itself. Throws RangeError for what is no period.
 */
export function periodName(period: string, language: Language = 'zh'): string {
  const parsed = parsePeriod(period);
  if (parsed === null) throw new RangeError(`not a period: ${period.slice(0, 40)}`);
  const [year, month] = [yearOf(parsed), monthOf(parsed)];
  if (month === 12) return language === 'zh' ? `${year}年` : String(year);
  const range = monthRange(month, language);
  return language === 'zh' ? `${year}年${range}` : `${range} ${year}`;
}

/** January to a month 1…12 without the year: 1—11月, 1月, 全年. */
export function monthRange(month: number, language: Language = 'zh'): string {
  const name = monthName(month, language);
  if (month === 12) return language === 'zh' ? '全年' : 'full year';
  if (month === 1) return name;
  return language === 'zh' ? `1—${month}月` : `Jan–${name}`;
}

/** One month 1…12 by itself: 6月. */
export function monthName(month: number, language: Language = 'zh'): string {
  const english = ENGLISH_MONTHS[month - 1];
  if (english === undefined) throw new RangeError(`no month ${month}`);
  return language === 'zh' ? `${month}月` : english;
}
