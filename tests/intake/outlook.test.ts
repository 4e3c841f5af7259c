import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';
const outlook = (fullYear: string) => [{ indicator: 'output', outlook: { fullYear, reason: '订单减少' } }];
const SHOWN = { value: '40', reason: '订单减少', lastYear: '37.01', growth: '8.08' };

t.test('an outlook alone is taken, reads as not reported, and stands beside last year', async (t) => {
  const { ask, report, evaluations, alerts } = await openCounty(t, NOW);
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '55' });
  await report('2016-12', [{ indicator: 'output', value: '37.01' }], { historical: true });
  await report('2017-10', outlook('40'));
  t.match(await evaluations('org=park&period=2017-10'), [
    { state: 'notReported', figure: null, light: null, completionRate: null, outlook: SHOWN },
  ]);
  t.same(await alerts('park'), [], 'nothing is judged by it');
  t.match(await report('2017-10', [{ indicator: 'output', value: '50' }]), { revision: 2 });
  t.match(
    await evaluations('org=park&period=2017-10'),
    [{ state: 'evaluated', figure: '50', backJudged: false, outlook: SHOWN }],
    'the first figure revises nothing and keeps the outlook',
  );
});

t.test('an outlook alone hides no figure, of whatever grade, and needs no second reason', async (t) => {
  const { ask, report, evaluations, rowCounts } = await openCounty(t, NOW);
  await report('2017-11', [{ indicator: 'output', value: '50.6', yoy: '45.2' }], { source: 'statistical' });
  t.match(await report('2017-11', outlook('54')), { revision: 2, findings: [{ code: 'carriedOver' }] });
  t.match(await evaluations('org=park&period=2017-11'), [
    {
      figure: '50.6',
      yoy: '45.2',
      source: 'statistical',
      outlook: { value: '54', lastYear: null, growth: null },
    },
  ]);
  const before = await rowCounts();
  t.match(await report('2017-11', outlook('54.0')), { revision: 2, findings: [{ code: 'unchanged' }] });
  t.same(await rowCounts(), before, 'what is said already makes no revision');

  await report('2017-10', outlook('53'), { source: 'final' });
  await report('2017-10', [{ indicator: 'output', value: '46' }]);
  const { data } = await ask<{ data: unknown[] }>('GET', '/v1/figures?org=park&from=2017-10&to=2017-10');
  t.match(data, [
    { value: null, grade: 'estimate', outlook: '53', inForce: false },
    { value: '46', grade: 'estimate', outlook: '53', inForce: true },
  ]);
});

t.test('an outlook alone leaves a sum of members and what is not applicable as they are', async (t) => {
  const { ask, report, evaluations } = await openCounty(t, NOW);
  await ask('PUT', '/v1/indicators/output', { name: '总产值', unit: '亿元', type: 'flow', rollUp: 'sum' });
  await report('2017-11', [{ indicator: 'output', value: '5' }]);
  await report('2017-11', outlook('7'), { org: 'county' });
  t.match(await evaluations('org=county&period=2017-11'), [
    { figure: '5', origin: 'rolledUp', outlook: { value: '7' } },
  ]);
  await report('2017-10', [{ indicator: 'firms', notApplicable: true, note: '无' }], {
    source: 'statistical',
  });
  await report('2017-10', [{ indicator: 'firms', outlook: { fullYear: '3', reason: '新建' } }]);
  const { data } = await ask<{ data: unknown[] }>('GET', '/v1/figures?org=park&indicator=firms');
  t.match(data, [
    { inForce: false },
    { inForce: true, notApplicable: true, note: '无', grade: 'statistical', outlook: '3' },
  ]);
});

t.test('an outlook beside half a figure, or of what is not cumulative, is refused', async (t) => {
  const { call } = await openCounty(t, NOW);
  const refused = async (value: unknown) =>
    faultsOf(await call('POST', '/v1/submissions', { org: 'park', period: '2017-11', values: [value] }));
  const said = { fullYear: '40', reason: '订单减少' };
  t.same(await refused({ indicator: 'output', month: '4', outlook: said }), [
    '/values/0 valueOrGrowthNeeded',
  ]);
  t.same(await refused({ indicator: 'share', outlook: said }), ['/values/0/outlook outlookNotForType']);
  t.same(await refused({ indicator: 'firms', outlook: { ...said, fullYear: '1.5' } }), [
    '/values/0/outlook/fullYear fractionForCount',
  ]);
});

t.test('register changes and references that say nothing new add no row', async (t) => {
  const { ask, call, report, drain, rowCounts } = await openCounty(t, NOW);
  const values = [{ indicator: 'output', value: '50', yoy: '5' }];
  const left = { indicator: 'output', kind: 'leftRegister', firms: 7, base: '24' };
  const average = { org: 'park', indicator: 'output', measure: 'yoy', period: '2017-11', average: '2.5' };
  await report('2017-11', values, { adjustments: [left] });
  t.match(await call('POST', '/v1/references', average), { status: 201, body: { id: 1 } });
  await drain();
  const before = await rowCounts();
  t.match(await report('2017-11', values, { adjustments: [{ ...left, base: '24.0' }] }), { revision: 1 });
  t.match(await call('POST', '/v1/references', { ...average, average: 2.5 }), {
    status: 200,
    body: { id: 1 },
  });
  t.same(await rowCounts(), before);
  t.match(await report('2017-11', values, { adjustments: [{ ...left, base: '23' }] }), { revision: 2 });
  t.match(await call('POST', '/v1/references', { ...average, rank: 7 }), { status: 201, body: { id: 2 } });
  const { register } = await ask<{ register: unknown[] }>(
    'GET',
    '/v1/contributions?org=park&period=2017-11&indicator=output',
  );
  t.match(register, [{ base: '23', firms: 7 }], 'the changes of the latest sheet that spoke of any');
});
