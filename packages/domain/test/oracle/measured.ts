import type { Comparator, IndicatorType, Measure, Plan } from '../../src/index.js';
import {
  divide,
  HUNDRED,
  isNegative,
  isZero,
  magnitude,
  multiply,
  negate,
  orZero,
  type Q,
  q,
  scale,
  subtract,
  ZERO,
} from './arithmetic.js';
import { type Path, pathAt } from './plans.js';

/** What is judged: an indicator's target as domain.md §5 has it. */
export interface Goal {
  type: IndicatorType;
  unit: string;
  measure: Measure;
  comparator: Comparator;
  target: Q;
  plan: Plan;
}

export const FIELD_NAMES = [
  'completionRate',
  'timeProgress',
  'paceGap',
  'paceRatio',
  'gap',
  'gapRate',
  'plannedToDate',
  'shortfall',
  'remaining',
  'averageMonthly',
  'requiredMonthly',
  'requiredMultiple',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type Fields = Partial<Record<FieldName, Q>>;

/** One month measured (domain.md §6); a field that is absent is “not applicable”. */
export interface Measured {
  state: 'noTarget' | 'notReported' | 'notDue' | 'evaluated';
  /** The number the target is about. */
  judged: Q | null;
  fields: Fields;
  next: { month: number; value: Q; gap: Q } | null;
  linearBecause: string[];
}

export const inPoints = (goal: Pick<Goal, 'type' | 'unit' | 'measure'>): boolean =>
  goal.measure === 'yoy' || goal.type === 'growth' || goal.unit === '%';

/** The value or the growth; an indicator that is itself a growth has one number under either name. */
export function judgedOf(goal: Goal, value: Q | null, yoy: Q | null): Q | null {
  const [wanted, other] = goal.measure === 'yoy' ? [yoy, value] : [value, yoy];
  return wanted ?? (goal.type === 'growth' ? other : null);
}

export function measureMonth(
  goal: Goal,
  month: number,
  figure: { value: Q | null; yoy: Q | null },
  lastYear: readonly (Q | null)[],
): Measured {
  const path = pathAt(goal.plan, goal.target, month, lastYear);
  const judged = judgedOf(goal, figure.value, figure.yoy);
  const nothing = { fields: {}, next: null, linearBecause: path.linearBecause };
  // §5 does not say which word a month has that is early and has no figure: before `from` nothing is expected,
  // before a node or a checkpoint a figure is.
  if (!judged && (!path.early || goal.plan.kind !== 'linear')) {
    return { state: 'notReported', judged, ...nothing };
  }
  if (path.early || !judged) {
    const next = judged && path.next && { ...path.next, gap: ahead(goal, judged, path.next.value) };
    return { state: 'notDue', judged, ...nothing, next };
  }
  const fields =
    goal.plan.kind === 'constant' || goal.plan.kind === 'checkpoints'
      ? level(goal, judged, path.expected!)
      : goal.plan.kind === 'quarterly'
        ? node(goal, judged, path.expected!)
        : phased(goal, judged, path, month);
  return { state: 'evaluated', judged, ...nothing, fields };
}

/** By how much a number is better than what it is held against. */
function ahead(goal: Goal, number: Q, than: Q): Q {
  return goal.comparator === 'atLeast' ? subtract(number, than) : subtract(than, number);
}

const percentOf = (part: Q, whole: Q): Q => scale(divide(part, whole), 100);

function level(goal: Goal, judged: Q, expected: Q): Fields {
  const gap = ahead(goal, judged, expected);
  if (inPoints(goal) || isZero(expected)) return { gap };
  return { gap, gapRate: percentOf(gap, magnitude(expected)) };
}

function node(goal: Goal, judged: Q, expected: Q): Fields {
  return {
    completionRate: percentOf(judged, goal.target),
    paceRatio: percentOf(judged, expected),
    plannedToDate: expected,
    shortfall: orZero(negate(ahead(goal, judged, expected))),
    remaining: orZero(subtract(goal.target, judged)),
  };
}

function phased(goal: Goal, judged: Q, { share, from }: Path, month: number): Fields {
  const fields: Fields = {};
  const planned = share ? multiply(goal.target, share) : ZERO;
  if (share) fields.timeProgress = multiply(share, HUNDRED);
  if (isZero(goal.target)) fields.gap = negate(judged);
  else {
    const completion = percentOf(judged, goal.target);
    fields.completionRate = completion;
    fields.paceGap = ahead(goal, completion, fields.timeProgress!);
    if (!isZero(share!)) fields.paceRatio = percentOf(completion, fields.timeProgress!);
  }
  fields.plannedToDate = planned;
  fields.shortfall = orZero(negate(ahead(goal, judged, planned)));
  fields.remaining = orZero(subtract(goal.target, judged));
  fields.averageMonthly = divide(judged, q(month - from + 1));
  if (month < 12) fields.requiredMonthly = divide(fields.remaining, q(12 - month));
  if (fields.requiredMonthly && !isNegative(judged) && !isZero(judged)) {
    fields.requiredMultiple = divide(fields.requiredMonthly, fields.averageMonthly);
  }
  return fields;
}

/** Below 0 where a month is behind: pace, else gap, else what a node is short of. */
export function standing(fields: Fields): Q | null {
  if (fields.paceGap) return fields.paceGap;
  if (fields.gap) return fields.gap;
  return fields.shortfall ? negate(fields.shortfall) : null;
}
