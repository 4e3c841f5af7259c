import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

t.test('an indicator takes its defaults, and a later PUT replaces it', async (t) => {
  const { ask, call } = await openCounty(t, NOW);
  const listed = async (key: string) =>
    (await ask<{ data: { key: string }[] }>('GET', '/v1/indicators')).data.find((row) => row.key === key);
  t.equal(
    (await call('PUT', '/v1/indicators/land', { name: '用地', unit: '亩', type: 'stock' })).status,
    201,
  );
  t.match(await listed('land'), {
    reportUnit: '亩',
    direction: 'up',
    decimals: 2,
    reportDecimals: 2,
    noJanuary: false,
    dueMonths: null,
    lagMonths: 0,
    order: 50,
  });
  const changed = {
    name: '占地',
    unit: '亩',
    type: 'stock',
    reportUnit: '万亩',
    dueMonths: [12, 3, 12],
    order: 1,
  };
  t.equal((await call('PUT', '/v1/indicators/land', changed)).status, 200);
  t.match(await listed('land'), { name: '占地', reportUnit: '万亩', dueMonths: [3, 12], order: 1 });
  const wrong = await call('PUT', '/v1/indicators/land', { ...changed, reportUnit: '亿元' });
  t.same([wrong.status, faultsOf(wrong)], [422, ['/reportUnit unknownUnit']]);
  t.equal((await call('PUT', '/v1/indicators/Bad_Key', changed)).status, 422);
  const never = await call('PUT', '/v1/indicators/land', { ...changed, noJanuary: true, dueMonths: [1] });
  t.same([never.status, faultsOf(never)], [422, ['/dueMonths neverDue']]);
});

t.test('an indicator that has figures keeps its unit and its type', async (t) => {
  const { ask, call, report } = await openCounty(t, NOW);
  const output = { name: '总产值', unit: '亿元', type: 'flow' };
  await report('2017-11', [{ indicator: 'output', value: '50.6' }]);
  const unit = await call('PUT', '/v1/indicators/output', { ...output, unit: '万元' });
  t.same([unit.status, faultsOf(unit)], [422, ['/unit indicatorInUse']]);
  const type = await call('PUT', '/v1/indicators/output', { ...output, type: 'stock' });
  t.same([type.status, faultsOf(type)], [422, ['/type indicatorInUse']]);
  await ask('POST', '/v1/targets', { org: 'park', year: 2018, indicator: 'share', value: '80' });
  const targeted = await call('PUT', '/v1/indicators/share', {
    name: '集中度',
    unit: '个百分点',
    type: 'ratio',
  });
  t.same([targeted.status, faultsOf(targeted)], [422, ['/unit indicatorInUse']]);
  t.equal((await call('PUT', '/v1/indicators/output', { ...output, reportUnit: '万元' })).status, 200);
  t.equal(
    (await call('PUT', '/v1/indicators/firms', { name: '企业', unit: '户', type: 'stock' })).status,
    200,
  );
});

t.test('duties and calendars are versions, and of many at once each gets its number', async (t) => {
  const { ask, call, sql } = await openCounty(t, NOW);
  const duty = { indicators: [{ indicator: 'output', from: '2017-01', to: null }] };
  const wrong = await call('PUT', '/v1/orgs/park/duty', {
    indicators: [
      { indicator: 'x', from: '2017-13' },
      { indicator: 'output', from: '2017-01', to: '2017-00' },
    ],
  });
  t.same(faultsOf(wrong), [
    '/indicators/0/from notAPeriod',
    '/indicators/0/indicator unknownIndicator',
    '/indicators/1/to notAPeriod',
  ]);
  t.equal((await call('PUT', '/v1/orgs/park/duty', { ...duty, dueDay: 0 })).status, 422);
  t.equal((await call('PUT', '/v1/orgs/park/duty', { ...duty, dueTime: '24:00' })).status, 422);
  const calendar = { daysOff: ['2018-01-01'], workdays: [] };
  const versions = async (url: string, body: unknown) => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('PUT', url, body)));
    return answers.map((answer) => answer.body.version ?? answer.status).sort();
  };
  t.same(await versions('/v1/orgs/park/duty', duty), [1, 2, 3, 4, 5, 6]);
  t.same(await versions('/v1/calendar/2018', calendar), [1, 2, 3, 4, 5, 6]);
  t.same(await versions('/v1/calendar/2018?org=park', calendar), [1, 2, 3, 4, 5, 6]);
  t.equal((await sql`SELECT 1 FROM duty`).length, 6);
  const both = await call('PUT', '/v1/calendar/2018', {
    daysOff: ['2018-02-30', '2018-01-02'],
    workdays: ['2018-01-02'],
  });
  t.same(faultsOf(both), ['/daysOff/0 notADate', '/workdays calendarFault']);
  t.equal((await call('PUT', '/v1/calendar/1800', calendar)).status, 422);
  t.match(await ask('GET', '/v1/calendar/2018'), { version: 6, org: 'all', daysOff: ['2018-01-01'] });
  t.equal((await call('GET', '/v1/calendar/2019')).status, 404);
});
