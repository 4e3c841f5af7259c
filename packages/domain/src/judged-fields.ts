import type { JudgedFields, TargetTerms } from './evaluation.js';
import { Fraction } from './fraction.js';
import type { Indicator } from './indicator.js';
import type { PlanPosition } from './plan.js';
import type { Comparator } from './terms.js';
import { judgedInPoints } from './yardstick.js';

/** Every field null: nothing is measured. */
export const NO_FIELDS: JudgedFields = {
  completionRate: null,
  timeProgress: null,
  paceGap: null,
  paceRatio: null,
  gap: null,
  gapRate: null,
  plannedToDate: null,
  shortfall: null,
  remaining: null,
  averageMonthly: null,
  requiredMonthly: null,
  requiredMultiple: null,
  nextCheckpoint: null,
  daysOverdue: null,
};

/** What a measurement is made from; `judged` is the number the target is about. */
export interface MeasureQuestion {
  judged: Fraction;
  target: TargetTerms;
  position: PlanPosition;
  month: number;
  indicator: Pick<Indicator, 'type' | 'unit'>;
}

/**
 * Measured against the year's path (domain.md §6, phased): rates in %, gaps in percentage points, amounts
 * in the indicator's unit. A limit of 0 has no rates: it is judged on `gap` = −A.
 */
export function phasedFields({ judged, target, position, month }: MeasureQuestion): JudgedFields {
  const timeProgress = position.share?.times(Fraction.HUNDRED) ?? null;
  const completionRate = rateOf(judged, target.value);
  const paceGap = completionRate && timeProgress ? completionRate.minus(timeProgress) : null;
  const plannedToDate = position.expected;
  const remaining = notBelowZero(target.value.minus(judged));
  const averageMonthly = judged.dividedBy(Fraction.of(month - position.from + 1));
  const requiredMonthly = month === 12 ? null : remaining.dividedBy(Fraction.of(12 - month));
  return {
    ...NO_FIELDS,
    completionRate,
    timeProgress,
    paceGap: paceGap && towards(target.comparator, paceGap),
    paceRatio:
      completionRate && timeProgress && timeProgress.sign > 0 ? rateOf(completionRate, timeProgress) : null,
    gap: target.value.sign === 0 ? towards(target.comparator, judged) : null,
    plannedToDate,
    shortfall: plannedToDate && shortOf({ comparator: target.comparator, judged, plannedToDate }),
    remaining,
    averageMonthly,
    requiredMonthly,
    requiredMultiple:
      requiredMonthly && averageMonthly.sign > 0 ? requiredMonthly.dividedBy(averageMonthly) : null,
  };
}

/** Measured against the last quarter's node (domain.md §6, quarterly); a limit of 0 as in `phasedFields`. */
export function quarterlyFields({ judged, target, position }: MeasureQuestion): JudgedFields {
  const plannedToDate = position.expected!;
  return {
    ...NO_FIELDS,
    completionRate: rateOf(judged, target.value),
    paceRatio: rateOf(judged, plannedToDate),
    gap: target.value.sign === 0 ? towards(target.comparator, judged) : null,
    plannedToDate,
    shortfall: shortOf({ comparator: target.comparator, judged, plannedToDate }),
    remaining: notBelowZero(target.value.minus(judged)),
  };
}

/**
 * Measured against a level (domain.md §6, constant and checkpoints): `gap` in percentage points or in the
 * indicator's unit; `gapRate` in % of the level, only where the unit is no percentage and the level not 0.
 */
export function levelFields({ judged, target, position, indicator }: MeasureQuestion): JudgedFields {
  const expected = position.expected ?? target.value;
  const gap = towards(target.comparator, judged.minus(expected));
  const inPoints = judgedInPoints({ ...indicator, measure: target.measure });
  return { ...NO_FIELDS, gap, gapRate: inPoints ? null : rateOf(gap, expected.absolute()) };
}

/** The judged gap of a measurement, below 0 where it is behind: paceGap, else gap, else minus shortfall. */
export function judgedGap(fields: JudgedFields): Fraction | null {
  return fields.paceGap ?? fields.gap ?? fields.shortfall?.negated() ?? null;
}

/**
 * How far off a measurement is, above 0 where it is behind, in the gap its light goes by: percentage points
 * of paceGap, % of gapRate, else the gap's own unit, else the count short of the node, else a milestone's
 * working days overdue.
 */
export function offTarget(fields: JudgedFields): Fraction | null {
  return (
    (fields.paceGap ?? fields.gapRate ?? fields.gap)?.negated() ?? fields.shortfall ?? fields.daysOverdue
  );
}

/** The sign by which positive is good: a limit turns it round. */
function towards(comparator: Comparator, ahead: Fraction): Fraction {
  return comparator === 'atMost' ? ahead.negated() : ahead;
}

function shortOf({
  comparator,
  judged,
  plannedToDate,
}: {
  comparator: Comparator;
  judged: Fraction;
  plannedToDate: Fraction;
}): Fraction {
  return notBelowZero(towards(comparator, judged.minus(plannedToDate)).negated());
}

/** part ÷ whole × 100; null where the whole is 0. */
function rateOf(part: Fraction, whole: Fraction): Fraction | null {
  return whole.sign === 0 ? null : part.times(Fraction.HUNDRED).dividedBy(whole);
}

function notBelowZero(amount: Fraction): Fraction {
  return amount.sign < 0 ? Fraction.ZERO : amount;
}
