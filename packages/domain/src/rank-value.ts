import { judgedNumber } from './evaluate.js';
import type { MeasuredTarget, Yardstick } from './evaluation.js';
import type { Fraction } from './fraction.js';
import type { Comparator, Direction, EvaluationState, IndicatorType, Measure, RankBy } from './terms.js';
import { isPercent } from './yardstick.js';

/** What of an evaluation its rank and its comparison with a reference go by. */
export type RankedEvaluation = Pick<MeasuredTarget, 'fields' | 'measure' | 'figure' | 'yoy' | 'state'>;

/** What decides by which number an evaluation is ranked. */
export interface RankBasis {
  type: IndicatorType;
  /** The indicator's own choice; null: the default. */
  rankBy: RankBy | null;
  yardstick: Yardstick;
}

/**
 * By what peers are ranked (domain.md §6). The indicator's own choice wins where what is judged has such a
 * number. The default: the figure for a growth, ratio or stock (also one that is phased) and for every
 * year-on-year measure, where orgs of any size compare; the completion rate for what is phased or quarterly;
 * the gap for an amount that is judged against a level, where figures would only rank the orgs by size.
 */
export function rankByOf({ type, rankBy, yardstick, measure }: RankBasis & { measure: Measure }): RankBy {
  if (rankBy !== null && isMeasuredBy(rankBy, yardstick)) return rankBy;
  if (measure === 'yoy' || type === 'growth' || type === 'ratio' || type === 'stock') return 'figure';
  return yardstick === 'level' ? 'gap' : 'completionRate';
}

/** Whether a yardstick has the number at all. A gap of a phased target exists only for limits of 0. */
function isMeasuredBy(rankBy: RankBy, yardstick: Yardstick): boolean {
  switch (rankBy) {
    case 'figure':
      return true;
    case 'completionRate':
      return yardstick === 'phased' || yardstick === 'quarterly';
    case 'paceGap':
      return yardstick === 'phased';
    case 'gap':
      return yardstick === 'level';
  }
}

/**
 * The number an evaluation is ranked by, unrounded: the indicator's unit, %, or percentage points. Null where
 * it is not ranked: not reported, waiting, under review, a roll-up with a member missing, a milestone, or,
 * where rank does not go by figure, without a target or before its plan demands anything.
 */
export function rankValueOf(evaluation: RankedEvaluation, of: RankBasis): Fraction | null {
  const { type, rankBy, yardstick } = of;
  if (yardstick === 'milestone' || !isComparable(evaluation.state)) return null;
  const by = rankByOf({ type, rankBy, yardstick, measure: evaluation.measure });
  return by === 'figure' ? numberOf(evaluation, type) : evaluation.fields[by];
}

export type RankOrder = 'descending' | 'ascending';

/**
 * Which end of the list is first (domain.md §6): least first for a limit, and without a target for a
 * direction of `down`. The comparator decides, direction is only its default. `gap` and `paceGap` have their
 * sign turned already (positive is good), so that most is first whatever the target.
 */
export function rankOrderOf({
  rankBy,
  direction,
  comparator,
}: {
  rankBy: RankBy;
  direction: Direction;
  /** Null: no target. */
  comparator: Comparator | null;
}): RankOrder {
  if (rankBy === 'gap' || rankBy === 'paceGap') return 'descending';
  const leastIsBest = comparator === null ? direction === 'down' : comparator === 'atMost';
  return leastIsBest ? 'ascending' : 'descending';
}

/** A number that may stand beside a reference, and what it is: only like goes with like. */
export interface PeerComparable {
  of: 'growth' | 'figure' | 'completionRate';
  /** In %. */
  value: Fraction;
}

/**
 * Which number of an evaluation may be compared with a reference (domain.md §6): the growth of a year-on-year
 * measure or a growth, the figure of a ratio in %, the completion rate of what is phased or quarterly; without a
 * target the growth that stands beside an amount. Null otherwise: an amount of one org says nothing beside another's.
 */
export function peerComparableOf(
  evaluation: RankedEvaluation,
  { type, unit, yardstick }: { type: IndicatorType; unit: string; yardstick: Yardstick },
): PeerComparable | null {
  if (yardstick === 'milestone' || !isComparable(evaluation.state)) return null;
  if (evaluation.measure === 'yoy' || type === 'growth') {
    return comparable('growth', numberOf(evaluation, type));
  }
  if (type === 'ratio' && isPercent(unit)) return comparable('figure', evaluation.figure);
  if (evaluation.state === 'noTarget') return comparable('growth', evaluation.yoy);
  return comparable('completionRate', evaluation.fields.completionRate);
}

const numberOf = ({ measure, figure, yoy }: RankedEvaluation, type: IndicatorType): Fraction | null =>
  judgedNumber({ type, measure, figure, yoy });

function comparable(of: PeerComparable['of'], value: Fraction | null): PeerComparable | null {
  return value && { of, value };
}

/**
 * What is not all there, or not accepted, is neither ranked nor compared. A figure before the plan's first
 * month, or without a target, is.
 */
function isComparable(state: EvaluationState): boolean {
  return state === 'evaluated' || state === 'notDue' || state === 'noTarget';
}
