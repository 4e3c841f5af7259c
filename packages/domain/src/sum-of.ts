import { Fraction } from './fraction.js';

/**
 * The exact sum; 0 of nothing. Halves are added to halves, so that thousands of unlike denominators (rates of
 * thousands of targets) are brought to one only at the end, where a running total would carry it all along.
 */
export function sumOf(values: readonly Fraction[]): Fraction {
  const [first, second] = values;
  if (first === undefined) return Fraction.ZERO;
  if (second === undefined) return first;
  const half = values.length >> 1;
  return sumOf(values.slice(0, half)).plus(sumOf(values.slice(half)));
}
