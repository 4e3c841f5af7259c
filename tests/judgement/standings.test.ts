import t from 'tap';
import { type County, type Evaluation, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';
const PARKS = ['park', 'sister', 'third', 'fourth'];

/** Four parks of one county. */
async function openFour(t: Parameters<typeof openCounty>[0], at = NOW) {
  const county = await openCounty(t, at);
  for (const key of ['third', 'fourth']) {
    const org = { name: key, level: 'park', parent: 'county', activeFrom: '2000-01-01' };
    await county.ask('PUT', `/v1/orgs/${key}`, org);
  }
  return { ...county, at: lookUp(county), ...everybody(county) };
}

const lookUp =
  ({ evaluations }: County) =>
  async (org: string, month: string, indicator: string): Promise<Evaluation | undefined> =>
    (await evaluations(`org=${org}&period=2017-${month}&indicator=${indicator}`))[0];

const everybody = ({ ask, report, evaluations }: County) => ({
  /** The same target for each of the four. */
  setAll: async (body: Record<string, unknown>) => {
    for (const org of PARKS) await ask('POST', '/v1/targets', { org, year: 2017, ...body });
  },
  /** The four parks’ values of an indicator; null: not reported. */
  reportAll: async (month: string, indicator: string, values: (string | null)[], rest = {}) => {
    for (const [index, value] of values.entries()) {
      if (value === null) continue;
      await report(`2017-${month}`, [{ indicator, value, ...rest }], { org: PARKS[index], reason: 'again' });
    }
  },
  /** Positions of the four, in their order. */
  places: async (month: string, indicator: string) => {
    const rows = await evaluations(`under=county&period=2017-${month}&indicator=${indicator}`);
    return PARKS.map((org) => rankOf(rows.find((row) => row.org === org))?.position ?? null);
  },
});

interface Rank {
  position: number;
  of: number;
  reported: number;
  previous: number | null;
}
const rankOf = (row: Evaluation | undefined) => (row?.rank ?? null) as Rank | null;

t.test(
  'ties share a place and the next is skipped; movement is kept, also through a month without',
  async (t) => {
    const { reportAll, places, at } = await openFour(t);
    await reportAll('03', 'growth', ['8', '9', '9', '7.0']);
    t.same(await places('03', 'growth'), [3, 1, 1, 4]);
    t.match(await at('park', '03', 'growth'), {
      rank: { position: 3, of: 4, reported: 4, previous: null, provisional: false, mixedGrades: false },
      // (8 + 9 + 9 + 7) ÷ 4; nobody's own figure.
      ...{ peerMean: { value: '8.25', reported: 4, of: 4 }, peerGap: null },
    });
    await reportAll('04', 'growth', [null, '6', '5', '5']);
    t.same(await places('04', 'growth'), [null, 1, 2, 2]);
    t.equal(await at('park', '04', 'growth'), undefined);
    await reportAll('05', 'growth', ['10', '9.00', '9', '1']);
    t.same(await places('05', 'growth'), [1, 2, 2, 4]);
    t.same(
      await Promise.all(PARKS.map(async (org) => rankOf(await at(org, '05', 'growth'))?.previous)),
      [3, 1, 2, 2],
    );
  },
);

t.test('least is first for a direction of down, and for a limit', async (t) => {
  const { ask, drain, setAll, reportAll, places } = await openFour(t);
  const energy = { name: '单位能耗', unit: '吨标准煤', type: 'stock', direction: 'down' };
  await ask('PUT', '/v1/indicators/energy', energy);
  await reportAll('06', 'energy', ['3', '1', '2', '2']);
  t.same(await places('06', 'energy'), [4, 1, 2, 2]);
  await setAll({ indicator: 'energy', value: '2', comparator: 'atLeast' });
  await drain();
  t.same(await places('06', 'energy'), [1, 4, 2, 2], 'the comparator decides');
  await setAll({ indicator: 'output', value: '100', comparator: 'atMost' });
  await reportAll('06', 'output', ['40', '60', '50', '50']);
  t.same(await places('06', 'output'), [1, 4, 2, 2]);
});

t.test('each rankBy goes by its number', async (t) => {
  const { ask, drain, reportAll, places } = await openFour(t);
  const targets: [string, string, Record<string, unknown>][] = [
    ['park', '100', {}],
    ['sister', '200', {}],
    // 50 of 80 by June, and 40 of 50.
    ['third', '100', { plan: { kind: 'cumulative', values: [0, 0, 0, 0, 0, 80, 80, 80, 80, 80, 80, 100] } }],
    ['fourth', '50', {}],
  ];
  for (const [org, value, rest] of targets) {
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value, ...rest });
    const gap = { indicator: 'share', value: org === 'fourth' ? '10' : '50' };
    await ask('POST', '/v1/targets', { org, year: 2017, ...gap });
  }
  await reportAll('06', 'output', ['45', '100', '50', '40']);
  // Rates 45, 50, 50, 80.
  t.same(await places('06', 'output'), [4, 2, 2, 1]);
  const rankBy = async (indicator: string, by: string, body: Record<string, unknown>) => {
    await ask('PUT', `/v1/indicators/${indicator}`, { ...body, rankBy: by });
    await drain();
  };
  const output = { name: '总产值', unit: '亿元', type: 'flow', decimals: 2 };
  await rankBy('output', 'figure', output);
  t.same(await places('06', 'output'), [3, 1, 2, 4]);
  // Paces −5, 0, −30, +30.
  await rankBy('output', 'paceGap', output);
  t.same(await places('06', 'output'), [3, 2, 4, 1]);
  await rankBy('output', 'completionRate', output);
  t.same(await places('06', 'output'), [4, 2, 2, 1]);
  await reportAll('06', 'share', ['51', '52', '49', '12']);
  t.same(await places('06', 'share'), [2, 1, 3, 4]);
  // Gaps 1, 2, −1, 2.
  await rankBy('share', 'gap', { name: '集中度', unit: '%', type: 'ratio', decimals: 2 });
  t.same(await places('06', 'share'), [3, 1, 4, 1]);
});

