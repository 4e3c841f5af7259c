import type { Fraction } from './fraction.js';
import type { Plan } from './plan.js';
import type { PlanFallback } from './plan-last-year.js';
import type { PolicyField } from './policy-field.js';
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

/** How a target is measured: against the year's path, the quarter's node, a level of its own, or a date (§6). */
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
  /** Of a milestone: working days since its due date at the period's end, below 0 before it; 0 once done. */
  daysOverdue: Fraction | null;
}

/** Whether a milestone is done (domain.md §6): by when it had to be, and since when it is. */
export interface MilestoneStatus {
  /** `YYYY-MM-DD`. */
  due: string;
  done: boolean;
  /** `YYYY-MM-DD`; null where nobody said. */
  doneOn: string | null;
  /** Done after its due date. */
  doneLate: boolean;
}

/** Where a figure comes from: a sheet, a formula, or the members of the org. */
export type FigureOrigin = 'reported' | 'computed' | 'rolledUp';

/** The rule that decided a light, and what it saw. */
export interface DecidedLight {
  light: Light;
  /** The policy's key and version. */
  policy: string;
  policyVersion: number;
  /**
   * The position in the policy's list, 0-based; null where no rule matched (green), or none could see the
   * judged figure and the sign of the gap decided, or a milestone is done, or undone at the year's end.
   */
  rule: number | null;
  /** The figures the deciding rule read, unrounded; for an else, all that the policy's rules read. */
  saw: Partial<Record<PolicyField, Fraction>>;
  /** Set where `clearThrough` held the light back for one period (补齐). */
  clearedThrough?: true;
}

/**
 * What changed since the previous reported period of the same year, as differences (this one minus the
 * previous one); `light` is the previous light itself.
 */
export interface EvaluationChange {
  previousMonth: number;
  figure: Fraction | null;
  /** In percentage points. */
  yoy: Fraction | null;
  /** Of paceGap where both periods have one, else of gap; null where the yardstick changed between. */
  gap: Fraction | null;
  light: Light | null;
}

/** One target at one month of its year, measured: everything that needs no other month. */
export interface MeasuredTarget {
  month: number;
  state: EvaluationState;
  measure: Measure;
  yardstick: Yardstick;
  /** The cumulative figure and growth in force, whatever the measure; null where not reported. */
  figure: Fraction | null;
  yoy: Fraction | null;
  grade: FigureGrade | null;
  fields: JudgedFields;
  /** Where the figure comes from; `reported` too where there is none. */
  origin: FigureOrigin;
  /** Of a milestone, else null. */
  milestone: MilestoneStatus | null;
  /** Why the plan asked for could not be followed (`lastYear` without history), else null. */
  planFallback: PlanFallback | null;
}

/** One target at one month of its year, judged. */
export interface Evaluation extends MeasuredTarget {
  /** The target version that judged this month; null without a target. */
  version: number | null;
  /** Reported before the first target arrived. */
  backJudged: boolean;
  decided: DecidedLight | null;
  /** Above the peer reference, percentage points, below 0 where it is below; null without one. */
  peerGap: Fraction | null;
  /**
   * Judged periods in a row with paceGap (or gap) below 0, this one included; a month that is not judged
   * carries the count of the one before.
   */
  consecutiveLag: number;
  change: EvaluationChange | null;
  /**
   * Where another version than the one of the month before judges this one for the first time: the light it would have
   * had under that one, by which a light that moved with the target is told from one that moved with the figure.
   */
  underEarlierTarget?: { light: Light | null } | undefined;
}
