import { runDueTicks } from '@xushi/scheduler';
import t from 'tap';
import { type County, openCounty } from '../county.js';
import { noticeOf } from '../end-to-end/days.js';

async function withDuty(t: Parameters<typeof openCounty>[0], at: string): Promise<County> {
  const county = await openCounty(t, at);
  for (const year of [2017, 2018]) await county.ask('PUT', `/v1/calendar/${year}`, noticeOf(year));
  await county.ask('PUT', '/v1/orgs/park/duty', { indicators: [{ indicator: 'share', from: '2017-01' }] });
  return county;
}

interface List {
  on: string;
  period: string;
  backfilled: boolean;
  covers: string[];
}
async function lists({ sql, drain }: County): Promise<List[]> {
  await drain();
  const rows = await sql<{ list: List }[]>`
    SELECT payload->'list' AS list FROM event WHERE type = 'dispatch.list' ORDER BY id`;
  return rows.map(({ list: { on, period, backfilled, covers } }) => ({ on, period, backfilled, covers }));
}

t.test('ticks missed while nobody looked are all claimed, and told once, for the latest', async (t) => {
  const county = await withDuty(t, '2017-08-20T09:00:00+08:00');
  const { context, sql, moveTo } = county;
  await moveTo('2017-11-20T09:00:00+08:00');
  const claimed = await Promise.all(Array.from({ length: 4 }, () => runDueTicks(context)));
  t.equal(
    claimed.reduce((sum, count) => sum + count, 0),
    3,
    'each by one of four schedulers',
  );
  const ticks = await sql<
    { on: string }[]
  >`SELECT on_day::text AS on FROM tick WHERE backfilled ORDER BY on_day`;
  const covers = ['2017-09-11', '2017-10-10', '2017-11-09'];
  t.same(
    ticks.map(({ on }) => on),
    covers,
  );
  const missed = { on: '2017-11-09', period: '2017-10', backfilled: true, covers };
  t.same(await lists(county), [missed]);
  t.equal((await sql`SELECT 1 FROM report`).length, 1);
  t.equal(await runDueTicks(context), 0);
  await moveTo('2017-12-11T08:59:00+08:00');
  t.equal(await runDueTicks(context), 0, 'a minute before the next');
  await moveTo('2017-12-11T09:00:00+08:00');
  t.equal(await runDueTicks(context), 1);
  const next = { on: '2017-12-11', period: '2017-11', backfilled: false, covers: [] };
  t.same(await lists(county), [missed, next], 'the next one missed nothing');
});

t.test('a period has one list, whatever becomes of its deadline later', async (t) => {
  const county = await withDuty(t, '2017-11-20T09:00:00+08:00');
  const { ask, context, moveTo } = county;
  const one = { on: '2017-12-11', period: '2017-11', backfilled: false, covers: [] };
  await moveTo('2017-12-11T10:00:00+08:00');
  await runDueTicks(context);
  t.same(await lists(county), [one]);
  await ask('PUT', '/v1/orgs/park/duty', {
    indicators: [{ indicator: 'share', from: '2017-01' }],
    dueDay: 13,
  });
  await ask('PUT', '/v1/calendar/2017', { daysOff: ['2017-12-08', '2017-12-11'], workdays: [] });
  await moveTo('2017-12-20T10:00:00+08:00');
  await runDueTicks(context);
  t.same(await lists(county), [one]);
  await moveTo('2018-01-17T10:00:00+08:00');
  await runDueTicks(context);
  t.same(
    (await lists(county)).slice(1).map(({ on }) => on),
    ['2018-01-16'],
    'the new duty holds for what opens later',
  );
});
