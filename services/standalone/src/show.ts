import { convert, Fraction } from '@xushi/domain';
import { linedUp } from '@xushi/wording';

/** The fields of an evaluation that the table shows. */
export interface ShownEvaluation {
  indicator: string;
  indicatorName: string;
  unit: string;
  reportUnit: string;
  measure: string;
  state: string;
  target: { value: string } | null;
  figure: string | null;
  yoy: string | null;
  completionRate: string | null;
  timeProgress: string | null;
  paceGap: string | null;
  gap: string | null;
  light: string | null;
}

const LIGHTS: Record<string, string> = { green: '绿灯', yellow: '黄灯', orange: '橙灯', red: '红灯' };

/** Evaluations as lines of a table whose columns line up on a terminal. */
export function evaluationTable(rows: ShownEvaluation[]): string[] {
  const head = ['指标', '目标', '实绩', '完成率%', '时间进度%', '差距(百分点)', '灯'];
  const body = rows.map((row) => {
    const growth = row.measure === 'yoy';
    const unit = growth ? '%' : row.reportUnit;
    const actual = growth ? row.yoy : inReportUnit(row, row.figure);
    const target = growth ? (row.target?.value ?? null) : inReportUnit(row, row.target?.value ?? null);
    return [
      growth ? `${row.indicatorName}（增速）` : row.indicatorName,
      target === null ? '—' : `${target}${unit}`,
      actual === null ? '未报送' : `${actual}${unit}`,
      row.completionRate ?? '—',
      row.timeProgress ?? '—',
      signed(row.paceGap ?? row.gap),
      row.light === null ? '—' : (LIGHTS[row.light] ?? row.light),
    ];
  });
  return linedUp([head, ...body], [1, 2, 3, 4, 5]);
}

/** What leaders read: 65000万元 is 6.5亿元. */
function inReportUnit(row: ShownEvaluation, amount: string | null): string | null {
  if (amount === null) return null;
  return convert(Fraction.parse(amount), row.unit, row.reportUnit)?.toExactDecimal() ?? amount;
}

const signed = (text: string | null) => (text === null ? '—' : text.startsWith('-') ? text : `+${text}`);
