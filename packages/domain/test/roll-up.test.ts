import fc from 'fast-check';
import t from 'tap';
import {
  type FigureGrade,
  Fraction,
  formulaResult,
  type RollUpFigure,
  type RollUpMember,
  rollUpSum,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

/** A ratio of two amounts in one unit. */
const ratioOf = (numerator: Fraction, denominator: Fraction, scale: Fraction) =>
  formulaResult({
    numerator: { value: numerator, unit: '亿元' },
    denominator: { value: denominator, unit: '亿元' },
    scale,
    unit: '%',
  });

function figure(value: string | null, lastYear: string | null = null, more: Partial<RollUpFigure> = {}) {
  return {
    value: value === null ? null : dec(value),
    yoy: null,
    lastYear: lastYear === null ? null : dec(lastYear),
    grade: 'statistical' as FigureGrade,
    complete: true,
    ...more,
  };
}

function members(...figures: (RollUpFigure | null)[]): RollUpMember[] {
  return figures.map((figure, at) => ({ key: `park-${at + 1}`, name: `园区${at + 1}`, figure }));
}

t.test('sums values and takes the growth of the sums, not the mean of growths', async (t) => {
  const rolled = rollUpSum(
    members(figure('30', '20', { yoy: dec('50') }), figure('101', '100', { yoy: dec('1') })),
  );
  t.equal(rolled?.value.toExactDecimal(), '131');
  t.equal(rolled?.lastYear?.toExactDecimal(), '120');
  t.equal(rolled?.yoy?.toDecimal(2), '9.17', 'the mean of 50 and 1 would be 25.5');
  t.same(
    [rolled?.reported, rolled?.of, rolled?.missing, rolled?.incomplete, rolled?.complete],
    [2, 2, [], [], true],
  );
});

t.test('a missing member leaves it partial, named, and without growth', async (t) => {
  const rolled = rollUpSum(members(figure('30', '20'), null));
  t.equal(rolled?.value.toExactDecimal(), '30');
  t.same([rolled?.reported, rolled?.of, rolled?.complete], [1, 2, false]);
  t.same(rolled?.missing, [{ key: 'park-2', name: '园区2' }]);
  t.equal(rolled?.lastYear, null, 'last year of one member is no last year of both');
  t.equal(rolled?.yoy, null);
});

t.test('growth alone is no value to add, 0 is one', async (t) => {
  const growth = rollUpSum(members(figure('30'), figure(null, '5', { yoy: dec('3') })));
  t.same([growth?.reported, growth?.missing.length], [1, 1]);
  const nothing = rollUpSum(members(figure('30'), figure('0')));
  t.same([nothing?.reported, nothing?.complete], [2, true]);
});

t.test('null where nobody reported', async (t) => {
  t.equal(rollUpSum(members(null, null)), null);
  t.equal(rollUpSum(members(figure(null, null, { yoy: dec('3') }))), null);
  t.equal(rollUpSum([]), null);
});

t.test('no growth unless every member gave last year and the sum is above 0', async (t) => {
  const one = rollUpSum(members(figure('30', '20'), figure('10')));
  t.same([one?.lastYear, one?.yoy, one?.complete], [null, null, true]);
  const zero = rollUpSum(members(figure('30', '0'), figure('10', '0')));
  t.same([zero?.lastYear?.toExactDecimal(), zero?.yoy], ['0', null]);
  const loss = rollUpSum(members(figure('30', '-20'), figure('10', '5')));
  t.same([loss?.lastYear?.toExactDecimal(), loss?.yoy], ['-15', null]);
});

t.test('the grade is the lowest of those that reported', async (t) => {
  const of = (...grades: FigureGrade[]) =>
    rollUpSum(members(...grades.map((grade) => figure('1', null, { grade }))))?.grade;
  t.equal(of('final', 'statistical'), 'statistical');
  t.equal(of('final', 'estimate', 'statistical'), 'estimate');
  t.equal(of('final', 'final'), 'final');
  const unreported = members(
    figure('1', null, { grade: 'final' }),
    figure(null, null, { grade: 'estimate' }),
  );
  t.equal(rollUpSum(unreported)?.grade, 'final', 'who brings no value brings no grade');
});

t.test('a member that is itself an incomplete roll-up makes this one incomplete', async (t) => {
  const rolled = rollUpSum(members(figure('1'), figure('2', null, { complete: false })));
  t.same([rolled?.reported, rolled?.of, rolled?.missing], [2, 2, []]);
  t.same(rolled?.incomplete, [{ key: 'park-2', name: '园区2' }]);
  t.equal(rolled?.complete, false);
});

t.test('a roll-up of roll-ups is the roll-up of all', async () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const list = fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 1_000_000 })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(list, list, (left, right) => {
      const of = (pairs: [number, number][]) =>
        pairs.map(([value, lastYear]) => ({
          ...figure('0'),
          value: Fraction.of(value, 100),
          lastYear: Fraction.of(lastYear, 100),
        }));
      const all = rollUpSum(members(...of(left), ...of(right)))!;
      const halves = rollUpSum(members(rollUpSum(members(...of(left))), rollUpSum(members(...of(right)))))!;
      const plain = [...left, ...right].reduce((total, [value]) => total + value, 0);
      return (
        all.value.equals(Fraction.of(plain, 100)) &&
        all.value.equals(halves.value) &&
        all.yoy!.equals(halves.yoy!)
      );
    }),
  );
});

t.test('a ratio is worked out from its parts', async (t) => {
  const concentration = ratioOf(dec('14.17'), dec('22.02'), Fraction.HUNDRED);
  t.equal(concentration?.toDecimal(2), '64.35');
  const perMu = ratioOf(dec('3000'), dec('1500'), Fraction.ONE);
  t.equal(perMu?.toExactDecimal(), '2');
  t.equal(ratioOf(dec('1'), dec('0'), Fraction.HUNDRED), null);
  t.equal(
    ratioOf(dec('0'), dec('2'), Fraction.HUNDRED)?.sign,
    0,
    'nothing of something is 0 and not unknown',
  );
});

t.test('parts in different units are brought together exactly', async (t) => {
  const of = (numerator: [string, string], denominator: [string, string], unit: string) =>
    formulaResult({
      numerator: { value: dec(numerator[0]), unit: numerator[1] },
      denominator: { value: dec(denominator[0]), unit: denominator[1] },
      scale: unit === '%' ? Fraction.HUNDRED : Fraction.ONE,
      unit,
    });
  t.equal(of(['506000', '万元'], ['72.48', '亿元'], '%')?.toDecimal(2), '69.81');
  t.equal(of(['0.3', '亿元'], ['1500', '亩'], '万元/亩')?.toExactDecimal(), '2');
  t.equal(of(['3', '亿元'], ['100', '人'], '亿元/人')?.toExactDecimal(), '0.03');
});

t.test('the ratio of sums is no mean of ratios', async (t) => {
  const numerator = rollUpSum(members(figure('9'), figure('10')))!.value;
  const denominator = rollUpSum(members(figure('10'), figure('100')))!.value;
  const ratio = ratioOf(numerator, denominator, Fraction.HUNDRED);
  t.equal(ratio?.toDecimal(2), '17.27', 'the mean of 90 and 10 would be 50');
});
