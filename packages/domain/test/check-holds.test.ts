import t from 'tap';
import type { CheckFinding } from '../src/index.js';
import { check, codes, figure, holds, year } from './checking.js';

const flat = (of: number, months: number, each = 100) =>
  year(
    of,
    Array.from({ length: months }, () => each),
  );
const paramsOf = (findings: CheckFinding[], code: string) =>
  findings.find((finding) => finding.code === code)?.params;

t.test('a cumulative figure that falls within a year is held', async (t) => {
  const output = { '2017-09': '900', '2017-10': '1000' };
  const [finding, ...more] = check(figure('2017-11', { value: '999.99' }), { output });
  t.strictSame(finding, {
    code: 'cumulativeDecreased',
    severity: 'hold',
    indicator: 'output',
    period: '2017-11',
    field: 'value',
    params: { value: '999.99', unit: '万元', otherPeriod: '2017-10', otherValue: '1000' },
  });
  t.strictSame(more, []);
  t.strictSame(codes(check(figure('2017-11', { value: '1000' }), { output })), [], 'one that stands still');
  t.strictSame(
    codes(check(figure('2018-01', { value: '90' }), { output })),
    [],
    'a new year begins at nothing',
  );
  t.strictSame(
    holds(
      check(figure('2017-11', { value: '5', indicator: { type: 'count' } }), { output: { '2017-10': '6' } }),
    ),
    ['cumulativeDecreased'],
    'counts too',
  );
  for (const type of ['stock', 'ratio', 'growth'] as const) {
    const falling = figure('2017-11', { value: '50', indicator: { type } });
    t.strictSame(check(falling, { output: { '2017-10': '60' } }), [], type);
  }
});

t.test('an earlier month put right to more than a later one in force is the same fault', async (t) => {
  const output = { '2017-09': '900', '2017-10': '1000', '2017-11': '1100' };
  t.match(check(figure('2017-10', { value: '1100.5' }), { output }), [
    { code: 'cumulativeDecreased', params: { otherPeriod: '2017-11', otherValue: '1100' } },
  ]);
  t.strictSame(
    check(figure('2017-10', { value: '1050' }), { output }),
    [],
    'its own revision before does not count',
  );
  t.match(
    check(figure('2017-10', { value: '890' }), { output }),
    [{ params: { otherPeriod: '2017-09' } }],
    'the month before is named first',
  );
});

t.test('fewer printed decimals are no decrease', async (t) => {
  const falls = (before: string, now: string) =>
    holds(check(figure('2017-11', { value: now }), { output: { '2017-10': before } }));
  t.strictSame(falls('0.33 亿元', '0.3 亿元'), []);
  t.strictSame(falls('3300', '0.3 亿元'), [], 'whatever the unit');
  t.strictSame(falls('0.4 亿元', '0.3 亿元'), ['cumulativeDecreased']);
  t.strictSame(falls('0.36 亿元', '0.3 亿元'), ['cumulativeDecreased']);
  t.strictSame(falls('0.355 亿元', '0.3 亿元'), ['cumulativeDecreased'], 'at most 0.35, at least 0.3545');
});

t.test('a unit slip is held with the numbers that show it', async (t) => {
  const output = { '2017-08': '2.16', '2017-09': '2.43', '2017-10': '2.9' };
  const findings = check(figure('2017-11', { value: '30000' }), { output });
  t.strictSame(holds(findings), ['unitSlip']);
  t.strictSame(paramsOf(findings, 'unitSlip'), {
    value: '30000',
    unit: '万元',
    months: '11',
    perMonth: '30000/11',
    reference: '0.27',
    periods: '2017-10 2017-09 2017-08',
    ratio: '1000000/99',
    power: '4',
    likelyUnit: '元',
  });
});

t.test('every power of ten that units lie apart, in either direction', async (t) => {
  const before = flat(2016, 12);
  const slipped = (value: string, more: object = {}) => {
    const found = check(figure('2017-01', { value, ...more }), { output: before });
    return found.map((one) =>
      one.code === 'unitSlip' ? [one.params.power, one.params.likelyUnit] : one.code,
    );
  };
  t.strictSame(slipped('1000000'), [['4', '元']], '元 as 万元');
  t.strictSame(slipped('0.01'), [['-4', '亿元']], '亿元 as 万元');
  t.strictSame(slipped('1000'), [['1', '千元']], 'a digit too many');
  t.strictSame(slipped('10'), [['-1', '']], 'a digit too few');
  t.strictSame(slipped('1000 千元'), [], 'another unit, rightly');
  t.strictSame(slipped('100 亿元'), [['4', '万元']], '万元 as 亿元');
  t.strictSame(slipped('1000 亿元'), [['5', '千元']], '千元 as 亿元');
  t.strictSame(slipped('1000000 亿元'), [['8', '元']], '元 as 亿元');
  t.strictSame(slipped('0.00001'), [], '10^7 lies between no units of the field');
  t.strictSame(
    holds(check(figure('2017-01', { value: '0.01' }), { output: { ...before, '2016-01': '0.01' } })),
    [],
    'a season without output, as last year',
  );
  t.strictSame(slipped('0'), [], 'nothing is no slip');
  t.strictSame(slipped('-1000000'), [], 'nor is what is below 0');
  t.strictSame(slipped('1000000', { indicator: { type: 'count' } }), [], 'counts have no money units');
});

