/**
 * The oracle's own exact arithmetic: pairs of BigInts, the second above 0, never reduced. It shares nothing with
 * `Fraction`, so that a fault in one cannot hide in the other.
 */
export type Q = readonly [numerator: bigint, denominator: bigint];

export const q = (numerator: bigint | number, denominator: bigint | number = 1n): Q => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new Error('the oracle divided by zero');
  return d < 0n ? [-n, -d] : [n, d];
};

export const ZERO = q(0);
export const HUNDRED = q(100);

/** Reads a plain decimal. */
export function decimal(text: string): Q {
  const negative = text.startsWith('-');
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + part);
  return [negative ? -digits : digits, 10n ** BigInt(part.length)];
}

export const add = (a: Q, b: Q): Q => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
export const negate = (a: Q): Q => [-a[0], a[1]];
export const subtract = (a: Q, b: Q): Q => add(a, negate(b));
export const multiply = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
export const divide = (a: Q, b: Q): Q => q(a[0] * b[1], a[1] * b[0]);
export const scale = (a: Q, by: bigint | number): Q => [a[0] * BigInt(by), a[1]];
export const magnitude = (a: Q): Q => (a[0] < 0n ? negate(a) : a);
export const total = (all: readonly Q[]): Q => all.reduce(add, ZERO);

export function compare(a: Q, b: Q): -1 | 0 | 1 {
  const difference = a[0] * b[1] - b[0] * a[1];
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const below = (a: Q, b: Q): boolean => compare(a, b) < 0;
export const equal = (a: Q, b: Q): boolean => compare(a, b) === 0;
export const isNegative = (a: Q): boolean => a[0] < 0n;
export const isZero = (a: Q): boolean => a[0] === 0n;
export const orZero = (a: Q): Q => (isNegative(a) ? ZERO : a);

/** The greatest whole number that is not above `a`. */
export function floorOf(a: Q): Q {
  const cut = a[0] / a[1];
  return [cut * a[1] > a[0] ? cut - 1n : cut, 1n];
}

/** Half away from zero (四舍五入), always with `decimals` decimals; what rounds to zero has no sign. */
export function rounded(a: Q, decimals: number): string {
  const [n, d] = magnitude(a);
  const units = (2n * n * 10n ** BigInt(decimals) + d) / (2n * d);
  const digits = units.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return a[0] < 0n && units !== 0n ? `-${text}` : text;
}

/** All decimals of a number that has finitely many and no more than 40 of them, without idle zeros. */
export function exactDecimal(a: Q): string | null {
  const scaled = a[0] * 10n ** 40n;
  if (scaled % a[1] !== 0n) return null;
  return rounded(a, 40).replace(/\.?0+$/, '');
}
