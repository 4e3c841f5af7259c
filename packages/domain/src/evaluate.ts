import type { JudgedFields, MeasuredTarget, TargetTerms } from './evaluation.js';
import type { Fraction } from './fraction.js';
import type { Indicator } from './indicator.js';
import {
  levelFields,
  type MeasureQuestion,
  NO_FIELDS,
  phasedFields,
  quarterlyFields,
} from './judged-fields.js';
import { type MilestonePosition, milestoneMeasured } from './milestone.js';
import { defaultPlan, type PlanPosition, planPosition } from './plan.js';
import type { EvaluationState, FigureGrade, IndicatorType, Measure } from './terms.js';
import { yardstickOf } from './yardstick.js';

/** One target and the figure in force at a month of its year. */
export interface EvaluateInput {
  indicator: Pick<Indicator, 'type' | 'unit'>;
  /** Null: reported without a target. */
  target: TargetTerms | null;
  /** 1…12. */
  month: number;
  /** The cumulative figure, in the indicator's unit; null where not reported. */
  figure: Fraction | null;
  /** Year-on-year growth in %; null where not reported. */
  yoy: Fraction | null;
  grade: FigureGrade | null;
  /** Last year's cumulative figures of months 1…12, all of one grade, for a `lastYear` plan. */
  lastYear?: readonly (Fraction | null)[] | undefined;
  /** Where a milestone stands; without it nothing is known of one, and it is `notDue`. */
  milestone?: MilestonePosition | undefined;
}

/**
 * Measures one target at one month (domain.md §6), exact and unrounded. States: `noTarget`, `notReported`
 * (the number the target is about is missing; never a milestone's), `notDue` (the plan demands nothing yet),
 * `evaluated`. Expects terms without `planFaults`.
 */
export function evaluate(input: EvaluateInput): MeasuredTarget {
  const { indicator, target, month, figure, yoy, grade, lastYear } = input;
  const measure = target?.measure ?? 'value';
  const plan = target?.plan ?? defaultPlan(indicator.type, measure);
  const yardstick = yardstickOf(indicator.type, measure, plan);
  const measured: MeasuredTarget = {
    month,
    state: 'noTarget',
    measure,
    yardstick,
    figure,
    yoy,
    grade,
    fields: NO_FIELDS,
    origin: 'reported',
    milestone: null,
    planFallback: null,
  };
  if (!target) return measured;
  if (yardstick === 'milestone') {
    return { ...measured, state: 'notDue', ...(input.milestone && milestoneMeasured(input.milestone)) };
  }

  const position = planPosition(plan, { target: target.value, month, lastYear });
  const judged = judgedNumber({ type: indicator.type, measure, figure, yoy });
  const state = stateOf(position, {
    judged,
    started: position.due || (plan.kind !== 'linear' && position.fallback === null),
  });
  const placed = { ...measured, state, planFallback: position.fallback };
  if (judged === null) return placed;

  const question = { judged, target, position, month, indicator };
  if (state === 'notDue') return { ...placed, fields: beforeFirstCheckpoint(question) };
  if (yardstick === 'phased') return { ...placed, fields: phasedFields(question) };
  if (yardstick === 'quarterly') return { ...placed, fields: quarterlyFields(question) };
  return { ...placed, fields: levelFields(question) };
}

/**
 * The number a target is about: the value, or the growth for a `yoy` target. An indicator of type growth is
 * its own growth, so either of the two serves where the other is missing.
 */
export function judgedNumber({
  type,
  measure,
  figure,
  yoy,
}: {
  type: IndicatorType;
  measure: Measure;
  figure: Fraction | null;
  yoy: Fraction | null;
}): Fraction | null {
  if (type === 'growth') return measure === 'yoy' ? (yoy ?? figure) : (figure ?? yoy);
  return measure === 'yoy' ? yoy : figure;
}

/** A month before the plan's first one is not due even without a figure; later ones wait for the figure. */
function stateOf(
  position: PlanPosition,
  { judged, started }: { judged: Fraction | null; started: boolean },
): EvaluationState {
  if (!started) return 'notDue';
  if (judged === null) return 'notReported';
  return position.due ? 'evaluated' : 'notDue';
}

function beforeFirstCheckpoint({ judged, target, position }: MeasureQuestion): JudgedFields {
  const next = position.nextCheckpoint;
  if (!next) return NO_FIELDS;
  const ahead = judged.minus(next.value);
  const gap = target.comparator === 'atMost' ? ahead.negated() : ahead;
  return { ...NO_FIELDS, nextCheckpoint: { ...next, gap } };
}
