import { Exact, HUNDRED, ZERO } from './exact.js';

/**
 * The oracle: domain.md §5 to §7 written down a second time, as short as they allow and without a line of the
 * product, so that a misreading in one of the two shows as a difference.
 */

export type Light = 'green' | 'yellow' | 'orange' | 'red';
export const WORST_FIRST: readonly Light[] = ['red', 'orange', 'yellow', 'green'];

export type Plan =
  | { kind: 'linear'; from?: number }
  | { kind: 'weights'; weights: string[]; normalise?: boolean }
  | { kind: 'cumulative'; values: string[] }
  | { kind: 'quarterly' }
  | { kind: 'constant' }
  | { kind: 'checkpoints'; points: { month: number; value: string }[] };

export interface Goal {
  measure: 'value' | 'yoy';
  comparator: 'atLeast' | 'atMost';
  value: string;
  plan: Plan;
  /** A preset named by the target; null: the default one. */
  policy: 'ratio-80-60' | 'pace-10-30' | 'consecutive-2' | null;
}

export interface Subject {
  type: 'flow' | 'count' | 'stock' | 'ratio' | 'growth';
  unit: string;
  /** The month of the year in which the org begins: a linear plan begins with it unless it says otherwise. */
  begins: number;
}

export interface Figure {
  value?: string;
  yoy?: string;
}

/** Null: undefined by domain.md and so null on the wire. Absent: not predicted. */
export type Fields = Partial<Record<Field, Exact | null>>;
export type Field =
  | 'completionRate'
  | 'timeProgress'
  | 'paceGap'
  | 'paceRatio'
  | 'gap'
  | 'gapRate'
  | 'plannedToDate'
  | 'shortfall'
  | 'remaining'
  | 'averageMonthly'
  | 'requiredMonthly'
  | 'requiredMultiple';

export interface Verdict {
  state: 'evaluated' | 'notReported' | 'notDue' | 'noTarget';
  light: Light | null;
  fields: Fields;
  /** The checkpoint to come, where a figure can be held against it. */
  next: { month: number; value: string; gap: Exact } | null;
  /** What “behind” is measured by, in points or per cent; null where the two do not compare. */
  off: Exact | null;
  consecutiveLag: number;
}

const blank = (state: Verdict['state']): Verdict => ({
  state,
  light: null,
  fields: {},
  next: null,
  off: null,
  consecutiveLag: 0,
});

/** Judges the months of a year in order; months without a figure are not in the map. */
export function judgeYear(
  subject: Subject,
  goal: Goal | null,
  figures: Map<number, Figure>,
): Map<number, Verdict> {
  const verdicts = new Map<number, Verdict>();
  let lag = 0;
  for (const [month, figure] of [...figures].sort(([one], [other]) => one - other)) {
    const given = goal?.measure === 'yoy' ? figure.yoy : figure.value;
    if (!goal) verdicts.set(month, blank('noTarget'));
    else if (given === undefined) verdicts.set(month, blank('notReported'));
    else {
      const measured = { subject, goal, actual: Exact.of(given), month };
      const verdict = measure(measured);
      if (verdict.state === 'evaluated') {
        lag = isBehind(verdict) ? lag + 1 : 0;
        verdict.consecutiveLag = lag;
        verdict.light = lightOf(measured, verdict);
      }
      verdicts.set(month, verdict);
    }
  }
  return verdicts;
}

interface Measured {
  subject: Subject;
  goal: Goal;
  actual: Exact;
  month: number;
}

/** Points are read and subtracted as points; everything else is an amount in its unit. */
export const isInPoints = (subject: Subject, measure: Goal['measure']): boolean =>
  measure === 'yoy' || subject.type === 'growth' || subject.unit === '%';

function measure(of: Measured): Verdict {
  const { kind } = of.goal.plan;
  if (kind === 'constant' || kind === 'checkpoints') return againstLevel(of);
  return kind === 'quarterly' ? againstNodes(of) : againstTime(of);
}

const signed = (goal: Goal, amount: Exact): Exact =>
  goal.comparator === 'atMost' ? amount.negated() : amount;
const notNegative = (amount: Exact): Exact => (amount.sign < 0 ? ZERO : amount);

const NOTHING_OF_TIME: Fields = {
  completionRate: null,
  timeProgress: null,
  paceGap: null,
  paceRatio: null,
  averageMonthly: null,
  requiredMonthly: null,
  requiredMultiple: null,
};

function againstLevel({ subject, goal, actual, month }: Measured): Verdict {
  const { plan } = goal;
  const points = plan.kind === 'checkpoints' ? [...plan.points].sort((a, b) => a.month - b.month) : [];
  const passed = points.filter((point) => point.month <= month).at(-1);
  if (plan.kind === 'checkpoints' && !passed) {
    const [first] = points;
    const value = Exact.of(first!.value);
    const next = { month: first!.month, value: first!.value, gap: signed(goal, actual.minus(value)) };
    return { ...blank('notDue'), next };
  }
  const expected = Exact.of(passed ? passed.value : goal.value);
  const gap = signed(goal, actual.minus(expected));
  const inPoints = isInPoints(subject, goal.measure);
  const gapRate = inPoints || expected.sign === 0 ? null : gap.over(expected.abs()).times(HUNDRED);
  return {
    ...blank('evaluated'),
    fields: { ...NOTHING_OF_TIME, gap, gapRate },
    off: inPoints ? gap : gapRate,
  };
}

