import t from 'tap';
import { openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

t.test('a plan that follows last year is linear without it, and judged anew once it is known', async (t) => {
  const { ask, report, evaluations, alerts } = await openCounty(t, NOW);
  const plan = { kind: 'lastYear' };
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '200', plan });
  await report('2017-03', [{ indicator: 'output', value: '41' }]);
  const march = async () => (await evaluations('org=park&period=2017-03'))[0];
  t.match(await march(), { timeProgress: '25.00', light: 'yellow', planFallback: 'lastYearMissing' });
  const history = (period: string, value: string, rest = {}) =>
    report(period, [{ indicator: 'output', value }], { historical: true, source: 'final', ...rest });
  await history('2016-03', '20');
  t.match(await march(), { timeProgress: '25.00', planFallback: /^lastYear/ });
  await history('2016-12', '100');
  t.match(await march(), { timeProgress: '20.00', paceGap: '0.50', light: 'green', planFallback: null });
  await history('2016-12', '80', { reason: 'checked' });
  t.match(await march(), { timeProgress: '25.00', light: 'yellow' }, 'a restated last year judges again');
  await history('2016-03', '90', { reason: 'checked' });
  t.match(await march(), { timeProgress: '25.00', planFallback: 'lastYearExceedsFullYear' });
  t.match(await alerts('park'), [{ state: 'open', life: ['3 raised', '3 withdrawn', '3 corrected'] }]);
});

t.test('a straight line starts when the park did', async (t) => {
  const { ask, call, report, drain, evaluations } = await openCounty(t, NOW);
  const org = { name: 'new', level: 'park', parent: 'county' };
  await ask('PUT', '/v1/orgs/new', { ...org, activeFrom: '2017-04-20' });
  await ask('POST', '/v1/targets', { org: 'new', year: 2017, indicator: 'output', value: '90' });
  for (const [month, value] of [
    [3, 1],
    [4, 10],
    [6, 29],
  ]) {
    await report(`2017-0${month}`, [{ indicator: 'output', value }], { org: 'new' });
  }
  t.match(await evaluations('org=new'), [
    { state: 'notDue', light: null, timeProgress: null },
    {
      state: 'evaluated',
      timeProgress: '11.11',
      completionRate: '11.11',
      light: 'green',
      averageMonthly: '10.00',
    },
    { state: 'evaluated', timeProgress: '33.33', averageMonthly: '9.67', requiredMonthly: '10.17' },
  ]);
  t.equal((await call('PUT', '/v1/orgs/new', { ...org, activeFrom: '2000-01-01' })).status, 200);
  await drain();
  t.match(
    (await evaluations('org=new'))[0],
    { state: 'evaluated', timeProgress: '25.00' },
    'put right, it is judged anew',
  );
});

t.test(
  'a plan that would follow a year in which the park was not there yet starts when the park did',
  async (t) => {
    const { ask, report, evaluations } = await openCounty(t, NOW);
    const org = { name: 'new', level: 'park', parent: 'county', activeFrom: '2017-05-10' };
    await ask('PUT', '/v1/orgs/new', org);
    const plan = { kind: 'lastYear' };
    await ask('POST', '/v1/targets', { org: 'new', year: 2017, indicator: 'output', value: '120', plan });
    for (const [month, value] of [
      [4, 1],
      [6, 30],
    ]) {
      await report(`2017-0${month}`, [{ indicator: 'output', value }], { org: 'new' });
    }
    t.match(await evaluations('org=new'), [
      { state: 'notDue', light: null },
      {
        ...{ timeProgress: '25.00', paceGap: '0.00', light: 'green', averageMonthly: '15.00' },
        ...{ planFallback: 'lastYearMissing', forecast: { value: '120.00' } },
      },
    ]);
  },
);

t.test('plans of nodes, checkpoints and cumulative values', async (t) => {
  const { ask, report, evaluations } = await openCounty(t, NOW);
  const target = (indicator: string, value: string, plan: unknown) =>
    ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator, value, plan });
  await target('firms', '7', { kind: 'quarterly' });
  await target('growth', '8', {
    kind: 'checkpoints',
    points: [
      { month: 3, value: '5' },
      { month: 6, value: '8' },
    ],
  });
  await target('output', '100', {
    kind: 'cumulative',
    values: [0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(String),
  });
  for (const [month, firms, growth, output] of [
    [2, 0, 4, 0],
    [3, 0, 5.5, 10],
    [6, 2, 5.5, 39.9],
    [9, 5, -1, 70],
  ]) {
    await report(`2017-0${month}`, [
      { indicator: 'firms', value: firms },
      { indicator: 'growth', value: growth },
      { indicator: 'output', value: output },
    ]);
  }
  const of = async (indicator: string) =>
    (await evaluations(`org=park&indicator=${indicator}`)).map(
      (row) => `${row.period.slice(5)} ${row.state} ${row.light}`,
    );
  t.same(await of('firms'), [
    '02 notDue null',
    '03 evaluated yellow',
    '06 evaluated yellow',
    '09 evaluated green',
  ]);
  t.same(await of('growth'), [
    '02 notDue null',
    '03 evaluated green',
    '06 evaluated yellow',
    '09 evaluated red',
  ]);
  t.same(await of('output'), [
    '02 evaluated green',
    '03 evaluated green',
    '06 evaluated yellow',
    '09 evaluated green',
  ]);
  t.match((await evaluations('org=park&indicator=growth'))[0], {
    nextCheckpoint: { month: 3, value: '5', gap: '-1.00' },
  });
});
