import type { Fraction, MilestoneStatus } from '@xushi/domain';
import { dayWords } from './due-words.js';
import type { Language } from './language.js';

/** A milestone at the end of a period, and how many working days past its due date that is. */
export interface MilestoneAt {
  status: MilestoneStatus;
  /** Below 0 before the due date; null where it cannot be told. */
  daysOverdue: Fraction | null;
}

/**
 * How a milestone stands (domain.md §6): 已于6月28日完成（提前完成，期限6月30日）; 应于6月30日完成，
 * 距到期还有12个工作日; 应于6月30日完成，已逾期7个工作日.
 */
export function milestoneWords({ status, daysOverdue }: MilestoneAt, language: Language = 'zh'): string {
  return status.done ? doneWords(status, language) : openWords(status, daysOverdue, language);
}

function doneWords({ due, doneOn, doneLate }: MilestoneStatus, language: Language): string {
  // Dates of two years name theirs.
  const withYear = doneOn !== null && doneOn.slice(0, 4) !== due.slice(0, 4);
  const day = (date: string) => dayWords(date, language, withYear);
  const onTheDay = !doneLate && doneOn === due;
  const early = !doneLate && doneOn !== null && doneOn < due;
  if (language === 'en') {
    const done = doneOn === null ? 'done' : `done on ${day(doneOn)}`;
    const how = onTheDay ? 'on its due date' : doneLate ? 'late' : early ? 'early' : 'on time';
    return `${done} (${how}${onTheDay ? '' : `, due on ${day(due)}`})`;
  }
  const done = doneOn === null ? '已完成' : `已于${day(doneOn)}完成`;
  const how = doneLate ? '逾期完成' : early ? '提前完成' : '按期完成';
  return `${done}（${how}${onTheDay ? '' : `，期限${day(due)}`}）`;
}

function openWords({ due }: MilestoneStatus, overdue: Fraction | null, language: Language): string {
  const day = dayWords(due, language);
  if (language === 'en') {
    const left = overdue === null ? '' : `, ${daysInEnglish(overdue)}`;
    return `due on ${day}${left}`;
  }
  const left =
    overdue === null
      ? ''
      : overdue.sign > 0
        ? `，已逾期${days(overdue)}个工作日`
        : overdue.sign < 0
          ? `，距到期还有${days(overdue)}个工作日`
          : '，期限已到';
  return `应于${day}完成${left}`;
}

function daysInEnglish(overdue: Fraction): string {
  if (overdue.sign === 0) return 'the day has come';
  const count = days(overdue);
  const working = `${count} working day${count === '1' ? '' : 's'}`;
  return overdue.sign > 0 ? `${working} overdue` : `${working} left`;
}

function days(overdue: Fraction): string {
  return overdue.absolute().toDecimal(0);
}
