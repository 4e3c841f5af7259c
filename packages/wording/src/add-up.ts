import { Fraction } from '@xushi/domain';
import { decimalsThatTell, roundsToZero } from './number-words.js';

/** More decimals than these make a line that nobody reads. */
const MOST_DECIMALS = 12;

/**
 * The fewest decimals, from `least` on, at which the rounded parts add up to the rounded sum and a sum that is
 * not 0 does not read as 0. `adds` is false where none do (parts that never end may miss by one at any number
 * of decimals): then the fewest that tell the sum from 0, and the line says that it is rounded.
 */
export function addUp(
  parts: readonly Fraction[],
  sum: Fraction,
  least: number,
): { decimals: number; adds: boolean } {
  const addsAt = (decimals: number) => {
    const rounded = (value: Fraction) => Fraction.parse(value.toDecimal(decimals));
    const total = parts.reduce((whole, part) => whole.plus(rounded(part)), Fraction.ZERO);
    return total.equals(rounded(sum));
  };
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals += 1) {
    const tells = sum.sign === 0 || !roundsToZero(sum, decimals);
    if (tells && addsAt(decimals)) return { decimals, adds: true };
  }
  const decimals = decimalsThatTell(sum, least);
  return { decimals, adds: addsAt(decimals) };
}