t.test('a place is provisional until all who owe it reported, or the deadline passed', async (t) => {
  const { ask, at, reportAll, moveTo } = await openFour(t, '2017-06-26T09:00:00+08:00');
  for (const org of ['park', 'sister', 'third']) {
    const indicators = [{ indicator: 'growth', from: '2017-06' }];
    await ask('PUT', `/v1/orgs/${org}/duty`, { indicators, dueDay: 8, dueTime: '18:00' });
  }
  await reportAll('06', 'growth', ['8', '9']);
  t.match(await at('park', '06', 'growth'), {
    rank: { position: 2, of: 3, reported: 2, provisional: true },
    peerMean: { value: '8.50', reported: 2, of: 3 },
  });
  // The 8th is a Saturday.
  await moveTo('2017-07-10T17:59:00+08:00');
  t.match(await at('park', '06', 'growth'), { rank: { provisional: true } });
  await moveTo('2017-07-10T18:01:00+08:00');
  t.match(await at('park', '06', 'growth'), { rank: { of: 3, reported: 2, provisional: false } });
  await reportAll('06', 'growth', [null, null, '8.5']);
  t.match(await at('park', '06', 'growth'), {
    rank: { position: 3, of: 3, reported: 3, provisional: false },
  });
});

t.test('figures of unequal grades are marked', async (t) => {
  const { report, reportAll, at } = await openFour(t);
  await reportAll('06', 'growth', ['8', '9']);
  t.match(await at('park', '06', 'growth'), { rank: { mixedGrades: false } });
  const sheet = [{ indicator: 'growth', value: '9', source: 'statistical' }];
  await report('2017-06', sheet, { org: 'sister', reason: 'feedback' });
  const park = await at('park', '06', 'growth');
  t.match(park, { rank: { position: 2, mixedGrades: true } });
  t.match(`${park?.explanation}`, /口径不一/);
});

