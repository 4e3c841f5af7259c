import t from 'tap';
import { type County, faultsOf, openCounty } from '../county.js';

const NOW = '2018-01-20T09:00:00+08:00';
const road = (rest: object) => [{ indicator: 'road', ...rest }];

async function openWithRoad(t: Parameters<typeof openCounty>[0], due: string, at = NOW): Promise<County> {
  const county = await openCounty(t, at);
  await county.ask('PUT', '/v1/indicators/road', { name: '主干道通车', unit: '个', type: 'milestone' });
  await county.ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'road', due });
  return county;
}

const lights = async ({ evaluations }: County) =>
  (await evaluations('org=park&indicator=road')).map(
    ({ period, state, light }) => `${period.slice(5)} ${light ?? state}`,
  );

t.test('a milestone is judged by the working days to its date, without a calendar by weekends', async (t) => {
  const county = await openWithRoad(t, '2017-07-10', '2017-05-20T09:00:00+08:00');
  const { moveTo } = county;
  // To Monday 10 July from 31 May 28 working days, from 30 June 6; 15 after it by the end of July, 38 by August's.
  for (const month of [5, 6, 7]) {
    await moveTo(`2017-0${month + 1}-05T09:00:00+08:00`);
    await county.report(`2017-0${month}`, road({ done: false }));
  }
  await moveTo('2017-09-05T09:00:00+08:00');
  await county.report('2017-08', [{ indicator: 'output', value: 1 }]);
  t.same((await lights(county)).slice(-4), ['05 notDue', '06 yellow', '07 orange', '08 red']);
  t.match(await county.alerts('park'), [{ state: 'open', life: ['6 raised', '7 worsened', '8 worsened'] }]);
  await moveTo('2017-10-05T09:00:00+08:00');
  await county.report('2017-09', road({ done: true, doneOn: '2017-09-05', evidence: '验收单' }));
  await moveTo('2017-11-05T09:00:00+08:00');
  await county.report('2017-10', [{ indicator: 'output', value: 2 }]);
  t.same((await lights(county)).slice(-2), ['09 green', '10 green'], 'once done it stays done');
  t.match((await county.evaluations('org=park&indicator=road&period=2017-10'))[0], {
    ...{ figure: null, completionRate: null, paceGap: null, gap: null },
    milestone: { due: '2017-07-10', done: true, doneOn: '2017-09-05', doneLate: true },
    explanation: /9月5日完成（逾期完成，期限7月10日）/,
  });
  t.match(await county.alerts('park'), [
    { state: 'resolved', life: ['6 raised', '7 worsened', '8 worsened', '9 resolved'] },
  ]);
  const { data } = await county.ask<{ data: object[] }>(
    'GET',
    '/v1/figures?org=park&indicator=road&from=2017-09',
  );
  t.match(data, [{ doneOn: '2017-09-05', evidence: '验收单' }]);
});

t.test('done in time is green and not late; the 20th working day before it is still notice', async (t) => {
  const county = await openWithRoad(t, '2017-07-28', '2017-07-05T09:00:00+08:00');
  // From 30 June to Friday 28 July: four weeks of five.
  await county.report('2017-06', road({ done: false }));
  t.same((await lights(county)).slice(-1), ['06 yellow']);
  await county.report('2017-06', road({ done: true, doneOn: '2017-06-29' }), { reason: '补报' });
  t.same((await lights(county)).slice(-1), ['06 green']);
  t.match((await county.evaluations('org=park&indicator=road&period=2017-06'))[0], {
    milestone: { done: true, doneLate: false },
    explanation: /提前完成/,
  });
  t.match(await county.alerts('park'), [{ state: 'withdrawn', life: ['6 raised', '6 withdrawn'] }]);
});

t.test('done today is done, by the day of the installation’s time zone', async (t) => {
  const county = await openWithRoad(t, '2017-07-28');
  // Still the 20th in Greenwich.
  await county.moveTo('2018-01-21T07:00:00+08:00');
  await county.report('2017-12', road({ done: true, doneOn: '2018-01-21' }));
  t.same((await lights(county)).slice(-1), ['12 green']);
});

