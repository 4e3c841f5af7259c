import t from 'tap';
import { type County, faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

async function openMembers(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, NOW);
  const org = { name: 'third', level: 'park', parent: 'county', activeFrom: '2000-01-01' };
  await county.ask('PUT', '/v1/orgs/third', org);
  return { ...county, june: ask(county, 'county', '2017-06') };
}

const ask =
  ({ ask }: County, org: string, period: string) =>
  (rest = '') =>
    ask<Record<string, unknown>>(
      'GET',
      `/v1/contributions?org=${org}&period=${period}&indicator=output${rest}`,
    );

const output = (values: Record<string, string>) => [{ indicator: 'output', ...values }];

t.test(
  '拉动 and 贡献率 of each park, its base from the best source, in the county’s own growth',
  async (t) => {
    const { report, june } = await openMembers(t);
    await report('2016-06', output({ value: '4' }), { org: 'third', historical: true });
    await report('2016-06', output({ value: '48' }), { org: 'park', historical: true });
    await report('2017-06', output({ value: '110', lastYear: '100' }), { org: 'county' });
    await report('2017-06', output({ value: '60', lastYear: '50', yoy: '21' }));
    await report('2017-06', output({ value: '45', yoy: '-10' }), { org: 'sister' });
    await report('2017-06', output({ value: '5' }), { org: 'third' });
    // (60 − 50) ÷ 100; 45 ÷ 0.9 = 50; the whole grew by 10.
    t.match(await june(), {
      ...{ org: 'county', unit: '亿元', value: '110', base: '100', growth: '10.00', from: 'parent' },
      ...{ baseSource: 'lastYear', counted: 3, of: 3 },
      members: [
        {
          ...{ org: 'park', value: '60', base: { value: '50', source: 'lastYear' } },
          ...{ pull: '10.00', share: '100.00' },
        },
        {
          ...{ org: 'sister', value: '45', base: { value: '50', source: 'growth' } },
          ...{ pull: '-5.00', share: '-50.00' },
        },
        { org: 'third', base: { value: '4', source: 'lastYearFigure' }, pull: '1.00', share: '10.00' },
      ],
    });
    for (const [value, growth] of [
      ['100', '0.00'],
      ['95', '-5.00'],
    ]) {
      await report('2017-06', output({ value: `${value}` }), { org: 'county', reason: 'recounted' });
      t.match(
        await june(),
        {
          growth,
          members: [
            { pull: '10.00', share: null },
            { pull: '-5.00', share: null },
            { pull: '1.00', share: null },
          ],
        },
        'a whole that did not grow has no shares',
      );
    }
  },
);

t.test('without a figure of its own the county is the sum of those that have both', async (t) => {
  const { ask, report, june } = await openMembers(t);
  await ask('PUT', '/v1/orgs/third/duty', { indicators: [{ indicator: 'output', from: '2017-01' }] });
  const { now } = await ask<{ now: string }>('GET', '/v1/clock');
  await report('2017-06', output({ value: '60', lastYear: '50' }));
  await report('2017-06', output({ value: '45' }), { org: 'sister' });
  // 10 ÷ 50, and all of the growth.
  t.match(await june(), {
    ...{ value: '60', base: '50', growth: '20.00', from: 'members', baseSource: null, counted: 1, of: 3 },
    members: [
      { org: 'park', pull: '20.00', share: '100.00' },
      { org: 'sister', value: '45', base: null, pull: null, share: null },
      { org: 'third', value: null, base: null, pull: null, share: null },
    ],
  });
  await report('2017-06', output({ value: '36', lastYear: '40' }), { org: 'third' });
  t.match(await june(), {
    ...{ value: '96', base: '90', growth: '6.67', counted: 2 },
    // 10 ÷ 90, 10 ÷ 6; −4 ÷ 90, −4 ÷ 6.
    members: [
      { org: 'park', pull: '11.11', share: '166.67' },
      {},
      { org: 'third', pull: '-4.44', share: '-66.67' },
    ],
  });
  t.match(
    await june(`&asOf=${now}`),
    { value: null, base: null, counted: 0, of: 1 },
    'nothing was reported then',
  );
});