t.test('the gap to peers is against the county’s own figure, and re-judged when it comes', async (t) => {
  const { ask, report, reportAll, setAll, at, alerts } = await openFour(t);
  await setAll({ indicator: 'growth', value: '5', policy: 'peer-average' });
  const points = [{ month: 6, value: '5' }];
  await setAll({ indicator: 'share', value: '5', plan: { kind: 'checkpoints', points } });
  await ask('POST', '/v1/targets', {
    ...{ org: 'park', year: 2017, indicator: 'output', measure: 'yoy', value: '5' },
    ...{ plan: { kind: 'checkpoints', points: [{ month: 6, value: '5' }] } },
  });
  await reportAll('06', 'growth', ['6', '8', '10', '12']);
  await report('2017-06', [{ indicator: 'output', value: '10', yoy: '6' }]);
  t.match(await at('park', '06', 'growth'), {
    ...{ peerGap: null, peerMean: { value: '9.00' }, light: null },
  });
  t.match(await at('park', '06', 'output'), { light: 'green', policy: { key: 'growth-sign' } });
  await report(
    '2017-06',
    [
      { indicator: 'growth', value: '7.5' },
      { indicator: 'output', yoy: '6.4' },
    ],
    {
      org: 'county',
    },
  );
  t.match(await at('park', '06', 'growth'), {
    ...{ peerGap: { value: '-1.50', reference: '7.5', source: 'parent' }, peerMean: { value: '9.00' } },
    ...{ light: 'red', gap: '1.00' },
  });
  t.match(await at('park', '06', 'output'), {
    ...{ peerGap: { value: '-0.40', reference: '6.4' }, gap: '1.00', light: 'yellow' },
  });
  t.match(await alerts('park'), [{ state: 'open' }, { state: 'open' }]);
  t.match(await at('sister', '06', 'growth'), { peerGap: { value: '0.50' }, light: 'green' });
  await report('2017-06', [{ indicator: 'growth', value: '6' }], { org: 'county', reason: 'feedback' });
  t.match(await at('park', '06', 'growth'), { peerGap: { value: '0.00' }, light: 'green' });
});

t.test('a named group is ranked among itself, until it ends', async (t) => {
  const { ask, call, drain, keyFor, report, reportAll, at, places } = await openFour(t);
  await reportAll('06', 'growth', ['8', '9', '10', '11']);
  await report('2017-06', [{ indicator: 'growth', value: '7' }], { org: 'other-park' });
  await report('2017-06', [{ indicator: 'growth', value: '3' }], { org: 'city' });
  t.same(await places('06', 'growth'), [4, 3, 2, 1]);
  t.match(await ask('PUT', '/v1/peer-groups/hills', { orgs: ['park', 'other-park', 'city'] }), {
    version: 1,
  });
  await drain();
  t.match(await at('park', '06', 'growth'), { rank: { position: 1, of: 3, reported: 3 } });
  t.match(await at('other-park', '06', 'growth'), { rank: { position: 2, of: 3 } });
  t.match(await at('city', '06', 'growth'), { rank: { position: 3, of: 3 } });
  t.match(await at('fourth', '06', 'growth'), { rank: { position: 1, of: 4 } });
  await report('2017-06', [{ indicator: 'growth', value: '8.5' }], { org: 'other-park', reason: 'again' });
  t.match(await at('park', '06', 'growth'), { rank: { position: 2, of: 3 } });
  const unknown = await call('PUT', '/v1/peer-groups/hills', { orgs: ['park', 'nowhere'] });
  t.match(unknown, { status: 422, body: { errors: [{ pointer: '/orgs/1', code: 'unknownOrg' }] } });
  const key = await keyFor('county', 'admin');
  const theirs = await call('PUT', '/v1/peer-groups/hills', { orgs: ['park'] }, { key });
  t.equal(theirs.status, 404, 'a group of somebody above is not theirs to change');
  t.match(await ask('PUT', '/v1/peer-groups/hills', { orgs: [] }), { version: 2 });
  await drain();
  t.same(await places('06', 'growth'), [4, 3, 2, 1]);
  t.match(await at('other-park', '06', 'growth'), { rank: { position: 1, of: 1 } });
  t.equal((await at('city', '06', 'growth'))?.rank, null, 'it has no peers any more');
});

