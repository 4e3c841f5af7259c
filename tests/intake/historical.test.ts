import t from 'tap';
import { openCounty } from '../county.js';

const LAGGING = [{ indicator: 'share', value: '60' }];

t.test('history is judged and kept, has no deadline, and tells nobody', async (t) => {
  const { ask, report, call, drain } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await ask('POST', '/v1/receivers', { name: 'mail', channel: 'email', to: 'a@example.org', org: 'county' });
  for (const year of [2016, 2017]) {
    await ask('POST', '/v1/targets', { org: 'park', year, indicator: 'share', value: '80' });
  }
  t.match(await report('2016-10', LAGGING, { historical: true }), { late: false, dueAt: null, findings: [] });
  const alerts = () => ask<{ data: unknown[] }>('GET', '/v1/alerts?org=park');
  t.match((await alerts()).data, [{ light: 'red', historical: true, periods: { first: '2016-10' } }]);
  const deliveries = async () => (await ask<{ data: unknown[] }>('GET', '/v1/deliveries')).data.length;
  t.equal(await deliveries(), 0, 'nobody is told');
  t.match(
    await call('POST', '/v1/submissions', {
      org: 'park',
      period: '2017-12',
      values: LAGGING,
      historical: true,
    }),
    {
      status: 422,
    },
  );
  await report('2017-11', LAGGING);
  await drain();
  t.equal(await deliveries(), 1, 'a park’s own sheet is told');
});

t.test('a warning that history raised is everybody’s once a month of today keeps it open', async (t) => {
  const { ask, report, sql } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await ask('POST', '/v1/receivers', { name: 'mail', channel: 'email', to: 'a@example.org', org: 'county' });
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '80' });
  await report('2017-10', LAGGING, { historical: true });
  await report('2017-11', LAGGING);
  const { data } = await ask<{ data: unknown[] }>('GET', '/v1/alerts?org=park');
  t.match(data, [{ state: 'open', historical: false, periods: { first: '2017-10', latest: '2017-11' } }]);
  const told = await sql<{ type: string }[]>`SELECT type FROM delivery`;
  t.same(
    told.map(({ type }) => type),
    ['alert.persisted'],
  );
});
