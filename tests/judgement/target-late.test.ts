import t from 'tap';
import { openCounty } from '../county.js';

t.test('a target that comes late judges what was reported; only the latest month may warn', async (t) => {
  const { ask, report, drain, evaluations, alerts, sql } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await ask('POST', '/v1/receivers', { name: 'mail', channel: 'email', to: 'a@example.org', org: 'county' });
  for (const month of [2, 3, 4]) await report(`2017-0${month}`, [{ indicator: 'share', value: '60' }]);
  t.match(
    await evaluations('org=park'),
    [2, 3, 4].map((month) => ({
      period: `2017-0${month}`,
      state: 'noTarget',
      light: null,
      target: null,
      gap: null,
    })),
  );
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '80' });
  await drain();
  await report('2017-05', [{ indicator: 'share', value: '61' }]);
  t.match(await evaluations('org=park'), [
    { state: 'evaluated', light: 'red', backJudged: true, consecutiveLag: 0 },
    { state: 'evaluated', light: 'red', backJudged: true, consecutiveLag: 0 },
    { state: 'evaluated', light: 'red', backJudged: true, consecutiveLag: 1 },
    { state: 'evaluated', light: 'red', backJudged: false, consecutiveLag: 2 },
  ]);
  t.match(await alerts('park'), [
    { periods: { first: '2017-04', latest: '2017-05' }, life: ['4 raised', '5 improved'] },
  ]);
  t.equal(
    (await sql`SELECT 1 FROM delivery`).length,
    2,
    'one mail for what was raised, one for what came after',
  );
  const reasons = await sql<
    { reason: string }[]
  >`SELECT DISTINCT reason FROM evaluation_change WHERE month < 5`;
  t.same(
    reasons.map(({ reason }) => reason),
    ['targetRevised'],
  );
});

t.test('a growth target that comes late is a change by target too', async (t) => {
  const { ask, report, drain, sql } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await report('2017-04', [{ indicator: 'output', value: '10', yoy: '3' }]);
  await ask('POST', '/v1/targets', {
    org: 'park',
    year: 2017,
    indicator: 'output',
    measure: 'yoy',
    value: '8',
  });
  await drain();
  t.match(await sql`SELECT measure, reason FROM evaluation_change`, [
    { measure: 'yoy', reason: 'targetRevised' },
  ]);
});