t.test('the last three figures above 0 are what a slip is held against', async (t) => {
  const late = { '2017-01': '0', '2017-02': '10', '2017-03': '0', '2017-04': '0' };
  const findings = check(figure('2017-05', { value: '250000' }), { output: late });
  t.match(paramsOf(findings, 'unitSlip'), { power: '4', reference: '5', periods: '2017-02' });
  t.strictSame(
    holds(check(figure('2017-05', { value: '250' }), { output: late })),
    [],
    'one figure does not show a digit too many',
  );
  const merged = { noJanuary: true };
  const first = check(figure('2017-02', { value: '2000000', indicator: merged }), { output: flat(2016, 12) });
  t.match(paramsOf(first, 'unitSlip'), { months: '2', perMonth: '1000000' }, '1—2月 is two months');
  const debt = { type: 'stock', unit: '亿元' } as const;
  const stock = check(figure('2017-05', { value: '286100', indicator: debt }), {
    output: { '2017-04': '28.6 亿元' },
  });
  t.match(
    paramsOf(stock, 'unitSlip'),
    { months: '1', perMonth: '286100', likelyUnit: '万元' },
    'a level as it is',
  );
});

t.test('tenfold is held where nothing explains it', async (t) => {
  const slip = (value: string, inForce: Record<string, string>, more: object = {}) =>
    holds(check(figure('2017-04', { value, ...more }), { output: inForce }));
  t.strictSame(slip('4000', flat(2017, 3)), ['unitSlip']);
  t.strictSame(slip('4000', flat(2017, 3), { target: '12000' }), [], 'the plan asks for it');
  t.strictSame(slip('4000', flat(2017, 3), { target: '1200' }), ['unitSlip']);
  const seasonal = { ...year(2016, [10, 10, 10, 490]), ...year(2017, [10, 10, 10]) };
  t.strictSame(slip('520', seasonal), [], 'as last year');
  t.strictSame(slip('520', { ...seasonal, '2016-04': '40' }), ['unitSlip']);
  t.strictSame(slip('250', year(2017, [10, 10, 10])), [], 'corrected it would be below the month before');
  const firms = { type: 'stock', unit: '家', decimals: 0 } as const;
  const waiting = { '2017-01': '1 家', '2017-02': '2 家', '2017-03': '1 家' };
  t.strictSame(slip('12', waiting, { indicator: firms }), [], 'few firms come tenfold');
  const many = { '2017-01': '165 家', '2017-02': '165 家', '2017-03': '166 家' };
  t.strictSame(slip('1650', many, { indicator: firms }), ['unitSlip']);
  t.strictSame(
    holds(
      check(figure('2018-01', { value: '9' }), {
        output: year(2017, [0, 0, 0, 0, 0, 0, 100, 100, 100, 100, 100, 100]),
      }),
    ),
    [],
    'a January that stands still',
  );
});

t.test('a part above its whole, a whole below its part, a share above 100', async (t) => {
  const part = { key: 'leading', partOf: 'output' };
  const parts = { output: ['leading'] };
  const leading = (value: string) => figure('2017-11', { value, indicator: part });
  t.match(check(leading('1001'), { output: { '2017-11': '1000' } }, parts), [
    {
      code: 'partExceedsWhole',
      indicator: 'leading',
      params: { role: 'part', other: 'output', otherValue: '1000' },
    },
  ]);
  t.strictSame(check(leading('1000'), { output: { '2017-11': '1000' } }, parts), []);
  t.strictSame(
    check(leading('1001'), { output: { '2017-10': '1000' } }, parts),
    [],
    'of the same period only',
  );
  t.strictSame(check(leading('0.3 亿元'), { output: { '2017-11': '2800' } }, parts), [], '0.3 may be 0.26');
  t.match(
    check([leading('1001'), figure('2017-11', { value: '900' })], { output: { '2017-11': '2000' } }, parts),
    [{ indicator: 'leading', params: { otherValue: '900' } }],
    'the sheet goes before what is in force, and holds the part',
  );
  t.strictSame(
    check([leading('1001'), figure('2017-11', { value: '1100' })], { output: { '2017-11': '900' } }, parts),
    [],
  );
  t.match(
    check(figure('2017-11', { value: '900' }), { leading: { '2017-11': '1000' } }, parts),
    [{ code: 'partExceedsWhole', indicator: 'output', params: { role: 'whole', other: 'leading' } }],
    'a whole that comes alone',
  );
  t.strictSame(
    check(
      figure('2017-11', { value: '9', indicator: { partOf: 'output' } }),
      { output: { '2017-11': '1' } },
      parts,
    ),
    [],
    'nothing is its own part',
  );
});

