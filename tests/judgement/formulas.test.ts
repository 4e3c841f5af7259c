import t from 'tap';
import { type County, type Evaluation, faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

/** 工业集中度: the park's output over its parent's. */
const CONCENTRATION = {
  ...{ name: '工业集中度', unit: '%', type: 'ratio', decimals: 2 },
  formula: {
    numerator: { indicator: 'output' },
    denominator: { indicator: 'output', org: 'parent' },
    mode: 'computed',
  },
};
const output = (value: string) => [{ indicator: 'output', value }];

/** The park with a concentration of 80 to reach. */
async function openPark(t: Parameters<typeof openCounty>[0], body: Record<string, unknown> = CONCENTRATION) {
  const county = await openCounty(t, NOW);
  await county.ask('PUT', '/v1/indicators/concentration', body);
  await county.ask('POST', '/v1/targets', {
    ...{ org: 'park', year: 2017, indicator: 'concentration', value: '80' },
  });
  await county.drain();
  const at = async (month: string, indicator = 'concentration'): Promise<Evaluation | undefined> =>
    (await county.evaluations(`org=park&period=2017-${month}&indicator=${indicator}`))[0];
  return { ...county, at };
}

t.test('a share of the parent waits for the parent, and follows either figure from then on', async (t) => {
  const { ask, sql, drain, report, at, alerts } = await openPark(t);
  await report('2017-11', output('50.6'));
  t.match(await at('11'), {
    state: 'waiting',
    ...{ figure: null, gap: null, light: null, target: { value: '80' } },
    waitsFor: [{ org: 'county', orgName: 'county', indicator: 'output', period: '2017-11' }],
  });
  t.match(await at('11'), { waitsFor: { length: 1 } });
  t.same(await alerts('park'), []);
  // 50.6 ÷ 72.48 = 69.8123…; − 80 = −10.1876….
  await report('2017-11', output('72.48'), { org: 'county' });
  t.match(await at('11'), {
    ...{ state: 'evaluated', origin: 'computed', figure: '69.81', gap: '-10.19', light: 'red' },
    ...{ source: 'estimate', waitsFor: null, completionRate: null },
    computed: {
      numerator: { org: 'park', indicator: 'output', value: '50.6', unit: '亿元' },
      denominator: { org: 'county', indicator: 'output', value: '72.48' },
      scale: '100',
    },
  });
  t.match(await alerts('park'), [{ state: 'open', light: 'red', life: ['11 raised'] }]);
  // 50.6 ÷ 63.25 = 80%.
  await report('2017-11', output('63.25'), { org: 'county', reason: 'recounted' });
  t.match(await at('11'), { figure: '80', gap: '0.00', light: 'green' });
  t.match(await alerts('park'), [{ state: 'withdrawn' }], 'what was warned of was not so');
  // 44.275 ÷ 63.25 = 70%.
  await report('2017-11', output('44.275'), { reason: 'recounted' });
  t.match(await at('11'), { figure: '70', gap: '-10.00', light: 'red' });
  const revised = { org: 'park', year: 2017, indicator: 'concentration', value: '60', reason: 'revised' };
  await ask('POST', '/v1/targets', revised);
  await drain();
  t.match(await at('11'), { light: 'red', target: { version: 1 } }, 'a revision is for what comes');
  await ask('POST', '/v1/targets', { ...revised, appliesFrom: '2017-11' });
  await drain();
  t.match(await at('11'), { light: 'green', gap: '10.00', target: { version: 3 } });
  const changes = await sql<{ reason: string }[]>`
    SELECT reason FROM evaluation_change c JOIN indicator i ON i.id = c.indicator_id
    WHERE i.key = 'concentration' ORDER BY c.id`;
  t.same(
    changes.map(({ reason }) => reason),
    ['reported', 'restated', 'restated', 'targetRevised'],
  );
});

t.test('an open warning stays while the month after it waits, whichever side is missing', async (t) => {
  const { report, at, alerts } = await openPark(t);
  await report('2017-08', output('100'), { org: 'county' });
  t.match(await at('08'), { state: 'waiting', waitsFor: [{ org: 'park', indicator: 'output' }] });
  await report('2017-08', output('40'));
  t.match(await at('08'), { state: 'evaluated', figure: '40', light: 'red' });
  await report('2017-09', output('45'));
  t.match(await at('09'), { state: 'waiting', light: null, consecutiveLag: 1 });
  t.match(await alerts('park'), [{ state: 'open', light: 'red', life: ['8 raised'] }]);
  await report('2017-09', output('100'), { org: 'county' });
  // −40 to −35 points.
  t.match(await at('09'), {
    gap: '-35.00',
    consecutiveLag: 2,
    change: { previousPeriod: '2017-08', gap: '5.00' },
  });
  t.match(await alerts('park'), [{ state: 'open', life: ['8 raised', '9 improved'] }]);
  await report('2017-09', [{ indicator: 'output', withdraw: true }], { org: 'county', reason: 'not ours' });
  t.match(await at('09'), { state: 'waiting', light: null });
  t.match(await alerts('park'), [{ state: 'open' }]);
});

t.test('both sides are of one grade: the highest that they share', async (t) => {
  const { report, at } = await openPark(t);
  const sheet = (org: string, source: string, value: string) =>
    report('2017-10', output(value), { org, source, reason: 'feedback' });
  await sheet('park', 'estimate', '50');
  await sheet('county', 'statistical', '100');
  t.match(await at('10'), { state: 'waiting', waitsFor: [{ org: 'park', indicator: 'output' }] });
  await sheet('park', 'statistical', '52');
  t.match(await at('10'), { state: 'evaluated', figure: '52', source: 'statistical' });
  await sheet('park', 'final', '60');
  t.match(await at('10'), { figure: '52', source: 'statistical' }, 'the county has no final one yet');
  await sheet('county', 'estimate', '200');
  t.match(await at('10'), { figure: '52', source: 'statistical' });
  await sheet('county', 'final', '120');
  t.match(await at('10'), { figure: '50', source: 'final' });
});

t.test('parts in units of one family, of two, of the org itself and of a named one', async (t) => {
  const { ask, report, at, drain } = await openPark(t);
  const indicators = {
    tax: { name: '税收', unit: '万元', type: 'flow' },
    area: { name: '用地', unit: '亩', type: 'stock' },
    land: { name: '建成区', unit: '公顷', type: 'stock' },
  };
  for (const [key, body] of Object.entries(indicators)) await ask('PUT', `/v1/indicators/${key}`, body);
  const formulas: Record<string, [string, string, string, string?]> = {
    'tax-share': ['%', 'tax', 'output'],
    'tax-per-mu': ['万元/亩', 'tax', 'area'],
    'tax-per-land': ['万元/亩', 'tax', 'land'],
    'city-share': ['%', 'output', 'output', 'city'],
  };
  for (const [key, [unit, above, below, org]] of Object.entries(formulas)) {
    await ask('PUT', `/v1/indicators/${key}`, {
      ...{ name: key, unit, type: 'ratio' },
      formula: {
        numerator: { indicator: above, org: 'self' },
        denominator: { indicator: below, ...(org ? { org } : {}) },
        mode: 'computed',
      },
    });
    await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: key, value: '1' });
  }
  await drain();
  await report('2017-06', [
    { indicator: 'tax', value: '0.3', unit: '亿元' },
    { indicator: 'output', value: '50' },
    { indicator: 'area', value: '1500' },
    { indicator: 'land', value: '100' },
  ]);
  // 3000万元 of 50亿元; over 1500亩, which are 100公顷.
  t.match(await at('06', 'tax-share'), { figure: '0.6', gap: '-0.40', gapRate: null, light: 'yellow' });
  t.match(await at('06', 'tax-per-mu'), { figure: '2', gap: '1.00', gapRate: '100.00', light: 'green' });
  t.match(await at('06', 'tax-per-land'), { figure: '2' });
  t.match(await at('06', 'city-share'), { state: 'waiting', waitsFor: [{ org: 'city' }] });
  await report('2017-06', output('1000'), { org: 'city' });
  t.match(await at('06', 'city-share'), { figure: '5', state: 'evaluated' });
  await report('2017-06', output('0'), { org: 'city', reason: 'a slip' });
  t.match(await at('06', 'city-share'), {
    ...{ figure: null, state: 'waiting', waitsFor: [{ org: 'city', zero: true }] },
  });
});

