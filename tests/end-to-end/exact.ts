/** A fraction of two BigInts, always in lowest terms: the oracle's own arithmetic, apart from the product's. */
export class Exact {
  private constructor(
    readonly top: bigint,
    readonly bottom: bigint,
  ) {}

  static of(given: string | number | bigint, below: number | bigint = 1n): Exact {
    if (typeof given !== 'string') return Exact.reduced(BigInt(given), BigInt(below));
    const [whole = '0', decimals = ''] = given.split('.');
    return Exact.reduced(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  private static reduced(top: bigint, bottom: bigint): Exact {
    let [a, b] = [top < 0n ? -top : top, bottom];
    while (b !== 0n) [a, b] = [b, a % b];
    const sign = bottom < 0n ? -1n : 1n;
    const common = (a < 0n ? -a : a) || 1n;
    return new Exact((sign * top) / common, (sign * bottom) / common);
  }

  plus = (other: Exact): Exact =>
    Exact.reduced(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  minus = (other: Exact): Exact => this.plus(other.negated());
  times = (other: Exact): Exact => Exact.reduced(this.top * other.top, this.bottom * other.bottom);
  over = (other: Exact): Exact => Exact.reduced(this.top * other.bottom, this.bottom * other.top);
  negated = (): Exact => new Exact(-this.top, this.bottom);
  abs = (): Exact => (this.top < 0n ? this.negated() : this);

  /** −1, 0 or 1. */
  get sign(): number {
    return this.top > 0n ? 1 : this.top < 0n ? -1 : 0;
  }

  isBelow = (other: Exact | number): boolean =>
    this.minus(typeof other === 'number' ? Exact.of(other) : other).sign < 0;
  isAtMost = (other: Exact | number): boolean =>
    this.minus(typeof other === 'number' ? Exact.of(other) : other).sign <= 0;
  equals = (other: Exact | number): boolean =>
    this.minus(typeof other === 'number' ? Exact.of(other) : other).sign === 0;

  floor(): Exact {
    const whole = this.top / this.bottom;
    return new Exact(this.top < 0n && whole * this.bottom !== this.top ? whole - 1n : whole, 1n);
  }

  /** Rounded half away from zero; never `-0`. */
  toFixed(decimals: number): string {
    const scale = 10n ** BigInt(decimals);
    const size = this.top < 0n ? -this.top : this.top;
    const units = (2n * size * scale + this.bottom) / (2n * this.bottom);
    const digits = units.toString().padStart(decimals + 1, '0');
    const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
    return this.top < 0n && units !== 0n ? `-${text}` : text;
  }

  /** All its decimals, or null where they never end. */
  toDecimal(): string | null {
    for (let decimals = 0; decimals <= 28; decimals += 1) {
      const text = this.toFixed(decimals);
      if (Exact.of(text).equals(this)) return text;
    }
    return null;
  }
}

export const ZERO = Exact.of(0);
export const HUNDRED = Exact.of(100);
