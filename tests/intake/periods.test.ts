import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const sheet = (period: string, rest: Record<string, unknown> = {}) => ({
  org: 'park',
  period,
  values: [{ indicator: 'output', value: '1' }],
  ...rest,
});

t.test(
  'a period opens at midnight of the 25th for estimates and of the 1st for what is better',
  async (t) => {
    const { call, moveTo } = await openCounty(t, '2017-11-24T23:50:00+08:00');
    const validate = (body: unknown) => call('POST', '/v1/submissions/validate', body);
    t.same(faultsOf(await validate(sheet('2017-11'))), ['/period periodNotOpen'], 'a minute before the 25th');
    t.same(faultsOf(await validate(sheet('2017-10', { source: 'final' }))), []);
    await moveTo('2017-11-25T00:00:01+08:00');
    t.equal((await validate(sheet('2017-11'))).status, 200, 'the 25th has begun here, not yet in Greenwich');
    for (const source of ['statistical', 'final']) {
      t.same(faultsOf(await validate(sheet('2017-11', { source }))), ['/period periodNotOpen'], source);
    }
    const better = { ...sheet('2017-11'), values: [{ indicator: 'output', value: '1', source: 'final' }] };
    t.same(
      faultsOf(await validate(better)),
      ['/values/0/source periodNotOpen'],
      'a better grade of one value',
    );
    t.same(faultsOf(await validate(sheet('2017-12'))), ['/period periodNotOpen']);
    await moveTo('2017-12-01T00:00:01+08:00');
    t.equal((await validate(sheet('2017-11', { source: 'final' }))).status, 200);
    t.equal((await validate(better)).status, 200);
  },
);

t.test('months in which an indicator is not due', async (t) => {
  const { call, ask } = await openCounty(t, '2018-12-27T09:00:00+08:00');
  for (const [key, body] of Object.entries({
    merged: { noJanuary: true },
    quarterly: { dueMonths: [3, 6, 9, 12] },
    yearly: { dueMonths: [12, 12] },
    odd: { dueMonths: [1, 2], noJanuary: true },
  })) {
    await ask('PUT', `/v1/indicators/${key}`, { name: key, unit: '亿元', type: 'flow', ...body });
  }
  const due: Record<string, number[]> = {
    output: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    merged: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    quarterly: [3, 6, 9, 12],
    yearly: [12],
    odd: [2],
  };
  for (const [indicator, months] of Object.entries(due)) {
    const taken: number[] = [];
    for (let month = 1; month <= 12; month += 1) {
      const period = `2018-${String(month).padStart(2, '0')}`;
      const body = { ...sheet(period), values: [{ indicator, value: '1' }] };
      const answer = await call('POST', '/v1/submissions/validate', body);
      if (answer.status === 200) taken.push(month);
      else t.same(faultsOf(answer), ['/values/0 notDueMonth']);
    }
    t.same(taken, months, indicator);
  }
});

t.test('an indicator that trails is carried by a later sheet, across the year’s end too', async (t) => {
  const { ask, call, report } = await openCounty(t, '2018-02-05T09:00:00+08:00');
  await ask('PUT', '/v1/indicators/tax', { name: '税收', unit: '亿元', type: 'flow', lagMonths: 1 });
  await ask('PUT', '/v1/indicators/profit', {
    name: '利润',
    unit: '亿元',
    type: 'flow',
    lagMonths: 2,
    noJanuary: true,
  });
  for (const year of [2017, 2018]) {
    await ask('POST', '/v1/targets', { org: 'park', year, indicator: 'tax', value: '12' });
  }
  await report('2017-11', [
    { indicator: 'tax', value: '9' },
    { indicator: 'output', value: '1' },
  ]);
  await report('2018-01', [
    { indicator: 'tax', value: '12' },
    { indicator: 'profit', value: '3' },
    { indicator: 'output', value: '2' },
  ]);
  const { data } = await ask<{ data: { indicator: string; period: string }[] }>(
    'GET',
    '/v1/figures?org=park',
  );
  t.same(data.map((figure) => `${figure.indicator} ${figure.period}`).sort(), [
    'output 2017-11',
    'output 2018-01',
    'profit 2017-11',
    'tax 2017-10',
    'tax 2017-12',
  ]);
  const judged = await ask<{ data: Record<string, unknown>[] }>(
    'GET',
    '/v1/evaluations?org=park&indicator=tax',
  );
  t.match(
    judged.data.map(({ period, completionRate, timeProgress }) => ({ period, completionRate, timeProgress })),
    [
      { period: '2017-10', completionRate: '75.00', timeProgress: '83.33' },
      { period: '2017-12', completionRate: '100.00', timeProgress: '100.00' },
    ],
    'each against the plan of its own month',
  );
  const merged = { ...sheet('2018-03'), values: [{ indicator: 'profit', value: '1' }] };
  t.same(
    faultsOf(await call('POST', '/v1/submissions/validate', merged)),
    ['/period periodNotOpen', '/values/0 notDueMonth'],
    'the March sheet holds no profit: January is merged into February',
  );
});
