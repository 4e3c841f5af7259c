import { runDueTicks } from '@xushi/scheduler';
import t from 'tap';
import { noticeOf } from '../end-to-end/days.js';
import { openWatched } from './watched.js';

const monthly = (indicator: string, from = '2017-01') => ({ indicator, from });

t.test('a period opens for everybody who owes something, by duty, calendar and days off above', async (t) => {
  const { ask, duty, go, deadlines } = await openWatched(t, '2017-11-20T09:00:00+08:00');
  await ask('PUT', '/v1/indicators/quarter', {
    ...{ name: '季度指标', unit: '万元', type: 'flow', dueMonths: [3, 6, 9, 12] },
  });
  await ask('PUT', '/v1/indicators/late', { name: '税收', unit: '万元', type: 'flow', lagMonths: 1 });
  await ask('PUT', '/v1/indicators/merged', { name: '产值', unit: '万元', type: 'flow', noJanuary: true });
  await duty([monthly('output')]);
  await duty([monthly('quarter')], {}, 'sister');
  await duty([monthly('merged')], { dueDay: 1, dueTime: '12:00', minWorkdays: 6 }, 'other-park');
  await duty([monthly('late', '2017-12')], { dueDay: 31, roll: 'none' }, 'county');
  // Days off of the prefecture are days off below it; the county adds one of its own.
  await ask('PUT', '/v1/calendar/2017?org=city', { daysOff: ['2017-12-08'], workdays: [] });
  await ask('PUT', '/v1/calendar/2018?org=county', { daysOff: ['2018-01-08'], workdays: [] });
  await go('2017-12-24T23:59:59');
  t.same(
    await deadlines(),
    ['other-park 2017-11 2017-12-11 12:00', 'park 2017-11 2017-12-11 18:00'],
    'the sixth working day; nothing of a quarter, nor of a duty from December on that trails',
  );
  await go('2017-12-25T00:00:00');
  await go('2018-01-25T00:00:00');
  t.same(
    (await deadlines()).slice(2),
    [
      // 2018-01-31 carries December for January's sheet: the duty begins with December's figure.
      'other-park 2017-12 2018-01-09 12:00',
      'park 2017-12 2018-01-09 18:00',
      'sister 2017-12 2018-01-09 18:00',
      'county 2018-01 2018-02-28 18:00',
      'park 2018-01 2018-02-08 18:00',
    ],
    'January has no figure of a merged series, and no quarter ends with it',
  );
});

t.test('a year without a notice goes by weekends and says so; 调休 and 29 February', async (t) => {
  const { ask, duty, go, deadlines, told } = await openWatched(t, '2019-12-20T09:00:00+08:00', [2019]);
  await duty([monthly('output', '2019-12')], { dueDay: 24 });
  await go('2019-12-25T00:00:00');
  t.same(await deadlines(), ['park 2019-12 2020-01-24 18:00 estimated']);
  // Spring Festival 2020 begins on Friday 24 January; Sunday 19 January and Saturday 1 February are worked.
  await go('2020-01-21');
  t.match((await told())[0]?.title, '应于1月24日18时前报送');
  const answer = await ask<{ rescheduled: unknown[] }>('PUT', '/v1/calendar/2020', noticeOf(2020));
  t.match(answer.rescheduled, [
    { org: 'park', period: '2019-12', from: '2020-01-24T10:00:00.000Z', to: /^20/ },
  ]);
  await ask('PUT', '/v1/orgs/park/duty', {
    indicators: [monthly('output', '2019-12')],
    dueDay: 29,
    roll: 'none',
  });
  await go('2020-01-25T00:00:00');
  t.same((await deadlines()).slice(1), ['park 2020-01 2020-02-29 18:00'], 'a day that not every year has');
});

t.test('a duty that is set today makes nobody overdue for the months before', async (t) => {
  const { duty, go, deadlines, lives, report } = await openWatched(t, '2017-12-05T10:00:00+08:00');
  await duty([monthly('output')]);
  t.same(await deadlines(), ['park 2017-11 2017-12-08 18:00'], 'the period that is open');
  await go('2017-12-05T12:00:00');
  t.same(await lives(), [], 'the reminder’s moment had passed');
  await go('2017-12-06');
  t.same(await lives(), ['submissionDue 2017-11: raised → open'], 'on the next working day');
  await report('2017-11', [{ indicator: 'output', value: '1' }]);
  t.match(await report('2017-09', [{ indicator: 'output', value: '1' }]), { late: true }, 'a month before');
  await go('2017-12-20');
  t.same(await lives(), ['submissionDue 2017-11: raised resolved → resolved']);
});

