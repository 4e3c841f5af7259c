import fc from 'fast-check';
import t from 'tap';
import {
  evaluate,
  Fraction,
  type Indicator,
  type JudgedFields,
  type Plan,
  type TargetTerms,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);
const FLOW: Pick<Indicator, 'type' | 'unit'> = { type: 'flow', unit: '亿元' };

function terms(value: string, more: Partial<TargetTerms> = {}): TargetTerms {
  return {
    measure: 'value',
    grade: 'annual',
    deciding: true,
    comparator: 'atLeast',
    value: dec(value),
    plan: { kind: 'linear' },
    ...more,
  };
}

/** The fields that are not null, rounded to two decimals. */
function shown(fields: JudgedFields): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    value instanceof Fraction ? [[name, value.toDecimal(2)]] : [],
  );
  return Object.fromEntries(entries);
}

function judge(
  value: string,
  {
    indicator = FLOW,
    figure,
    yoy = null,
    month,
    target = terms(value),
  }: {
    indicator?: Pick<Indicator, 'type' | 'unit'>;
    figure: string | null;
    yoy?: string | null;
    month: number;
    target?: TargetTerms;
  },
) {
  return evaluate({
    indicator,
    target,
    month,
    figure: figure === null ? null : dec(figure),
    yoy: yoy === null ? null : dec(yoy),
    grade: 'statistical',
  });
}

t.test('双牌 2017年1—11月, to the digit', async (t) => {
  const output = judge('55', { figure: '50.6', yoy: '45.2', month: 11 });
  t.equal(output.state, 'evaluated');
  t.equal(output.yardstick, 'phased');
  t.same(shown(output.fields), {
    completionRate: '92.00',
    timeProgress: '91.67',
    paceGap: '0.33',
    paceRatio: '100.36',
    plannedToDate: '50.42',
    shortfall: '0.00',
    remaining: '4.40',
    averageMonthly: '4.60',
    requiredMonthly: '4.40',
    requiredMultiple: '0.96',
  });
  for (const [target, yoy, gap] of [
    ['21', '45.2', '24.20'],
    ['8', '8.6', '0.60'],
    ['20', '36.5', '16.50'],
  ] as const) {
    const growth = terms(target, { measure: 'yoy', plan: { kind: 'constant' } });
    const { fields, yardstick } = judge(target, { figure: '1', yoy, month: 11, target: growth });
    t.same([yardstick, shown(fields)], ['level', { gap }]);
  }
  const concentration = judge('80', {
    indicator: { type: 'ratio', unit: '%' },
    figure: '69.81',
    month: 11,
    target: terms('80', { plan: { kind: 'constant' } }),
  });
  t.same(shown(concentration.fields), { gap: '-10.19' });
  const share = evaluate({
    indicator: { type: 'ratio', unit: '%' },
    target: null,
    month: 11,
    figure: dec('86.8'),
    yoy: null,
    grade: 'estimate',
  });
  t.match(share, { state: 'noTarget', fields: { gap: null, completionRate: null } });
});

t.test('蓬江区 1—6月: 126.02 of 193.22', async (t) => {
  const { fields } = judge('193.22', { figure: '126.02', month: 6 });
  t.match(shown(fields), { completionRate: '65.22', timeProgress: '50.00', paceGap: '15.22' });
});

t.test('a phased limit turns the signs round', async (t) => {
  const over = judge('100', { figure: '52.5', month: 6, target: terms('100', { comparator: 'atMost' }) });
  t.match(shown(over.fields), {
    completionRate: '52.50',
    paceGap: '-2.50',
    shortfall: '2.50',
    remaining: '47.50',
  });
  const under = judge('100', { figure: '40', month: 6, target: terms('100', { comparator: 'atMost' }) });
  t.match(shown(under.fields), { paceGap: '10.00', shortfall: '0.00', requiredMonthly: '10.00' });
  const none = judge('0', { figure: '3', month: 6, target: terms('0', { comparator: 'atMost' }) });
  t.same(shown(none.fields), {
    timeProgress: '50.00',
    gap: '-3.00',
    plannedToDate: '0.00',
    shortfall: '3.00',
    remaining: '0.00',
    averageMonthly: '0.50',
    requiredMonthly: '0.00',
    requiredMultiple: '0.00',
  });
});

t.test('the ends of the year and of the plan', async (t) => {
  const december = judge('55', { figure: '50', month: 12 }).fields;
  t.equal(december.requiredMonthly, null);
  t.equal(december.requiredMultiple, null);
  t.equal(december.remaining?.toDecimal(0), '5');
  t.equal(judge('55', { figure: '60', month: 7 }).fields.requiredMonthly?.toDecimal(2), '0.00');
  t.equal(judge('55', { figure: '-1', month: 3 }).fields.requiredMultiple, null, 'average below 0');
  t.equal(judge('55', { figure: '0', month: 3 }).fields.requiredMultiple, null, 'average 0');
  const late = terms('60', { plan: { kind: 'linear', from: 7 } });
  t.equal(judge('60', { figure: '20', month: 8, target: late }).fields.averageMonthly?.toDecimal(2), '10.00');
  t.equal(judge('60', { figure: null, month: 6, target: late }).state, 'notDue');
  t.equal(judge('60', { figure: null, month: 7, target: late }).state, 'notReported');
  const slow: Plan = { kind: 'weights', weights: ['0', '0', ...Array.from({ length: 10 }, () => '0.1')] };
  const { fields } = judge('60', { figure: '3', month: 2, target: terms('60', { plan: slow }) });
  t.match(shown(fields), { timeProgress: '0.00', paceGap: '5.00', plannedToDate: '0.00' });
  t.equal(fields.paceRatio, null, 'S_m = 0');
});

