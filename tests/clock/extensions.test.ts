import { runDueTicks } from '@xushi/scheduler';
import t from 'tap';
import { faultsOf } from '../county.js';
import { noticeOf } from '../end-to-end/days.js';
import { openWatched } from './watched.js';

const OUTPUT = [{ indicator: 'output', from: '2017-01' }];
const sheet = (rest: Record<string, unknown> = {}) => ({
  ...{ org: 'park', period: '2017-11', until: '2017-12-15', reason: '系统升级' },
  ...rest,
});

async function withCommander(t: Parameters<typeof openWatched>[0], at: string) {
  const watched = await openWatched(t, at);
  await watched.ask('PUT', '/v1/people/wang', { name: '王', org: 'county' });
  await watched.duty(OUTPUT);
  const key = await watched.keyFor('county', 'commander', 'wang');
  const extend = (body: unknown, as: string | null = key) =>
    watched.call('POST', '/v1/extensions', body, { key: as });
  return { ...watched, key, extend };
}

t.test('who may put off a deadline, and to when', async (t) => {
  const { extend, ask, call, keyFor, go, rowCounts, drain } = await withCommander(
    t,
    '2017-11-20T09:00:00+08:00',
  );
  t.same(faultsOf(await extend(sheet())), ['/period periodNotOpen'], 'before it opens');
  await go('2017-12-01');
  const before = await rowCounts();
  t.equal((await extend(sheet(), await keyFor('county', 'reviewer'))).body.code, 'roleNotAllowed');
  const system = await extend(sheet(), await keyFor('county', 'commander'));
  t.match(system, { status: 403, body: { code: 'personNeeded' } }, 'a key without a person');
  await ask('PUT', '/v1/people/li', { name: '李', org: 'park' });
  const reporter = await keyFor('park', 'commander', 'li');
  const values = [{ indicator: 'output', value: '1' }];
  await call('POST', '/v1/submissions', { org: 'park', period: '2017-10', values }, { key: reporter });
  await drain();
  t.match(await extend(sheet(), reporter), { status: 403, body: { code: 'secondPersonRequired' } });
  t.equal((await extend(sheet({ org: 'other-park' }))).status, 404, 'outside the subtree');
  for (const [fault, body] of [
    ['/until extensionNotLater', { until: '2017-12-08' }],
    ['/until extensionNotLater', { until: '2017-11-15' }],
    ['/until notADate', { until: '2017-02-30' }],
    ['/period notAPeriod', { period: '2017-13' }],
    ['/period nothingDue', { org: 'sister' }],
    ['/reason shape', { reason: ' ' }],
  ] as const) {
    const answer = await extend(sheet(body));
    t.same([answer.status, faultsOf(answer)], [422, [fault]]);
  }
  t.equal((await rowCounts()).extension, before.extension, 'nothing stored');
  t.match(await extend(sheet()), {
    status: 201,
    body: { dueAt: '2017-12-15T10:00:00.000Z', originalDueAt: '2017-12-08T10:00:00.000Z', person: 'wang' },
  });
  t.same(faultsOf(await extend(sheet())), ['/until extensionNotLater'], 'not the same day again');
});

t.test(
  'an extension before the deadline: reminded of the later day, in time by it, the first day beside it',
  async (t) => {
    const { extend, go, told, lives, report, ask, drain, deadlines } = await withCommander(
      t,
      '2017-11-20T09:00:00+08:00',
    );
    await go('2017-11-25T00:00:00');
    await go('2017-12-05');
    await extend(sheet());
    await drain();
    t.same(
      (await told()).map(({ type, title }) => `${type} ${title}`),
      [
        'alert.raised park 2017年1—11月 待报送（应于12月8日18时前报送）',
        'alert.corrected park 2017年1—11月 待报送（应于12月15日18时前报送）',
      ],
      'who heard the first day hears of the second',
    );
    t.same(await deadlines(), ['park 2017-11 2017-12-08 18:00'], 'the deadline itself stays');
    await go('2017-12-11');
    t.same(await lives(), ['submissionDue 2017-11: raised corrected → open']);
    t.match(await report('2017-11', [{ indicator: 'output', value: '1' }]), {
      late: false,
      dueAt: '2017-12-15T10:00:00.000Z',
    });
    t.match(await ask('GET', '/v1/timeliness?under=park&period=2017-11'), {
      data: [
        {
          state: 'reported',
          late: false,
          onTimeRate: '100.00',
          due: {
            day: '2017-12-15',
            originalDay: '2017-12-08',
            extension: { until: '2017-12-15', reason: '系统升级', person: '王' },
          },
        },
      ],
    });
  },
);

