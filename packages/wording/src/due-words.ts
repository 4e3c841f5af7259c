import type { Language } from './language.js';
import { monthName } from './period-name.js';

/** When a figure was due, local, and by how many working days it is late; null: not late yet. */
export interface DueWords {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`. */
  time: string;
  /** 0: past the hour on its day. */
  workdaysLate: number | null;
}

/** 12月8日, with its year 2017年12月8日; the date is `YYYY-MM-DD`. */
export function dayWords(date: string, language: Language = 'zh', withYear = false): string {
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (language === 'en') return `${day} ${monthName(month, 'en')}${withYear ? ` ${year}` : ''}`;
  return `${withYear ? `${year}年` : ''}${month}月${day}日`;
}

/** 12月8日18时: a day and hour in a sentence. */
export function momentWords(
  { date, time }: Pick<DueWords, 'date' | 'time'>,
  language: Language = 'zh',
): string {
  if (language === 'en') return `${time} on ${dayWords(date, 'en')}`;
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3)];
  return `${dayWords(date)}${hour}时${minute === '00' ? '' : `${minute}分`}`;
}

/** 未报送（应于12月8日18时前报送，已逾期2个工作日） (domain.md §12). */
export function notReportedWords(due: DueWords | undefined, language: Language = 'zh'): string {
  return withDue(language === 'en' ? 'not reported' : '未报送', due, language);
}

/** What is missing, with when it was due and how late it is: 缺报2项（应于12月8日18时前报送）. */
export function withDue(what: string, due: DueWords | undefined, language: Language = 'zh'): string {
  if (!due) return what;
  return language === 'en'
    ? `${what} (due by ${momentWords(due, 'en')}${lateWords(due, 'en')})`
    : `${what}（应于${momentWords(due)}前报送${lateWords(due, 'zh')}）`;
}

function lateWords({ workdaysLate: days }: DueWords, language: Language): string {
  if (days === null) return '';
  if (language === 'en') {
    return days === 0 ? ', overdue' : `, ${days} working day${days === 1 ? '' : 's'} overdue`;
  }
  return days === 0 ? '，已逾期' : `，已逾期${days}个工作日`;
}
