import { Fraction } from './fraction.js';
import { lastYearShare, type PlanFallback } from './plan-last-year.js';
import type { IndicatorType, Measure } from './terms.js';

/**
 * How a year's target is spread over its months (domain.md §5). Stored as data with the target version;
 * amounts and weights are plain decimals.
 */
export type Plan =
  | { kind: 'linear'; from?: number }
  | { kind: 'weights'; weights: string[]; normalise?: boolean }
  | { kind: 'cumulative'; values: string[] }
  /** `from`: of an org that opened within the year, where last year says nothing and the plan is followed as linear. */
  | { kind: 'lastYear'; from?: number }
  | { kind: 'quarterly' }
  | { kind: 'constant' }
  | { kind: 'checkpoints'; points: { month: number; value: string }[] };

/** The kinds of plan, as data. */
export type PlanKind = Plan['kind'];

/** Where a plan stands at the end of one month. */
export interface PlanPosition {
  /** False: the plan demands nothing yet; such a month is shown as `notDue`. */
  due: boolean;
  /** S_m, the planned cumulative share (1 is the whole year); null for nodes, levels, and where not due. */
  share: Fraction | null;
  /**
   * What is expected at this month in the target's own unit: T × S_m, the count of the last quarter's node,
   * the level due; null where not due.
   */
  expected: Fraction | null;
  /** The first month of the plan: 1 unless `linear` says otherwise. */
  from: number;
  /** The first checkpoint, while none is due. */
  nextCheckpoint: { month: number; value: Fraction } | null;
  /** Set where the plan was followed as `linear` instead. */
  fallback: PlanFallback | null;
}

/** What a plan is asked: the year's target, the month 1…12, and last year's series where there is one. */
export interface PlanQuestion {
  target: Fraction;
  month: number;
  /** Last year's cumulative figures of months 1…12, all of one grade; null where a month has none. */
  lastYear?: readonly (Fraction | null)[] | undefined;
}

/**
 * The plan's position at a month (domain.md §5, the table of plans). Expects a plan without `planFaults`;
 * throws RangeError for text that is no plain decimal.
 */
export function planPosition(plan: Plan, { target, month, lastYear }: PlanQuestion): PlanPosition {
  switch (plan.kind) {
    case 'linear':
      return linear({ target, month, from: plan.from ?? 1 });
    case 'weights': {
      const weights = plan.weights.map((weight) => Fraction.parse(weight));
      const first = sum(weights.slice(0, month));
      return shared(target, plan.normalise ? first.dividedBy(sum(weights)) : first);
    }
    case 'cumulative': {
      const expected = Fraction.parse(plan.values[month - 1] ?? '0');
      return { ...OPEN, share: target.sign === 0 ? null : expected.dividedBy(target), expected };
    }
    case 'lastYear': {
      const found = lastYearShare(lastYear, month);
      return typeof found === 'string'
        ? { ...linear({ target, month, from: plan.from ?? 1 }), fallback: found }
        : shared(target, found);
    }
    case 'quarterly':
      return quarterly(target, month);
    case 'constant':
      return { ...OPEN, expected: target };
    case 'checkpoints': {
      const due = plan.points.filter((point) => point.month <= month).at(-1);
      if (due) return { ...OPEN, expected: Fraction.parse(due.value) };
      const next = plan.points[0];
      return {
        ...OPEN,
        due: false,
        nextCheckpoint: next ? { month: next.month, value: Fraction.parse(next.value) } : null,
      };
    }
  }
}

/** The plan of a target that names none (domain.md §5: flow 序时, count 节点, everything else constant). */
export function defaultPlan(type: IndicatorType, measure: Measure): Plan {
  if (measure === 'yoy') return { kind: 'constant' };
  if (type === 'flow') return { kind: 'linear' };
  return { kind: type === 'count' ? 'quarterly' : 'constant' };
}

const OPEN: PlanPosition = {
  due: true,
  share: null,
  expected: null,
  from: 1,
  nextCheckpoint: null,
  fallback: null,
};

function shared(target: Fraction, share: Fraction): PlanPosition {
  return { ...OPEN, share, expected: target.times(share) };
}

function linear({ target, month, from }: { target: Fraction; month: number; from: number }): PlanPosition {
  if (month < from) return { ...OPEN, due: false, from };
  return { ...shared(target, Fraction.of(month - from + 1, 13 - from)), from };
}

/** floor(T × q / 4) of the last quarter ended; a target of 0 expects 0 from the start rather than never. */
function quarterly(target: Fraction, month: number): PlanPosition {
  const expected = target.times(Fraction.of(Math.trunc(month / 3), 4)).floor();
  if (expected.sign === 0 && target.sign !== 0) return { ...OPEN, due: false };
  return { ...OPEN, expected };
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.plus(value), Fraction.ZERO);
}
