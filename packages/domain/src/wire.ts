import type {
  Evaluation,
  EvaluationChange,
  FigureOrigin,
  JudgedFields,
  MilestoneStatus,
} from './evaluation.js';
import type { Fraction } from './fraction.js';
import type { Indicator } from './indicator.js';
import { NO_FIELDS } from './judged-fields.js';
import type { PlanFallback } from './plan-last-year.js';
import type { EvaluationState, FigureGrade, Light, Measure } from './terms.js';
import { judgedInPoints } from './yardstick.js';

type WireFields = Record<Exclude<keyof JudgedFields, 'nextCheckpoint' | 'daysOverdue'>, string | null>;

/** An evaluation as answers carry it: decimal strings, each rounded once; null where undefined. */
export interface WireEvaluation extends WireFields {
  measure: Measure;
  state: EvaluationState;
  /** As reported, with all decimals it has. */
  figure: string | null;
  yoy: string | null;
  /** The grade of the figure. */
  source: FigureGrade | null;
  nextCheckpoint: { month: number; value: string; gap: string } | null;
  light: Light | null;
  /** True where `light` is the yellow that a recovered red passes through. */
  clearedThrough: boolean;
  consecutiveLag: number;
  /** Differences to the previous reported period; `light` is the previous light. */
  change: {
    previousPeriod: string;
    figure: string | null;
    yoy: string | null;
    gap: string | null;
    light: Light | null;
  } | null;
  policy: { key: string; version: number; rule: number | null } | null;
  backJudged: boolean;
  planFallback: PlanFallback | null;
  /** Where the figure comes from. */
  origin: FigureOrigin;
  /** Of a milestone; `daysOverdue` in working days, below 0 before it is due. */
  milestone: (MilestoneStatus & { daysOverdue: string | null }) | null;
  /** The fields below stand beside the judgement; absent where there is nothing to say. */
  forecast?: {
    value: string;
    low: string | null;
    high: string | null;
    method: string;
    error: string | null;
    replayedYears: number;
  };
  /** What the park itself expects of the full year, over what last year came to: growth in %, null without a base. */
  outlook?: { value: string; reason: string; lastYear: string | null; growth: string | null };
  peerGap?: { value: string; reference: string; source: 'parent' | 'published' };
  /** What a computed figure waits for. */
  waitsFor?: {
    org: string;
    orgName: string;
    indicator: string;
    indicatorName: string;
    period: string;
    zero?: true;
  }[];
  /** Of a roll-up: how many members reported, and who did not. */
  members?: { reported: number; of: number; missing: { key: string; name: string }[] };
  /** How a figure follows from others; of a reported one what its formula says beside it. */
  computed?: { value: string; numerator: WireOperand; denominator: WireOperand; scale: string };
  /** Growth that the values imply where none was reported (推算); never judged. */
  derivedYoy?: string;
  /** The figure as an exact fraction `n/d`, where no decimal ends it. */
  figureExact?: string;
}

/** One side of a formula as it went in; `figure` is the row it stands in. */
export interface WireOperand {
  org: string;
  indicator: string;
  unit: string;
  value: string;
  figure: number;
}

const { daysOverdue: _, ...NO_NUMBERS } = NO_FIELDS;
/** What an evaluation says of itself where there is nothing to say. */
const NOTHING_SAID = {
  ...NO_NUMBERS,
  figure: null,
  yoy: null,
  source: null,
  light: null,
  clearedThrough: false,
  consecutiveLag: 0,
  change: null,
  policy: null,
  backJudged: false,
  planFallback: null,
  milestone: null,
} as const;

/** An evaluation as it is kept: without the fields that say nothing, which are most of them. */
export type CompactWire = Partial<WireEvaluation>;

/** What is kept of an evaluation; `wholeWire` gives it back as it was. */
export function compactWire(wire: WireEvaluation): CompactWire {
  const said: Record<string, unknown> = {};
  const nothing: Record<string, unknown> = NOTHING_SAID;
  const fields: Record<string, unknown> = { ...wire };
  for (const field in fields) if (fields[field] !== nothing[field]) said[field] = fields[field];
  return said as CompactWire;
}

