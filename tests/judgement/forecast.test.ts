import t from 'tap';
import { type County, faultsOf, openCounty, type Warning } from '../county.js';

const NOW = '2018-01-20T09:00:00+08:00';
const output = (value: string | number, rest: object = {}) => [{ indicator: 'output', value, ...rest }];
const period = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

/** Loads cumulative figures of an earlier year, by month. */
async function load(county: County, of: { org: string; year: number; figures: Record<number, number> }) {
  for (const [month, value] of Object.entries(of.figures)) {
    await county.ask('POST', '/v1/submissions', {
      ...{ org: of.org, period: period(of.year, Number(month)), source: 'final', historical: true },
      values: output(value),
    });
  }
}

const target = (county: County, org: string, value: number) =>
  county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value });

const forecastAt = async (county: County, org: string, month: number) =>
  (await county.evaluations(`org=${org}&period=${period(2017, month)}`))[0]?.forecast;

t.test('three earlier years choose the method, and give its error and band', async (t) => {
  const county = await openCounty(t, NOW);
  await load(county, { org: 'park', year: 2014, figures: { 6: 40, 12: 100 } });
  await load(county, { org: 'park', year: 2015, figures: { 6: 50, 12: 100 } });
  await load(county, { org: 'park', year: 2016, figures: { 6: 60, 12: 110 } });
  await target(county, 'park', 118);
  await county.report('2017-06', output(60));
  // By last year's shape 60 × 110 ÷ 60 = 110; it erred by 25 % (125 of 100) and 9.09 % (120 of 110) in 2015 and 2016,
  // the pace by 0 and 9.09 %. The pace: 60 × 2; on 2014 too it foretold 80 of 100, on 2015 100 of 100, 120 of 110:
  // errors 20, 0 and 9.0909 %, corrected 120 × 100 ÷ 80, × 1, × 110 ÷ 120.
  t.same(await forecastAt(county, 'park', 6), {
    ...{ value: '120.00', low: '110.00', high: '150.00', method: 'pace', error: '9.70', replayedYears: 3 },
  });
  await load(county, { org: 'sister', year: 2014, figures: { 6: 60, 12: 100 } });
  await load(county, { org: 'sister', year: 2015, figures: { 6: 66, 12: 110 } });
  await load(county, { org: 'sister', year: 2016, figures: { 6: 63, 12: 105 } });
  await county.report('2017-06', output(61), { org: 'sister' });
  // Without a target too; 61 ÷ 0.6, and that shape never erred on the two years that had one before them.
  t.same(await forecastAt(county, 'sister', 6), {
    value: '101.67',
    low: '101.67',
    high: '101.67',
    method: 'lastYearShape',
    error: '0.00',
    replayedYears: 2,
  });
  await county.report('2016-12', output(126), {
    org: 'sister',
    source: 'final',
    historical: true,
    reason: '核实',
  });
  // 2016 is now 63 of 126: a share of a half; its replay by 0.6 foretold 105 of 126.
  t.match(await forecastAt(county, 'sister', 6), { method: 'lastYearShape', value: '122.00', error: '8.33' });
});

t.test(
  'where history does not allow it, there is no band, and of a ratio or a December no forecast',
  async (t) => {
    const county = await openCounty(t, NOW);
    for (const [indicator, value] of [
      ['output', 120],
      ['share', 80],
      ['growth', 8],
    ])
      await county.ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator, value });
    await county.ask('POST', '/v1/targets', {
      org: 'park',
      year: 2017,
      indicator: 'output',
      measure: 'yoy',
      value: 9,
    });
    const sheet = [
      ...output(60, { yoy: 9 }),
      { indicator: 'share', value: 81 },
      { indicator: 'growth', value: 9 },
    ];
    await county.report('2017-06', sheet);
    const rows = await county.evaluations('org=park&period=2017-06');
    t.same(
      rows.map(({ indicator, measure, forecast }) => `${indicator} ${measure} ${JSON.stringify(forecast)}`),
      [
        'output value {"value":"120.00","low":null,"high":null,"method":"pace","error":null,"replayedYears":0}',
        'output yoy null',
        'share value null',
        'growth value null',
      ],
    );
    // Three months in a row: 60, then 65, 70, 75 make 5 a month: 75 + 3 × 5.
    for (const [month, value] of [
      [7, 65],
      [8, 70],
      [9, 75],
    ] as const)
      await county.report(period(2017, month), output(value));
    t.match(await forecastAt(county, 'park', 9), { method: 'recentPace', value: '90.00', low: null });
    await county.report('2017-12', output(118));
    t.equal(await forecastAt(county, 'park', 12), null);
  },
);