t.test('which ratios are shares', async (t) => {
  const ratio = { key: 'ratio', type: 'ratio', unit: '%' } as const;
  const share = (value: string, formula: [string, string] | null = null, parts = {}) =>
    holds(
      check(
        figure('2017-11', {
          value,
          indicator: {
            ...ratio,
            formula: formula && {
              numerator: { indicator: formula[0], org: 'self' },
              denominator: { indicator: formula[1], org: 'parent' },
              scale: '100',
              mode: 'check',
            },
          },
        }),
        {},
        parts,
      ),
    );
  t.strictSame(share('100.01'), ['partExceedsWhole']);
  t.strictSame(share('100'), []);
  t.strictSame(share('107', ['output', 'output']), ['partExceedsWhole'], 'of the county');
  t.strictSame(share('107', ['leading', 'output'], { output: ['leading'] }), ['partExceedsWhole']);
  t.strictSame(share('101', ['sales', 'output']), [], '产销率 is no share');
  t.strictSame(
    holds(check(figure('2017-11', { value: '145', indicator: { ...ratio, unit: '万元/亩' } }))),
    [],
    'nor is what is not in %',
  );
});

t.test('a jump is held with the numbers that show it', async (t) => {
  const output = flat(2017, 9);
  const findings = check(figure('2017-10', { value: '1201' }), { output });
  t.strictSame(holds(findings), ['jump']);
  t.strictSame(paramsOf(findings, 'jump'), {
    value: '1201',
    unit: '万元',
    previousPeriod: '2017-09',
    previous: '900',
    months: '1',
    joined: '0',
    increment: '301',
    count: '9',
    median: '100',
    scale: '15',
    largest: '100',
  });
  const jumps = (value: string, inForce: Record<string, string>, more: object = {}) =>
    holds(check(figure('2017-10', { value, ...more }), { output: inForce }));
  t.strictSame(jumps('1200', output), [], 'three times the largest month is what parks have');
  t.strictSame(jumps('1201', output, { joined: '5' }), [], 'firms that joined, as the sheet says');
  t.strictSame(jumps('1201', output, { target: '1300' }), [], 'the plan asks for such months');
  t.strictSame(jumps('1201', output, { indicator: { type: 'count' } }), []);
  t.strictSame(jumps('905', output), [], 'a month that stands still');
  const seven = { ...flat(2017, 9) };
  for (const month of ['01', '03']) delete seven[`2017-${month}`];
  t.strictSame(jumps('1201', seven), [], 'seven increments are too few');
  const gap = { ...flat(2016, 12), ...flat(2017, 7) };
  t.strictSame(jumps('1500', gap), [], 'three months at once are three months');
  t.strictSame(jumps('1602', gap), ['jump']);
  const early = (period: string, value: string, indicator = {}) =>
    holds(check(figure(period, { value, indicator }), { output: { ...flat(2016, 12), ...flat(2017, 1) } }));
  t.strictSame(early('2017-02', '501'), [], 'months 1 and 2 are never judged');
  t.strictSame(early('2017-03', '899'), ['jump'], 'two months of 399.5');
  const merged = { noJanuary: true };
  t.strictSame(early('2017-03', '899', merged), [], 'a January that cannot be does not count');
  const february = { ...flat(2016, 12), '2017-02': '200' };
  const march = (value: string) =>
    holds(check(figure('2017-03', { value, indicator: merged }), { output: february }));
  t.strictSame(march('500'), [], '1—2月 is two months of 100');
  t.strictSame(march('501'), ['jump']);
  const stopped = { ...flat(2016, 12, 30), ...year(2017, [5, 5]) };
  t.strictSame(
    holds(check(figure('2017-03', { value: '110' }), { output: stopped })),
    [],
    'after a winter stop the level of the year is not known',
  );
  t.strictSame(
    holds(check(figure('2017-03', { value: '1010' }), { output: stopped })),
    ['jump'],
    'but over ten times the largest month',
  );
});

t.test('one fault is said once, and each of its kind', async (t) => {
  const output = flat(2017, 9);
  t.strictSame(
    holds(check(figure('2017-10', { value: '10000' }), { output })),
    ['unitSlip'],
    'not a jump too',
  );
  t.strictSame(
    holds(check(figure('2017-10', { value: '100' }), { output })),
    ['cumulativeDecreased', 'unitSlip'],
    'the month instead of the cumulative figure',
  );
});
