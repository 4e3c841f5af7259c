import t from 'tap';
import { type County, faultsOf, openCounty } from '../county.js';

const NOW = '2018-01-05T09:00:00+08:00';
const output = (value: string, rest: Record<string, unknown> = {}) => [
  { indicator: 'output', value, ...rest },
];
type Findings = { code: string; severity: string; pointer: string; indicator: string; message: string }[];
/** The months are sent after the year: that they are late is another matter. */
const notLate = (answer: Record<string, unknown>) =>
  (answer.findings as Findings).filter(({ code }) => code !== 'late');
const found = (answer: Record<string, unknown>) =>
  notLate(answer).map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`);
const figures = async ({ ask }: County, indicator = 'output') =>
  (
    await ask<{ data: { period: string; value: string | null; state: string }[] }>(
      'GET',
      `/v1/figures?limit=500&org=park&indicator=${indicator}`,
    )
  ).data.map(({ period, value, state }) => `${period.slice(5)} ${value} ${state}`);
const stateOf = async ({ ask }: County, id: unknown) =>
  (await ask<{ state: string }>('GET', `/v1/submissions/${id}`)).state;

/** Nine months of a hundred each. */
async function nineMonths({ report }: County) {
  for (let month = 1; month <= 9; month += 1) {
    await report(`2017-0${month}`, [
      { indicator: 'output', value: String(100 * month) },
      { indicator: 'share', value: '70' },
    ]);
  }
}

t.test('a held figure leaves the rest accepted and what is in force alone', async (t) => {
  const county = await openCounty(t, NOW);
  const { report, evaluations, ask } = county;
  await nineMonths(county);
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '1200' });
  await county.drain();
  const sheet = await report('2017-10', [...output('10000000'), { indicator: 'share', value: '71' }]);
  t.match(sheet, { state: 'partlyHeld', revision: 1 });
  t.same(found(sheet), ['hold unitSlip /values/0']);
  const [hold] = notLate(sheet);
  t.match(hold?.message, /总产值2017年1—10月10000000亿元，.*疑似单位错误：请核对/);
  t.same((await figures(county)).at(-1), '10 10000000 held');
  t.same((await figures(county, 'share')).at(-1), '10 71 inForce');
  t.same(
    (await evaluations('org=park&period=2017-10&indicator=output')).filter(({ light }) => light !== null),
    [],
    'nobody is judged by a figure that is held',
  );

  // In English, for whoever asks so.
  const english = await county.call<{ findings: Findings }>('GET', `/v1/submissions/${sheet.id}`, undefined, {
    headers: { 'accept-language': 'en' },
  });
  t.match(english.body.findings[0]?.message, /[a-z]{4}/);

  const revised = await report('2017-10', output('1000'));
  t.match(revised, { state: 'accepted', revision: 2 }, 'replacing what never counted takes no reason');
  t.same((await figures(county)).slice(-2), ['10 10000000 replaced', '10 1000 inForce']);
  t.equal(await stateOf(county, sheet.id), 'accepted', 'what else it brought still counts');
});

t.test('a confirmed figure counts from then on, and as of before it does not', async (t) => {
  const county = await openCounty(t, NOW);
  const { report, call, ask, drain } = county;
  await nineMonths(county);
  const sheet = await report('2017-10', output('5000'));
  t.match(sheet, { state: 'held' });
  t.same(found(sheet), ['hold jump /values/0']);
  const confirm = (confirmations: unknown[]) =>
    call('POST', `/v1/submissions/${sheet.id}/confirm`, { confirmations });
  const wrong = await confirm([
    { code: 'unitSlip', indicator: 'output', reason: 'x' },
    { code: 'jump', indicator: 'share', reason: 'x' },
  ]);
  t.same([wrong.status, faultsOf(wrong)], [422, ['/confirmations/0 notHeld', '/confirmations/1 notHeld']]);
  t.equal((await confirm([{ code: 'jump', indicator: 'output', reason: '  ' }])).status, 422);
  const before = new Date(Date.parse(NOW) + 60_000).toISOString();
  await county.moveTo(new Date(Date.parse(NOW) + 120_000).toISOString());
  const confirmed = await confirm([{ code: 'jump', indicator: 'output', reason: '新企业投产' }]);
  t.match(confirmed, {
    status: 200,
    body: { state: 'accepted', waiting: [], steps: [{ step: 'confirmed' }] },
  });
  t.match(notLate(confirmed.body), [{ severity: 'note', message: /新企业投产/ }]);
  await drain();
  t.match(await ask('GET', `/v1/submissions/${sheet.id}`), { evaluatedAt: String });
  t.same((await figures(county)).slice(-2), ['10 5000 confirmed', '10 5000 inForce']);
  const then = await ask<{ data: { state: string; period: string }[] }>(
    'GET',
    `/v1/figures?org=park&indicator=output&from=2017-10&asOf=${before}`,
  );
  t.same(
    then.data.map(({ state }) => state),
    ['held'],
  );
  t.match(await confirm([{ code: 'jump', indicator: 'output', reason: '新企业投产' }]), {
    status: 409,
    body: { code: 'nothingHeld' },
  });
});

t.test('confirmed with the sheet, carried over to revisions, explained for the year', async (t) => {
  const county = await openCounty(t, NOW);
  const { report } = county;
  await nineMonths(county);
  const confirmations = [{ code: 'jump', indicator: 'output', reason: '新企业投产' }];
  const sheet = await report('2017-10', output('5000'), { confirmations });
  t.match(sheet, { state: 'accepted' });
  t.same(found(sheet), ['note jump /values/0']);
  const again = await report('2017-10', output('5000', { yoy: '30' }), { reason: '补充增速' });
  t.match(again, { state: 'accepted' }, 'the same figure is not held again');
  const next = await report('2017-11', output('9100'));
  t.match(next, { state: 'accepted' }, 'a month about as large was explained with it');
  const far = await report('2017-12', output('900000'));
  t.match(far, { state: 'held' }, 'far beyond what was explained');
  const idle = await report('2017-12', output('13000'), {
    confirmations: [{ code: 'unitSlip', indicator: 'share', reason: 'x' }],
  });
  t.match(idle, { state: 'accepted' });
  t.same(found(idle), ['note nothingToConfirm /confirmations/0']);
});

t.test('what waits is part of the sheet: said again, completed, confirmed, withdrawn', async (t) => {
  const county = await openCounty(t, NOW);
  const { report, call, rowCounts } = county;
  await nineMonths(county);
  await report('2017-10', output('90'));
  const before = await rowCounts();
  const again = await call('POST', '/v1/submissions', {
    org: 'park',
    period: '2017-10',
    values: output('90.0'),
  });
  t.match(again, { status: 200, body: { state: 'held', findings: [{ code: 'unchanged' }] } });
  t.same(await rowCounts(), before);
  const completed = await report('2017-10', [{ indicator: 'output', yoy: '5' }]);
  t.match(completed, { state: 'held', revision: 2 }, 'growth is added to the figure that waits');
  t.same((await figures(county)).slice(-2), ['10 90 replaced', '10 90 held']);
  const withdrawn = await report('2017-10', output('90', { withdraw: true, value: undefined }), {
    reason: '误报',
  });
  t.match(withdrawn, { state: 'accepted', revision: 3 });
  t.same((await figures(county)).at(-1), '10 90 replaced', 'nothing was in force, nothing is withdrawn');
});

t.test('history is not held, and what is checked is stored by validating nothing', async (t) => {
  const county = await openCounty(t, NOW);
  const { report, call, rowCounts } = county;
  await nineMonths(county);
  const before = await rowCounts();
  const checked = await call('POST', '/v1/submissions/validate', {
    org: 'park',
    period: '2017-10',
    values: output('5000'),
  });
  t.match(checked, { status: 200, body: { id: null, state: 'held' } });
  t.same(found(checked.body), ['hold jump /values/0']);
  t.same(await rowCounts(), before);
  t.match(await report('2017-10', output('5'), { historical: true }), { state: 'accepted', findings: [] });
});

t.test('an estimate does not take the place of a better figure that waits', async (t) => {
  const county = await openCounty(t, NOW);
  const { report } = county;
  await nineMonths(county);
  await report('2017-10', output('5000', { source: 'statistical' }));
  t.match(await report('2017-10', output('1000')), { state: 'accepted' });
  t.same((await figures(county)).slice(-2), ['10 5000 held', '10 1000 inForce']);
});
