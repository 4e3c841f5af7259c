import type { JudgedFields, MilestoneStatus, Yardstick } from './evaluation.js';
import { Fraction } from './fraction.js';
import { type ScoredFactor, scoreFactor } from './score-factor.js';
import { sumOf } from './sum-of.js';
import type { Comparator, EvaluationState, Scoring } from './terms.js';

/** The rule below, kept with every score; a change of what it gives is a new version. */
export const SCORE_RULE = { key: 'kaohe', version: 1 } as const;

/** One deciding target, evaluated, as the appraisal sees it. */
export interface ScoreItem {
  key: string;
  /** Null, or not above 0: the target is not in the appraisal. */
  weight: Fraction | null;
  /** Null: `pace` where phased or quarterly, else `met`. */
  scoring: Scoring | null;
  /** Highest completion rate in % that `proportional` counts; default 100. Above 100 it can exceed the weight. */
  cap?: Fraction | undefined;
  yardstick: Yardstick;
  state: EvaluationState;
  comparator: Comparator;
  fields: JudgedFields;
  /** Of a milestone, else left out. */
  milestone?: Pick<MilestoneStatus, 'done'> | null | undefined;
  /** Place among peers, for `rankStep`; null: not ranked. */
  position?: number | null | undefined;
}

/** Points given or taken by hand, on the scale of 100. */
export interface ScoreAdjustment {
  points: Fraction;
  reason: string;
}

/** Why a line has no part in points and weights. */
export type ScoreExclusion =
  | 'noWeight'
  | 'notRanked'
  | 'notMeasured'
  | Exclude<EvaluationState, 'evaluated' | 'notReported'>;

/** One target's part: points = weight × factor. */
export interface ScoreLine {
  key: string;
  weight: Fraction | null;
  /** Null where it is not counted: that is no 0. */
  points: Fraction | null;
  factor: Fraction | null;
  /** How it was scored: the target's own way, or what stands in for it where its fields have no such number. */
  scoring: Scoring;
  counted: boolean;
  why: ScoredFactor['why'] | 'notReported' | ScoreExclusion;
  /** The number the factor was made from; null where there was none. */
  saw: ScoredFactor['saw'] | null;
}

export interface Score {
  /** Unrounded, on the scale of 100; null where nothing counts. */
  score: Fraction | null;
  /** Sums over the counted lines; adjustments are in `score` alone. */
  weights: Fraction;
  points: Fraction;
  lines: ScoreLine[];
  adjustments: ScoreAdjustment[];
  rule: typeof SCORE_RULE;
}

/**
 * 考核得分 (domain.md §6): Σ points ÷ Σ weights counted × 100, hand-made plus and minus added after that on the
 * same scale, the sum kept as it is, above 100 and below 0 too.
 *
 * Not reported counts with 0. What is not due, has no target or no weight leaves the base; so does what waits
 * for another's figure, lacks a member or is under review: it is no fault of who reported, and counts once it
 * is judged. A milestone that is done counts before it is due, too.
 */
export function scoreOf(items: readonly ScoreItem[], adjustments: readonly ScoreAdjustment[] = []): Score {
  const lines = items.map(lineOf);
  const counted = lines.filter((line) => line.counted);
  const weights = sumOf(counted.map(({ weight }) => weight!));
  const points = sumOf(counted.map((line) => line.points!));
  const byHand = sumOf(adjustments.map((adjustment) => adjustment.points));
  return {
    score: weights.sign > 0 ? points.times(Fraction.HUNDRED).dividedBy(weights).plus(byHand) : null,
    weights,
    points,
    lines,
    adjustments: [...adjustments],
    rule: SCORE_RULE,
  };
}

function lineOf(item: ScoreItem): ScoreLine {
  const { key, weight, state } = item;
  const scoring = scoringOf(item);
  const left = (why: ScoreExclusion): ScoreLine => {
    return { key, weight, points: null, factor: null, scoring, counted: false, why, saw: null };
  };
  if (!weight || weight.sign <= 0) return left('noWeight');
  const judged = item.milestone?.done ? 'evaluated' : state;
  if (judged === 'notReported') {
    const zero = Fraction.ZERO;
    return { key, weight, points: zero, factor: zero, scoring, counted: true, why: judged, saw: null };
  }
  if (judged !== 'evaluated') return left(judged);
  const scored = scoreFactor({ ...item, scoring });
  if (!scored) return left(scoring === 'rankStep' ? 'notRanked' : 'notMeasured');
  return { key, weight, points: weight.times(scored.factor), counted: true, ...scored };
}

function scoringOf({ scoring, yardstick }: ScoreItem): Scoring {
  return scoring ?? (yardstick === 'phased' || yardstick === 'quarterly' ? 'pace' : 'met');
}
