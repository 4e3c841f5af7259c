import { runReactor, type Workshop } from '@xushi/events';
import t from 'tap';
import { openCounty } from '../county.js';

const ORGS = ['park', 'sister', 'other-park'];

const sheetOf = (org: string, month: number) => ({
  org,
  period: `2017-0${month}`,
  values: [
    { indicator: 'share', value: 70 - month },
    { indicator: 'output', value: month },
  ],
});

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
  const failures: string[] = [];
  const workshop: Workshop = {
    ...context.workshop,
    work: (run) =>
      context.workshop.work(run).catch((fault) => {
        failures.push(String(fault));
        throw fault;
      }),
  };
  for (let month = 2; month <= 9; month += 2) {
    const sheets = ORGS.flatMap((org) => [month, month + 1].map((each) => sheetOf(org, each)));
    for (const sheet of sheets) await call('POST', '/v1/submissions', sheet);
    // One event at a time, so that two workers come to judge one year at once.
    await Promise.all(Array.from({ length: 6 }, () => runReactor(workshop, { ...judge, batch: 1 })));
  }
  // As if each had been judged as it came.
  const life = ['2 raised', ...[3, 4, 5, 6, 7, 8, 9].map((month) => `${month} worsened`)];
  for (const org of ORGS) t.match(await alerts(org), [{ life }, { life }], org);
  t.same(failures, [], 'they wait for each other, and none fails');
  const [counts] = await sql`
    SELECT count(*)::integer AS events, count(DISTINCT payload->'alert'->>'id')::integer AS alerts
    FROM event WHERE type LIKE 'alert.%'`;
  t.same({ ...counts }, { events: 48, alerts: 6 });
  t.equal((await sql`SELECT 1 FROM evaluation_change`).length, 48, 'each light is noted by one of them');
});
