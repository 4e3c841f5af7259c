import { localDateOf, localTimeOf } from '@xushi/domain';
import { type DueWords, momentWords } from './due-words.js';
import { monthRange, periodName } from './period-name.js';

/** The fixed phrases of the monthly report (domain.md §12); the report is written in Chinese. */

/** 关于2017年1—11月双牌工业集中区经济运行情况的汇报. */
export function reportTitle(orgName: string, period: string): string {
  return `关于${periodName(period)}${orgName}经济运行情况的汇报`;
}

/** 数据截至2017年12月8日18时，其中初步统计5项. */
export function asOfWords({
  at,
  timeZone,
  estimates,
}: {
  at: Date;
  timeZone: string;
  /** Figures that are estimates. */
  estimates: number;
}): string {
  const date = localDateOf(at, timeZone);
  const moment = `数据截至${date.slice(0, 4)}年${momentWords({ date, time: localTimeOf(at, timeZone) })}`;
  return estimates === 0 ? moment : `${moment}，其中初步统计${estimates}项`;
}

/** How an org's sheet of the period stands (domain.md §9). */
export type SheetState = 'onTime' | 'late' | 'returned' | 'held' | 'missing' | 'notYetDue';

export interface SheetWords {
  state: SheetState;
  due: DueWords | null;
  /** Working days by which it arrived late; only for `late`. */
  workdaysLate: number;
  /** Names of expected indicators that have no figure, where others have. */
  missing: readonly string[];
}

/** 迟报2个工作日；缺报：主导产业占比. */
export function sheetWords({ state, due, workdaysLate, missing }: SheetWords): string {
  const overdue = due?.workdaysLate ?? null;
  const said: Record<SheetState, string> = {
    onTime: '按时报送',
    late: workdaysLate === 0 ? '迟报（当日）' : `迟报${workdaysLate}个工作日`,
    returned: '已退回，待重报',
    held: '已报送，部分数据待确认',
    missing: overdue ? `未报送，已逾期${overdue}个工作日` : '未报送，已逾期',
    notYetDue: '未报送，未到期限',
  };
  return missing.length === 0 ? said[state] : `${said[state]}；缺报：${missing.join('、')}`;
}

/** 应报送3个单位，已报送2个，其中按时报送1个、迟报1个；未报送1个：某园区。 */
export function sheetsSummary(sheets: readonly { orgName: string; state: SheetState }[]): string {
  const count = (state: SheetState) => sheets.filter((sheet) => sheet.state === state).length;
  const out = sheets.filter(({ state }) => state === 'missing' || state === 'notYetDue');
  const reported = sheets.length - out.length;
  if (reported === sheets.length && count('onTime') === reported) {
    return `应报送${sheets.length}个单位，全部按时报送。`;
  }
  const kinds = [
    ['onTime', '按时报送'],
    ['late', '迟报'],
    ['returned', '退回'],
    ['held', '待确认'],
  ] as const;
  const parts = kinds.flatMap(([state, name]) => (count(state) > 0 ? [`${name}${count(state)}个`] : []));
  const among = parts.length === 0 ? '' : `，其中${parts.join('、')}`;
  const missing =
    out.length === 0 ? '' : `；未报送${out.length}个：${out.map((sheet) => sheet.orgName).join('、')}`;
  return `应报送${sheets.length}个单位，已报送${reported}个${among}${missing}。`;
}

/** 预警：未签收，月调度，自1—9月起. */
export function openAlertWords({
  stateName,
  levelName,
  firstMonth,
}: {
  stateName: string;
  levelName: string;
  firstMonth: number;
}): string {
  return `${stateName}，列入${levelName}，自${monthRange(firstMonth)}起`;
}
