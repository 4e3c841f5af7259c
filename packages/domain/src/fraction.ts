/**
 * An exact number: a fraction of two BigInts in lowest terms, the denominator positive.
 *
 * Every figure the system judges is one of these from the moment it is read until the single rounding at
 * output, so that a figure exactly on a bound falls on the documented side and a calculator agrees.
 */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);
  static readonly ONE = new Fraction(1n, 1n);
  static readonly HUNDRED = new Fraction(100n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** The fraction numerator / denominator. Throws RangeError for a denominator of zero. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const n = BigInt(numerator);
    const d = BigInt(denominator);
    if (d === 0n) throw new RangeError('division by zero');
    if (d === 1n) return new Fraction(n, d);
    const divisor = greatestCommonDivisor(n, d);
    if (d < 0n) return new Fraction(-n / divisor, -d / divisor);
    return divisor === 1n ? new Fraction(n, d) : new Fraction(n / divisor, d / divisor);
  }

  /** Reads a plain decimal such as `-50.60`, as Postgres `numeric` prints it. Throws RangeError otherwise. */
  static parse(text: string): Fraction {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (!match) throw new RangeError(`not a plain decimal: ${text.slice(0, 40)}`);
    const [, sign, whole, part = ''] = match;
    const n = BigInt(`${whole}${part}`);
    return Fraction.of(sign === '-' ? -n : n, powerOfTen(part.length));
  }

  plus(other: Fraction): Fraction {
    if (this.denominator === other.denominator)
      return Fraction.of(this.numerator + other.numerator, this.denominator);
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return this.scaled(other.numerator, other.denominator);
  }

  /** Throws RangeError where `other` is zero. */
  dividedBy(other: Fraction): Fraction {
    if (other.numerator === 0n) throw new RangeError('division by zero');
    const sign = other.sign < 0 ? -1n : 1n;
    return this.scaled(sign * other.denominator, sign * other.numerator);
  }

  /**
   * Times n / d in lowest terms, d above 0. Reduced crosswise before it is multiplied: a small fraction of a
   * long one (a member's share of a sum of thousands) then costs one division and not a long reduction.
   */
  private scaled(n: bigint, d: bigint): Fraction {
    const one = greatestCommonDivisor(this.numerator, d);
    const other = greatestCommonDivisor(n, this.denominator);
    return new Fraction((this.numerator / one) * (n / other), (this.denominator / other) * (d / one));
  }

  negated(): Fraction {
    return new Fraction(-this.numerator, this.denominator);
  }

  absolute(): Fraction {
    return this.numerator < 0n ? this.negated() : this;
  }

  /** -1, 0 or 1, by cross-multiplication. */
  compare(other: Fraction): -1 | 0 | 1 {
    const alike = this.denominator === other.denominator;
    const left = alike ? this.numerator : this.numerator * other.denominator;
    const right = alike ? other.numerator : other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0;
  }

  lessThan(other: Fraction): boolean {
    return this.compare(other) < 0;
  }

  atLeast(other: Fraction): boolean {
    return this.compare(other) >= 0;
  }

  get sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  get isWhole(): boolean {
    return this.denominator === 1n;
  }

  /** The largest whole number not above this one. */
  floor(): Fraction {
    const quotient = this.numerator / this.denominator;
    const below = this.numerator < 0n && quotient * this.denominator !== this.numerator;
    return new Fraction(below ? quotient - 1n : quotient, 1n);
  }

  /**
   * The number with exactly `decimals` decimals, rounded half away from zero (四舍五入). Never prints `-0.00`.
   */
  toDecimal(decimals: number): string {
    const scaled = (this.numerator < 0n ? -this.numerator : this.numerator) * powerOfTen(decimals);
    const rounded =
      this.denominator === 1n ? scaled : (scaled * 2n + this.denominator) / (this.denominator * 2n);
    const digits = rounded.toString().padStart(decimals + 1, '0');
    const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
    return this.numerator < 0n && rounded !== 0n ? `-${text}` : text;
  }

  /** The shortest decimal that is exactly this number, or null where none ends (1/3). */
  toExactDecimal(): string | null {
    if (this.denominator === 1n) return this.numerator.toString();
    let rest = this.denominator;
    let decimals = 0;
    for (; rest % 10n === 0n; rest /= 10n) decimals += 1;
    let twos = 0;
    let fives = 0;
    for (; rest % 2n === 0n; rest /= 2n) twos += 1;
    for (; rest % 5n === 0n; rest /= 5n) fives += 1;
    return rest === 1n ? this.toDecimal(decimals + Math.max(twos, fives)) : null;
  }
}

const POWERS_OF_TEN = Array.from({ length: 20 }, (_, exponent) => 10n ** BigInt(exponent));

const powerOfTen = (exponent: number): bigint => POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);

const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** At least 1. Most figures are short: where both numbers are safe whole ones, the machine's own division is exact. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  if (x === 1n || y === 1n) return 1n;
  while (y !== 0n) {
    if (x <= MOST_SAFE && y <= MOST_SAFE) {
      let [p, q] = [Number(x), Number(y)];
      while (q !== 0) [p, q] = [q, p % q];
      return BigInt(p);
    }
    [x, y] = [y, x % y];
  }
  return x === 0n ? 1n : x;
}
