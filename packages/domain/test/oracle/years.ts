import { FIGURE_GRADES, type FigureGrade } from '../../src/index.js';
import { add, type Q, q } from './arithmetic.js';
import type { Draw } from './draw.js';
import { drawJudged } from './figures.js';
import { type Decision, decisionAt, type Reported, type Year } from './fold.js';
import { type Drawn, drawDemand, drawGoal, drawLastYear } from './goals.js';
import { drawPolicy } from './policies.js';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const DUE: readonly (readonly number[])[] = [MONTHS, MONTHS, MONTHS.slice(1), [3, 6, 9, 12], [12]];

/** A year of one target, with everything that can happen to it but milestones. */
export function drawYear(draw: Draw, first: Drawn = drawGoal(draw)): Year {
  const dueMonths = draw.pick(DUE);
  const lastYear = drawLastYear(draw);
  const decisions = drawDecisions(draw, first);
  const gaps = draw.pick([0, 0.1, 0.4]);
  const figures = MONTHS.map((month) =>
    dueMonths.includes(month) && !draw.chance(gaps)
      ? drawReported(draw, decisionAt(decisions, month)?.goal ?? first, month, lastYear)
      : null,
  );
  const peers = draw.chance(0.5);
  return {
    decisions: draw.chance(0.03) ? [] : decisions,
    figures,
    dueMonths,
    lastYear,
    peerGaps: MONTHS.map(() => (peers && draw.chance(0.8) ? draw.near(q(draw.pick([0, 3, -3]))) : null)),
    backJudgedThrough: draw.chance(0.3) ? draw.whole(1, 12) : null,
  };
}

/** The first version, and up to three revisions that apply from any month, some from before an earlier one. */
function drawDecisions(draw: Draw, first: Drawn): Decision<Drawn>[] {
  const count = draw.pick([1, 1, 1, 2, 3, 4]);
  const decisions: Decision<Drawn>[] = [];
  for (let version = 1; version <= count; version += 1) {
    const goal = version === 1 ? first : { ...first, ...drawDemand(draw, first) };
    const early = version === 1 && draw.chance(0.8);
    const appliesFrom = early ? 1 : draw.whole(1, 12);
    decisions.push({ appliesFrom, version, goal, policy: drawPolicy(draw, goal) });
  }
  return decisions;
}

function drawReported(draw: Draw, goal: Drawn, month: number, lastYear: readonly (Q | null)[]): Reported {
  const judged = drawJudged(draw, goal, month, lastYear);
  const other = q(draw.whole(-400, 4000), 40);
  const grade: FigureGrade = draw.pick(FIGURE_GRADES);
  const [alone, amiss] = [draw.chance(0.4), draw.chance(0.05)];
  if (amiss) return { value: other, yoy: null, grade };
  if (goal.measure === 'yoy') return { value: alone ? null : other, yoy: judged, grade };
  return { value: judged, yoy: alone ? null : other, grade };
}

/** A figure sent again: of a better grade only, a little moved, or another altogether. */
export function restated(draw: Draw, figure: Reported, other: Reported): Reported {
  if (draw.chance(0.3)) return { ...figure, grade: 'final' };
  const nudge = q(draw.whole(-2, 2));
  return {
    value: draw.chance(0.5) ? other.value : figure.value && add(figure.value, nudge),
    yoy: draw.chance(0.5) ? other.yoy : figure.yoy && add(figure.yoy, nudge),
    grade: draw.pick(['statistical', 'final']),
  };
}
