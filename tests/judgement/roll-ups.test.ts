import t from 'tap';
import { type Evaluation, openCounty, sure } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

/** A county whose parks’ output and staff are added up, and whose tax per mu is worked out from the sums. */
async function openSums(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, NOW);
  const { ask, drain, evaluations } = county;
  const put = (key: string, body: Record<string, unknown>) => ask('PUT', `/v1/indicators/${key}`, body);
  await put('output', { name: '总产值', unit: '亿元', type: 'flow', decimals: 2, rollUp: 'sum' });
  await put('tax', { name: '税收', unit: '万元', type: 'flow', rollUp: 'sum' });
  await put('area', { name: '用地', unit: '亩', type: 'stock', rollUp: 'sum' });
  const formula = { numerator: { indicator: 'tax' }, denominator: { indicator: 'area' } };
  const perMu = { unit: '万元/亩', type: 'ratio', rollUp: 'ratioOfSums' };
  await put('tax-per-mu', { name: '亩均税收', ...perMu, formula });
  await put('tax-per-mu-computed', { name: '亩均', ...perMu, formula: { ...formula, mode: 'computed' } });
  await drain();
  const at = async (org: string, month: string, indicator = 'output'): Promise<Evaluation | undefined> =>
    (await evaluations(`org=${org}&period=2017-${month}&indicator=${indicator}`))[0];
  return { ...county, at, owe: (org: string) => ask('PUT', `/v1/orgs/${org}/duty`, OWES_OUTPUT) };
}

const OWES_OUTPUT = { indicators: [{ indicator: 'output', from: '2017-01' }] };
const output = (value: string, lastYear?: string) => [
  { indicator: 'output', value, ...(lastYear ? { lastYear } : {}) },
];

t.test(
  'a county without a figure of its own shows what its parks add up to, once all reported',
  async (t) => {
    const { ask, report, at, owe, alerts } = await openSums(t);
    for (const org of ['park', 'sister']) await owe(org);
    await ask('POST', '/v1/targets', { org: 'county', year: 2017, indicator: 'output', value: '120' });
    await report('2017-06', output('30.5'));
    const partial = await at('county', '06');
    t.match(partial, {
      ...{
        state: 'partial',
        origin: 'rolledUp',
        figure: '30.5',
        light: null,
        completionRate: null,
        rank: null,
      },
      members: { reported: 1, of: 2, missing: [{ key: 'sister', name: 'sister' }] },
    });
    t.match(`${partial?.explanation}`, /已报1\/2.*sister/);
    t.same(await alerts('county'), []);
    // 30.5 + 18 = 48.5 of 120 = 40.4166…%; − 50 = −9.58.
    await report('2017-06', output('18'), { org: 'sister', source: 'statistical' });
    t.match(await at('county', '06'), {
      ...{
        state: 'evaluated',
        figure: '48.5',
        source: 'estimate',
        completionRate: '40.42',
        paceGap: '-9.58',
      },
      ...{ light: 'orange', shortfall: '11.50', members: { reported: 2, of: 2, missing: [] } },
    });
    t.match(await alerts('county'), [{ state: 'open', light: 'orange', life: ['6 raised'] }]);
    // 30.5 + 29.5 = 60.
    await report('2017-06', output('29.5'), { org: 'sister', source: 'statistical', reason: 'recounted' });
    t.match(await at('county', '06'), { figure: '60', paceGap: '0.00', light: 'green' });
    t.match(await alerts('county'), [{ state: 'withdrawn' }]);
  },
);

t.test('it yields to the county’s own figure, and comes back when that is taken back', async (t) => {
  const { ask, report, at } = await openSums(t);
  await ask('POST', '/v1/targets', { org: 'county', year: 2017, indicator: 'output', value: '120' });
  await report('2017-06', output('40'));
  t.match(await at('county', '06'), { origin: 'rolledUp', figure: '40', light: 'red' });
  await report('2017-06', output('66'), { org: 'county' });
  t.match(await at('county', '06'), { origin: 'reported', figure: '66', light: 'green', paceGap: '5.00' });
  t.equal((await at('county', '06'))?.members, undefined);
  await report('2017-06', output('45'), { reason: 'recounted' });
  t.match(await at('county', '06'), { origin: 'reported', figure: '66' });
  await report('2017-06', [{ indicator: 'output', withdraw: true }], { org: 'county', reason: 'not ours' });
  t.match(await at('county', '06'), { origin: 'rolledUp', figure: '45' });
});

