import { Fraction } from './fraction.js';

/** A number exactly, as text: a plain decimal, or `n/d` where no decimal ends it. */
export function exactText(value: Fraction): string {
  return value.toExactDecimal() ?? `${value.numerator}/${value.denominator}`;
}

/** Reads what `exactText` wrote. Throws RangeError for anything else. */
export function readExact(text: string): Fraction {
  const [numerator = '', denominator] = text.split('/');
  const whole = Fraction.parse(numerator);
  return denominator === undefined ? whole : whole.dividedBy(Fraction.parse(denominator));
}
