import { Fraction } from './fraction.js';

const HALF = Fraction.of(1, 2);

/** The middle number, or the mean of the two in the middle; null of none. */
export function medianOf(values: readonly Fraction[]): Fraction | null {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  const lower = sorted[(sorted.length - 1) >> 1]!;
  return lower === upper ? upper : lower.plus(upper).times(HALF);
}
