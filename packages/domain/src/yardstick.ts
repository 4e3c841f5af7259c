import type { Yardstick } from './evaluation.js';
import type { Plan } from './plan.js';
import type { IndicatorType, Measure } from './terms.js';

/**
 * How a target is measured (domain.md §6). A year-on-year target, a growth and a stock are levels whatever
 * their plan says; everything else goes by its plan: shares of the year are phased, quarterly nodes
 * quarterly, constants and checkpoints levels (a ratio of a flow over a stock is phased like its numerator
 * by being given a plan of shares). A milestone is measured against its date, whatever the plan and measure.
 */
export function yardstickOf(type: IndicatorType, measure: Measure, plan: Plan): Yardstick {
  if (type === 'milestone') return 'milestone';
  if (measure === 'yoy' || type === 'growth' || type === 'stock') return 'level';
  if (plan.kind === 'quarterly') return 'quarterly';
  return plan.kind === 'constant' || plan.kind === 'checkpoints' ? 'level' : 'phased';
}

/** Whether a unit is the per cent sign: differences in it are percentage points and never rates of a rate. */
export function isPercent(unit: string): boolean {
  return unit === '%' || unit === '％';
}

/** Whether the judged number is a percentage, so that its gap reads in percentage points (domain.md §2). */
export function judgedInPoints({
  type,
  measure,
  unit,
}: {
  type: IndicatorType;
  measure: Measure;
  unit: string;
}): boolean {
  return measure === 'yoy' || type === 'growth' || isPercent(unit);
}
