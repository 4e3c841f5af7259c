import { type FoldYearInput, Fraction, type Policy, type TargetTerms } from '../../src/index.js';
import type { Q } from './arithmetic.js';
import type { Decision, Year } from './fold.js';
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
  return {
    indicator: { type: indicator.type, unit: indicator.unit },
    versions: year.decisions.map(versionOf),
    figures: year.figures.map(
      (figure) => figure && { value: orNull(figure.value), yoy: orNull(figure.yoy), grade: figure.grade },
    ),
    isDue: (month) => year.dueMonths.includes(month),
    lastMonth: 12,
    lastYear: year.lastYear.map(orNull),
    peerGap: (month) => orNull(year.peerGaps[month - 1]),
    backJudgedThrough: year.backJudgedThrough,
  };
}

/** A case in a line, for whoever has to follow it by hand. */
export function describe(goal: Goal, policy?: Policy): string {
  const { type, unit, measure, comparator, plan } = goal;
  const rules = policy && (policy.key === 'own' ? JSON.stringify(policy) : policy.key);
  const by = rules ? `, policy ${rules}` : '';
  return `${type} (${unit}) ${measure} ${comparator} ${show(goal.target)}, plan ${JSON.stringify(plan)}${by}`;
}