/** An evaluation as answers carry it, from how it is kept. */
export function wholeWire(compact: CompactWire): WireEvaluation {
  return { ...NOTHING_SAID, ...compact } as WireEvaluation;
}

/** Decimals of rates and percentage points. */
const POINTS = 2;

/**
 * Writes an evaluation of `year` for the wire (domain.md §2): rates and percentage points with 2 decimals,
 * amounts with the indicator's, averageMonthly and requiredMonthly with max(decimals, 2), the figure as it
 * was given. Every number is rounded once, half away from zero.
 */
export function toWire(
  evaluation: Evaluation,
  indicator: Pick<Indicator, 'type' | 'unit' | 'decimals'>,
  year: number,
): WireEvaluation {
  const { fields, decided, measure } = evaluation;
  const amounts = indicator.decimals;
  const monthly = Math.max(amounts, POINTS);
  const { type, unit } = indicator;
  const gaps = judgedInPoints({ type, unit, measure }) ? POINTS : amounts;
  const next = fields.nextCheckpoint;
  return {
    measure,
    state: evaluation.state,
    figure: asGiven(evaluation.figure, Math.max(levelDecimals(indicator), POINTS)),
    yoy: asGiven(evaluation.yoy, POINTS),
    source: evaluation.grade,
    completionRate: rounded(fields.completionRate, POINTS),
    timeProgress: rounded(fields.timeProgress, POINTS),
    paceGap: rounded(fields.paceGap, POINTS),
    paceRatio: rounded(fields.paceRatio, POINTS),
    gap: rounded(fields.gap, gaps),
    gapRate: rounded(fields.gapRate, POINTS),
    plannedToDate: rounded(fields.plannedToDate, amounts),
    shortfall: rounded(fields.shortfall, amounts),
    remaining: rounded(fields.remaining, amounts),
    averageMonthly: rounded(fields.averageMonthly, monthly),
    requiredMonthly: rounded(fields.requiredMonthly, monthly),
    requiredMultiple: rounded(fields.requiredMultiple, POINTS),
    nextCheckpoint: next && {
      month: next.month,
      value: next.value.toExactDecimal() ?? next.value.toDecimal(gaps),
      gap: next.gap.toDecimal(gaps),
    },
    light: decided?.light ?? null,
    clearedThrough: decided?.clearedThrough ?? false,
    consecutiveLag: evaluation.consecutiveLag,
    change: evaluation.change && changeToWire(evaluation.change, { indicator, year, fields, gaps }),
    policy: decided && { key: decided.policy, version: decided.policyVersion, rule: decided.rule },
    backJudged: evaluation.backJudged,
    planFallback: evaluation.planFallback,
    origin: evaluation.origin,
    milestone: evaluation.milestone && {
      ...evaluation.milestone,
      daysOverdue: rounded(fields.daysOverdue, 0),
    },
  };
}

function changeToWire(
  change: EvaluationChange,
  {
    indicator,
    year,
    fields,
    gaps,
  }: {
    indicator: Pick<Indicator, 'type' | 'unit' | 'decimals'>;
    year: number;
    fields: JudgedFields;
    gaps: number;
  },
): WireEvaluation['change'] {
  return {
    previousPeriod: `${String(year).padStart(4, '0')}-${String(change.previousMonth).padStart(2, '0')}`,
    figure: rounded(change.figure, levelDecimals(indicator)),
    yoy: rounded(change.yoy, POINTS),
    gap: rounded(change.gap, fields.paceGap ? POINTS : gaps),
    light: change.light,
  };
}

/** A difference of two figures that are percentages is in points, of amounts in the indicator's decimals. */
function levelDecimals({ type, unit, decimals }: Pick<Indicator, 'type' | 'unit' | 'decimals'>): number {
  return judgedInPoints({ type, unit, measure: 'value' }) ? POINTS : decimals;
}

function rounded(value: Fraction | null, decimals: number): string | null {
  return value?.toDecimal(decimals) ?? null;
}

/** A figure exactly as it is; one that no decimal ends (a computed ratio) with `decimals` decimals. */
function asGiven(value: Fraction | null, decimals: number): string | null {
  return value && (value.toExactDecimal() ?? value.toDecimal(decimals));
}