t.test('an extension after the deadline ends what is overdue, and makes nothing late in time', async (t) => {
  const { extend, go, lives, report, ask, drain, duty } = await withCommander(t, '2017-11-20T09:00:00+08:00');
  await duty(OUTPUT, {}, 'sister');
  await go('2017-11-25T00:00:00');
  await go('2017-12-08T18:00:01');
  await go('2017-12-11');
  await report('2017-11', [{ indicator: 'output', value: '1' }], { org: 'sister' });
  t.equal((await extend(sheet({ org: 'sister' }))).status, 201);
  t.equal((await extend(sheet({ until: '2017-12-18' }))).status, 201);
  await drain();
  t.same(await lives(), ['submissionOverdue 2017-11: raised persisted resolved → resolved']);
  await go('2017-12-12T18:00:00');
  t.equal((await lives()).length, 1, 'the reminder of the later day is on the third working day before it');
  await go('2017-12-18T17:00:00');
  t.match(await lives(), [/Overdue/, 'submissionDue 2017-11: raised → open']);
  await go('2017-12-18T18:00:01');
  t.match(await lives(), [
    'submissionOverdue 2017-11: raised persisted resolved reopened → open',
    'submissionDue 2017-11: raised resolved → resolved',
  ]);
  t.match(await ask('GET', '/v1/timeliness?under=county&period=2017-11'), {
    data: [
      { org: 'park', state: 'missing', late: true, workdaysLate: 0 },
      { org: 'sister', state: 'reported', late: true, workdaysLate: 1, onTime: 0 },
    ],
    total: { orgs: 2, expected: 2, present: 1, completeness: '50.00', onTime: 0 },
  });
});

t.test(
  'a notice that is loaded late moves what has not passed, once, and tells who heard the old day',
  async (t) => {
    const { ask, duty, go, told, deadlines, drain, sql, report } = await openWatched(
      t,
      '2018-01-15T09:00:00+08:00',
      [2017],
    );
    await duty([{ indicator: 'output', from: '2017-01' }], { dueDay: 15 });
    await duty([{ indicator: 'output', from: '2017-01' }], { dueDay: 2 }, 'sister');
    await duty([{ indicator: 'output', from: '2017-01' }], { dueDay: 28 }, 'other-park');
    await go('2018-01-25T00:00:00');
    t.same(await deadlines(), [
      'other-park 2017-12 2018-01-29 18:00 estimated',
      'park 2017-12 2018-01-15 18:00 estimated',
      'other-park 2018-01 2018-02-28 18:00 estimated',
      'park 2018-01 2018-02-15 18:00 estimated',
      'sister 2018-01 2018-02-02 18:00 estimated',
    ]);
    await go('2018-02-12');
    t.match((await told()).at(-1)?.title, '应于2月15日18时前报送');
    // Spring Festival: 15 to 21 February 2018.
    const load = () => ask<{ rescheduled: unknown[] }>('PUT', '/v1/calendar/2018', noticeOf(2018));
    t.same((await load()).rescheduled, [
      { org: 'park', period: '2018-01', from: '2018-02-15T10:00:00.000Z', to: '2018-02-22T10:00:00.000Z' },
    ]);
    await drain();
    t.same((await load()).rescheduled, [], 'loaded again it moves nothing');
    await drain();
    t.same(
      (await deadlines()).slice(2),
      [
        'other-park 2018-01 2018-02-28 18:00',
        'park 2018-01 2018-02-22 18:00',
        'sister 2018-01 2018-02-02 18:00 estimated',
      ],
      'what has passed stays as it was',
    );
    t.match((await told()).at(-1), {
      type: 'alert.corrected',
      title: 'park 2018年1月 待报送（应于2月22日18时前报送）',
    });
    t.equal((await sql`SELECT 1 FROM event WHERE type = 'period.rescheduled'`).length, 1);
    await go('2018-02-16');
    t.match(await report('2018-01', [{ indicator: 'output', value: '1' }]), { late: false });
  },
);

t.test('the next year without a notice from 1 December on: one alert of the installation', async (t) => {
  const watched = await openWatched(t, '2017-11-20T09:00:00+08:00', [2017]);
  const { ask, duty, go, drain, moveTo, context, sql } = watched;
  const lives = () => watched.lives('all');
  await ask('POST', '/v1/receivers', { name: 'all', channel: 'email', to: 'all@example.org', org: 'all' });
  await go('2017-12-02');
  t.same(await lives(), [], 'not where nobody reports');
  await duty(OUTPUT);
  await moveTo('2017-12-04T09:00:00+08:00');
  await Promise.all(Array.from({ length: 4 }, () => runDueTicks(context)));
  await drain();
  t.same(await lives(), ['calendarMissing 2018-12: raised → open'], 'by one of four schedulers');
  await ask('PUT', '/v1/calendar/2018?org=park', { daysOff: ['2018-03-01'], workdays: [] });
  await drain();
  await go('2018-01-10');
  t.same(await lives(), ['calendarMissing 2018-12: raised → open'], 'an org’s own days off are no notice');
  await ask('PUT', '/v1/calendar/2018', noticeOf(2018));
  await drain();
  t.same(await lives(), ['calendarMissing 2018-12: raised resolved → resolved']);
  await go('2018-12-01T08:59:59');
  t.equal((await lives()).length, 1);
  await go('2018-12-01');
  t.same((await lives())[1], 'calendarMissing 2019-12: raised → open');
  const told = await sql`
    SELECT d.type FROM delivery d JOIN alert a ON a.id = d.alert_id WHERE a.kind = 'calendarMissing' ORDER BY d.sequence`;
  t.same(
    told.map(({ type }) => type),
    ['alert.raised', 'alert.resolved', 'alert.raised'],
  );
});
