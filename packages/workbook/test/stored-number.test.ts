import fc from 'fast-check';
import t from 'tap';
import { inPercent, storedNumber } from '../src/index.js';

t.test('a stored number is the decimal that was meant', async (t) => {
  const pairs: [string, string | null][] = [
    ['50.6', '50.6'],
    ['50.60', '50.60'],
    ['50.600000000000001', '50.6'],
    ['4.5999999999999999E-2', '0.046'],
    ['0.45200000000000001', '0.452'],
    ['0.30000000000000004', '0.3'],
    ['79.999999999999986', '80'],
    ['-50.600000000000009', '-50.6'],
    ['12345678901234.56', '12345678901234.56'],
    ['12345678901234.561', '12345678901234.56'],
    ['0.33333333333333331', '0.3333333333333333'],
    ['123456789012345678901.5', '123456789012345678901.5'],
    ['1E+20', '100000000000000000000'],
    ['1.5e-3', '0.0015'],
    ['-1.20E2', '-120'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['007', '7'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e400', `1${'0'.repeat(400)}`],
    ['1e401', null],
    ['1e99999', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
    ['1,5', null],
    ['', null],
    ['.', null],
    ['-', null],
    ['1'.repeat(401), null],
  ];
  for (const [stored, meant] of pairs) t.equal(storedNumber(stored), meant, stored.slice(0, 30));
});

t.test('whatever somebody types comes back, however the program prints its double', async (t) => {
  const typed = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 20 }))
    .map(([negative, digits, decimals]) => ({ negative, digits, decimals }));
  let tried = 0;
  fc.assert(
    fc.property(typed, ({ negative, digits, decimals }) => {
      tried += 1;
      const text = `${negative ? '-' : ''}${digits}e-${decimals}`;
      const double = Number(text);
      // In full with 17 digits as Excel does, shortest as most others do, and with an exponent.
      return [double.toPrecision(17), String(double), double.toExponential(16)].every((stored) => {
        const [whole = '', part = ''] = (storedNumber(stored) ?? '').replace('-', '').split('.');
        // The digits that were typed, and where the point stands.
        return BigInt(`${whole}${part.padEnd(60, '0')}`) === digits * 10n ** BigInt(60 - decimals);
      });
    }),
    { numRuns: 2_000 },
  );
  t.equal(tried, 2_000);
});

t.test('in percent, exactly', async (t) => {
  t.same(['0.452', '-0.0525', '1', '12', '0.001', '0', '0.30'].map(inPercent), [
    '45.2',
    '-5.25',
    '100',
    '1200',
    '0.1',
    '0',
    '30',
  ]);
  t.throws(() => inPercent('x'), RangeError);
});