t.test('published averages and ranks serve where the parent is not here', async (t) => {
  const { ask, call, drain, report, evaluations } = await openCounty(t, '2020-10-12T09:00:00+08:00');
  await ask('PUT', '/v1/orgs/xunyang', { name: '旬阳县', level: 'county', activeFrom: '2000-01-01' });
  const target = { org: 'xunyang', year: 2020 };
  await ask('POST', '/v1/targets', { ...target, indicator: 'growth', value: '7.5', policy: 'peer-average' });
  await report(
    '2020-09',
    [
      { indicator: 'growth', value: '0.7' },
      { indicator: 'output', value: '231.24', yoy: '0.5' },
    ],
    { org: 'xunyang' },
  );
  const at = async (indicator: string) =>
    (await evaluations(`org=xunyang&period=2020-09&indicator=${indicator}`))[0];
  t.match(await at('growth'), { peerGap: null, light: null }, 'nothing to decide it by');
  const reference = { org: 'xunyang', period: '2020-09', source: '安康市统计局' };
  await ask('POST', '/v1/references', { ...reference, indicator: 'growth', average: '2.5', rank: 7, of: 10 });
  await ask('POST', '/v1/references', {
    ...{ ...reference, period: '2020-08', indicator: 'growth', rank: 9, of: 10 },
  });
  await ask('POST', '/v1/references', {
    ...{ ...reference, indicator: 'output', measure: 'yoy', average: '1.9' },
  });
  await drain();
  const growth = await at('growth');
  t.match(growth, {
    ...{ gap: '-6.80', light: 'red' },
    peerGap: { value: '-1.80', reference: '2.5', source: 'published' },
    rank: { position: 7, of: 10, previous: 9, provisional: false },
  });
  t.match(`${growth?.explanation}`, /低于公布的全市平均1\.8个百分点，居全市第7位/);
  t.match(await at('output'), { peerGap: { value: '-1.40', reference: '1.9' }, light: null });
  await ask('POST', '/v1/references', { ...reference, indicator: 'growth', average: '0.7', rank: 6 });
  await drain();
  t.match(await at('growth'), { peerGap: { value: '0.00' }, rank: { position: 6 }, light: 'green' });
  await ask('POST', '/v1/references', { ...reference, source: '政府工作报告', indicator: 'growth', rank: 5 });
  await drain();
  t.match(
    await at('growth'),
    {
      operands: { reference: { value: '0.7', document: '安康市统计局' } },
      rank: { position: 5, document: '政府工作报告' },
    },
    'each with the document it was read in, whichever came later',
  );
  await ask('PUT', '/v1/orgs/hanyin', { name: '汉阴县', level: 'county', activeFrom: '2000-01-01' });
  await report('2020-09', [{ indicator: 'growth', value: '3.1' }], { org: 'hanyin' });
  const there = { org: 'hanyin', indicator: 'growth', measure: 'yoy' };
  for (const month of [
    { period: '2020-08', rank: 4 },
    { period: '2020-09', average: '2.5', rank: 3, of: 10 },
  ]) {
    await ask('POST', '/v1/references', { ...there, ...month });
  }
  await ask('POST', '/v1/targets', { org: 'hanyin', year: 2020, indicator: 'growth', value: '3' });
  await drain();
  t.match(
    (await evaluations('org=hanyin&period=2020-09'))[0],
    {
      peerGap: { value: '0.60', reference: '2.5', source: 'published' },
      rank: { position: 3, of: 10, previous: 4, source: 'published' },
    },
    'a growth published as growth: average and rank alike',
  );
  for (const [body, fault] of [
    [{ ...reference, indicator: 'growth' }, 'referenceEmpty'],
    [{ ...reference, indicator: 'growth', rank: 11, of: 10 }, 'rankBeyondCount'],
    [{ ...reference, indicator: 'none', rank: 1 }, 'unknownIndicator'],
  ] as const) {
    t.match(await call('POST', '/v1/references', body), { status: 422, body: { errors: [{ code: fault }] } });
  }
});

t.test('a key of one park sees its own place and reference, and no row of another', async (t) => {
  const { report, reportAll, keyFor, call } = await openFour(t);
  await reportAll('06', 'growth', ['8', '9', '10', '11']);
  await report('2017-06', [{ indicator: 'growth', value: '7.5' }], { org: 'county' });
  const key = await keyFor('park', 'reporter');
  const seen = async (url: string) => (await call('GET', url, undefined, { key })).body;
  t.match(await seen('/v1/evaluations?period=2017-06'), {
    data: [
      {
        ...{ org: 'park', rank: { position: 4, of: 4 }, peerMean: { value: '9.50', of: 4 } },
        peerGap: { value: '0.50', reference: '7.5' },
      },
    ],
  });
  const { data } = (await seen('/v1/evaluations?limit=500')) as { data: Evaluation[] };
  t.same([...new Set(data.map(({ org }) => org))], ['park']);
  for (const org of ['sister', 'county']) {
    t.same((await seen(`/v1/evaluations?org=${org}`)).data ?? [], []);
    t.notMatch(JSON.stringify(await seen(`/v1/scoreboard?under=${org}&period=2017-06`)), /"growth"/);
  }
});