/** 节点: the count expected at the last quarter's end. */
function againstNodes({ goal, actual, month }: Measured): Verdict {
  const target = Exact.of(goal.value);
  const planned = target.times(Exact.of(Math.floor(month / 3), 4)).floor();
  if (planned.sign === 0) return blank('notDue');
  const fields: Fields = {
    plannedToDate: planned,
    shortfall: notNegative(signed(goal, actual.minus(planned)).negated()),
    completionRate: actual.over(target).times(HUNDRED),
    remaining: notNegative(target.minus(actual)),
    paceRatio: actual.over(planned).times(HUNDRED),
    paceGap: null,
    timeProgress: null,
  };
  return { ...blank('evaluated'), fields };
}

/** The planned cumulative share at a month. */
function shareAt({ subject, goal: { plan, value }, month }: Measured): Exact {
  switch (plan.kind) {
    case 'linear': {
      const from = plan.from ?? subject.begins;
      return Exact.of(month - from + 1, 13 - from);
    }
    case 'weights': {
      const sum = (weights: string[]) => weights.reduce((total, one) => total.plus(Exact.of(one)), ZERO);
      return sum(plan.weights.slice(0, month)).over(sum(plan.weights));
    }
    case 'cumulative':
      return Exact.of(plan.values[month - 1] ?? '0').over(Exact.of(value));
    default:
      throw new Error(`${plan.kind} has no share`);
  }
}

function againstTime(of: Measured): Verdict {
  const { subject, goal, actual, month } = of;
  const target = Exact.of(goal.value);
  const isBegun = goal.plan.kind !== 'linear' || month >= (goal.plan.from ?? subject.begins);
  if (!isBegun) return blank('notDue');
  if (target.sign === 0) {
    const gap = actual.negated();
    return { ...blank('evaluated'), fields: { gap, completionRate: null, paceGap: null, paceRatio: null } };
  }
  const share = shareAt(of);
  const from = goal.plan.kind === 'linear' ? (goal.plan.from ?? subject.begins) : 1;
  const completionRate = actual.over(target).times(HUNDRED);
  const timeProgress = share.times(HUNDRED);
  const plannedToDate = target.times(share);
  const remaining = notNegative(target.minus(actual));
  const averageMonthly = actual.over(Exact.of(month - from + 1));
  const requiredMonthly = month === 12 ? null : remaining.over(Exact.of(12 - month));
  const paceGap = signed(goal, completionRate.minus(timeProgress));
  const fields: Fields = {
    completionRate,
    timeProgress,
    paceGap,
    paceRatio: share.sign === 0 ? null : completionRate.over(timeProgress).times(HUNDRED),
    plannedToDate,
    shortfall: notNegative(signed(goal, actual.minus(plannedToDate)).negated()),
    remaining,
    averageMonthly,
    requiredMonthly,
    requiredMultiple:
      requiredMonthly === null || averageMonthly.sign <= 0 ? null : requiredMonthly.over(averageMonthly),
    gapRate: null,
  };
  return { ...blank('evaluated'), fields, off: paceGap };
}

export function isBehind({ fields }: Verdict): boolean {
  const by = fields.paceGap ?? fields.gap ?? fields.shortfall?.negated();
  return (by?.sign ?? 0) < 0;
}

function lightOf({ subject, goal, actual }: Measured, { fields, consecutiveLag }: Verdict): Light {
  const ratio = fields.paceRatio ?? null;
  switch (goal.policy) {
    case 'ratio-80-60':
      return ratio?.isBelow(60) ? 'red' : ratio?.isBelow(80) ? 'yellow' : 'green';
    case 'pace-10-30':
      return fields.paceGap?.isBelow(-30) ? 'red' : fields.paceGap?.isAtMost(-10) ? 'yellow' : 'green';
    case 'consecutive-2':
      return consecutiveLag >= 2 ? 'red' : consecutiveLag === 1 ? 'yellow' : 'green';
  }
  if (goal.plan.kind === 'quarterly') {
    const short = fields.shortfall ?? ZERO;
    if (short.sign === 0) return 'green';
    return short.equals(1) ? 'yellow' : ratio?.isBelow(60) ? 'red' : 'orange';
  }
  const isGrowth = subject.type === 'growth' || goal.measure === 'yoy';
  if (goal.plan.kind === 'checkpoints' && isGrowth) {
    return actual.sign < 0 ? 'red' : (fields.gap ?? ZERO).sign < 0 ? 'yellow' : 'green';
  }
  const by = fields.paceGap ?? fields.gapRate ?? (isInPoints(subject, goal.measure) ? fields.gap : null);
  if (by) return by.sign >= 0 ? 'green' : !by.isAtMost(-5) ? 'yellow' : by.isAtMost(-10) ? 'red' : 'orange';
  // A target of zero has no rate: reached or not.
  return (fields.gap ?? ZERO).sign >= 0 ? 'green' : 'red';
}
