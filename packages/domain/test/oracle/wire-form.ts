import { exactDecimal, type Q, rounded } from './arithmetic.js';
import type { Judged } from './fold.js';
import { FIELD_NAMES, type FieldName, type Goal, inPoints } from './measured.js';

/** Decimals on the wire (domain.md §2): rates and points 2, amounts the indicator's, monthly amounts at least 2. */
function decimalsOf(name: FieldName, points: boolean, decimals: number): number {
  if (name === 'averageMonthly' || name === 'requiredMonthly') return Math.max(decimals, 2);
  if (name === 'plannedToDate' || name === 'shortfall' || name === 'remaining') return decimals;
  return name === 'gap' && !points ? decimals : 2;
}

const write = (number: Q | null | undefined, decimals: number): string | null =>
  number ? rounded(number, decimals) : null;

/** The part of an answer that §2 and §6 fix. */
export function wireForm(judged: Judged, goal: Goal, decimals: number, year: number) {
  const points = inPoints(goal);
  const amounts = points ? 2 : decimals;
  const fields = FIELD_NAMES.map((name) => [
    name,
    write(judged.fields[name], decimalsOf(name, points, decimals)),
  ]);
  const { change, reported, next, decided } = judged;
  return {
    ...(Object.fromEntries(fields) as Record<FieldName, string | null>),
    measure: goal.measure,
    state: judged.state,
    figure: reported?.value ? exactDecimal(reported.value) : null,
    yoy: reported?.yoy ? exactDecimal(reported.yoy) : null,
    source: reported?.grade ?? null,
    nextCheckpoint: next && { ...next, value: exactDecimal(next.value), gap: rounded(next.gap, amounts) },
    light: decided?.light ?? null,
    clearedThrough: decided?.held ?? false,
    consecutiveLag: judged.consecutiveLag,
    change: change && {
      previousPeriod: `${year}-${String(change.month).padStart(2, '0')}`,
      figure: write(change.value, goal.unit === '%' || goal.type === 'growth' ? 2 : decimals),
      yoy: write(change.yoy, 2),
      gap: write(change.gap, judged.fields.paceGap ? 2 : amounts),
      light: change.light,
    },
    backJudged: judged.backJudged,
  };
}
