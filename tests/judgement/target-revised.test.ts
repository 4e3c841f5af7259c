import t from 'tap';
import { openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';
const target = (value: string, rest: Record<string, unknown> = {}) => ({
  org: 'park',
  year: 2017,
  indicator: 'output',
  value,
  ...rest,
});
const versions = (rows: Record<string, unknown>[]) =>
  rows.map(
    ({ period, target: judgedBy, light }) =>
      `${period} v${(judgedBy as { version: number }).version} ${light}`,
  );

t.test(
  'a target revised in mid-year judges from its month on; earlier months keep their version',
  async (t) => {
    const { ask, report, drain, evaluations, alerts, sql } = await openCounty(t, NOW);
    await ask('POST', '/v1/targets', target('120'));
    for (const [month, value] of [
      [2, '20'],
      [3, '28'],
      [4, '41'],
    ])
      await report(`2017-0${month}`, [{ indicator: 'output', value }]);
    await ask('POST', '/v1/targets', target('240', { reason: 'raised', source: { document: '3号' } }));
    await drain();
    t.same(versions(await evaluations('org=park')), [
      '2017-02 v1 green',
      '2017-03 v1 yellow',
      '2017-04 v1 green',
    ]);
    await report('2017-05', [{ indicator: 'output', value: '50' }]);
    t.same(versions(await evaluations('org=park&period=2017-05')), ['2017-05 v2 red']);
    await ask('POST', '/v1/targets', target('100', { reason: 'lowered', appliesFrom: '2017-05' }));
    await drain();
    t.same(versions(await evaluations('org=park')), [
      '2017-02 v1 green',
      '2017-03 v1 yellow',
      '2017-04 v1 green',
      '2017-05 v3 green',
    ]);
    t.match(await alerts('park'), [
      { state: 'resolved', life: ['3 raised', '4 resolved'] },
      { state: 'resolved', life: ['5 raised', '5 targetRevised'] },
    ]);
    const changes = await sql<{ month: number; reason: string }[]>`
    SELECT month, reason, before->>'light' AS before, after->>'light' AS after FROM evaluation_change ORDER BY id`;
    t.same(
      changes.map((row) => ({ ...row })),
      [
        { month: 2, reason: 'reported', before: null, after: 'green' },
        { month: 3, reason: 'reported', before: null, after: 'yellow' },
        { month: 4, reason: 'reported', before: null, after: 'green' },
        { month: 5, reason: 'reported', before: null, after: 'red' },
        { month: 5, reason: 'targetRevised', before: 'red', after: 'green' },
      ],
    );
  },
);

t.test('a target cut before the month’s figure comes: what it ends, it ends, not the park', async (t) => {
  const { ask, report, drain, alerts, evaluations, sql } = await openCounty(t, NOW);
  for (const org of ['park', 'sister']) await ask('POST', '/v1/targets', target('120', { org }));
  for (const org of ['park', 'sister'])
    await report('2017-06', [{ indicator: 'output', value: '50' }], { org });
  for (const org of ['park', 'sister'])
    await ask('POST', '/v1/targets', target('100', { org, reason: '调减', appliesFrom: '2017-07' }));
  await drain();
  // 60 is on the new path (58.33%) and was not on the old one; 75 is on either.
  await report('2017-07', [{ indicator: 'output', value: '60' }], { org: 'park' });
  await report('2017-07', [{ indicator: 'output', value: '75' }], { org: 'sister' });
  t.same(versions(await evaluations('org=park&period=2017-07')), ['2017-07 v2 green']);
  t.match(await alerts('park'), [
    {
      state: 'resolved',
      life: ['6 raised', '7 targetRevised'],
      message: '目标调整：调整前120亿元，调整后100亿元，调整原因：调减。',
    },
  ]);
  t.match(await alerts('sister'), [{ state: 'resolved', life: ['6 raised', '7 resolved'] }]);
  const told = await sql`SELECT type FROM event WHERE type LIKE 'alert.%' ORDER BY id`;
  t.same(
    told.map((row) => row.type),
    ['alert.raised', 'alert.raised', 'alert.targetRevised', 'alert.resolved'],
  );
});

t.test('a target raised over what is reported warns for that reason', async (t) => {
  const { ask, report, drain, alerts, sql } = await openCounty(t, NOW);
  await ask('POST', '/v1/targets', target('120'));
  await report('2017-05', [{ indicator: 'output', value: '50' }]);
  await ask('POST', '/v1/targets', target('150', { reason: 'raised', appliesFrom: '2017-01' }));
  await drain();
  t.match(await alerts('park'), [{ state: 'open', light: 'orange', life: ['5 targetRevised'] }]);
  const events = await sql<{ type: string }[]>`SELECT type FROM event WHERE type LIKE 'alert.%'`;
  t.same(
    events.map(({ type }) => type),
    ['alert.targetRevised'],
  );
});
