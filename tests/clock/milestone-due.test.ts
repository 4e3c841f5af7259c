import { startEvaluator } from '@xushi/evaluator';
import { startNotifier } from '@xushi/notifier';
import { runDueTicks, startScheduler } from '@xushi/scheduler';
import t from 'tap';
import { type County, openCounty } from '../county.js';
import { until } from '../faults/until.js';

const DUE = '2017-06-15';

async function withRoad(t: Parameters<typeof openCounty>[0], at: string, due = DUE): Promise<County> {
  const county = await openCounty(t, at);
  await county.ask('PUT', '/v1/indicators/road', { name: '主干道通车', unit: '个', type: 'milestone' });
  await county.ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'road', due, weight: '10' });
  await county.ask('POST', '/v1/receivers', {
    name: 'mail',
    channel: 'email',
    to: 'a@example.org',
    org: 'park',
  });
  await county.drain();
  return county;
}

const lights = async ({ evaluations }: County, rest = '', org = 'park') =>
  (await evaluations(`org=${org}&indicator=road${rest}`))
    .filter(({ state }) => state === 'evaluated')
    .map(({ period, light }) => `${period.slice(5)} ${light}`);

const asOf = (moment: string) => `&asOf=${encodeURIComponent(moment)}`;

/** What must not come about twice. */
async function counts({ sql }: County) {
  const [row] = await sql`
    SELECT (SELECT count(*)::integer FROM tick) AS ticks, (SELECT count(*)::integer FROM alert) AS alerts,
           (SELECT count(*)::integer FROM alert_transition) AS transitions,
           (SELECT count(*)::integer FROM delivery) AS deliveries,
           (SELECT count(*)::integer FROM delivery WHERE state = 'delivered') AS delivered`;
  return { ...row };
}

/** The score of the park at a period: whether the milestone counts, and why. */
async function scored({ ask }: County, period: string) {
  const { data } = await ask<{
    data: { score: string | null; lines: { why: string; counted: boolean }[] }[];
  }>('GET', `/v1/scores?under=park&period=${period}`);
  const [score] = data;
  return [score?.score, score?.lines[0]?.counted];
}

const boardState = async ({ ask }: County, period: string) => {
  const board = await ask<{ orgs: { cells: Record<string, { state: string; light: string | null }> }[] }>(
    'GET',
    `/v1/scoreboard?under=park&period=${period}`,
  );
  const cell = board.orgs[0]?.cells.road;
  return cell?.light ?? cell?.state;
};

t.test(
  'a milestone of a park that sends nothing gets its lights as months end, until it is done',
  async (t) => {
    const county = await withRoad(t, '2017-04-10T09:00:00+08:00');
    const { ask, context, sql } = county;
    for (const start of [startEvaluator, startNotifier]) {
      const running = await start(context);
      t.teardown(() => running.stop());
    }
    let scheduler = await startScheduler(context);
    t.teardown(() => scheduler.stop());
    const go = async (now: string) => {
      await ask('PUT', '/v1/clock', { now });
      await until(`the clock is at ${now}`, async () => {
        const seen = await ask<{ settled: boolean }>('GET', '/v1/clock');
        return seen.settled || null;
      });
    };

    // To Thursday 15 June from 31 May 11 working days; 11 after it by 30 June, 32 by 31 July.
    await go('2017-07-20T09:00:00+08:00');
    t.same(await lights(county), ['05 yellow', '06 orange']);
    t.match(await county.alerts('park'), [
      { kind: 'indicatorLagging', light: 'orange', life: ['5 raised', '6 worsened'] },
    ]);
    const moved = await sql<{ at: Date }[]>`SELECT at FROM event WHERE type LIKE 'alert.%' ORDER BY id`;
    t.match(
      moved.map(({ at }) => at.toISOString()),
      [/^2017-05-31T16:00/, /^2017-06-30T16:00/],
      'at the midnight that ends the month',
    );
    const once = { ticks: 3, alerts: 1, transitions: 2, deliveries: 2, delivered: 2 };
    t.same(await counts(county), once, 'told once');
    t.same(await scored(county, '2017-06'), ['0.00', true]);
    t.same(await scored(county, '2017-07'), [null, false], 'the month is not over');
    t.same([await boardState(county, '2017-06'), await boardState(county, '2017-07')], ['orange', 'notDue']);

    await scheduler.stop();
    scheduler = await startScheduler(context);
    await ask('POST', '/v1/evaluations/rerun', { org: 'park', year: 2017, reason: '再算一遍' });
    await go('2017-07-21T09:00:00+08:00');
    t.equal(await runDueTicks(context), 0);
    t.same(await counts(county), once, 'nothing twice, by a restart or another look');

    await go('2017-10-08T09:00:00+08:00');
    t.same(await lights(county), ['05 yellow', '06 orange', '07 red', '08 red', '09 red']);
    const life = ['5 raised', '6 worsened', '7 worsened', '8 worsened', '9 worsened'];
    t.match(await county.alerts('park'), [{ state: 'open', light: 'red', life }]);
    await ask('POST', '/v1/submissions', {
      ...{ org: 'park', period: '2017-09' },
      values: [{ indicator: 'road', done: true, doneOn: '2017-09-20' }],
    });
    await go('2018-01-05T09:00:00+08:00');
    const end = [
      '05 yellow',
      '06 orange',
      '07 red',
      '08 red',
      '09 green',
      '10 green',
      '11 green',
      '12 green',
    ];
    t.same(await lights(county), end);
    t.match(await county.alerts('park'), [
      { state: 'resolved', light: 'green', life: [...life, '9 resolved'] },
    ]);
    t.same(await scored(county, '2017-09'), ['100.00', true]);
    t.same(await counts(county), { ticks: 9, alerts: 1, transitions: 6, deliveries: 6, delivered: 6 });

    for (const [moment, then] of [
      ['2017-05-31T23:59:59+08:00', []],
      ['2017-06-01T00:00:00+08:00', ['05 yellow']],
      ['2017-06-30T23:59:59+08:00', ['05 yellow']],
      ['2017-07-01T00:00:00+08:00', ['05 yellow', '06 orange']],
      ['2017-10-08T08:59:00+08:00', ['05 yellow', '06 orange', '07 red', '08 red', '09 red']],
      ['2018-01-01T00:00:00+08:00', end],
      ['2099-01-01T00:00:00+08:00', end],
    ] as const) {
      t.same(await lights(county, asOf(moment)), then, `as of ${moment}`);
    }
  },
);

