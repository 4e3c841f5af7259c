import type { Comparator, IndicatorType, Measure, Plan, PlanKind } from '../../src/index.js';
import { decimal, exactDecimal, floorOf, multiply, type Q, q } from './arithmetic.js';
import type { Draw } from './draw.js';
import type { Goal } from './measured.js';

const UNITS: Record<'flow' | 'count' | 'stock' | 'ratio' | 'growth', readonly string[]> = {
  flow: ['亿元', '万元', '吨'],
  count: ['个', '家'],
  stock: ['家', '人', '亿元'],
  ratio: ['%', '万元/亩'],
  growth: ['%'],
};
const TYPES = ['flow', 'flow', 'count', 'count', 'stock', 'ratio', 'growth'] as const;
const LEVELS: readonly PlanKind[] = ['constant', 'checkpoints'];
const SHARES: readonly PlanKind[] = ['linear', 'weights', 'cumulative', 'lastYear'];

/** The plans that domain.md §5 and §6 give a target. */
export function plansFor(type: IndicatorType, unit: string, measure: Measure): readonly PlanKind[] {
  if (measure === 'yoy' || type === 'growth' || type === 'stock' || unit === '%') return LEVELS;
  return type === 'count' ? [...SHARES, ...LEVELS, 'quarterly', 'quarterly'] : [...SHARES, ...LEVELS];
}

export interface Drawn extends Goal {
  decimals: number;
}

/** A target that domain.md allows, of any type but milestones. */
export function drawGoal(draw: Draw, type: (typeof TYPES)[number] = draw.pick(TYPES)): Drawn {
  const unit = draw.pick(UNITS[type]);
  const measure = draw.chance(type === 'growth' ? 0.5 : 0.2) ? 'yoy' : 'value';
  const decimals = type === 'count' ? 0 : draw.whole(0, 4);
  return { type, unit, measure, decimals, ...drawDemand(draw, { type, unit, measure }) };
}

type Subject = { type: IndicatorType; unit: string; measure: Measure };

/** What may be demanded of an indicator: a revision of a target draws it anew. */
export function drawDemand(draw: Draw, of: Subject): Pick<Goal, 'comparator' | 'target' | 'plan'> {
  const kind = draw.pick(plansFor(of.type, of.unit, of.measure));
  const comparator: Comparator = draw.pick(['atLeast', 'atMost']);
  const isLevel = LEVELS.includes(kind);
  const target = drawTarget(draw, of, { isLevel, mayBeZero: isLevel || comparator === 'atMost', kind });
  return { comparator, target, plan: drawPlan(draw, kind, { ...of, target }) };
}

function drawTarget(
  draw: Draw,
  { type, unit, measure }: Subject,
  { isLevel, mayBeZero, kind }: { isLevel: boolean; mayBeZero: boolean; kind: PlanKind },
): Q {
  if (mayBeZero && kind !== 'quarterly' && draw.chance(0.1)) return q(0);
  if (measure === 'yoy' || unit === '%') return decimal(draw.percentage());
  if (type === 'count') return q(draw.whole(1, draw.pick([5, 40, 400, 1_000_000_000])));
  const amount = decimal(draw.amount());
  return isLevel && draw.chance(0.15) ? multiply(amount, q(-1)) : amount;
}

function drawPlan(draw: Draw, kind: PlanKind, of: Subject & { target: Q }): Plan {
  switch (kind) {
    case 'linear':
      return draw.chance(0.4) ? { kind, from: draw.whole(1, 12) } : { kind };
    case 'weights':
      return drawWeights(draw);
    case 'cumulative':
      return { kind, values: steps(draw).map((step) => portion(of, step)) };
    case 'checkpoints': {
      const months = draw.shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).slice(0, draw.whole(1, 4));
      const ascending = months.sort((a, b) => a - b);
      return {
        kind,
        points: ascending.map((month) => ({ month, value: portion(of, draw.whole(0, 1000)) })),
      };
    }
    default:
      return { kind };
  }
}

/** So many thousandths of the target, as text; a count in whole ones. */
function portion({ type, measure, target }: Subject & { target: Q }, thousandths: number): string {
  const part = multiply(target, q(thousandths, 1000));
  return exactDecimal(type === 'count' && measure === 'value' ? floorOf(part) : part)!;
}

function drawWeights(draw: Draw): Plan {
  const reached = steps(draw);
  const parts = reached.map((step, index) => step - (reached[index - 1] ?? 0));
  if (draw.chance(0.3)) {
    const times = draw.whole(1, 9);
    return { kind: 'weights', weights: parts.map((part) => String(part * times)), normalise: true };
  }
  return { kind: 'weights', weights: parts.map((part) => exactDecimal(q(part, 1000))!) };
}

/** Twelve numbers that never fall, the last 1000; some begin at 0. */
function steps(draw: Draw): number[] {
  const idle = draw.chance(0.3) ? draw.whole(1, 6) : 0;
  const rising = Array.from({ length: 11 - idle }, () => draw.whole(0, 1000)).sort((a, b) => a - b);
  return [...Array.from({ length: idle }, () => 0), ...rising, 1000];
}

/** Last year's cumulative figures: most often usable, else with something missing or out of place. */
export function drawLastYear(draw: Draw): (Q | null)[] {
  const full = decimal(draw.amount());
  const series: (Q | null)[] = steps(draw).map((step) => multiply(full, q(step, 1000)));
  switch (draw.whole(0, 9)) {
    case 0:
      return [];
    case 1:
      return series.map(() => null);
    case 2:
      return [...series.slice(0, 11), null];
    case 3:
      return series.map((value, index) => (index < 11 && draw.chance(0.3) ? null : value));
    case 4:
      return series.map((value, index) =>
        index === draw.whole(0, 10) ? multiply(full, q(1001, 1000)) : value,
      );
    case 5:
      return [...series.slice(0, 11), multiply(full, q(draw.whole(-1, 0)))];
    default:
      return series;
  }
}

export const isPhased = ({ plan }: Goal): boolean => SHARES.includes(plan.kind);
export const isLevel = ({ plan }: Goal): boolean => LEVELS.includes(plan.kind);
