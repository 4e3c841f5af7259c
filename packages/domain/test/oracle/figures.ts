import { add, decimal, magnitude, multiply, type Q, q, scale, subtract } from './arithmetic.js';
import type { Draw } from './draw.js';
import { type Goal, inPoints } from './measured.js';
import { pathAt } from './plans.js';
import { BOUNDS } from './policies.js';

const hundredths = (of: Q, by: Q): Q => multiply(of, multiply(by, q(1, 100)));

/**
 * The judged number of a month: most often one that falls exactly on a bound of a light's rule, or a hair beside
 * it, worked out backwards from the bound.
 */
export function drawJudged(draw: Draw, goal: Goal, month: number, lastYear: readonly (Q | null)[]): Q {
  const path = pathAt(goal.plan, goal.target, month, lastYear);
  if (draw.chance(0.2)) return anyFigure(draw, goal);
  if (path.expected && goal.plan.kind === 'quarterly') return nearNode(draw, path.expected);
  if (path.expected) return nearLevel(draw, goal, path.expected);
  if (path.share) return nearPace(draw, goal, path.share);
  return anyFigure(draw, goal);
}

function anyFigure(draw: Draw, goal: Goal): Q {
  if (goal.plan.kind === 'quarterly') return q(draw.whole(0, 60));
  if (draw.chance(0.15)) return q(0);
  if (draw.chance(0.5)) return multiply(goal.target, draw.part());
  return decimal(inPoints(goal) ? draw.percentage() : draw.amount());
}

/** At a pace gap, or at a share of the time progress. */
function nearPace(draw: Draw, goal: Goal, share: Q): Q {
  if (goal.target[0] === 0n) return draw.near(q(draw.pick([0, 0, 1, -1])));
  const progress = scale(share, 100);
  if (draw.chance(0.3)) {
    const ratio = draw.near(q(draw.pick([60, 80, 100])));
    return hundredths(goal.target, hundredths(progress, ratio));
  }
  const gap = draw.near(q(draw.pick(BOUNDS)));
  const completion = goal.comparator === 'atLeast' ? add(progress, gap) : subtract(progress, gap);
  return hundredths(goal.target, completion);
}

/** At a gap, or at a rate of the level. */
function nearLevel(draw: Draw, goal: Goal, expected: Q): Q {
  const bound = draw.near(q(draw.pick(BOUNDS)));
  const gap = !inPoints(goal) && draw.chance(0.7) ? hundredths(magnitude(expected), bound) : bound;
  return goal.comparator === 'atLeast' ? add(expected, gap) : subtract(expected, gap);
}

/** A few short of the node or over it, or around 60% of it; counts are whole. */
function nearNode(draw: Draw, node: Q): Q {
  if (draw.chance(0.6)) return subtract(node, q(draw.whole(-2, 3)));
  const sixty = (node[0] * 60n) / (node[1] * 100n);
  return q(sixty + BigInt(draw.whole(-1, 1)));
}