t.test(
  'months that ended while nobody looked are judged together and told once; the year settles it',
  async (t) => {
    const county = await withRoad(t, '2017-04-10T09:00:00+08:00');
    const { ask, context, drain, moveTo, sql } = county;
    await moveTo('2017-09-10T09:00:00+08:00');
    const claimed = await Promise.all(Array.from({ length: 4 }, () => runDueTicks(context)));
    t.equal(
      claimed.reduce((sum, count) => sum + count, 0),
      5,
      'April to August, each by one of four schedulers',
    );
    const [asked] =
      await sql`SELECT count(*)::integer AS count FROM event WHERE type = 'evaluation.requested'`;
    t.equal(asked?.count, 1, 'the year is asked for once');
    await drain();
    t.same(await lights(county), ['05 yellow', '06 orange', '07 red', '08 red']);
    t.match(await county.alerts('park'), [{ state: 'open', light: 'red', life: ['8 raised'] }]);

    await moveTo('2017-12-31T23:59:00+08:00');
    t.equal(await runDueTicks(context), 3);
    await drain();
    await moveTo('2018-01-01T00:00:00+08:00');
    t.equal(await runDueTicks(context), 1);
    await drain();
    t.match(await county.alerts('park'), [{ state: 'settled', verdict: 'missed' }]);
    t.equal((await county.alerts('park'))[0]?.life.at(-1), '12 settled');
    await moveTo('2018-01-09T09:00:00+08:00');
    await ask('POST', '/v1/submissions', {
      ...{ org: 'park', period: '2017-12' },
      values: [{ indicator: 'road', done: true, doneOn: '2017-12-20' }],
    });
    await drain();
    t.match(
      await county.alerts('park'),
      [{ state: 'settled', verdict: 'met' }],
      'December’s own word settles it again',
    );
  },
);

t.test('a sheet that says what the date said already tells nobody anything', async (t) => {
  const county = await withRoad(t, '2017-05-20T09:00:00+08:00');
  await county.moveTo('2017-07-01T00:00:30+08:00');
  await runDueTicks(county.context);
  await county.drain();
  await county.moveTo('2017-07-08T09:00:00+08:00');
  await county.report('2017-06', [{ indicator: 'road', done: false }]);
  await county.ask('POST', '/v1/evaluations/rerun', { org: 'park', year: 2017, reason: '再算一遍' });
  await county.drain();
  t.match(await county.alerts('park'), [{ state: 'open', life: ['6 raised'] }]);
  await county.report('2017-06', [{ indicator: 'road', done: true }], { reason: '补报' });
  t.match(await county.alerts('park'), [{ state: 'withdrawn', life: ['6 raised', '6 withdrawn'] }]);
});

t.test('done by an earlier month that arrives late ends the warning where it stands', async (t) => {
  const county = await withRoad(t, '2017-05-20T09:00:00+08:00');
  for (const month of [7, 8, 9]) {
    await county.moveTo(`2017-0${month}-01T09:00:00+08:00`);
    await runDueTicks(county.context);
    await county.drain();
  }
  await county.report('2017-07', [{ indicator: 'road', done: true, doneOn: '2017-07-20' }]);
  t.same(await lights(county), ['05 yellow', '06 orange', '07 green', '08 green']);
  t.match(await county.alerts('park'), [
    { state: 'resolved', life: ['6 raised', '7 worsened', '8 worsened', '8 resolved'] },
  ]);
});

t.test('after an org has ended no date of it comes', async (t) => {
  const county = await withRoad(t, '2017-04-10T09:00:00+08:00', '2017-07-10');
  const end = (activeTo: string | null) =>
    county.ask('PUT', '/v1/orgs/park', {
      ...{ name: 'park', level: 'park', parent: 'county', activeFrom: '2000-01-01' },
      ...(activeTo ? { activeTo } : {}),
    });
  await end('2017-06-12');
  await county.moveTo('2017-09-10T09:00:00+08:00');
  await runDueTicks(county.context);
  await county.drain();
  t.same(await lights(county), ['06 yellow'], 'the month in which it ended is its last');
  await end(null);
  await county.drain();
  t.same(await lights(county), ['06 yellow', '07 orange', '08 red']);
});

t.test('without a milestone in the year no month end is anything to stop at', async (t) => {
  const { context, moveTo, sql } = await openCounty(t, '2017-04-10T09:00:00+08:00');
  await moveTo('2017-09-10T09:00:00+08:00');
  t.equal(await runDueTicks(context), 0);
  t.equal((await sql`SELECT 1 FROM tick`).length, 0);
});