t.test('it is no denominator of a formula and nobody’s reference', async (t) => {
  const { ask, report, at } = await openSums(t);
  const formula = {
    numerator: { indicator: 'output' },
    denominator: { indicator: 'output', org: 'parent' },
    mode: 'computed',
  };
  await ask('PUT', '/v1/indicators/part', { name: 'part', unit: '%', type: 'ratio', formula });
  for (const [org, indicator, value] of [
    ['park', 'part', '80'],
    ['park', 'output', '60'],
    ['county', 'output', '120'],
  ])
    await ask('POST', '/v1/targets', { org, year: 2017, indicator, value });
  await report('2017-06', output('30'));
  t.match(await at('county', '06'), { state: 'evaluated', figure: '30' });
  t.match(await at('park', '06', 'part'), { state: 'waiting', waitsFor: [{ org: 'county' }] });
  t.match(await at('park', '06'), { completionRate: '50.00', peerGap: null });
  // Its own 60 of 120 is one: 50 − 50.
  await report('2017-06', output('60'), { org: 'county' });
  t.match(await at('park', '06', 'part'), { figure: '50', gap: '-30.00', light: 'red' });
  t.match(await at('park', '06'), { peerGap: { value: '0.00', reference: '50' } });
});

t.test('growth is of the sums, derived only where every park gave last year’s figure', async (t) => {
  const { ask, report, at } = await openSums(t);
  await ask('POST', '/v1/targets', { org: 'county', year: 2017, indicator: 'output', value: '100' });
  const target = { org: 'county', year: 2017, indicator: 'output', measure: 'yoy', value: '5' };
  await ask('POST', '/v1/targets', target);
  await report('2017-06', output('30', '20'));
  await report('2017-06', [{ indicator: 'output', value: '25', yoy: '-16.7' }], { org: 'sister' });
  t.match(await at('county', '06'), { figure: '55', yoy: null });
  t.equal((await at('county', '06'))?.derivedYoy, undefined, 'growth of a part is not worked back');
  await report('2017-06', [{ indicator: 'output', value: '25', lastYear: '30' }], {
    ...{ org: 'sister', reason: 'with the base' },
  });
  // 55 of 50: neither the mean of +50 and −16.7, nor a growth that could be judged.
  t.match(await at('county', '06'), { figure: '55', yoy: null, derivedYoy: '10.00' });
});

t.test('a ratio is worked out from the sums of its parts, never averaged', async (t) => {
  const { ask, report, at } = await openSums(t);
  for (const indicator of ['tax-per-mu', 'tax-per-mu-computed']) {
    await ask('POST', '/v1/targets', { org: 'county', year: 2017, indicator, value: '3' });
  }
  const parts = (tax: string, area: string) => [
    { indicator: 'tax', value: tax },
    { indicator: 'area', value: area },
  ];
  await report('2017-06', [...parts('100', '100'), { indicator: 'tax-per-mu', value: '1' }]);
  // 1 and 5 of one mu and nine: (100 + 4500) ÷ (100 + 900) = 4.6.
  await report('2017-06', [...parts('4500', '900'), { indicator: 'tax-per-mu', value: '5' }], {
    org: 'sister',
  });
  for (const indicator of ['tax-per-mu', 'tax-per-mu-computed']) {
    t.match(
      await at('county', '06', indicator),
      { state: 'evaluated', origin: 'rolledUp', figure: '4.6', gap: '1.60', light: 'green' },
      indicator,
    );
  }
  await report('2017-07', [...parts('150', '100'), { indicator: 'tax-per-mu', value: '1.5' }]);
  for (const indicator of ['tax-per-mu', 'tax-per-mu-computed']) {
    t.match(
      await at('county', '07', indicator),
      { state: 'partial', light: null, members: { reported: 1, of: 2, missing: [{ key: 'sister' }] } },
      indicator,
    );
  }
});

t.test('three levels add up, and a restated member changes them all', async (t) => {
  const { ask, report, at, evaluations } = await openSums(t);
  for (const key of ['north', 'south']) {
    const org = { name: key, level: 'cluster', parent: 'park', activeFrom: '2000-01-01' };
    await ask('PUT', `/v1/orgs/${key}`, org);
  }
  for (const org of ['park', 'county', 'city']) {
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value: '100' });
  }
  await report('2017-06', output('10'), { org: 'north' });
  await report('2017-06', output('20.25'), { org: 'south' });
  await report('2017-06', output('5'), { org: 'sister' });
  t.match(await at('park', '06'), { origin: 'rolledUp', figure: '30.25', light: 'red' });
  t.match(await at('county', '06'), { origin: 'rolledUp', figure: '35.25' });
  t.match(await at('city', '06'), { origin: 'rolledUp', figure: '35.25', state: 'evaluated' });
  const { now } = await ask<{ now: string }>('GET', '/v1/clock');
  await report('2017-06', output('30'), { org: 'north', reason: 'recounted' });
  t.match(await at('park', '06'), { figure: '50.25', light: 'green' });
  t.match(await at('county', '06'), { figure: '55.25' });
  t.match(await at('city', '06'), { figure: '55.25' });
  t.match(await evaluations(`org=county&period=2017-06&asOf=${now}`), [
    { figure: '35.25', origin: 'rolledUp', members: { reported: 2, of: 2 } },
  ]);
  await report('2017-07', output('40'), { org: 'north' });
  t.match(await at('county', '07'), {
    state: 'partial',
    members: { reported: 1, of: 2, missing: [{ key: 'sister' }, { key: 'park' }] },
  });
  await report('2017-07', output('9'), { org: 'sister' });
  t.match(await at('city', '07'), {
    ...{ state: 'partial', figure: '49', light: null },
    members: { reported: 1, of: 1, missing: [{ key: 'county' }] },
  });
});

