import t from 'tap';
import {
  compactWire,
  type FoldYearInput,
  Fraction,
  foldYear,
  type Plan,
  PRESETS,
  toWire,
  wholeWire,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

function year(
  value: string,
  {
    indicator,
    plan,
    months,
    lastMonth,
    measure = 'value',
  }: {
    indicator: FoldYearInput['indicator'];
    plan: Plan;
    months: Record<number, [string | null, string | null]>;
    lastMonth: number;
    measure?: 'value' | 'yoy';
  },
) {
  const terms = {
    measure,
    grade: 'annual',
    deciding: true,
    comparator: 'atLeast',
    value: dec(value),
    plan,
  } as const;
  return foldYear({
    indicator,
    versions: [
      {
        appliesFrom: 1,
        version: 1,
        terms,
        policy: PRESETS[plan.kind === 'linear' ? 'pace-5-10' : 'gap-5-10'],
      },
    ],
    figures: Array.from({ length: 12 }, (_, index) => {
      const given = months[index + 1];
      return given
        ? {
            value: given[0] === null ? null : dec(given[0]),
            yoy: given[1] === null ? null : dec(given[1]),
            grade: 'estimate',
          }
        : null;
    }),
    isDue: () => true,
    lastMonth,
  });
}

t.test('双牌 2017-11 on the wire', async (t) => {
  const indicator = { type: 'flow', unit: '亿元', decimals: 1 } as const;
  const months = { 10: ['44.16', '40.1'], 11: ['50.6', '45.2'] } as Record<number, [string, string]>;
  const november = year('55', { indicator, plan: { kind: 'linear' }, months, lastMonth: 11 }).at(-1)!;
  t.same(toWire(november, indicator, 2017), {
    measure: 'value',
    state: 'evaluated',
    figure: '50.6',
    yoy: '45.2',
    source: 'estimate',
    completionRate: '92.00',
    timeProgress: '91.67',
    paceGap: '0.33',
    paceRatio: '100.36',
    gap: null,
    gapRate: null,
    plannedToDate: '50.4',
    shortfall: '0.0',
    remaining: '4.4',
    averageMonthly: '4.60',
    requiredMonthly: '4.40',
    requiredMultiple: '0.96',
    nextCheckpoint: null,
    light: 'green',
    clearedThrough: false,
    consecutiveLag: 0,
    change: { previousPeriod: '2017-10', figure: '6.4', yoy: '5.10', gap: '3.38', light: 'yellow' },
    policy: { key: 'pace-5-10', version: 1, rule: 3 },
    backJudged: false,
    planFallback: null,
    origin: 'reported',
    milestone: null,
  });
});

t.test('levels: points with 2 decimals, amounts with the indicator’s', async (t) => {
  const constant: Plan = { kind: 'constant' };
  const percent = { type: 'ratio', unit: '%', decimals: 1 } as const;
  const shares = { 10: ['70', null], 11: ['69.81', null] } as Record<number, [string, null]>;
  const share = year('80', { indicator: percent, plan: constant, months: shares, lastMonth: 11 }).at(-1)!;
  t.match(toWire(share, percent, 2017), {
    figure: '69.81',
    gap: '-10.19',
    gapRate: null,
    completionRate: null,
    light: 'red',
    change: { figure: '-0.19', yoy: null, gap: '-0.19', light: 'red' },
  });
  const firms = { type: 'stock', unit: '家', decimals: 0 } as const;
  const stock = year('36', {
    indicator: firms,
    plan: constant,
    months: { 3: ['35', null] },
    lastMonth: 3,
  }).at(-1)!;
  t.match(toWire(stock, firms, 2024), { gap: '-1', gapRate: '-2.78', figure: '35' });
  const output = { type: 'flow', unit: '万元', decimals: 0 } as const;
  const growth = year('8', {
    indicator: output,
    plan: constant,
    months: { 3: [null, '7.985'] },
    lastMonth: 3,
    measure: 'yoy',
  });
  t.match(toWire(growth.at(-1)!, output, 2024), { measure: 'yoy', figure: null, yoy: '7.985', gap: '-0.02' });
});

t.test('what is undefined is null; what no decimal ends is rounded', async (t) => {
  const indicator = { type: 'flow', unit: '亿元', decimals: 1 } as const;
  const [january] = year('55', { indicator, plan: { kind: 'linear' }, months: {}, lastMonth: 1 });
  t.match(toWire(january!, indicator, 2024), {
    state: 'notReported',
    figure: null,
    light: null,
    policy: null,
    change: null,
  });
  t.equal(toWire({ ...january!, figure: Fraction.of(1, 3) }, indicator, 2024).figure, '0.33');
  const plan: Plan = { kind: 'checkpoints', points: [{ month: 6, value: '30.25' }] };
  const [early] = year('55', { indicator, plan, months: { 1: ['30', null] }, lastMonth: 1 });
  t.same(toWire(early!, indicator, 2024).nextCheckpoint, { month: 6, value: '30.25', gap: '-0.3' });
});

t.test('what is kept of an evaluation is what it says, and gives it back whole', async (t) => {
  const indicator = { type: 'flow', unit: '亿元', decimals: 2 } as const;
  const judged = year('55', {
    indicator,
    plan: { kind: 'linear', from: 2 },
    months: { 1: ['1', null], 2: ['0', '-3'], 11: ['50.6', '45.2'] },
    lastMonth: 12,
  });
  for (const evaluation of judged) {
    const wire = toWire(evaluation, indicator, 2017);
    const kept = compactWire(wire);
    t.same(wholeWire(kept), wire, `month ${evaluation.month}`);
    const silent = Object.entries(kept).filter(([, value]) => value === null || value === false);
    t.same(silent, [], 'and nothing besides');
  }
});
