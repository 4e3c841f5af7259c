import { startEvaluator } from '@xushi/evaluator';
import { startNotifier } from '@xushi/notifier';
import { startReporter } from '@xushi/reporter';
import { startScheduler } from '@xushi/scheduler';
import t from 'tap';
import { openCounty } from '../county.js';
import { noticeOf } from '../end-to-end/days.js';
import { until } from '../faults/until.js';

const DUTY = { indicators: [{ indicator: 'share', from: '2017-01' }] };

t.test(
  'the clock stops at every monthly tick on its way, once, in order, and then says that all is done',
  async (t) => {
    const county = await openCounty(t, '2017-10-20T09:00:00+08:00');
    const { ask, call, context, sql, drain } = county;
    for (const year of [2017, 2018]) await ask('PUT', `/v1/calendar/${year}`, noticeOf(year));
    await ask('PUT', '/v1/orgs/park/duty', DUTY);
    await ask('PUT', '/v1/orgs/sister/duty', {
      indicators: [{ indicator: 'share', from: '2017-01', to: '2017-10' }],
    });
    // What becomes of sheets that nobody sends is told every working day (deadlines.test.ts).
    const kinds = ['dispatch.list', 'report.ready'];
    const mail = { name: 'mail', channel: 'email', to: 'a@example.org', org: 'park', kinds };
    await ask('POST', '/v1/receivers', mail);
    await drain();
    t.match(await ask('GET', '/v1/clock'), { kind: 'simulated', goal: null, settled: true });
    for (const start of [startEvaluator, startNotifier, startReporter, startScheduler]) {
      const running = await start(context);
      t.teardown(() => running.stop());
    }
    const goal = '2017-12-20T09:00:00+08:00';
    t.match(await call('PUT', '/v1/clock', { now: goal }), { status: 202, body: { settled: false } });
    const clock = await until('the clock arrives', async () => {
      const seen = await ask<{ now: string; goal: string | null; settled: boolean }>('GET', '/v1/clock');
      return seen.settled && seen;
    });
    t.ok(new Date(clock.now) >= new Date(goal));
    t.equal(clock.goal, null);
    const rows = async (query: ReturnType<typeof sql>) => (await query).map((row) => ({ ...row }));
    t.same(await rows(sql`SELECT on_day::text AS on, period, backfilled FROM tick ORDER BY due_at`), [
      { on: '2017-11-09', period: '2017-10', backfilled: false },
      { on: '2017-12-11', period: '2017-11', backfilled: false },
    ]);
    t.same(
      await rows(sql`
      SELECT o.key AS org, payload->'list'->>'period' AS period, payload->'list'->>'backfilled' AS backfilled,
             payload->'list'->'covers' AS covers, e.at::date::text AS on, payload->'list'->'lines'->0->>'reason' AS line
      FROM event e JOIN org o ON o.id = e.org_id WHERE type = 'dispatch.list' ORDER BY e.at, o.id`),
      [
        {
          org: 'park',
          period: '2017-10',
          backfilled: 'false',
          covers: [],
          on: '2017-11-09',
          line: 'notReported',
        },
        {
          org: 'sister',
          period: '2017-10',
          backfilled: 'false',
          covers: [],
          on: '2017-11-09',
          line: 'notReported',
        },
        {
          org: 'park',
          period: '2017-11',
          backfilled: 'false',
          covers: [],
          on: '2017-12-11',
          line: 'notReported',
        },
      ],
    );
    t.same(
      await rows(sql`
      SELECT o.key AS org, year || '-' || month AS period, state FROM report r JOIN org o ON o.id = r.org_id
      ORDER BY r.requested_at, o.id`),
      [
        { org: 'park', period: '2017-10', state: 'ready' },
        { org: 'sister', period: '2017-10', state: 'ready' },
        { org: 'park', period: '2017-11', state: 'ready' },
      ],
    );
    t.same(
      await rows(sql`SELECT type, state, count(*)::integer AS count FROM delivery GROUP BY 1, 2 ORDER BY 1`),
      [
        { type: 'dispatch.list', state: 'delivered', count: 2 },
        { type: 'report.ready', state: 'delivered', count: 2 },
      ],
      'each was told once',
    );
  },
);
