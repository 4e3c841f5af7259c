import t from 'tap';
import { openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

t.test('two targets on one indicator are judged and warned of apart', async (t) => {
  const { ask, report, evaluations, alerts } = await openCounty(t, NOW);
  const target = { org: 'park', year: 2017, indicator: 'output' };
  await ask('POST', '/v1/targets', { ...target, value: '120' });
  await ask('POST', '/v1/targets', { ...target, measure: 'yoy', value: '8' });
  await report('2017-06', [{ indicator: 'output', value: '50', yoy: '9' }]);
  t.match(await evaluations('org=park'), [
    { measure: 'value', light: 'orange', paceGap: '-8.33', gap: null },
    { measure: 'yoy', light: 'green', gap: '1.00', paceGap: null, completionRate: null },
  ]);
  await report('2017-07', [{ indicator: 'output', value: '70', yoy: '-3' }]);
  t.match(await alerts('park'), [
    { state: 'resolved', subject: { measure: 'value' }, life: ['6 raised', '7 resolved'] },
    { state: 'open', light: 'red', subject: { measure: 'yoy' }, life: ['7 raised'] },
  ]);
  await report('2017-08', [{ indicator: 'output', value: '75' }]);
  t.match(await evaluations('org=park&period=2017-08'), [
    { measure: 'value', state: 'evaluated' },
    { measure: 'yoy', state: 'notReported', light: null },
  ]);
  t.match(await alerts('park'), [{}, { state: 'open', life: ['7 raised'] }, { life: ['8 raised'] }]);
});

t.test('grades that do not decide show their gap and light, and raise nothing', async (t) => {
  const { ask, report, evaluations, alerts } = await openCounty(t, NOW);
  const target = { org: 'park', year: 2017, indicator: 'share' };
  await ask('POST', '/v1/targets', { ...target, value: '50' });
  for (const grade of ['own', 'stretch', 'suggested']) {
    await ask('POST', '/v1/targets', { ...target, grade, value: '90' });
  }
  await report('2017-06', [{ indicator: 'share', value: '60' }]);
  t.match(await evaluations('org=park'), [
    { grade: 'annual', deciding: true, light: 'green', gap: '10.00' },
    { grade: 'own', deciding: false, light: 'red', gap: '-30.00' },
    { grade: 'stretch', deciding: false, light: 'red' },
    { grade: 'suggested', deciding: false, light: 'red' },
  ]);
  t.same(await alerts('park'), []);
});

t.test('months inside the duty that were not reported are shown, others are not', async (t) => {
  const { ask, report, drain, evaluations, alerts } = await openCounty(t, NOW);
  await ask('PUT', '/v1/orgs/park/duty', {
    indicators: [
      { indicator: 'share', from: '2017-02', to: '2017-05' },
      { indicator: 'output', from: '2017-05' },
    ],
  });
  for (const [indicator, value] of [
    ['share', 80],
    ['output', 120],
    ['firms', 12],
  ]) {
    await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator, value });
  }
  await drain();
  t.same(await evaluations('org=park'), [], 'nothing before the first report');
  await report('2017-03', [{ indicator: 'share', value: '60' }]);
  await report('2017-06', [{ indicator: 'output', value: '60' }]);
  const rows = await evaluations('org=park');
  t.same(rows.map(({ indicator, period, state }) => `${indicator} ${period} ${state}`).sort(), [
    'output 2017-05 notReported',
    'output 2017-06 evaluated',
    'share 2017-02 notReported',
    'share 2017-03 evaluated',
    'share 2017-04 notReported',
    'share 2017-05 notReported',
  ]);
  t.match(await alerts('park'), [{ state: 'open', life: ['3 raised'], periods: { latest: '2017-03' } }]);
  await ask('PUT', '/v1/orgs/park/duty', {
    indicators: [{ indicator: 'share', from: '2017-01', to: '2017-04' }],
  });
  await ask('PUT', '/v1/indicators/share', { name: '集中度', unit: '%', type: 'ratio', noJanuary: true });
  await drain();
  t.same(
    (await evaluations('org=park'))
      .map(({ indicator, period, state }) => `${indicator} ${period} ${state}`)
      .sort(),
    [
      'output 2017-06 evaluated',
      'share 2017-01 notDue',
      'share 2017-02 notReported',
      'share 2017-03 evaluated',
      'share 2017-04 notReported',
    ],
    'a changed duty and a changed indicator show at once',
  );
});