t.test('the park’s own outlook is kept, stands beside the forecast, and is no figure', async (t) => {
  const county = await openCounty(t, NOW);
  await target(county, 'park', 120);
  const outlook = { fullYear: '131.5', reason: '新线投产' };
  await county.report('2017-06', output(60, { outlook }));
  await county.report('2017-07', output(70));
  const shown = async (month: number) =>
    (await county.evaluations(`org=park&period=${period(2017, month)}`))[0];
  t.match(await shown(7), { outlook: { value: '131.5', reason: '新线投产' }, forecast: { value: '120.00' } });
  await county.report(
    '2017-08',
    output(800, { outlook: { fullYear: 1285, reason: '检修' }, unit: '千万元' }),
  );
  const answer = await county.call('POST', '/v1/submissions', {
    ...{ org: 'park', period: '2017-09', values: output(90, { outlook: { fullYear: 125, reason: '检修' } }) },
  });
  t.equal(answer.status, 201);
  await county.drain();
  t.match(await shown(9), { outlook: { value: '125', reason: '检修' } });
  t.match(await shown(7), { outlook: { value: '131.5' } }, 'an earlier month keeps what was said by then');
  const refused = await county.call('POST', '/v1/submissions', {
    ...{ org: 'park', period: '2017-09', values: [{ indicator: 'share', value: 80, outlook }] },
  });
  t.same([refused.status, faultsOf(refused)], [422, ['/values/0/outlook outlookNotForType']]);
  const { data } = await county.ask<{ data: { period: string; value: string }[] }>(
    'GET',
    '/v1/figures?org=park',
  );
  t.same(
    data.map((figure) => `${figure.period} ${figure.value}`),
    ['2017-06 60', '2017-07 70', '2017-08 80', '2017-09 90'],
  );
  t.same(await county.alerts('park'), [], 'nobody expects less than the target');
});

/** What of a full year stood at each month, as it was three years running. */
const SHAPE: Record<number, number> = { 3: 40, 4: 50, 5: 55, 6: 60, 7: 70, 12: 100 };

const lives = (alerts: Warning[]) =>
  alerts.map(({ kind, state, life }) => `${kind} ${state}: ${life.join(', ')}`);

t.test(
  'what is green and will miss all the same is told early, and ends when it recovers or lags',
  async (t) => {
    const county = await openCounty(t, NOW);
    for (const [year, factor] of [
      [2014, 100],
      [2015, 110],
      [2016, 105],
    ] as const) {
      const figures = Object.entries(SHAPE).map(([month, share]) => [month, (share * factor) / 100]);
      await load(county, { org: 'park', year, figures: Object.fromEntries(figures) });
    }
    await target(county, 'park', 110);
    // Cumulative ÷ its usual share: 100, 100, 110, 101. In July 60.7 of 110 is behind time.
    for (const [month, value, light, ends] of [
      [3, 40, 'green', []],
      [4, 50, 'green', ['forecastMiss open: 4 raised']],
      [5, 60.5, 'green', ['forecastMiss resolved: 4 raised, 5 resolved']],
      [6, 60.6, 'green', ['forecastMiss resolved: 4 raised, 5 resolved', 'forecastMiss open: 6 raised']],
      [
        ...[7, 60.7, 'yellow'],
        [
          'forecastMiss resolved: 4 raised, 5 resolved',
          'forecastMiss resolved: 6 raised, 7 resolved',
          'indicatorLagging open: 7 raised',
        ],
      ],
    ] as [number, number, string, string[]][]) {
      await county.report(period(2017, month), output(value));
      t.match(await county.evaluations(`org=park&period=${period(2017, month)}`), [{ light }]);
      t.same(lives(await county.alerts('park')), ends, `month ${month}`);
      if (month === 7) {
        const ended = (await county.alerts('park'))[1];
        t.match(ended?.message, /已转为滞后预警。$/, 'it has not recovered');
        const [news] = await county.sql`SELECT payload->'transition' AS step FROM event
          WHERE type = 'alert.resolved' ORDER BY id DESC LIMIT 1`;
        t.match(news?.step, { replacedBy: 'indicatorLagging', reasonName: '转为滞后预警' });
      }
      if (month !== 4) continue;
      const [alert] = await county.alerts('park');
      t.match(alert, {
        title: /^park 总产值 预计难以完成年度目标（系统推算全年约100(\.0+)?亿元，目标110亿元）$/,
        message: /1—4月，.*50\.00亿元.*系统推算全年约100(\.0+)?亿元（按上年同期占全年比重推算/,
        ...{ level: 'daily', light: 'green' },
      });
    }
  },
);

t.test('a park that says itself that it will miss is believed, until the year settles it', async (t) => {
  const county = await openCounty(t, NOW);
  for (const [org, december, verdict] of [
    ['park', 120, 'met'],
    ['sister', 118, 'missed'],
  ] as const) {
    await target(county, org, 120);
    await county.report('2017-02', output(20, { outlook: { fullYear: 115, reason: '订单下滑' } }), { org });
    await county.report('2017-03', output(30), { org });
    t.match(await county.alerts(org), [
      {
        ...{ kind: 'forecastMiss', state: 'open', life: ['2 raised', '3 persisted'] },
        title: new RegExp(`^${org} 总产值 预计难以完成年度目标（单位预计全年115亿元，目标120亿元）$`),
        message: /订单下滑/,
      },
    ]);
    await county.report('2017-12', output(december), { org });
    t.match(await county.alerts(org), [
      {
        ...{ state: 'settled', verdict, life: ['2 raised', '3 persisted', '12 settled'] },
        // What was expected is no news any more.
        title:
          verdict === 'met'
            ? 'park 总产值 与年度目标持平（绿灯）'
            : 'sister 总产值 欠年度目标2.00亿元（黄灯）',
        message: /^初步统计，全年，/,
      },
    ]);
  }
});
