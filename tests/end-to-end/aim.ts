import { Exact, HUNDRED, ZERO } from './exact.js';
import { type Goal, isInPoints, judgeYear, type Light, type Subject } from './oracle.js';
import type { Random } from './random.js';

/** How many digits a figure may have (domain.md §8). */
const MOST_DIGITS = 30;

interface Aim {
  subject: Subject;
  goal: Goal;
  month: number;
  light: Light;
}

/**
 * A figure meant to earn a light: on the light's bound, a hair beside it, or anywhere inside. What it does earn is
 * the oracle's to say; where the aim's figure has no end as a decimal, a neighbour is taken.
 */
export function aimAt(random: Random, { subject, goal, month, light }: Aim): string {
  const off = distance(random, goal, light);
  const side = goal.comparator === 'atMost' ? off.negated() : off;
  const expected = expectedOf(subject, goal, month);
  const target = Exact.of(goal.value);
  if (goal.plan.kind === 'quarterly')
    return writeFigure(random, subject, aimAtNodes(random, { goal, expected, light }));
  if (isInPoints(subject, goal.measure)) {
    const isSign = goal.plan.kind === 'checkpoints' && goal.policy === null && random.chance(0.5);
    const figure =
      isSign && light === 'red' ? off : isSign && light === 'yellow' ? ZERO : expected.plus(side);
    return writeFigure(random, null, figure);
  }
  const isLevel = goal.plan.kind === 'constant' || goal.plan.kind === 'checkpoints';
  if (goal.policy === 'ratio-80-60')
    return writeFigure(random, subject, expected.times(ratio(random, light)));
  const base = isLevel ? expected.abs() : target;
  const figure = base.sign === 0 ? side : expected.plus(base.times(side).over(HUNDRED));
  return writeFigure(random, subject, figure);
}

/** Points (or per cent) from the plan that a light begins with, ends with, or lies between. */
function distance(random: Random, goal: Goal, light: Light): Exact {
  const hair = Exact.of(1, 10n ** BigInt(random.whole(3, 9)));
  const bounds = goal.policy === 'pace-10-30' ? [0, -10, -30] : [0, -5, -10];
  const [zero, five, ten] = bounds.map((bound) => Exact.of(bound)) as [Exact, Exact, Exact];
  const inside = Exact.of(random.whole(1, 499), 100);
  switch (light) {
    case 'green':
      return random.pick([zero, zero, zero.plus(hair), inside.times(Exact.of(4))]);
    case 'yellow':
      return random.pick([zero.minus(hair), five.plus(hair), inside.negated()]);
    case 'orange':
      return random.pick([five, five, five.minus(hair), ten.plus(hair), five.minus(inside)]);
    case 'red':
      return random.pick([ten, ten, ten.minus(hair), ten.minus(inside.times(Exact.of(8)))]);
  }
}

function ratio(random: Random, light: Light): Exact {
  const hair = Exact.of(1, 10n ** BigInt(random.whole(3, 9)));
  const [eight, six] = [Exact.of('0.8'), Exact.of('0.6')];
  if (light === 'green') return random.pick([eight, eight.plus(hair), Exact.of('1.1')]);
  if (light === 'red') return random.pick([six.minus(hair), Exact.of('0.2')]);
  return random.pick([six, eight.minus(hair), Exact.of('0.7')]);
}

/** What the plan asks for at the month, as the oracle sees it: the level due, or target × planned share. */
function expectedOf(subject: Subject, goal: Goal, month: number): Exact {
  const [verdict] = judgeYear(subject, goal, new Map([[month, { value: '0', yoy: '0' }]])).values();
  const { gap, plannedToDate } = verdict?.fields ?? {};
  if (gap) return goal.comparator === 'atMost' ? gap : gap.negated();
  return plannedToDate ?? Exact.of(goal.value);
}

function aimAtNodes(random: Random, of: { goal: Goal; expected: Exact; light: Light }): Exact {
  const { goal, expected, light } = of;
  const more = Exact.of(goal.comparator === 'atMost' ? -1 : 1);
  const by = (count: number) => expected.minus(more.times(Exact.of(count)));
  const threeFifths = expected.times(Exact.of('0.6'));
  if (light === 'green') return by(-random.whole(0, 3));
  if (light === 'yellow') return by(1);
  if (goal.comparator === 'atMost') return by(random.whole(2, 5));
  return light === 'orange'
    ? random.pick([threeFifths, by(2)])
    : random.pick([threeFifths.minus(Exact.of(1)), threeFifths.times(Exact.of('0.3'))]);
}

/** As a plain decimal that the intake takes; counts are whole. */
function writeFigure(random: Random, subject: Subject | null, figure: Exact): string {
  if (subject?.type === 'count') {
    const whole = figure.plus(Exact.of(random.whole(0, 1), 2)).floor();
    return (whole.sign < 0 ? ZERO : whole).toFixed(0);
  }
  const text = figure.toDecimal() ?? figure.toFixed(16);
  const digits = text.replace(/\D/g, '').length;
  return digits <= MOST_DIGITS ? text : figure.toFixed(8);
}
