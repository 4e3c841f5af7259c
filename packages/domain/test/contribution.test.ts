import fc from 'fast-check';
import t from 'tap';
import {
  baseOf,
  type ContributionMember,
  contributionsOf,
  type FigureWithBase,
  Fraction,
  joinedRegisterPull,
  retainedBaseEffect,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

interface Written {
  value?: string;
  yoy?: string;
  lastYear?: string;
  lastYearFigure?: string;
}

function figure({ value, yoy, lastYear, lastYearFigure }: Written): FigureWithBase {
  const read = (text: string | undefined) => (text === undefined ? null : dec(text));
  return {
    value: read(value),
    yoy: read(yoy),
    lastYear: read(lastYear),
    lastYearFigure: read(lastYearFigure),
  };
}

function member(key: string, written: Written): ContributionMember {
  return { key, name: key.toUpperCase(), ...figure(written) };
}

const shown = (value: Fraction | null) => value?.toDecimal(2) ?? null;

t.test('旬阳: 退库留基 drags 11.7 points, growth without it 12.2%', async (t) => {
  const reported = figure({ value: '231.24', yoy: '0.5' });
  const base = baseOf(reported)!;
  t.same([base.source, shown(base.value)], ['growth', '230.09']);
  const effect = retainedBaseEffect({ value: reported.value!, base: base.value, retained: dec('24') });
  t.equal(effect.adjustedGrowth?.toDecimal(1), '12.2');
  t.equal(effect.drag?.toDecimal(1), '11.7');
  t.equal(effect.share?.toDecimal(1), '10.4');
  t.equal(effect.growth?.toExactDecimal(), '0.5');
});

t.test('a base is reported, else follows from growth, else is last year’s figure', async (t) => {
  const of = (written: Written) => {
    const base = baseOf(figure(written));
    return base && [base.source, shown(base.value)];
  };
  const all = { value: '110', yoy: '10', lastYear: '99', lastYearFigure: '98' };
  t.same(of(all), ['lastYear', '99.00']);
  t.same(of({ ...all, lastYear: '0' }), ['lastYear', '0.00'], '0 is a figure');
  t.same(of({ value: '110', yoy: '10', lastYearFigure: '98' }), ['growth', '100.00']);
  t.same(of({ value: '110', yoy: '0', lastYearFigure: '98' }), ['growth', '110.00'], 'no growth is a growth');
  t.same(of({ value: '0', yoy: '-100', lastYearFigure: '98' }), ['lastYearFigure', '98.00']);
  t.same(of({ yoy: '10', lastYearFigure: '98' }), ['lastYearFigure', '98.00'], 'no value to work back from');
  t.same(of({ value: '110', lastYearFigure: '98' }), ['lastYearFigure', '98.00']);
  t.equal(of({ value: '0', yoy: '-100' }), null);
  t.equal(of({ value: '110' }), null);
});

t.test('pull and share in the parent’s own figure', async (t) => {
  const answer = contributionsOf({
    parent: figure({ value: '240', lastYear: '200' }),
    members: [
      member('a', { value: '120', lastYear: '100' }),
      member('b', { value: '45', yoy: '-10' }),
      member('c', { value: '60', lastYearFigure: '45' }),
    ],
  });
  t.same(
    [answer.from, answer.baseSource, shown(answer.value), shown(answer.base)],
    ['parent', 'lastYear', '240.00', '200.00'],
  );
  t.same(
    answer.members.map(({ key, base, pull, share }) => [key, base?.source, shown(pull), shown(share)]),
    [
      ['a', 'lastYear', '10.00', '50.00'],
      ['b', 'growth', '-2.50', '-12.50'],
      ['c', 'lastYearFigure', '7.50', '37.50'],
    ],
  );
});

t.test('without a parent’s figure both V and B are sums of the members that have both', async (t) => {
  const members = [
    member('a', { value: '120', lastYear: '100' }),
    member('no-base', { value: '50' }),
    member('unreported', { lastYear: '70' }),
    member('b', { value: '80', lastYear: '100' }),
    member('c', { value: '60', lastYear: '50' }),
  ];
  for (const parent of [null, figure({ value: '500' }), figure({ lastYear: '400' })]) {
    const answer = contributionsOf({ parent, members });
    t.same(
      [answer.from, answer.baseSource, shown(answer.value), shown(answer.base)],
      ['members', null, '260.00', '250.00'],
    );
    t.same([answer.counted, answer.of], [3, 5]);
    t.same(
      answer.members.map(({ key, pull, share }) => [key, shown(pull), shown(share)]),
      [
        ['a', '8.00', '200.00'],
        ['no-base', null, null],
        ['unreported', null, null],
        ['b', '-8.00', '-200.00'],
        ['c', '4.00', '100.00'],
      ],
      'listed in order, those without a base with nulls',
    );
  }
});

t.test('no 贡献率 where the whole did not grow, no 拉动 without a base above 0', async (t) => {
  const of = (value: string, lastYear: string) => {
    const { members } = contributionsOf({
      parent: figure({ value, lastYear }),
      members: [member('a', { value: '12', lastYear: '10' })],
    });
    return [shown(members[0]!.pull), shown(members[0]!.share)];
  };
  t.same(of('201', '200'), ['1.00', '200.00']);
  t.same(of('200', '200'), ['1.00', null]);
  t.same(of('190', '200'), ['1.00', null]);
  t.same(of('190', '0'), [null, '1.05']);
  t.same(of('190', '-10'), [null, '1.00']);
});

t.test('nobody with a base: the whole is unknown', async (t) => {
  const answer = contributionsOf({ parent: null, members: [member('a', { value: '12' })] });
  t.same([answer.value, answer.base, answer.counted], [null, null, 0]);
  t.same(contributionsOf({ parent: null, members: [] }).members, []);
});

t.test('pulls of all members add up to the growth of their sum, shares to 100', async () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 15 }), (pairs) => {
      const answer = contributionsOf({
        parent: null,
        members: pairs.map(([value, lastYear], at) =>
          member(`m${at}`, { value: `${value}`, lastYear: `${lastYear}` }),
        ),
      });
      const total = (of: 'pull' | 'share') =>
        answer.members.reduce((sum, member) => sum.plus(member[of] ?? Fraction.ZERO), Fraction.ZERO);
      const [value, base] = [answer.value!, answer.base!];
      const growth = value.minus(base).times(Fraction.HUNDRED).dividedBy(base);
      const shares = value.minus(base).sign > 0 ? Fraction.HUNDRED : Fraction.ZERO;
      return total('pull').equals(growth) && total('share').equals(shares);
    }),
  );
});

t.test('a retained base of all there is leaves no drag to speak of', async (t) => {
  const of = (base: string, retained: string) => {
    const effect = retainedBaseEffect({ value: dec('10'), base: dec(base), retained: dec(retained) });
    return [shown(effect.growth), shown(effect.adjustedGrowth), shown(effect.drag), shown(effect.share)];
  };
  t.same(of('8', '0'), ['25.00', '25.00', '0.00', '0.00']);
  t.same(of('8', '4'), ['25.00', '150.00', '125.00', '50.00']);
  t.same(of('8', '8'), ['25.00', null, null, '100.00']);
  t.same(of('8', '9'), ['25.00', null, null, '112.50']);
  t.same(of('0', '-4'), [null, null, null, null], 'without a base there is no growth to drag');
});

t.test('what is new in the register pulls with all its value', async (t) => {
  t.equal(shown(joinedRegisterPull({ value: dec('5'), base: dec('200') })), '2.50');
  t.equal(joinedRegisterPull({ value: dec('5'), base: dec('0') }), null);
});
