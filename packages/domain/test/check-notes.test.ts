import t from 'tap';
import type { CheckedIndicator } from '../src/index.js';
import { check, codes, figure } from './checking.js';

t.test('last cumulative + month ≠ cumulative is noted', async (t) => {
  const output = { '2017-10': '1000' };
  t.strictSame(codes(check(figure('2017-11', { value: '1100', month: '100' }), { output })), []);
  t.strictSame(check(figure('2017-11', { value: '1100', month: '99.5' }), { output }), [
    {
      code: 'sumMismatch',
      severity: 'note',
      indicator: 'output',
      period: '2017-11',
      field: 'monthValue',
      params: {
        value: '1100',
        unit: '万元',
        previousPeriod: '2017-10',
        previous: '1000',
        monthValue: '99.5',
        sum: '1099.5',
        withinRounding: 'true',
      },
    },
  ]);
  t.match(check(figure('2017-11', { value: '1100', month: '98' }), { output }), [
    { params: { withinRounding: 'false' } },
  ]);
  t.match(
    check(figure('2017-11', { value: '0.11 亿元', month: '90' }), { output }),
    [{ params: { value: '0.11', unit: '亿元', previous: '0.1', monthValue: '0.009', sum: '0.109' } }],
    'in the unit of the cumulative figure',
  );
  t.match(check(figure('2017-01', { value: '100', month: '99' }), {}), [{ params: { previousPeriod: '' } }]);
  t.strictSame(
    check(figure('2017-11', { value: '1100', month: '99' }), { output: { '2017-09': '900' } }),
    [],
  );
  const merged = { noJanuary: true };
  t.strictSame(check(figure('2017-02', { value: '200', month: '90', indicator: merged })), [], '1—2月');
  const output2 = { output: { '2017-10': '-20' } };
  t.strictSame(codes(check(figure('2017-11', { value: '-50', month: '-30' }), output2)), [
    'cumulativeDecreased',
  ]);
});

t.test('growth at current prices that does not follow from the two values is noted', async (t) => {
  const current = { growthBasis: 'current' } as const;
  const base = (
    given: object,
    inForce: Record<string, string> = {},
    indicator: Partial<CheckedIndicator> = current,
  ) => check(figure('2017-11', { ...given, indicator }), { output: inForce });
  t.strictSame(base({ value: '110', yoy: '10', lastYear: '80' }), [
    {
      code: 'baseMismatch',
      severity: 'note',
      indicator: 'output',
      period: '2017-11',
      field: 'lastYear',
      params: {
        value: '110',
        unit: '万元',
        yoy: '10',
        impliedBase: '100',
        lastYear: '80',
        lastYearFrom: 'sheet',
        difference: '25',
      },
    },
  ]);
  t.match(base({ value: '110', yoy: '10' }, { '2016-11': '80' }), [
    { field: 'yoy', params: { lastYearFrom: 'inForce' } },
  ]);
  t.strictSame(
    base({ value: '110', yoy: '10', lastYear: '100' }, { '2016-11': '80' }),
    [],
    'the sheet’s own goes before',
  );
  t.strictSame(
    base({ value: '110', yoy: '10', lastYear: '80' }, {}, {}),
    [],
    'comparable growth has another base',
  );
  t.strictSame(base({ value: '1050', yoy: '0.0', lastYear: '1000' }), [], 'exactly 5% is not over 5%');
  t.match(base({ value: '1051', yoy: '0.0', lastYear: '1000' }), [{ params: { difference: '5.1' } }]);
  t.strictSame(
    base({ value: '0.3 亿元', yoy: '36.5', lastYear: '0.2 亿元' }),
    [],
    '0.3 ÷ 1.365 = 0.22 may be 0.2',
  );
  t.strictSame(
    codes(base({ value: '0.3 亿元', yoy: '36.5', lastYear: '0.3 亿元' })),
    [],
    'intervals that touch',
  );
  t.strictSame(codes(base({ value: '0.3 亿元', yoy: '36.5', lastYear: '0.4 亿元' })), ['baseMismatch']);
  t.strictSame(base({ value: '0', yoy: '-100', lastYear: '80' }), []);
  t.strictSame(base({ value: '5', yoy: '-100', lastYear: '80' }), [], 'nothing follows from −100%');
});

t.test('a formula that comes to something else is noted', async (t) => {
  const indicator: Partial<CheckedIndicator> = {
    type: 'ratio',
    unit: '%',
    formula: {
      numerator: { indicator: 'output', org: 'self' },
      denominator: { indicator: 'output', org: 'parent' },
      scale: '100',
      mode: 'check',
    },
  };
  const ratio = (value: string, operands: [string, string]) =>
    check(figure('2017-11', { value, indicator, operands }));
  t.strictSame(ratio('69.81', ['50.6 亿元', '72.48 亿元']), []);
  t.strictSame(ratio('69.81', ['506000', '724800']), []);
  t.match(ratio('69.81', ['50.6 亿元', '82.48 亿元']), [
    {
      code: 'formulaMismatch',
      severity: 'note',
      params: { value: '69.81', computed: '63250/1031', numerator: '50.6', numeratorUnit: '亿元' },
    },
  ]);
  t.strictSame(ratio('75', ['0.3 亿元', '0.4 亿元']), [], 'whatever was rounded away');
  t.strictSame(codes(ratio('175', ['0.3 亿元', '0.4 亿元'])), ['partExceedsWhole', 'formulaMismatch']);
  t.strictSame(ratio('75', ['30', '0']), [], 'nothing is divided by 0');
  t.strictSame(ratio('75', ['30', '0.0 亿元']), []);
  t.strictSame(check(figure('2017-11', { value: '75', indicator })), [], 'a part is missing');
});

t.test('a digit that is more than 1% of the target is noted', async (t) => {
  const printed = (value: string, target: string, indicator: Partial<CheckedIndicator> = {}) =>
    check(figure('2017-11', { value, target, indicator: { unit: '亿元', ...indicator } }));
  t.strictSame(printed('0.3', '0.4'), [
    {
      code: 'coarse',
      severity: 'note',
      indicator: 'output',
      period: '2017-11',
      field: 'value',
      params: { value: '0.3', unit: '亿元', half: '0.05', target: '0.4', share: '12.5', finerUnit: '万元' },
    },
  ]);
  t.strictSame(printed('0.3', '5'), [], 'exactly 1% does not exceed it');
  t.strictSame(codes(printed('0.3', '4.99')), ['coarse']);
  t.strictSame(printed('3012 万元', '0.4'), []);
  t.strictSame(printed('0.3012', '0.4'), []);
  t.match(printed('3 公里', '10', { unit: '公里' }), [{ params: { finerUnit: '' } }]);
  t.strictSame(printed('3', '10', { type: 'count', unit: '家' }), [], 'what is counted has no decimals');
  t.strictSame(printed('3', '10', { type: 'stock', unit: '家' }), []);
  t.strictSame(codes(printed('1.1', '1.2', { type: 'stock', unit: '万人' })), ['coarse']);
  t.strictSame(printed('69.8', '0.5', { type: 'ratio', unit: '%' }), []);
  t.strictSame(printed('0.3', '0'), []);
});
