import type { Case } from './draw.js';
import { Exact, HUNDRED } from './exact.js';
import { type Field, isInPoints, type Verdict } from './oracle.js';

/** How domain.md §2 has the oracle's exact numbers shown: rounded once, half away from zero. */

export type Shown = Record<string, string | null>;

/** The fields of an evaluation as answers, webhooks and snapshots carry them. Figures stand as they were given. */
export function wireOf(one: Case, month: number, { fields }: Verdict): Shown {
  const { value = null, yoy = null } = one.figures.get(month) ?? {};
  const monthly = Math.max(one.decimals, 2);
  const places: Record<Field, number> = {
    completionRate: 2,
    timeProgress: 2,
    paceGap: 2,
    paceRatio: 2,
    gap: isInPoints(one, one.goal?.measure ?? 'value') ? 2 : one.decimals,
    gapRate: 2,
    plannedToDate: one.decimals,
    shortfall: one.decimals,
    remaining: one.decimals,
    averageMonthly: monthly,
    requiredMonthly: monthly,
    requiredMultiple: 2,
  };
  const shown: Shown = { figure: value, yoy };
  for (const [name, exact] of Object.entries(fields) as [Field, Exact | null][]) {
    shown[name] = exact === null ? null : exact.toFixed(places[name]);
  }
  return shown;
}

/** A number with a true minus sign, as reports print it. */
export const printed = (text: string): string => text.replace('-', '−');

const readPrinted = (text: string): Exact => Exact.of(text.replace('−', '-'));

/**
 * An amount as leaders read it: in the report unit and with its decimals. One that is not nothing never reads as
 * nothing (domain.md §2: 0 is a figure), so it has more decimals where it needs them.
 */
function amount(one: Case, exact: Exact, places: number): string {
  const reported = exact.over(Exact.of(one.reportScale));
  let enough = places;
  while (reported.sign !== 0 && Exact.of(reported.toFixed(enough)).sign === 0) enough += 1;
  return printed(reported.toFixed(enough));
}

/** Gaps in tables carry their sign. */
function withSign(exact: Exact, places: number): string {
  const text = exact.toFixed(places);
  return printed(Exact.of(text).sign > 0 ? `+${text}` : text);
}

/** Cells of table 1 (domain.md §12) by their column; only what the oracle knows. */
export function cellsOf(one: Case, month: number, { state, fields, light }: Verdict): Record<string, string> {
  const { value } = one.figures.get(month) ?? {};
  const { completionRate, paceGap, requiredMonthly, gap } = fields;
  const isPoints = isInPoints(one, one.goal?.measure ?? 'value');
  const cells: Record<string, string> = {
    completionRate: completionRate ? printed(completionRate.toFixed(2)) : '—',
    paceGap: paceGap ? withSign(paceGap, 2) : '—',
    requiredMonthly: requiredMonthly ? amount(one, requiredMonthly, Math.max(one.reportDecimals, 2)) : '—',
  };
  if (value !== undefined && one.unit !== '%')
    cells.figure = amount(one, Exact.of(value), one.reportDecimals);
  if (isPoints && state === 'evaluated' && gap) cells.gap = `${withSign(gap, 2)}个百分点`;
  if (light) cells.light = { green: '绿灯', yellow: '黄灯', orange: '橙灯', red: '红灯' }[light];
  return cells;
}