t.test('旬阳: firms that left while their base stayed, and firms that joined', async (t) => {
  const county = await openCounty(t, '2020-10-12T09:00:00+08:00');
  const { ask: put, report } = county;
  await put('PUT', '/v1/orgs/xunyang', { name: '旬阳县', level: 'county', activeFrom: '2000-01-01' });
  const at = ask(county, 'xunyang', '2020-09');
  const left = { indicator: 'output', kind: 'leftRegister', firms: 14, base: '24', note: '退库' };
  const joined = { indicator: 'output', kind: 'joinedRegister', firms: 2, value: '3.5' };
  const sheet = output({ value: '231.24', yoy: '0.5' });
  await report('2020-09', sheet, { org: 'xunyang', adjustments: [left] });
  // B = 231.24 ÷ 1.005 = 230.0896; 231.24 ÷ 206.0896 = 112.2037%; less 100.5; 24 ÷ 230.0896.
  const shown = {
    ...{ org: 'xunyang', kind: 'leftRegister', firms: 14, base: '24', unit: '亿元', note: '退库' },
    ...{ drag: '11.70', adjustedGrowth: '12.20', baseShare: '10.43', pull: null },
  };
  t.match(await at(), {
    ...{ value: '231.24', growth: '0.50', from: 'parent', baseSource: 'growth', members: [] },
    register: [shown],
  });
  await report('2020-09', output({ value: '231.24', yoy: '0.5' }), {
    ...{ org: 'xunyang', adjustments: [left, joined], reason: 'and two that joined' },
  });
  // 3.5 ÷ 230.0896.
  t.match(await at(), {
    register: [shown, { kind: 'joinedRegister', value: '3.5', base: null, pull: '1.52', drag: null }],
  });
  t.match(await at(), { register: { length: 2 } }, 'what a later sheet says stands in for the one before');
  await report('2020-09', output({ value: '231.3', yoy: '0.5' }), { org: 'xunyang', reason: 'recounted' });
  t.match(await at(), { value: '231.3', register: { length: 2 } }, 'a sheet that is silent keeps them');
});

t.test('register changes of an indicator that trails are of its own month', async (t) => {
  const county = await openCounty(t, NOW);
  const body = { name: '总产值', unit: '亿元', type: 'flow', decimals: 2, lagMonths: 1 };
  await county.ask('PUT', '/v1/indicators/output', body);
  const adjustments = [{ indicator: 'output', kind: 'leftRegister', base: '10' }];
  await county.report('2017-11', output({ value: '110', lastYear: '100' }), { adjustments });
  // 110 ÷ 90 − 110 ÷ 100 = 12.22 points.
  t.match(await ask(county, 'park', '2017-10')(), {
    value: '110',
    register: [{ org: 'park', drag: '12.22' }],
  });
  t.match(await ask(county, 'park', '2017-11')(), { value: null, register: [] });
});

t.test('faults of register changes and of the question are said', async (t) => {
  const { call, rowCounts } = await openCounty(t, NOW);
  const before = await rowCounts();
  const answer = await call('POST', '/v1/submissions', {
    ...{ org: 'park', period: '2017-06', values: output({ value: '1' }) },
    adjustments: [
      { indicator: 'nothing', kind: 'leftRegister', base: '1' },
      { indicator: 'output', kind: 'joinedRegister', value: 'many' },
    ],
  });
  t.same(
    [answer.status, faultsOf(answer)],
    [422, ['/adjustments/0/indicator unknownIndicator', '/adjustments/1/value notPlainDecimal']],
  );
  t.same(await rowCounts(), before);
  const asked = async (query: string) => (await call('GET', `/v1/contributions?${query}`)).status;
  t.equal(await asked('org=nowhere&period=2017-06&indicator=output'), 404);
  t.equal(await asked('org=park&period=2017-06&indicator=nothing'), 422);
  t.equal(await asked('org=park&indicator=output'), 422);
});
