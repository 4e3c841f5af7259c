import { Fraction } from './fraction.js';
import type { Plan, PlanKind } from './plan.js';
import type { Comparator, IndicatorType, Measure } from './terms.js';
import { isPercent, yardstickOf } from './yardstick.js';

/** One thing wrong with data that a person wrote: where (JSON pointer), a stable code, and what to do. */
export interface RuleFault {
  pointer: string;
  code: string;
  message: string;
}

/** The target a plan belongs to; `measure` defaults to `value`, `unit` to one that is no percentage. */
export interface PlanSubject {
  target: Fraction;
  comparator: Comparator;
  type: IndicatorType;
  measure?: Measure;
  unit?: string;
}

const SHARED: readonly PlanKind[] = ['linear', 'weights', 'cumulative', 'lastYear'];

/**
 * Everything that makes a plan unusable for its target (domain.md §5, §6), empty for a sound one. Pointers
 * are relative to the target's body: `/plan/…` and `/value`.
 */
export function planFaults(plan: Plan, subject: PlanSubject): RuleFault[] {
  const faults = [...kindFaults(plan, subject), ...targetFaults(plan, subject)];
  if (plan.kind === 'linear') faults.push(...linearFaults(plan));
  if (plan.kind === 'weights') faults.push(...weightsFaults(plan));
  if (plan.kind === 'cumulative') faults.push(...cumulativeFaults(plan, subject.target));
  if (plan.kind === 'checkpoints') faults.push(...checkpointsFaults(plan));
  return faults;
}

function kindFaults(plan: Plan, { type, measure = 'value', unit = '' }: PlanSubject): RuleFault[] {
  const levelOnly =
    measure === 'yoy' || type === 'growth' || type === 'stock' || (type === 'ratio' && isPercent(unit));
  const fits =
    plan.kind === 'constant' ||
    plan.kind === 'checkpoints' ||
    (SHARED.includes(plan.kind) && !levelOnly && type !== 'milestone') ||
    (plan.kind === 'quarterly' && type === 'count' && measure === 'value');
  if (fits) return [];
  const message = `A ${measure === 'yoy' ? 'growth target' : type} cannot follow a ${plan.kind} plan: use constant or checkpoints.`;
  return [fault('/plan/kind', 'planNotForType', message)];
}

function targetFaults(plan: Plan, { target, comparator, type, measure = 'value' }: PlanSubject): RuleFault[] {
  const yardstick = yardstickOf(type, measure, plan);
  if (yardstick !== 'phased' && yardstick !== 'quarterly') return [];
  if (comparator === 'atLeast' && target.sign <= 0) {
    const message = 'A target to be reached over the year must be above 0; use a constant plan otherwise.';
    return [fault('/value', 'targetNotPositive', message)];
  }
  if (target.sign < 0) {
    const message = 'A limit used up over the year cannot be negative; use a constant plan otherwise.';
    return [fault('/value', 'targetNegative', message)];
  }
  if (yardstick === 'quarterly' && !target.isWhole) {
    return [fault('/value', 'targetNotWhole', 'A target with quarterly nodes must be a whole number.')];
  }
  return [];
}

function linearFaults({ from = 1 }: Extract<Plan, { kind: 'linear' }>): RuleFault[] {
  return isMonth(from) ? [] : [fault('/plan/from', 'monthOutOfRange', 'from must be a month, 1 to 12.')];
}

function weightsFaults({ weights, normalise }: Extract<Plan, { kind: 'weights' }>): RuleFault[] {
  const { values, faults } = twelve(weights, '/plan/weights');
  values.forEach((weight, index) => {
    if (weight.sign < 0) {
      faults.push(fault(`/plan/weights/${index}`, 'weightNegative', 'A weight must not be below 0.'));
    }
  });
  if (faults.length > 0) return faults;
  const total = values.reduce((sum, value) => sum.plus(value), Fraction.ZERO);
  if (normalise ? total.sign > 0 : total.equals(Fraction.ONE)) return [];
  if (normalise) {
    const message = 'The weights sum to 0: at least one must be above 0.';
    return [fault('/plan/weights', 'weightsAllZero', message)];
  }
  const found = total.toExactDecimal();
  const message = `The 12 weights sum to ${found}, not to 1: correct them, or set normalise.`;
  return [fault('/plan/weights', 'weightsNotOne', message)];
}

function cumulativeFaults({ values: texts }: Extract<Plan, { kind: 'cumulative' }>, target: Fraction) {
  const { values, faults } = twelve(texts, '/plan/values');
  if (faults.length > 0) return faults;
  values.forEach((value, index) => {
    if (value.sign < 0) {
      const message = 'A cumulative value must not be below 0.';
      faults.push(fault(`/plan/values/${index}`, 'cumulativeNegative', message));
    }
    const before = values[index - 1];
    if (before && value.lessThan(before)) {
      const message = 'A cumulative value must not be below the month before.';
      faults.push(fault(`/plan/values/${index}`, 'cumulativeFalls', message));
    }
  });
  if (!values[11]!.equals(target)) {
    const message = `The value of month 12 must be the target itself, ${target.toExactDecimal() ?? 'as given'}.`;
    faults.push(fault('/plan/values/11', 'cumulativeNotTarget', message));
  }
  return faults;
}

function checkpointsFaults({ points }: Extract<Plan, { kind: 'checkpoints' }>): RuleFault[] {
  if (points.length === 0)
    return [fault('/plan/points', 'checkpointsEmpty', 'Name at least one checkpoint.')];
  return points.flatMap(({ month, value }, index) => {
    const faults: RuleFault[] = [];
    const before = points[index - 1];
    if (!isMonth(month)) {
      faults.push(fault(`/plan/points/${index}/month`, 'monthOutOfRange', 'A month is 1 to 12.'));
    } else if (before && before.month >= month) {
      const message = 'Checkpoints go in ascending order of month, one a month.';
      faults.push(fault(`/plan/points/${index}/month`, 'monthsNotAscending', message));
    }
    if (readDecimal(value) === null) faults.push(notDecimal(`/plan/points/${index}/value`));
    return faults;
  });
}

function twelve(texts: readonly string[], pointer: string): { values: Fraction[]; faults: RuleFault[] } {
  const read = texts.map(readDecimal);
  const faults = read.flatMap((value, index) => (value === null ? [notDecimal(`${pointer}/${index}`)] : []));
  if (texts.length !== 12) {
    faults.push(fault(pointer, 'notTwelve', `Give 12 values, one a month; ${texts.length} were given.`));
  }
  return { values: read.filter((value) => value !== null), faults };
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}

function notDecimal(pointer: string): RuleFault {
  return fault(pointer, 'notDecimal', 'Write a plain decimal such as "0.085".');
}

function fault(pointer: string, code: string, message: string): RuleFault {
  return { pointer, code, message };
}

/** The number a plain decimal text says, or null where it is none. */
function readDecimal(text: string): Fraction | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Fraction.parse(text) : null;
}
