import { Fraction } from './fraction.js';
import { convert } from './units.js';

/** A number as it was printed or filled in, with the unit it was given in: `0.3`, 亿元. */
export interface Printed {
  /** A plain decimal with the decimals that were given. */
  text: string;
  unit: string;
}

/** An amount with what its printed decimals leave open: the number meant is at most `half` away. */
export interface Amount {
  value: Fraction;
  /** Half of the last printed digit; 0 for what is counted. */
  half: Fraction;
  /** Printed without decimals. */
  whole: boolean;
}

/**
 * Reads a printed number in `unit`. `exact`: of whole things, which nobody rounds. Null where the units measure
 * different things. Throws RangeError for what is no plain decimal.
 */
export function amountIn(unit: string, printed: Printed, exact = false): Amount | null {
  // What was converted may have more digits than anybody may write.
  if (!/^-?\d+(\.\d+)?$/.test(printed.text))
    throw new RangeError(`not a plain decimal: ${printed.text.slice(0, 40)}`);
  const number = Fraction.parse(printed.text);
  const half = exact ? Fraction.ZERO : halfDigit(printed.text);
  const whole = !printed.text.includes('.');
  if (unit === printed.unit) return { value: number, half, whole };
  const value = convert(number, printed.unit, unit);
  const converted = value && convert(half, printed.unit, unit);
  return value && converted && { value, half: converted, whole };
}

/** Half of the last printed digit: 0.05 of `0.3`, 0.5 of `3`. */
export function halfDigit(text: string): Fraction {
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  return HALVES[decimals] ?? halfOf(decimals);
}

const halfOf = (decimals: number): Fraction => Fraction.of(1n, 2n * 10n ** BigInt(decimals));

const HALVES = Array.from({ length: 10 }, (_, decimals) => halfOf(decimals));

/**
 * Whether one number is below another whatever decimals were rounded away, half up: 0.3 is not provably below 0.33, and
 * 50.5 is below 50.6. One without decimals is taken as it stands: 1000 is above 999.99.
 */
export function provablyBelow(one: Amount, other: Amount): boolean {
  const open = (amount: Amount) => (amount.whole ? Fraction.ZERO : amount.half);
  const difference = other.value.minus(one.value);
  return difference.sign > 0 && difference.atLeast(open(one).plus(open(other)));
}
