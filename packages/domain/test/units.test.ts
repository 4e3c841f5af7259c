import fc from 'fast-check';
import t from 'tap';
import { convert, Fraction, isUnit, sameFamily } from '../src/index.js';

const families = [
  ['元', '千元', '万元', '百万元', '亿元'],
  ['美元', '万美元', '亿美元'],
  ['家'],
  ['户'],
  ['个'],
  ['项'],
  ['座'],
  ['条'],
  ['套'],
  ['人', '万人'],
  ['平方米', '万平方米', '亩', '公顷', '平方公里'],
  ['吨', '万吨'],
  ['吨标准煤', '万吨标准煤'],
  ['%'],
  ['个百分点'],
  ['千瓦时', '万千瓦时', '亿千瓦时'],
  ['米', '公里'],
];
const units = families.flatMap((members, family) => members.map((name) => ({ name, family })));
const anyUnit = fc.constantFrom(...units);
const anyValue = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 6n))
  .map(([numerator, denominator]) => Fraction.of(numerator, denominator));

t.test('conversions of the field', async (t) => {
  const cases: [string, string, string, string][] = [
    ['506000', '万元', '亿元', '50.6'],
    ['1', '亿元', '万元', '10000'],
    ['1', '亿元', '千元', '100000'],
    ['3.5', '百万元', '万元', '350'],
    ['1', '公顷', '亩', '15'],
    ['1', '平方公里', '亩', '1500'],
    ['1', '平方公里', '公顷', '100'],
    ['1', '万平方米', '公顷', '1'],
    ['1', '万平方米', '亩', '15'],
    ['1.2', '万吨', '吨', '12000'],
    ['0.5', '万吨标准煤', '吨标准煤', '5000'],
    ['1', '亿千瓦时', '万千瓦时', '10000'],
    ['0.3', '万人', '人', '3000'],
    ['1', '公里', '米', '1000'],
    ['1', '亿美元', '万美元', '10000'],
    ['15', '万元/亩', '亿元/平方公里', '2.25'],
    ['1', '吨标准煤/万元', '千克标准煤/元', '0.1'],
  ];
  for (const [value, from, to, expected] of cases) {
    t.equal(
      convert(Fraction.parse(value), from, to)?.toExactDecimal(),
      expected,
      `${value} ${from} in ${to}`,
    );
  }
});

t.test('an area in 亩 keeps its third', async (t) => {
  const squareMetres = convert(Fraction.ONE, '亩', '平方米');
  t.equal(squareMetres?.toExactDecimal(), null);
  t.ok(squareMetres?.equals(Fraction.of(2000, 3)));
});

t.test('what measures different things does not convert', async (t) => {
  const pairs: [string, string][] = [
    ['万元', '万美元'],
    ['家', '户'],
    ['%', '个百分点'],
    ['吨', '吨标准煤'],
    ['万元', '万吨'],
    ['万元/亩', '万元/人'],
    ['万元/亩', '亩/万元'],
    ['万元', '没有的单位'],
    ['万元', ''],
    ['万元', 'constructor'],
    ['万元', '万元/'],
    ['万元/亩', '万元/亩/人'],
  ];
  for (const [from, to] of pairs) {
    t.equal(convert(Fraction.ONE, from, to), null, `${from} in ${to}`);
    t.equal(sameFamily(from, to), false);
  }
});

t.test('a unit the field does not know is of its own family', async (t) => {
  t.equal(isUnit('趟'), false);
  t.equal(isUnit('万元'), true);
  t.equal(isUnit('万元/亩'), true);
  t.equal(isUnit('万元/趟'), false);
  t.equal(sameFamily('趟', '趟'), true);
  t.ok(convert(Fraction.HUNDRED, '趟', '趟')?.equals(Fraction.HUNDRED));
});

t.test('units convert within their family alone, exactly and there and back', async (t) => {
  fc.assert(
    fc.property(anyValue, anyUnit, anyUnit, anyUnit, (value, one, two, three) => {
      const there = convert(value, one.name, two.name);
      if (one.family !== two.family) return there === null && !sameFamily(one.name, two.name);
      if (there === null || !sameFamily(one.name, two.name)) return false;
      if (!convert(there, two.name, one.name)?.equals(value)) return false;
      if (three.family !== two.family) return true;
      const direct = convert(value, one.name, three.name);
      const onward = convert(there, two.name, three.name);
      return direct !== null && onward !== null && direct.equals(onward);
    }),
    { numRuns: 2000 },
  );
  t.pass();
});
