import type { Fraction } from './fraction.js';
import type { Plan } from './plan.js';
import type { Comparator, EvaluationState, FigureGrade, Light, Measure, TargetGrade } from './terms.js';

/** What a target demands of one indicator in one year (domain.md §5). */
export interface TargetTerms {
  measure: Measure;
  grade: TargetGrade;
  deciding: boolean;
  comparator: Comparator;
  value: Fraction;
  plan: Plan;
}

/** How a target is measured: against the year's path, the quarter's node, or a level of its own (§6). */
export type Yardstick = 'phased' | 'quarterly' | 'level' | 'milestone';

/**
 * The fields of domain.md §6, unrounded; null where undefined. Rates and `…Gap` in percent or percentage
 * points; amounts in the indicator's unit.
 */
export interface JudgedFields {
  completionRate: Fraction | null;
  timeProgress: Fraction | null;
  paceGap: Fraction | null;
  paceRatio: Fraction | null;
  gap: Fraction | null;
  gapRate: Fraction | null;
  plannedToDate: Fraction | null;
  shortfall: Fraction | null;
  remaining: Fraction | null;
  averageMonthly: Fraction | null;
  requiredMonthly: Fraction | null;
  requiredMultiple: Fraction | null;
  nextCheckpoint: { month: number; value: Fraction; gap: Fraction } | null;
}

/** The rule that decided a light and what it saw; `rule` is the position in the policy's list, 0-based. */
export interface DecidedLight {
  light: Light;
  policy: string;
  rule: number | null;
  /** Set where `clearThrough` held the light back for one period (补齐). */
  clearedThrough?: true;
}

/** What changed since the previous judged period of the same year. */
export interface EvaluationChange {
  previousMonth: number;
  figure: Fraction | null;
  yoy: Fraction | null;
  gap: Fraction | null;
  light: Light | null;
}

/** One target at one month of its year, judged. */
export interface Evaluation {
  month: number;
  state: EvaluationState;
  yardstick: Yardstick;
  /** The cumulative figure and growth in force, whatever the measure; null where not reported. */
  figure: Fraction | null;
  yoy: Fraction | null;
  grade: FigureGrade | null;
  fields: JudgedFields;
  decided: DecidedLight | null;
  consecutiveLag: number;
  change: EvaluationChange | null;
  /** Why the plan asked for could not be followed (`lastYear` without history), else null. */
  planFallback: string | null;
}
