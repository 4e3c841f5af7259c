import fc from 'fast-check';
import t from 'tap';
import { Fraction, readDecimal } from '../src/index.js';

function textOf(input: unknown): string {
  const reading = readDecimal(input);
  return reading.ok ? reading.text : reading.fault;
}

t.test('plain decimals are kept as given, in one spelling', async (t) => {
  const cases: [unknown, string][] = [
    ['50.6', '50.6'],
    ['50.60', '50.60'],
    ['007', '7'],
    ['-007.10', '-7.10'],
    ['000.5', '0.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['-0.01', '-0.01'],
    [50.6, '50.6'],
    [-0, '0'],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [-1.25e22, '-12500000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.5e-9, '-0.0000000015'],
  ];
  for (const [input, text] of cases) t.equal(textOf(input), text, String(input));
});

t.test('everything else is refused', async (t) => {
  const texts = [
    '',
    ' ',
    '.5',
    '5.',
    '1e3',
    '1,234.5',
    ' 50.6',
    '50.6\n',
    '５０',
    '50.6%',
    '--1',
    '+5',
    '+0',
    '-+5',
    '0x10',
    'NaN',
    'Infinity',
    '一',
  ];
  const others = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    null,
    undefined,
    true,
    10n,
    [1],
    {},
  ];
  for (const input of [...texts, ...others, [], { toString: () => '1' }, new Number(1), new String('1')]) {
    t.equal(
      textOf(input),
      'notPlainDecimal',
      `${typeof input} ${JSON.stringify(typeof input === 'bigint' ? '10n' : input)}`,
    );
  }
});

t.test('thirty digits are the most, zeros in front not counted', async (t) => {
  const thirty = '123456789012345678901234567890';
  t.equal(textOf(thirty), thirty);
  t.equal(
    textOf(`-${thirty.slice(0, 20)}.${thirty.slice(20)}`),
    `-${thirty.slice(0, 20)}.${thirty.slice(20)}`,
  );
  t.equal(textOf(`${'0'.repeat(40)}${thirty}`), thirty);
  t.equal(textOf(`0.${thirty}`), `0.${thirty}`);
  t.equal(textOf(`${thirty}1`), 'tooManyDigits');
  t.equal(textOf(`1.${thirty}`), 'tooManyDigits');
  t.equal(textOf(1e29), `1${'0'.repeat(29)}`);
  t.equal(textOf(1e30), 'tooManyDigits');
  t.equal(textOf(Number.MAX_VALUE), 'tooManyDigits');
  t.equal(textOf(Number.MIN_VALUE), 'tooManyDigits');
});

t.test('a long line of zeros is read in no time', async (t) => {
  t.equal(textOf(`${'0'.repeat(1_000_000)}x`), 'notPlainDecimal');
  t.equal(textOf(`${'0'.repeat(1_000_000)}5`), '5');
});

t.test('every number a program can hold is read exactly or refused', async (t) => {
  fc.assert(
    fc.property(fc.double(), (number) => {
      const reading = readDecimal(number);
      if (!Number.isFinite(number)) return !reading.ok && reading.fault === 'notPlainDecimal';
      if (!reading.ok) return reading.fault === 'tooManyDigits';
      return Number(reading.text) === number && !/e/i.test(reading.text);
    }),
  );
  t.pass();
});

t.test('text and fraction say the same, and reading the text again changes nothing', async (t) => {
  const digits = fc.stringMatching(/^\d{1,15}$/);
  const written = fc
    .tuple(fc.constantFrom('', '-'), digits, fc.option(digits, { nil: null }))
    .map(([sign, whole, part]) => `${sign}${whole}${part === null ? '' : `.${part}`}`);
  fc.assert(
    fc.property(written, (text) => {
      const reading = readDecimal(text);
      if (!reading.ok) return false;
      const again = readDecimal(reading.text);
      return (
        again.ok &&
        again.text === reading.text &&
        reading.fraction.equals(Fraction.parse(text)) &&
        reading.text.split('.')[1] === text.split('.')[1]
      );
    }),
  );
  t.pass();
});