t.test('a park that owes a computed indicator without a target sees it as well', async (t) => {
  const { ask, report, evaluations } = await openCounty(t, NOW);
  await ask('PUT', '/v1/indicators/concentration', CONCENTRATION);
  const duty = { indicators: [{ indicator: 'concentration', from: '2017-05' }] };
  await ask('PUT', '/v1/orgs/park/duty', duty);
  await report('2017-05', output('100'), { org: 'county' });
  t.match(await evaluations('org=park'), [{ state: 'waiting', waitsFor: [{ org: 'park' }] }]);
  await report('2017-05', output('40'));
  t.match(await evaluations('org=park&indicator=concentration'), [
    { state: 'noTarget', figure: '40', light: null, target: null },
  ]);
  t.same(await evaluations('org=sister'), [], 'nobody asked the sister');
});

t.test('months that were there when the target arrives are judged as such', async (t) => {
  const { ask, report, drain, evaluations, alerts } = await openCounty(t, NOW);
  await ask('PUT', '/v1/indicators/concentration', CONCENTRATION);
  for (const month of ['05', '06']) {
    await report(`2017-${month}`, output('100'), { org: 'county' });
    await report(`2017-${month}`, output('40'));
  }
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'concentration', value: '80' });
  await drain();
  t.match(await evaluations('org=park&indicator=concentration'), [
    { period: '2017-05', light: 'red', backJudged: true },
    { period: '2017-06', light: 'red', backJudged: true, consecutiveLag: 1 },
  ]);
  t.match(await alerts('park'), [{ life: ['6 raised'] }], 'only the latest warns');
});

