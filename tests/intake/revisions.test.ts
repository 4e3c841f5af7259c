import t from 'tap';
import { type County, faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';
const output = (value: string, rest: Record<string, unknown> = {}) => [
  { indicator: 'output', value, ...rest },
];

interface Figure {
  value: string | null;
  yoy: string | null;
  grade: string;
  inForce: boolean;
}
const figuresOf = async ({ ask }: County, indicator = 'output') =>
  (await ask<{ data: Figure[] }>('GET', `/v1/figures?org=park&indicator=${indicator}`)).data;
const inForce = async (county: County, indicator?: string) =>
  (await figuresOf(county, indicator)).filter((figure) => figure.inForce);
const codes = (answer: Record<string, unknown>) =>
  (answer.findings as { code: string }[]).map(({ code }) => code);

t.test('a revision changes what it names, needs a reason, and keeps what was there', async (t) => {
  const county = await openCounty(t, NOW);
  const { call, report, rowCounts } = county;
  t.match(await report('2017-11', [...output('50'), { indicator: 'share', value: '70' }]), { revision: 1 });
  const before = await rowCounts();
  const without = await call('POST', '/v1/submissions', {
    org: 'park',
    period: '2017-11',
    values: output('51'),
  });
  t.same([without.status, faultsOf(without)], [422, ['/reason reasonNeeded']]);
  t.same(await rowCounts(), before);
  t.match(await report('2017-11', output('51'), { reason: 'recounted' }), { revision: 2, reason: undefined });
  t.match(await figuresOf(county), [
    { value: '50', inForce: false },
    { value: '51', inForce: true },
  ]);
  t.match(await inForce(county, 'share'), [{ value: '70' }], 'the other keeps its figure');
  t.match(
    await report('2017-11', [{ indicator: 'firms', value: 3 }]),
    { revision: 3 },
    'an addition needs none',
  );
});

t.test('a reason is needed too where another sheet brought the figure', async (t) => {
  const county = await openCounty(t, NOW);
  await county.report('2017-10', output('50'));
  const values = output('49', { period: '2017-10' });
  const answer = await county.call('POST', '/v1/submissions', { org: 'park', period: '2017-11', values });
  t.same([answer.status, faultsOf(answer)], [422, ['/reason reasonNeeded']]);
  t.match(await county.report('2017-11', values, { reason: 'recounted' }), { revision: 1 });
  t.match(await inForce(county), [{ value: '49' }]);
});

t.test('a sheet that says nothing new makes no revision', async (t) => {
  const county = await openCounty(t, NOW);
  const { call, report, rowCounts } = county;
  await report('2017-11', output('50.60', { yoy: '7' }));
  const before = await rowCounts();
  for (const values of [
    output('50.60', { yoy: '7' }),
    output('50.6'),
    output('506000', { unit: '万元' }),
    output('50.600', { yoy: 7 }),
  ]) {
    const answer = await call('POST', '/v1/submissions', { org: 'park', period: '2017-11', values });
    t.match(answer, { status: 200, body: { revision: 1 } }, JSON.stringify(values));
    t.same(codes(answer.body), ['unchanged']);
  }
  t.same(await rowCounts(), before);
});

t.test('parts that a revision does not speak of are kept, and it says so', async (t) => {
  const county = await openCounty(t, NOW);
  await county.report('2017-11', output('50', { lastYear: '40', note: 'first' }));
  t.same(codes(await county.report('2017-11', [{ indicator: 'output', yoy: '7' }], { reason: 'growth' })), [
    'carriedOver',
  ]);
  t.match(await inForce(county), [{ value: '50', yoy: '7', lastYear: '40' }]);
  t.same(
    codes(await county.report('2017-11', output('51', { yoy: '9', lastYear: '40' }), { reason: 'both' })),
    [],
  );
  t.match(await inForce(county), [{ value: '51', yoy: '9' }]);
});

t.test('a lower grade is stored and does not count', async (t) => {
  const county = await openCounty(t, NOW);
  await county.report('2017-11', output('50'), { source: 'statistical' });
  const lower = await county.report('2017-11', output('60'), { source: 'estimate', reason: 'late estimate' });
  t.match(lower, { revision: 2, state: 'accepted' });
  t.same(codes(lower), ['lowerGrade']);
  t.match(await inForce(county), [{ value: '50', grade: 'statistical' }]);
  await county.report('2017-11', output('52'), { source: 'final', reason: 'checked' });
  t.match(await inForce(county), [{ value: '52', grade: 'final' }]);
  t.equal((await figuresOf(county)).length, 3);
});

t.test('a withdrawal leaves nothing of its grade and below, and the figure may come again', async (t) => {
  const county = await openCounty(t, NOW);
  await county.report('2017-11', [...output('50'), { indicator: 'share', value: '70' }]);
  const withdraw = [{ indicator: 'output', withdraw: true }];
  const without = await county.call('POST', '/v1/submissions', {
    org: 'park',
    period: '2017-11',
    values: withdraw,
  });
  t.same(faultsOf(without), ['/reason reasonNeeded']);
  t.match(await county.report('2017-11', withdraw, { reason: 'not ours' }), { revision: 2 });
  t.same(await inForce(county), []);
  t.match(await inForce(county, 'share'), [{ value: '70' }]);
  const twice = await county.call('POST', '/v1/submissions', {
    org: 'park',
    period: '2017-11',
    values: withdraw,
    reason: 'x',
  });
  t.same(faultsOf(twice), ['/values/0 nothingToWithdraw']);
  t.match(await county.report('2017-11', output('48')), { revision: 3 });
  t.match(await inForce(county), [{ value: '48', yoy: null }]);
  await county.report('2017-11', output('47'), { source: 'final', reason: 'checked' });
  await county.report('2017-11', withdraw, { reason: 'the estimate only' });
  t.match(
    await inForce(county),
    [{ value: '47', grade: 'final' }],
    'an estimate’s withdrawal leaves the final figure',
  );
});

t.test('the figure in force is marked across pages', async (t) => {
  const county = await openCounty(t, NOW);
  await county.report('2017-11', output('50'), { source: 'final' });
  await county.report('2017-11', output('51'), { source: 'final', reason: 'a' });
  await county.report('2017-11', output('52'), { source: 'estimate', reason: 'b' });
  const seen: boolean[] = [];
  let cursor: string | null = null;
  do {
    const page: { data: Figure[]; nextCursor: string | null } = await county.ask(
      'GET',
      `/v1/figures?org=park&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
    );
    seen.push(...page.data.map((figure) => figure.inForce));
    cursor = page.nextCursor;
  } while (cursor);
  t.same(seen, [false, true, false]);
});
