import { Fraction } from './fraction.js';

/**
 * Powers of ten by which the field's money units lie apart (domain.md §8): 千元 and 万元 or a digit too many, 万元 and
 * 亿元, 千元 and 亿元, 元 and 亿元.
 */
export const SLIP_POWERS = [1, -1, 4, -4, 5, -5, 8, -8] as const;
export type SlipPower = (typeof SLIP_POWERS)[number];

const FIVE = Fraction.of(5);
const FIFTH = Fraction.of(1, 5);

/**
 * The power k of `SLIP_POWERS` with |log10 ratio − k| ≤ 0.3, or null; null for a ratio that is not above 0.
 *
 * Exact: log10 x ≤ k + 0.3 is x¹⁰ ≤ 10^(10k + 3), which whole numbers decide. 10^0.3 is irrational, so that no ratio of
 * two decimals lies on a bound, and it does not matter to which side the bound itself belongs.
 */
export function powerOff(ratio: Fraction): SlipPower | null {
  if (ratio.sign <= 0) return null;
  // 10^0.7 = 5.01…: what is nearer to 1 is off by no power, which is nearly every figure.
  if (ratio.atLeast(FIFTH) && FIVE.atLeast(ratio)) return null;
  const [n, d] = [ratio.numerator ** 10n, ratio.denominator ** 10n];
  return SLIP_POWERS.find((k) => !below(n, d, 10 * k - 3) && below(n, d, 10 * k + 3)) ?? null;
}

/** Whether n / d is below 10^exponent. */
function below(n: bigint, d: bigint, exponent: number): boolean {
  return exponent < 0 ? n * 10n ** BigInt(-exponent) < d : n < d * 10n ** BigInt(exponent);
}
