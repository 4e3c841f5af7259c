import t from 'tap';
import { type County, openCounty } from '../county.js';

const NOW = '2018-01-05T09:00:00+08:00';
const share = (value: string) => [{ indicator: 'share', value }];

async function parkWith(county: County, org: string, months: [number, string][]) {
  await county.ask('PUT', `/v1/orgs/${org}`, {
    name: org,
    level: 'park',
    parent: 'county',
    activeFrom: '2000-01-01',
  });
  await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80' });
  for (const [month, value] of months) await county.report(`2017-0${month}`, share(value), { org });
}

t.test('a restated figure confirms, corrects or withdraws the warning it raised', async (t) => {
  const county = await openCounty(t, NOW);
  const cases: [
    org: string,
    months: [number, string][],
    restated: [number, string],
    state: string,
    life: string[],
  ][] = [
    ['confirmed', [[3, '75']], [3, '74.5'], 'open', ['3 raised', '3 confirmed']],
    ['corrected', [[3, '75']], [3, '60'], 'open', ['3 raised', '3 corrected']],
    ['milder', [[3, '60']], [3, '79'], 'open', ['3 raised', '3 corrected']],
    ['withdrawn', [[3, '75']], [3, '82'], 'withdrawn', ['3 raised', '3 withdrawn']],
    [
      'resolved',
      [
        [2, '75'],
        [3, '75'],
      ],
      [3, '82'],
      'resolved',
      ['2 raised', '3 persisted', '3 corrected'],
    ],
    [
      'earlier',
      [
        [2, '75'],
        [3, '75'],
      ],
      [2, '60'],
      'open',
      ['2 raised', '3 persisted', '2 corrected'],
    ],
    [
      'undone',
      [
        [3, '75'],
        [4, '81'],
      ],
      [3, '80'],
      'withdrawn',
      ['3 raised', '4 resolved', '3 withdrawn'],
    ],
    [
      'unseen',
      [
        [2, '75'],
        [3, '75'],
      ],
      [2, '74'],
      'open',
      ['2 raised', '3 persisted'],
    ],
    [
      'over',
      [
        [2, '75'],
        [3, '82'],
      ],
      [2, '60'],
      'resolved',
      // It is over, and what it had said of February was another thing.
      ['2 raised', '3 resolved', '2 corrected'],
    ],
    [
      'anew',
      [
        [2, '75'],
        [3, '82'],
      ],
      [3, '60'],
      'open',
      ['2 raised', '3 resolved', '3 corrected'],
    ],
  ];
  for (const [org, months, [month, value], state, life] of cases) {
    await parkWith(county, org, months);
    await county.report(`2017-0${month}`, share(value), { org, reason: 'recounted' });
    t.match(await county.alerts(org), [{ state, life }], org);
    const again = await county.call('POST', '/v1/submissions', {
      org,
      period: `2017-0${month}`,
      values: share(value),
    });
    t.equal(again.status, 200, 'the same once more is no revision');
    await county.drain();
    t.match(await county.alerts(org), [{ life }]);
  }
});

t.test('a withdrawn figure does not end a warning: not reported is not recovered', async (t) => {
  const county = await openCounty(t, NOW);
  await parkWith(county, 'gone', [[3, '75']]);
  const withdraw = [{ indicator: 'share', withdraw: true }];
  await county.report('2017-03', withdraw, { org: 'gone', reason: 'not ours' });
  t.match(await county.alerts('gone'), [{ state: 'open', life: ['3 raised'] }]);
  t.same(await county.evaluations('org=gone'), []);
  await county.report('2017-03', share('75'), { org: 'gone' });
  t.match(
    await county.alerts('gone'),
    [{ state: 'open', life: ['3 raised'] }],
    'the same comes again: nothing new',
  );
  await county.report('2017-03', share('81'), { org: 'gone', reason: 'recounted' });
  t.match(await county.alerts('gone'), [{ state: 'withdrawn' }]);
});

t.test('whoever heard of a warning hears that it is withdrawn', async (t) => {
  const county = await openCounty(t, NOW);
  await county.ask('POST', '/v1/receivers', {
    ...{ name: 'mail', channel: 'email', to: 'a@example.org', org: 'county' },
    minLight: 'orange',
  });
  await parkWith(county, 'told', [[3, '75']]);
  await parkWith(county, 'untold', [[3, '79']]);
  for (const org of ['told', 'untold'])
    await county.report('2017-03', share('82'), { org, reason: 'recounted' });
  const deliveries = await county.sql<{ line: string }[]>`
    SELECT (body->'data'->'alert'->>'org') || ' ' || type AS line FROM delivery ORDER BY sequence`;
  t.same(
    deliveries.map(({ line }) => line),
    ['told alert.raised', 'told alert.withdrawn'],
  );
});

t.test('a warning that another one followed is put right by itself', async (t) => {
  const county = await openCounty(t, NOW);
  await parkWith(county, 'park-9', [
    [2, '75'],
    [3, '81'],
    [4, '75'],
  ]);
  t.match(await county.alerts('park-9'), [
    { state: 'resolved', life: ['2 raised', '3 resolved'] },
    { state: 'open', life: ['4 raised'] },
  ]);
  await county.report('2017-02', share('80'), { org: 'park-9', reason: 'recounted' });
  t.match(await county.alerts('park-9'), [
    { state: 'withdrawn', life: ['2 raised', '3 resolved', '2 withdrawn'] },
    { state: 'open', life: ['4 raised'] },
  ]);
  await county.report('2017-03', share('79'), { org: 'park-9', reason: 'recounted' });
  t.match(
    (await county.alerts('park-9')).map(({ state, life }) => [state, life.at(-1)]),
    [
      ['resolved', '3 corrected'],
      ['open', '4 raised'],
    ],
    'no month of the second one; the first was right after all',
  );
});
