import { type DueWords, dayWords, withDue } from './due-words.js';
import { monthRange, periodName } from './period-name.js';

/** A sheet that is not there, or not whole, as its alert says it; alerts are worded in Chinese. */
export interface MissingSheet {
  orgName: string;
  /** `YYYY-MM`. */
  period: string;
  /** How many figures the sheet has to hold. */
  expected: number;
  /** What it lacks, in the order of the catalogue; of a figure that trails its own month. */
  missing: readonly { name: string; period: string }[];
  due: DueWords;
  /** The day before it was put off; null: it was not. */
  originalDay: string | null;
  /** The calendar of that year is not published: the day is a guess. */
  estimated: boolean;
}

/** 双牌工业集中区 2017年1—11月 未报送（应于12月8日18时前报送，已逾期2个工作日）; 缺报2项 where others are there. */
export function missingSheetTitle(sheet: MissingSheet): string {
  const { orgName, period, missing, expected, due } = sheet;
  const late = due.workdaysLate !== null;
  const what =
    missing.length < expected ? `${late ? '缺报' : '待报'}${missing.length}项` : late ? '未报送' : '待报送';
  return `${orgName} ${periodName(period)} ${withDue(what, due)}`;
}

/** 应报5项，尚缺2项：规模以上工业总产值、规模企业实缴税金（1—10月）。 */
export function missingSheetMessage(sheet: MissingSheet): string {
  const { period, expected, missing, originalDay, estimated } = sheet;
  const names = missing.map((figure) =>
    figure.period === period ? figure.name : `${figure.name}（${ownMonth(figure.period, period)}）`,
  );
  return [
    `应报${expected}项，尚缺${missing.length}项：${names.join('、')}。`,
    originalDay === null ? '' : `原定${dayWords(originalDay)}，已延期。`,
    estimated ? '该日期按周末推算，放假安排载入后以重新计算的为准。' : '',
  ].join('');
}

/** All of it is there: 应报5项，已报齐。 */
export const completeSheetMessage = (expected: number): string => `应报${expected}项，已报齐。`;

function ownMonth(own: string, sheet: string): string {
  return own.slice(0, 4) === sheet.slice(0, 4) ? monthRange(Number(own.slice(5))) : periodName(own);
}