t.test('a grade that is to decide takes that from the one that did, and its warning ends', async (t) => {
  const { ask, report, drain, evaluations, alerts } = await openCounty(t, NOW);
  const target = { org: 'park', year: 2017, indicator: 'share' };
  await ask('POST', '/v1/targets', { ...target, value: '80' });
  await report('2017-05', [{ indicator: 'share', value: '60' }]);
  await ask('POST', '/v1/targets', { ...target, grade: 'own', value: '50', deciding: true });
  await drain();
  await ask('POST', '/v1/targets', { ...target, value: '81', reason: '调整' });
  await report('2017-06', [{ indicator: 'share', value: '60' }]);
  t.match(await evaluations('org=park&period=2017-06'), [
    { grade: 'annual', deciding: false, light: 'red' },
    { grade: 'own', deciding: true, light: 'green' },
  ]);
  t.match(await alerts('park'), [{ state: 'resolved', life: ['5 raised', '5 targetRevised'] }]);
  const board = await ask<{ orgs: { cells: object }[] }>('GET', '/v1/scoreboard?under=county&period=2017-06');
  t.match(board.orgs[0]?.cells, { share: { light: 'green', figure: '60' } });
  await ask('POST', '/v1/targets', {
    ...{ ...target, grade: 'own', deciding: false },
    ...{ reason: '不再定灯', appliesFrom: '2017-06' },
  });
  await drain();
  const without = await ask<{ orgs: { cells: object }[] }>(
    'GET',
    '/v1/scoreboard?under=county&period=2017-06',
  );
  t.match(without.orgs[0]?.cells, { share: { light: null, figure: '60' } }, 'shown without a light');
});

t.test('what is owed without a target is missed where it is missing', async (t) => {
  const { ask, report, evaluations } = await openCounty(t, NOW);
  await ask('PUT', '/v1/orgs/park/duty', {
    indicators: [
      { indicator: 'share', from: '2017-01' },
      { indicator: 'output', from: '2017-06' },
    ],
  });
  await report('2017-05', [{ indicator: 'share', value: '60' }]);
  await report('2017-06', [{ indicator: 'firms', value: '3' }]);
  t.match(await evaluations('org=park&period=2017-05'), [{ indicator: 'share', state: 'noTarget' }]);
  t.match(
    (await evaluations('org=park&period=2017-06')).sort((a, b) =>
      `${a.indicator}` < `${b.indicator}` ? -1 : 1,
    ),
    [
      { indicator: 'firms', state: 'noTarget', figure: '3' },
      { indicator: 'output', state: 'notReported', figure: null, light: null },
      { indicator: 'share', state: 'notReported' },
    ],
  );
});

t.test('an org owes nothing before it opened and after it closed', async (t) => {
  const { ask, report } = await openCounty(t, NOW);
  for (const [org, dates] of [
    ['merged', { activeFrom: '2000-01-01', activeTo: '2017-06-30' }],
    ['opened', { activeFrom: '2017-09-01' }],
  ] as const) {
    const body = { name: org, level: 'park', parent: 'county', ...dates };
    await ask('PUT', `/v1/orgs/${org}`, body);
    await ask('PUT', `/v1/orgs/${org}/duty`, { indicators: [{ indicator: 'share', from: '2017-01' }] });
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80', weight: '10' });
  }
  await report('2017-06', [{ indicator: 'share', value: '60' }], { org: 'merged' });
  await report('2017-09', [{ indicator: 'share', value: '90' }], { org: 'opened' });
  for (const period of ['2017-07', '2017-08']) {
    const board = await ask<{ orgs: { org: string; cells: object }[] }>(
      'GET',
      `/v1/scoreboard?under=county&period=${period}`,
    );
    for (const { org, cells } of board.orgs)
      t.match(cells, { share: { state: 'notDue' } }, `${org} ${period}`);
    const scores = await ask<{ data: { score: unknown }[] }>(
      'GET',
      `/v1/scores?under=county&period=${period}`,
    );
    t.same(
      scores.data.map(({ score }) => score),
      [null, null],
    );
  }
});
