import t from 'tap';
import { openCounty } from '../county.js';

const NOW = '2018-01-25T09:00:00+08:00';

t.test('what is not reported, not applicable or cannot be computed does not recover', async (t) => {
  const { ask, report, alerts, evaluations } = await openCounty(t, NOW);
  const formula = {
    numerator: { indicator: 'output' },
    denominator: { indicator: 'output', org: 'county' },
    mode: 'computed',
  };
  await ask('PUT', '/v1/indicators/density', { name: '占全县比重', unit: '%', type: 'ratio', formula });
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [{ indicator: 'share', from: '2017-02' }] });
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: 80 });
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'density', value: 60 });
  await report('2017-02', [{ indicator: 'output', value: 50 }], { org: 'county' });
  // 20 ÷ 50 = 40 %: 20 points below 60.
  await report('2017-02', [
    { indicator: 'share', value: 70 },
    { indicator: 'output', value: 20 },
  ]);
  const open = [
    { state: 'open', light: 'red', life: ['2 raised'] },
    { state: 'open', light: 'red', life: ['2 raised'] },
  ];
  t.match(await alerts('park'), open);
  await report('2017-03', [
    { indicator: 'share', notApplicable: true, note: '统计口径调整' },
    { indicator: 'output', value: 40 },
  ]);
  await report('2017-04', [{ indicator: 'firms', value: 3 }]);
  t.same(
    (await evaluations('org=park&indicator=share')).map(({ state }) => state),
    ['evaluated', 'notReported', 'notReported'],
  );
  t.match((await evaluations('org=park&indicator=density&period=2017-03'))[0], {
    state: 'waiting',
    waitsFor: [{ org: 'county', indicator: 'output', period: '2017-03' }],
  });
  t.match(await alerts('park'), open);
  await report('2017-03', [{ indicator: 'output', value: 60 }], { org: 'county' });
  // 40 ÷ 60 = 66.67 %.
  t.match(
    (await alerts('park')).filter(
      ({ subject }) => (subject as { indicator: string }).indicator === 'density',
    ),
    [{ state: 'resolved', life: ['2 raised', '3 resolved'] }],
  );
  await report('2017-12', [{ indicator: 'firms', value: 3 }]);
  t.match(
    (await alerts('park')).filter(({ subject }) => (subject as { indicator: string }).indicator === 'share'),
    [{ state: 'settled', verdict: 'missed', life: ['2 raised', '12 settled'] }],
    'the year’s end settles it, by what is known',
  );
});

t.test('a December that has a figure and no light settles all the same', async (t) => {
  const { ask, report, alerts, evaluations } = await openCounty(t, NOW);
  for (const org of ['park', 'sister']) {
    const target = { org, year: 2017, indicator: 'share', value: 80, policy: 'peer-average' };
    await ask('POST', '/v1/targets', target);
  }
  await report('2017-11', [{ indicator: 'share', value: 85 }], { org: 'county' });
  for (const [org, november, december, verdict] of [
    ['park', 81, 80, 'met'],
    ['sister', 79, 79, 'missed'],
  ] as const) {
    await report('2017-11', [{ indicator: 'share', value: november }], { org });
    t.match(await alerts(org), [{ state: 'open', light: 'red' }], 'below the county’s 85');
    // The county says nothing of December: there is nothing to compare with.
    await report('2017-12', [{ indicator: 'share', value: december }], { org });
    t.match(await evaluations(`org=${org}&period=2017-12`), [{ state: 'evaluated', light: null }]);
    t.match(await alerts(org), [
      { state: 'settled', light: 'red', verdict, life: ['11 raised', '12 settled'] },
    ]);
  }
});

t.test('the new year starts clean: its own warnings, its own count', async (t) => {
  const { ask, report, moveTo, alerts, evaluations } = await openCounty(t, NOW);
  for (const year of [2017, 2018])
    await ask('POST', '/v1/targets', { org: 'park', year, indicator: 'share', value: 80 });
  for (const month of [10, 11, 12]) await report(`2017-${month}`, [{ indicator: 'share', value: 75 }]);
  await moveTo('2018-03-05T09:00:00+08:00');
  await report('2018-01', [{ indicator: 'share', value: 81 }]);
  const settled = { state: 'settled', verdict: 'missed', subject: { year: 2017 } };
  t.match(await alerts('park'), [{ ...settled, life: ['10 raised', '11 persisted', '12 settled'] }]);
  await report('2018-02', [{ indicator: 'share', value: 75 }]);
  t.match(await alerts('park'), [settled, { state: 'open', subject: { year: 2018 }, life: ['2 raised'] }]);
  t.match(
    (await evaluations('org=park')).map(({ consecutiveLag, change }) => [consecutiveLag, change === null]),
    [
      [1, true],
      [2, false],
      [3, false],
      [0, true],
      [1, false],
    ],
  );
});