t.test('months that were whole when the target arrives are judged as such', async (t) => {
  const { ask, report, drain, evaluations, alerts } = await openSums(t);
  for (const month of ['05', '06']) await report(`2017-${month}`, output('10'));
  await ask('POST', '/v1/targets', { org: 'county', year: 2017, indicator: 'output', value: '100' });
  await drain();
  t.match(await evaluations('org=county'), [
    { period: '2017-05', light: 'red', backJudged: true },
    { period: '2017-06', light: 'red', backJudged: true, consecutiveLag: 1 },
  ]);
  t.match(await alerts('county'), [{ life: ['6 raised'] }]);
});

/** One piece may fall while the whole grows: the parts are drawn. */
const SURE = { confirmations: sure('output') };

t.test('a park in one piece, or in two that sum to it, comes to the same', async (t) => {
  const { ask, report, evaluations, alerts, owe } = await openSums(t);
  for (const key of ['east', 'west']) {
    const org = { name: key, level: 'cluster', parent: 'other-park', activeFrom: '2000-01-01' };
    await ask('PUT', `/v1/orgs/${key}`, org);
  }
  await ask('PUT', '/v1/orgs/neighbour', {
    ...{ name: 'neighbour', level: 'park', parent: 'other-county', activeFrom: '2000-01-01' },
  });
  for (const org of ['park', 'other-park', 'county', 'other-county']) {
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value: '120.4' });
  }
  for (const org of ['park', 'sister', 'east', 'west', 'neighbour']) await owe(org);
  const months: [string, string, string, string | null][] = [
    ['02', '11.3', '2.6', '5'],
    ['03', '33.35', '17.35', '8'],
    ['04', '33.4', '17.4', null],
    ['06', '59.8', '0.8', '11'],
  ];
  for (const [month, whole, one, beside] of months) {
    await report(`2017-${month}`, output(whole), SURE);
    await report(`2017-${month}`, output(one), { org: 'east', ...SURE });
    const other = ((Number(whole) * 100 - Number(one) * 100) / 100).toFixed(2);
    await report(`2017-${month}`, output(other), { org: 'west', ...SURE });
    if (beside === null) continue;
    for (const org of ['sister', 'neighbour']) await report(`2017-${month}`, output(beside), { org });
  }
  // In month 5 only those beside report.
  for (const org of ['sister', 'neighbour']) await report('2017-05', output('10'), { org });
  const shown = async (org: string) =>
    (await evaluations(`org=${org}&indicator=output`))
      .filter(({ figure }) => figure !== null)
      .map(
        ({ period, state, figure, light, completionRate, paceGap, shortfall, requiredMonthly, ...rest }) => ({
          ...{
            period,
            state,
            figure: Number(figure),
            light,
            completionRate,
            paceGap,
            shortfall,
            requiredMonthly,
          },
          ...{ consecutiveLag: rest.consecutiveLag, source: rest.source },
        }),
      );
  const one = await shown('park');
  t.same(
    one.map(({ period, light }) => `${period} ${light}`),
    // 9.39 − 16.67, 27.70 − 25, 27.74 − 33.33, 49.67 − 50.
    ['2017-02 orange', '2017-03 green', '2017-04 orange', '2017-06 yellow'],
  );
  t.same(await shown('other-park'), one);
  const counties = await shown('county');
  t.same(
    counties.map(({ period, state, figure }) => `${period} ${state} ${figure}`),
    [
      '2017-02 evaluated 16.3',
      '2017-03 evaluated 41.35',
      '2017-04 partial 33.4',
      '2017-05 partial 10',
      '2017-06 evaluated 70.8',
    ],
  );
  t.same(await shown('other-county'), counties);
  const lives = async (org: string) => (await alerts(org)).map(({ life }) => life);
  t.same(await lives('other-park'), await lives('park'));
  t.same(await lives('other-county'), await lives('county'));
});

t.test('a sum was whole when it first was, restated or gone and back since', async (t) => {
  const { ask, report, drain, at, moveTo } = await openSums(t);
  await report('2017-05', output('10'));
  await ask('POST', '/v1/targets', { org: 'county', year: 2017, indicator: 'output', value: '100' });
  await drain();
  await moveTo('2017-12-10T09:00:00+08:00');
  await report('2017-05', output('11'), { reason: 'recounted' });
  t.match(await at('county', '05'), { figure: '11', backJudged: true });
  await report('2017-05', [{ indicator: 'output', withdraw: true }], { reason: 'not ours' });
  t.equal(await at('county', '05'), undefined);
  await report('2017-05', output('12'), { reason: 'ours after all' });
  t.match(await at('county', '05'), { figure: '12', backJudged: true });
  await report('2017-06', output('13'));
  t.match(await at('county', '06'), { figure: '13', backJudged: false });
});
