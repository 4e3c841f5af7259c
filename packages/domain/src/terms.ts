/** The field's closed vocabularies (domain.md §4–§8, §10), as literal unions with their lists. */

export const INDICATOR_TYPES = ['flow', 'count', 'stock', 'ratio', 'growth', 'milestone'] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const MEASURES = ['value', 'yoy'] as const;
/** What of an indicator a target is about: its value, or its year-on-year growth in %. */
export type Measure = (typeof MEASURES)[number];

export const COMPARATORS = ['atLeast', 'atMost'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** Grades of a target; the deciding one lights the indicator. */
export const TARGET_GRADES = ['annual', 'suggested', 'own', 'stretch'] as const;
export type TargetGrade = (typeof TARGET_GRADES)[number];

/** Grades of a figure, lowest first: 快报/预计, 统计反馈, 年报/核查. */
export const FIGURE_GRADES = ['estimate', 'statistical', 'final'] as const;
export type FigureGrade = (typeof FIGURE_GRADES)[number];

/** Lights, best first. */
export const LIGHTS = ['green', 'yellow', 'orange', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

export const EVALUATION_STATES = [
  'evaluated',
  'notReported',
  'notDue',
  'noTarget',
  'waiting',
  'partial',
  'underReview',
] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** Dispatch levels, lowest first: 日 lead unit, 周 county leader, 月 command centre. */
export const LEVELS = ['daily', 'weekly', 'monthly'] as const;
export type Level = (typeof LEVELS)[number];

export const ROLLS = ['nextWorkday', 'previousWorkday', 'none'] as const;
/** What becomes of a due day that is no working day. */
export type Roll = (typeof ROLLS)[number];

export const ORG_LEVELS = ['province', 'prefecture', 'county', 'park', 'cluster', 'enterprise'] as const;
export type OrgLevel = (typeof ORG_LEVELS)[number];

export const ROLL_UPS = ['sum', 'ratioOfSums', 'none'] as const;
/** How an org's view over its members is made where it reports no figure of its own (园区合计). */
export type RollUp = (typeof ROLL_UPS)[number];

export const RANK_BYS = ['figure', 'completionRate', 'gap', 'paceGap'] as const;
/** What peers are ranked by. */
export type RankBy = (typeof RANK_BYS)[number];

export const GROWTH_BASES = ['comparable', 'current'] as const;
/** Whether growth is at comparable prices and scope (可比口径) or follows from the two printed values (现价). */
export type GrowthBasis = (typeof GROWTH_BASES)[number];

export const SCORINGS = ['pace', 'met', 'proportional', 'rankStep'] as const;
/** How a target scores in the appraisal 考核. */
export type Scoring = (typeof SCORINGS)[number];

/** Kinds of alerts (domain.md §10). */
export const ALERT_KINDS = [
  'indicatorLagging',
  'forecastMiss',
  'submissionDue',
  'submissionOverdue',
  'submissionHeld',
  'dispatchMissed',
  'milestoneDue',
  'milestoneOverdue',
  'projectStalled',
  'decisionDue',
  'decisionOverdue',
  'postVacant',
  'calendarMissing',
  'yearSetup',
  'receiverFailing',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** How bad a light is: 0 green … 3 red. */
export function severity(light: Light): number {
  return LIGHTS.indexOf(light);
}