t.test('undone at the year’s end is red, however few days it is overdue', async (t) => {
  const county = await openWithRoad(t, '2017-12-20', '2017-10-20T09:00:00+08:00');
  // From 30 November 14 working days; 7 after it by 31 December.
  for (const month of [10, 11, 12]) {
    await county.moveTo(month < 12 ? `2017-${month + 1}-05T09:00:00+08:00` : NOW);
    await county.report(`2017-${month}`, road({ done: false }));
  }
  t.same((await lights(county)).slice(-3), ['10 notDue', '11 yellow', '12 red']);
  t.match(await county.alerts('park'), [
    { state: 'settled', verdict: 'missed', life: ['11 raised', '12 settled'] },
  ]);
});

t.test('a calendar that is loaded later moves the light at once', async (t) => {
  const county = await openWithRoad(t, '2017-07-10', '2017-08-05T09:00:00+08:00');
  await county.report('2017-07', road({ done: false }));
  t.same((await lights(county)).slice(-1), ['07 orange'], '15 working days overdue');
  const workdays = ['2017-07-15', '2017-07-16', '2017-07-22', '2017-07-23', '2017-07-29', '2017-07-30'];
  await county.ask('PUT', '/v1/calendar/2017', { daysOff: [], workdays });
  await county.drain();
  t.same((await lights(county)).slice(-1), ['07 red'], 'with three weekends worked 21');
});

t.test('a milestone takes no amount, and nothing else is done or not', async (t) => {
  const county = await openWithRoad(t, '2017-07-10');
  const before = await county.rowCounts();
  for (const [value, faults] of [
    [{ indicator: 'road', value: 1 }, ['/values/0 milestoneDoneNeeded']],
    [{ indicator: 'road', done: true, value: 1 }, ['/values/0 milestoneDoneNeeded']],
    [{ indicator: 'road' }, ['/values/0 milestoneDoneNeeded']],
    [{ indicator: 'road', done: false, doneOn: '2017-07-01' }, ['/values/0 milestoneDoneNeeded']],
    [{ indicator: 'road', done: true, doneOn: '2017-02-30' }, ['/values/0/doneOn notADate']],
    [{ indicator: 'road', done: true, doneOn: '2018-01-21' }, ['/values/0/doneOn doneInFuture']],
    [{ indicator: 'road', withdraw: true, done: false }, ['/values/0/done notTogether']],
    [
      { indicator: 'road', notApplicable: true, note: '缓建', done: true },
      ['/values/0/notApplicable notTogether'],
    ],
    [{ indicator: 'output', value: 1, done: true }, ['/values/0/done notAMilestone']],
    [{ indicator: 'output', value: 1, evidence: '单' }, ['/values/0/evidence notAMilestone']],
  ] as const) {
    const answer = await county.call('POST', '/v1/submissions', {
      org: 'park',
      period: '2017-07',
      values: [value],
    });
    t.same([answer.status, faultsOf(answer)], [422, [...faults]], JSON.stringify(value));
  }
  for (const [body, faults] of [
    [{ org: 'sister', indicator: 'road' }, ['/due dueNeeded']],
    [{ org: 'sister', indicator: 'road', due: '2017-06-31' }, ['/due notADate']],
    [{ org: 'sister', indicator: 'road', due: '2018-01-01' }, ['/due dueOutsideYear']],
    [{ org: 'sister', indicator: 'road', due: '2016-12-31' }, ['/due dueOutsideYear']],
    [{ org: 'sister', indicator: 'output', value: 1, due: '2017-06-30' }, ['/due notAMilestone']],
  ] as const) {
    const answer = await county.call('POST', '/v1/targets', { year: 2017, ...body });
    t.same([answer.status, faultsOf(answer)], [422, [...faults]], JSON.stringify(body));
  }
  t.same(await county.rowCounts(), before);
});
