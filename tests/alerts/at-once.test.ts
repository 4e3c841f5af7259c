import { runReactor } from '@xushi/events';
import t from 'tap';
import { openCounty } from '../county.js';

const ORGS = ['park', 'sister', 'other-park'];

t.test('many workers judging the same year at once open one warning a subject', async (t) => {
  const { ask, call, context, alerts, sql } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  for (const org of ORGS) {
    for (const [indicator, value] of [
      ['share', 80],
      ['output', 120],
    ]) {
      await ask('POST', '/v1/targets', { org, year: 2017, indicator, value });
    }
  }
  const judge = context.reactors.find(({ name }) => name === 'evaluate');
  if (!judge) throw new Error('there is no evaluator');
  for (let month = 2; month <= 9; month += 1) {
    const values = [
      { indicator: 'share', value: 70 - month },
      { indicator: 'output', value: month },
    ];
    await Promise.all(
      ORGS.map((org) => call('POST', '/v1/submissions', { org, period: `2017-0${month}`, values })),
    );
    // One event at a time, so that the workers share the months of one year among them.
    await Promise.all(Array.from({ length: 5 }, () => runReactor(context.workshop, { ...judge, batch: 1 })));
  }
  const months = (first: string) => [
    `2 ${first}`,
    ...[3, 4, 5, 6, 7, 8, 9].map((month) => `${month} worsened`),
  ];
  for (const org of ORGS) {
    t.match(await alerts(org), [{ life: months('raised') }, { life: months('raised') }], org);
  }
  t.equal(
    (
      await sql`SELECT 1 FROM outstanding WHERE reactor = 'evaluate' AND (attempts > 0 OR dead_at IS NOT NULL)`
    ).length,
    0,
  );
  const [counts] = await sql`
    SELECT count(*)::integer AS events, count(DISTINCT payload->'alert'->>'id')::integer AS alerts
    FROM event WHERE type LIKE 'alert.%'`;
  t.same({ ...counts }, { events: 48, alerts: 6 });
});