t.test('in mode check the reported figure is judged, and the computed one stands beside it', async (t) => {
  const { mode: _, ...formula } = CONCENTRATION.formula;
  const { report, at } = await openPark(t, { ...CONCENTRATION, formula });
  await report('2017-11', [...output('50.6'), { indicator: 'concentration', value: '81' }]);
  t.match(await at('11'), { state: 'evaluated', figure: '81', gap: '1.00', light: 'green', waitsFor: null });
  t.equal((await at('11'))?.computed, undefined);
  await report('2017-11', output('63.25'), { org: 'county' });
  t.match(await at('11'), {
    ...{ figure: '81', origin: 'reported', light: 'green' },
    computed: { value: '80', denominator: { org: 'county', value: '63.25' } },
  });
});

t.test('a figure for a computed indicator is refused, a formula with a fault too', async (t) => {
  const { call, ask, rowCounts }: County = await openPark(t);
  await ask('PUT', '/v1/indicators/second', { ...CONCENTRATION, name: 'second' });
  const before = await rowCounts();
  const answer = await call('POST', '/v1/submissions', {
    ...{ org: 'park', period: '2017-11' },
    values: [...output('50.6'), { indicator: 'concentration', value: '80' }],
  });
  t.same([answer.status, faultsOf(answer)], [422, ['/values/1 computedIndicator']]);
  const side = (indicator: string, org = 'self') => ({ indicator, org });
  const formulas: [Record<string, unknown>, string[]][] = [
    [
      { numerator: side('concentration'), denominator: side('output') },
      ['/formula/numerator/indicator formulaOperand'],
    ],
    [
      { numerator: side('output'), denominator: side('third') },
      // Itself, which the catalogue does not know yet.
      ['/formula/denominator/indicator unknownIndicator'],
    ],
    [
      { numerator: side('nothing'), denominator: side('output', 'nowhere') },
      ['/formula/denominator/org unknownOrg', '/formula/numerator/indicator unknownIndicator'],
    ],
    [
      { numerator: side('output'), denominator: side('output'), scale: '0' },
      ['/formula/scale scaleNotPositive'],
    ],
    [
      { numerator: side('output'), denominator: side('output'), scale: '1e2' },
      ['/formula/scale notPlainDecimal'],
    ],
  ];
  for (const [formula, faults] of formulas) {
    const body = { name: 'third', unit: '%', type: 'ratio', formula };
    const refused = await call('PUT', '/v1/indicators/third', body);
    t.same([refused.status, faultsOf(refused)], [422, faults], JSON.stringify(formula));
  }
  const itself = { numerator: side('share'), denominator: side('output'), mode: 'computed' };
  const refused = await call('PUT', '/v1/indicators/share', {
    ...{ name: '集中度', unit: '%', type: 'ratio', formula: itself },
  });
  t.same(faultsOf(refused), ['/formula/numerator/indicator formulaOperand']);
  const operand = await call('PUT', '/v1/indicators/output', {
    ...{ name: '总产值', unit: '亿元', type: 'flow' },
    formula: { numerator: side('firms'), denominator: side('share'), mode: 'computed' },
  });
  t.same(faultsOf(operand), ['/formula/mode formulaOperand'], 'what a formula names cannot be worked out');
  t.same(await rowCounts(), before);
});