t.test('an org that ended, a duty that ended, and an indicator taken out of it', async (t) => {
  const { ask, duty, go, deadlines, lives, alerts } = await openWatched(t, '2017-11-20T09:00:00+08:00');
  await duty([monthly('output'), monthly('share')]);
  await duty([{ indicator: 'output', from: '2017-01', to: '2017-10' }], {}, 'sister');
  await duty([monthly('output')], {}, 'other-park');
  await ask('PUT', '/v1/orgs/other-park', {
    ...{ name: 'other-park', level: 'park', parent: 'other-county', activeFrom: '2000-01-01' },
    activeTo: '2017-10-31',
  });
  await go('2017-11-25T00:00:00');
  t.same(await deadlines(), ['park 2017-11 2017-12-08 18:00']);
  await go('2017-12-05');
  await duty([monthly('share')]);
  t.match(await alerts('park'), [{ message: '应报1项，尚缺1项：集中度。' }]);
  await duty([]);
  t.same(await lives(), ['submissionDue 2017-11: raised improved resolved → resolved']);
});

t.test('history is present and closes nothing', async (t) => {
  const { ask, duty, go, lives, drain } = await openWatched(t, '2017-11-20T09:00:00+08:00');
  await duty([monthly('output'), monthly('share')]);
  const history = async (indicator: string) => {
    const values = [{ indicator, value: '1' }];
    await ask('POST', '/v1/submissions', { org: 'park', period: '2017-11', values, historical: true });
    await drain();
  };
  await go('2017-11-25T00:00:00');
  await history('output');
  await go('2017-12-05');
  const timeliness = () => ask('GET', '/v1/timeliness?under=park&period=2017-11');
  t.match(await timeliness(), {
    data: [{ state: 'partial', present: 1, completeness: '50.00', onTime: 0, onTimeRate: '0.00' }],
  });
  await history('share');
  await go('2017-12-08T17:59:00');
  t.same(await lives(), ['submissionDue 2017-11: raised → open']);
  await go('2017-12-11');
  t.same(
    await lives(),
    ['submissionDue 2017-11: raised resolved → resolved'],
    'the reminder ends with the deadline, and nobody is overdue',
  );
  t.match(await timeliness(), {
    data: [{ state: 'reported', completeness: '100.00', onTimeRate: null, firstArrival: null, late: false }],
  });
});

t.test('as many statements for thirty orgs as for one', async (t) => {
  const { ask, context, duty, moveTo, go, drain, lives } = await openWatched(t, '2017-09-20T09:00:00+08:00');
  /** How many statements a look at the calendar takes. */
  const statements = async () => {
    let count = 0;
    const work: typeof context.work = (run) =>
      context.work((unit) => {
        const tx = new Proxy(unit.tx, {
          get(target, name, receiver) {
            const member = Reflect.get(target, name, receiver);
            if (['execute', 'select', 'insert', 'update'].includes(String(name))) count += 1;
            return typeof member === 'function' ? member.bind(target) : member;
          },
        });
        return run({ ...unit, tx });
      });
    await runDueTicks({ ...context, work });
    return count;
  };
  const month = async (opens: string, reminds: string) => {
    await go(`${opens.slice(0, 8)}24`);
    await moveTo(`${opens}T00:00:00+08:00`);
    const opening = await statements();
    await moveTo(`${reminds}T09:00:00+08:00`);
    const sweeping = await statements();
    await drain();
    return { opening, sweeping };
  };
  await duty([monthly('output', '2017-10')]);
  const one = await month('2017-10-25', '2017-11-03');
  t.same(await lives(), ['submissionDue 2017-10: raised → open']);
  await ask('POST', '/v1/submissions', {
    org: 'park',
    period: '2017-10',
    values: [{ indicator: 'output', value: '1' }],
  });
  await drain();
  for (let number = 0; number < 30; number += 1) {
    const key = `park-${number}`;
    const activeFrom = '2000-01-01';
    await ask('PUT', `/v1/orgs/${key}`, { name: key, level: 'park', parent: 'county', activeFrom });
    await ask('PUT', `/v1/orgs/${key}/duty`, { indicators: [monthly('output', '2017-11')] });
  }
  await drain();
  const thirty = await month('2017-11-25', '2017-12-05');
  t.same(await lives('park-29'), ['submissionDue 2017-11: raised → open']);
  t.same(thirty, one);
  const page = (rest = '') =>
    ask<{ data: { org: string }[]; nextCursor: string | null; total: Record<string, unknown> }>(
      'GET',
      `/v1/timeliness?under=city&period=2017-11&limit=20${rest}`,
    );
  const first = await page();
  const second = await page(`&cursor=${first.nextCursor}`);
  t.equal(new Set([...first.data, ...second.data].map(({ org }) => org)).size, 31);
  t.equal(second.nextCursor, null);
  t.same(second.total, first.total, 'the total is that of all pages');
  t.match(first.total, { orgs: 31, expected: 31, present: 0, completeness: '0.00', states: { notDue: 31 } });
});
