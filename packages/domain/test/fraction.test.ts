import fc from 'fast-check';
import t from 'tap';
import { Fraction } from '../src/index.js';

const part = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const nonZero = part.filter((value) => value !== 0n);
const fraction = fc.tuple(part, nonZero).map(([n, d]) => Fraction.of(n, d));

const terms = ({ numerator, denominator }: Fraction) => [numerator, denominator];

t.test('a product is that of the terms, in lowest terms', async (t) => {
  fc.assert(
    fc.property(fraction, fraction, (one, other) => {
      t.same(
        terms(one.times(other)),
        terms(Fraction.of(one.numerator * other.numerator, one.denominator * other.denominator)),
      );
    }),
  );
});

t.test('a quotient is that of the terms, in lowest terms, its denominator above 0', async (t) => {
  fc.assert(
    fc.property(fraction, fraction, (one, other) => {
      fc.pre(other.sign !== 0);
      t.same(
        terms(one.dividedBy(other)),
        terms(Fraction.of(one.numerator * other.denominator, one.denominator * other.numerator)),
      );
    }),
  );
});

t.test('nothing is divided by 0', async (t) => {
  t.throws(() => Fraction.ONE.dividedBy(Fraction.ZERO), { name: 'RangeError' });
  t.throws(() => Fraction.ZERO.dividedBy(Fraction.ZERO), { name: 'RangeError' });
  t.same(terms(Fraction.ZERO.dividedBy(Fraction.of(-7, 3))), [0n, 1n]);
  t.same(terms(Fraction.of(-7, 3).times(Fraction.ZERO)), [0n, 1n]);
});
