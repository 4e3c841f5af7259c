import { runDueTicks } from '@xushi/scheduler';
import t from 'tap';
import { openWatched } from './watched.js';

const figure = (indicator: string, value = '1') => ({ indicator, value });
const BOTH = [
  { indicator: 'output', from: '2017-01' },
  { indicator: 'share', from: '2017-01' },
];

t.test('a sheet that does not come: reminded, overdue, told to the centre, and the end of it', async (t) => {
  const { duty, go, told, lives, report, alerts, ask } = await openWatched(t, '2017-11-20T09:00:00+08:00');
  await duty(BOTH);
  await go('2017-11-25T00:00:00');
  await go('2017-12-05T08:59:59');
  t.same(await lives(), [], 'nothing before the third working day before the deadline');
  await go('2017-12-05');
  t.match(await told(), [
    {
      type: 'alert.raised',
      receiver: 'park',
      title: 'park 2017年1—11月 待报送（应于12月8日18时前报送）',
    },
  ]);
  await go('2017-12-08T18:00:00');
  t.match(await alerts('park'), [{ message: '应报2项，尚缺2项：总产值、集中度。' }]);
  for (const day of [
    '2017-12-08T18:00:01',
    '2017-12-09',
    '2017-12-10',
    '2017-12-11',
    '2017-12-12',
    '2017-12-13',
  ]) {
    await go(day);
    await go(day.includes('T') ? '2017-12-08T20:00:00' : `${day}T12:00:00`);
  }
  const late = (days: string) => `park 2017年1—11月 未报送（应于12月8日18时前报送，${days}）`;
  t.same(
    (await told()).slice(1).map(({ type, receiver, on, title }) => [type, receiver, on, title]),
    [
      ['alert.raised', 'park', '2017-12-08', late('已逾期')],
      ['alert.persisted', 'park', '2017-12-11', late('已逾期1个工作日')],
      ['alert.persisted', 'park', '2017-12-12', late('已逾期2个工作日')],
      ['alert.escalated', 'park', '2017-12-13', late('已逾期3个工作日')],
      ['alert.escalated', 'county', '2017-12-13', late('已逾期3个工作日')],
    ],
    'once a working day, to the centre from the third on',
  );
  t.match(await ask('GET', '/v1/timeliness?under=county&period=2017-11'), {
    data: [{ org: 'park', state: 'missing', late: true, workdaysLate: 3, firstArrival: null }],
  });
  await report('2017-11', [figure('output'), figure('share')]);
  t.same(await lives(), [
    'submissionDue 2017-11: raised resolved → resolved',
    'submissionOverdue 2017-11: raised persisted persisted escalated resolved → resolved',
  ]);
  t.same(
    (await told()).slice(6).map(({ type, receiver }) => [type, receiver]),
    [
      ['alert.resolved', 'park'],
      ['alert.resolved', 'county'],
    ],
  );
  await go('2017-12-20');
  t.equal((await told()).length, 8, 'no more of it');
  t.match(await ask('GET', '/v1/timeliness?under=county&period=2017-11'), {
    data: [{ state: 'reported', completeness: '100.00', onTimeRate: '0.00', late: true, workdaysLate: 3 }],
  });
});

t.test('two parts, a withdrawal, and what people do with the alert', async (t) => {
  const watched = await openWatched(t, '2017-11-20T09:00:00+08:00');
  const { duty, go, told, lives, report, alerts, ask } = watched;
  await ask('PUT', '/v1/people/wang', { name: '王', org: 'park' });
  const key = await watched.keyFor('park', 'commander', 'wang');
  await duty(BOTH);
  await go('2017-11-25T00:00:00');
  await go('2017-12-05');
  await report('2017-11', [figure('output')]);
  t.match(await alerts('park'), [
    {
      title: 'park 2017年1—11月 待报1项（应于12月8日18时前报送）',
      message: '应报2项，尚缺1项：集中度。',
      life: ['11 raised', '11 improved'],
    },
  ]);
  t.match(await ask('GET', '/v1/timeliness?under=park&period=2017-11'), {
    data: [
      { state: 'partial', expected: 2, present: 1, completeness: '50.00', onTime: 1, onTimeRate: '50.00' },
    ],
  });
  const acknowledge = `/v1/alerts/${(await alerts('park'))[0]?.id}/acknowledge`;
  t.equal((await watched.call('POST', acknowledge, { note: '收到' }, { key })).status, 200);
  await report('2017-11', [figure('share')]);
  t.same(await lives(), ['submissionDue 2017-11: raised improved acknowledged resolved → resolved']);
  await go('2017-12-08T18:00:01');
  t.equal((await alerts('park')).length, 1, 'what is reported is not overdue');
  await report('2017-11', [{ indicator: 'share', withdraw: true }], { reason: '算错' });
  t.match(await alerts('park'), [
    { state: 'resolved' },
    { kind: 'submissionOverdue', title: 'park 2017年1—11月 缺报1项（应于12月8日18时前报送，已逾期）' },
  ]);
  await report('2017-11', [figure('share')]);
  await report('2017-11', [{ indicator: 'share', withdraw: true }], { reason: '又算错' });
  t.same(
    (await lives())[1],
    'submissionOverdue 2017-11: raised resolved reopened → open',
    'one alert of a kind for a sheet',
  );
  t.same(
    (await told()).map(({ type }) => type),
    [
      'alert.raised',
      'alert.acknowledged',
      'alert.resolved',
      'alert.raised',
      'alert.resolved',
      'alert.reopened',
    ],
  );
  // The withdrawal was answered on the same day: the first arrival counts.
  t.match(await ask('GET', '/v1/timeliness?under=park&period=2017-11'), {
    data: [{ onTime: 1, late: false, workdaysLate: null }],
  });
  await report('2017-11', [figure('share')]);
  t.match(await ask('GET', '/v1/timeliness?under=park&period=2017-11'), {
    data: [{ onTime: 2, onTimeRate: '100.00' }],
  });
});

t.test(
  'three weeks in which nobody looked: every date as a fact, one word, and by one scheduler',
  async (t) => {
    const county = await openWatched(t, '2017-11-20T09:00:00+08:00');
    const { duty, moveTo, context, told, drain, lives, deadlines } = county;
    await duty(BOTH);
    await duty([{ indicator: 'share', from: '2017-01', to: '2017-11' }], {}, 'sister');
    await moveTo('2017-12-30T10:00:00+08:00');
    await Promise.all(Array.from({ length: 4 }, () => runDueTicks(context)));
    await drain();
    t.same(await deadlines(), [
      'park 2017-11 2017-12-08 18:00',
      'sister 2017-11 2017-12-08 18:00',
      'park 2017-12 2018-01-08 18:00',
    ]);
    t.same(await told(), [], 'not on a Saturday');
    await moveTo('2018-01-02T09:00:00+08:00');
    await Promise.all(Array.from({ length: 4 }, () => runDueTicks(context)));
    await drain();
    t.same(await lives(), ['submissionOverdue 2017-11: raised → open']);
    t.same(
      (await told()).map(({ type, receiver, title }) => [type, receiver, title.slice(0, 4)]),
      [
        ['alert.raised', 'park', 'park'],
        ['alert.raised', 'county', 'park'],
        ['alert.raised', 'county', 'sist'],
      ],
      'no reminder of what is overdue by now',
    );
  },
);
