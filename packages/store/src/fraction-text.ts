import { Fraction } from '@xushi/domain';

/** Exact numbers that no decimal ends are kept as `numerator/denominator`: a third must compare equal to itself. */
export const writeFraction = (value: Fraction): string => `${value.numerator}/${value.denominator}`;

export function readFraction(text: string | null): Fraction | null {
  if (text === null) return null;
  const [numerator = '0', denominator = '1'] = text.split('/');
  return Fraction.of(BigInt(numerator), BigInt(denominator));
}