/** What sentences say of a judgement (domain.md §12): rates and points with one decimal. */
export function wordsOf(one: Case, month: number, { fields, state }: Verdict): RegExp[] {
  const { goal } = one;
  if (state !== 'evaluated' || !goal) return [];
  const isControl = goal.comparator === 'atMost';
  const { completionRate, paceGap, shortfall } = fields;
  const words: string[] = [];
  if (completionRate && paceGap) {
    const rate = printed(completionRate.toFixed(1));
    words.push(`${isControl ? '已用全年控制数的' : '完成年度目标的'}${rate}%`);
  }
  // At year end the path has arrived: what is missing is said as an amount.
  if (paceGap && month < 12) {
    const sides = isControl ? ['低于', '超'] : ['快于', '慢于'];
    words.push(gapWords(paceGap, { places: 1, sides }));
    if (!isControl && shortfall && paceGap.toFixed(1).startsWith('-') && one.type !== 'count') {
      words.push(`欠进度${amount(one, shortfall, one.reportDecimals)}${one.reportUnit}`);
    }
  }
  if (fields.gap && isInPoints(one, goal.measure)) {
    // A share is read with its own decimals (工业集中度69.81%，低于年度目标10.19个百分点), growth with one.
    const places = one.type === 'ratio' && goal.measure === 'value' ? Math.max(one.reportDecimals, 1) : 1;
    words.push(gapWords(fields.gap, { places, sides: isControl ? ['低于', '高于'] : ['高于', '低于'] }));
  }
  return words.map((word) => new RegExp(word.replaceAll('.', '\\.').replaceAll('~', '[^，。]*?')));
}

function gapWords(gap: Exact, { places, sides }: { places: number; sides: string[] }): string {
  const size = gap.abs().toFixed(places);
  if (Exact.of(size).sign === 0) return '基本持平';
  return `${gap.sign < 0 ? sides[1] : sides[0]}~${size}个百分点`;
}

/** Divisions of a line that explains a light which do not give the rate they print. */
export function divisionFaults(text: string): string[] {
  return [...text.matchAll(/(−?[\d.]+) ÷ ([\d.]+) = (−?[\d.]+)%/g)].flatMap(
    ([division, part, whole, rate]) => {
      const divided = readPrinted(part ?? '')
        .over(Exact.of(whole ?? ''))
        .times(HUNDRED);
      const is = printed(divided.toFixed((rate?.split('.')[1] ?? '').length));
      return is === rate ? [] : [`${division} is ${is}%`];
    },
  );
}

/**
 * Faults of the line that explains a light on time: both rates have to be the oracle's, rounded, and have to add
 * up to the printed gap (domain.md §12). Where no number of decimals makes them add up, the line says so.
 */
export function explanationFaults(text: string, { fields }: Verdict): string[] {
  const match =
    /^−?[\d.]+ ÷ [\d.]+ = (−?[\d.]+)%，\S{2}进度 ([\d.]+)%，(?:持平|[快慢超低]于? ?([\d.]+) 个百分点)(（四舍五入）)?$/.exec(
      text,
    );
  const { completionRate, timeProgress, paceGap } = fields;
  if (!match || !completionRate || !timeProgress || !paceGap) return ['not as domain.md has it'];
  const [rate = '', progress = '', size = '0', rounded] = match.slice(1);
  const places = rate.split('.')[1]?.length ?? 0;
  const adds = (decimals: number) =>
    Exact.of(completionRate.toFixed(decimals))
      .minus(Exact.of(timeProgress.toFixed(decimals)))
      .equals(Exact.of(completionRate.minus(timeProgress).toFixed(decimals)));
  const tells = (decimals: number) => Exact.of(paceGap.toFixed(decimals)).sign === paceGap.sign;
  const faults: string[] = [];
  if (printed(completionRate.toFixed(places)) !== rate)
    faults.push(`rate is ${completionRate.toFixed(places)}`);
  if (timeProgress.toFixed(places) !== progress) faults.push(`progress is ${timeProgress.toFixed(places)}`);
  if (paceGap.abs().toFixed(places) !== Exact.of(size).toFixed(places)) faults.push('another gap');
  if (paceGap.sign !== 0 && Exact.of(size).sign === 0) faults.push('a gap that shows as none');
  if (rounded === undefined && !adds(places)) faults.push('does not add up');
  if (rounded !== undefined && [2, 3, 4, 5, 6, places].some((one) => tells(one) && adds(one)))
    faults.push('would add up with other decimals');
  return faults;
}