t.test('counts with quarterly nodes', async (t) => {
  const count = { type: 'count', unit: '个' } as const;
  const target = terms('10', { plan: { kind: 'quarterly' } });
  t.equal(judge('10', { indicator: count, figure: '1', month: 2, target }).state, 'notDue');
  t.equal(judge('10', { indicator: count, figure: null, month: 2, target }).state, 'notReported');
  const may = judge('10', { indicator: count, figure: '1', month: 5, target });
  t.same(shown(may.fields), {
    completionRate: '10.00',
    paceRatio: '50.00',
    plannedToDate: '2.00',
    shortfall: '1.00',
    remaining: '9.00',
  });
  t.equal(may.fields.timeProgress, null);
  const limit = terms('0', { comparator: 'atMost', plan: { kind: 'quarterly' } });
  const accident = judge('0', { indicator: count, figure: '2', month: 1, target: limit });
  t.equal(accident.state, 'evaluated', 'a limit of 0 holds from the first day');
  t.match(shown(accident.fields), { gap: '-2.00', shortfall: '2.00' });
});

t.test('levels: gap and gapRate', async (t) => {
  const constant = { plan: { kind: 'constant' } } as const;
  const stock = { type: 'stock', unit: '家' } as const;
  const firms = judge('40', { indicator: stock, figure: '36', month: 4, target: terms('40', constant) });
  t.same(shown(firms.fields), { gap: '-4.00', gapRate: '-10.00' });
  const limit = terms('40', { ...constant, comparator: 'atMost' });
  t.match(shown(judge('40', { indicator: stock, figure: '36', month: 4, target: limit }).fields), {
    gap: '4.00',
  });
  const debt = judge('-20', { indicator: stock, figure: '-25', month: 4, target: terms('-20', constant) });
  t.same(shown(debt.fields), { gap: '-5.00', gapRate: '-25.00' }, 'a negative level');
  const zero = judge('0', { indicator: stock, figure: '-1', month: 4, target: terms('0', constant) });
  t.same(shown(zero.fields), { gap: '-1.00' }, 'no rate of a level of 0');
  const energy = judge('0.5', {
    indicator: { type: 'ratio', unit: '吨标准煤/万元' },
    figure: '0.6',
    month: 4,
    target: terms('0.5', { ...constant, comparator: 'atMost' }),
  });
  t.same(shown(energy.fields), { gap: '-0.10', gapRate: '-20.00' });
});

t.test('checkpoints: the latest due, and the first before it', async (t) => {
  const points = [
    { month: 3, value: '5' },
    { month: 6, value: '-2.5' },
  ];
  const target = terms('8', { measure: 'yoy', plan: { kind: 'checkpoints', points } });
  const early = judge('8', { figure: null, yoy: '4', month: 2, target });
  t.equal(early.state, 'notDue');
  t.equal(early.fields.gap, null);
  t.equal(early.fields.nextCheckpoint?.month, 3);
  t.equal(early.fields.nextCheckpoint?.gap.toDecimal(1), '-1.0');
  for (const [month, gap] of [
    [3, '-1.0'],
    [5, '-1.0'],
    [6, '6.5'],
    [12, '6.5'],
  ] as const) {
    t.equal(judge('8', { figure: null, yoy: '4', month, target }).fields.gap?.toDecimal(1), gap, `${month}`);
  }
});

t.test('the number a target is about', async (t) => {
  const growth = { type: 'growth', unit: '%' } as const;
  const constant: Plan = { kind: 'constant' };
  for (const measure of ['value', 'yoy'] as const) {
    const target = terms('7.5', { measure, plan: constant });
    t.equal(
      judge('7.5', { indicator: growth, figure: '0.7', month: 9, target }).fields.gap?.toDecimal(1),
      '-6.8',
    );
    const byYoy = judge('7.5', { indicator: growth, figure: null, yoy: '0.7', month: 9, target });
    t.equal(byYoy.fields.gap?.toDecimal(1), '-6.8');
  }
  const yoy = terms('7.5', { measure: 'yoy', plan: constant });
  t.equal(
    judge('7.5', { figure: '100', month: 9, target: yoy }).state,
    'notReported',
    'a value has no growth',
  );
  t.equal(judge('55', { figure: null, yoy: '9', month: 9 }).state, 'notReported', 'growth has no value');
  const milestone = judge('1', { indicator: { type: 'milestone', unit: '' }, figure: '1', month: 3 });
  t.match(milestone, { yardstick: 'milestone', state: 'notDue' });
});

t.test('property: phased fields agree with a calculator on whole cents', async () => {
  // The oracle: integers only, everything multiplied out; a rate of r % is r · T · 12 in its units.
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 7 }),
      fc.integer({ min: -(10 ** 6), max: 2 * 10 ** 7 }),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      (target, figure, month, limit) => {
        const comparator = limit ? 'atMost' : 'atLeast';
        const { fields } = evaluate({
          indicator: FLOW,
          target: { ...terms('1', { comparator }), value: Fraction.of(target, 100) },
          month,
          figure: Fraction.of(figure, 100),
          yoy: null,
          grade: 'final',
        });
        const ahead = BigInt(figure) * 12n - BigInt(target) * BigInt(month);
        const gap = (limit ? -ahead : ahead) * 100n;
        const scaled = fields.paceGap!.times(Fraction.of(BigInt(target) * 12n));
        if (scaled.denominator !== 1n || scaled.numerator !== gap) return false;
        const short = fields.shortfall!.times(Fraction.of(1200n));
        if (short.numerator !== (gap < 0n ? -gap / 100n : 0n)) return false;
        return fields.remaining!.times(Fraction.HUNDRED).numerator === BigInt(Math.max(0, target - figure));
      },
    ),
  );
});
