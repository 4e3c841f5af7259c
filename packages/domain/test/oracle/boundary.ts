import { type FoldYearInput, Fraction, type Policy, type TargetTerms } from '../../src/index.js';
import { add, type Q, subtract } from './arithmetic.js';
import { comparableOf, type Decision, type Judged, judgeYear, type Year } from './fold.js';
import type { Goal } from './measured.js';

/** The only place where the oracle's numbers become the rules' own, and are held against them. */
export const toFraction = (number: Q): Fraction => Fraction.of(number[0], number[1]);
export const orNull = (number: Q | null | undefined): Fraction | null => (number ? toFraction(number) : null);

/** Whether both are absent, or exactly the same number. */
export function same(actual: Fraction | null | undefined, expected: Q | null | undefined): boolean {
  if (!actual || !expected) return !actual && !expected;
  return actual.numerator * expected[1] === expected[0] * actual.denominator;
}

export function show(number: Fraction | Q | null | undefined): string {
  if (!number) return 'null';
  const [n, d] = number instanceof Fraction ? [number.numerator, number.denominator] : number;
  const fraction = Fraction.of(n, d);
  return fraction.toExactDecimal() ?? `${fraction.numerator}/${fraction.denominator}`;
}

export function termsOf(goal: Goal): TargetTerms {
  const { measure, comparator, plan } = goal;
  return { measure, comparator, plan, value: toFraction(goal.target), grade: 'annual', deciding: true };
}

export const versionOf = ({ appliesFrom, version, goal, policy }: Decision) => ({
  appliesFrom,
  version,
  terms: termsOf(goal),
  policy,
});

export function foldInput(year: Year, indicator: Pick<Goal, 'type' | 'unit'>): FoldYearInput {
  const judged = judgeYear(year);
  return {
    indicator: { type: indicator.type, unit: indicator.unit },
    versions: year.decisions.map(versionOf),
    figures: year.figures.map(
      (figure, index) =>
        figure && {
          value: orNull(figure.value),
          yoy: orNull(figure.yoy),
          grade: figure.grade,
          backJudged: index < (year.backJudgedThrough ?? 0),
        },
    ),
    isDue: (month) => year.dueMonths.includes(month),
    lastMonth: 12,
    lastYear: year.lastYear.map(orNull),
    peerReference: (month) => orNull(referenceOf(year, judged[month - 1]!)),
  };
}

/** The reference from which the month is as far as was drawn. */
function referenceOf(year: Year, month: Judged): Q | null {
  const gap = year.peerGaps[month.month - 1] ?? null;
  const own = comparableOf(month);
  if (!gap || !own) return gap;
  return month.decision?.goal.comparator === 'atMost' ? add(own, gap) : subtract(own, gap);
}

/** A case in a line, for whoever has to follow it by hand. */
export function describe(goal: Goal, policy?: Policy): string {
  const { type, unit, measure, comparator, plan } = goal;
  const rules = policy && (policy.key === 'own' ? JSON.stringify(policy) : policy.key);
  const by = rules ? `, policy ${rules}` : '';
  return `${type} (${unit}) ${measure} ${comparator} ${show(goal.target)}, plan ${JSON.stringify(plan)}${by}`;
}