t.test('a computed ratio goes by the org’s own operands before what its members add up to', async (t) => {
  const { ask, report, drain, evaluations } = await openCounty(t, NOW);
  await ask('PUT', '/v1/indicators/tax', { name: '税收', unit: '亿元', type: 'flow', rollUp: 'sum' });
  await ask('PUT', '/v1/indicators/tax-share', {
    ...{ name: '税收占比', unit: '%', type: 'ratio', rollUp: 'ratioOfSums' },
    formula: { numerator: { indicator: 'tax' }, denominator: { indicator: 'output' }, mode: 'computed' },
  });
  // The sister has a target, the park has none.
  await ask('POST', '/v1/targets', { org: 'sister', year: 2017, indicator: 'tax-share', value: '1' });
  const sheet = (output: string, tax: string | null) => [
    { indicator: 'output', value: output },
    ...(tax === null ? [] : [{ indicator: 'tax', value: tax }]),
  ];
  const both = async (month: string) => {
    const found = ['park', 'sister'].map((org) =>
      evaluations(`org=${org}&period=2017-${month}&indicator=tax-share`),
    );
    return (await Promise.all(found)).map(([one]) => [
      one?.origin,
      one?.figure,
      (one?.waitsFor as unknown[] | null)?.length ?? 0,
    ]);
  };
  for (const [org, cluster] of [
    ['park', 'north'],
    ['sister', 'south'],
  ]) {
    await ask('PUT', `/v1/orgs/${cluster}`, {
      ...{ name: cluster, level: 'cluster', parent: org, activeFrom: '2000-01-01' },
    });
    for (const month of ['04', '05', '06'])
      await report(`2017-${month}`, sheet('400', '4'), { org: cluster });
    await report('2017-05', sheet('1000', null), { org });
    await report('2017-06', sheet('1000', '5'), { org });
  }
  await drain();
  const alike = (shown: unknown[]) => [shown, shown];
  t.same(await both('04'), alike(['rolledUp', '1', 0]), 'neither operand is its own');
  t.same(await both('05'), alike(['computed', null, 1]), 'one is');
  t.same(await both('06'), alike(['computed', '0.5', 0]), 'both are');
});
