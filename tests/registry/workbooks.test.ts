import { buildServer } from '@xushi/api';
import { ADMIN_KEY, openInstallation, type TestAnswer, type TestInstallation } from '@xushi/testing';
import { LOOKS, type SheetCell, writeWorkbook } from '@xushi/workbook';
import t, { type Test } from 'tap';
import { faultsOf, openCounty } from '../county.js';
import { readWorkbook } from '../workbook.js';

const NOW = '2017-12-05T09:00:00+08:00';
const [ORGS, INDICATORS, TARGETS] = ['orgs', 'indicators', 'targets'] as const;
const TWELFTHS = Array.from({ length: 12 }, (_, month) => (month === 11 ? '0.12' : '0.08'));

type Loaded = {
  created: number;
  changed: number;
  unchanged: number;
  rows: { cell: string; key: string; result: string }[];
};

/** Sends files and fetches templates beside what an installation can do. */
async function withFiles(t: Test, installation: TestInstallation) {
  const { call, context } = installation;
  const server = await buildServer(context);
  t.teardown(() => server.close());
  return {
    async template(path: string): Promise<Buffer> {
      const answer = await server.inject({
        url: `/v1/templates/${path}`,
        headers: { authorization: `Bearer ${ADMIN_KEY}` },
      });
      t.equal(answer.statusCode, 200, path);
      return answer.rawPayload;
    },
    file: (kind: string, bytes: Uint8Array, query = '', options: { key?: string } = {}) =>
      call<Loaded & Record<string, unknown>>('POST', `/v1/${kind}/file${query}`, formOf(bytes), {
        ...options,
        headers: { 'content-type': 'multipart/form-data; boundary=line' },
      }),
  };
}

const formOf = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(
      '--line\r\ncontent-disposition: form-data; name="file"; filename="x"\r\ncontent-type: application/octet-stream\r\n\r\n',
    ),
    bytes,
    Buffer.from('\r\n--line--\r\n'),
  ]);

const csv = (...rows: string[]): Buffer => Buffer.from(rows.join('\r\n'));

/** A workbook of one sheet, its cells as texts or numbers. */
async function workbook(name: string, rows: (string | number | null)[][]): Promise<Buffer> {
  const cells = rows.map((row) => ({
    cells: row.map(
      (value): SheetCell => ({
        value:
          value === null ? null : typeof value === 'number' ? { number: String(value) } : { text: value },
        style: LOOKS.label,
      }),
    ),
  }));
  const pieces: Uint8Array[] = [];
  const sheet = {
    name,
    columns: [20],
    rows: cells,
    merged: [],
    heading: { rows: 0, columns: 1 },
    page: { fit: true as const },
  };
  for await (const piece of writeWorkbook({ sheets: [sheet] })) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What GET says of the set-up, without what says when it came. */
async function setUpOf({ call }: TestInstallation) {
  const list = async (url: string) => (await call<{ data: Record<string, unknown>[] }>('GET', url)).body.data;
  const targets = await list('/v1/targets?limit=500&year=2017');
  return {
    orgs: (await list('/v1/orgs?limit=500')).sort((one, other) =>
      String(one.key) < String(other.key) ? -1 : 1,
    ),
    indicators: await list('/v1/indicators'),
    targets: targets
      .map(({ id: _, knownAt: __, ...rest }) => rest)
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  };
}

/** A county with every kind of plan, a formula, a milestone, and texts that look like formulas. */
async function openSetUp(t: Test) {
  const county = await openCounty(t, NOW);
  const { ask } = county;
  await ask('PUT', '/v1/orgs/park', {
    name: '=HYPERLINK("http://x","园区")',
    level: 'park',
    activeFrom: '2010-01-01',
  });
  await ask('PUT', '/v1/indicators/tax', {
    name: '-税收',
    unit: '万元',
    reportUnit: '亿元',
    reportDecimals: 1,
    type: 'flow',
    dueMonths: [3, 6, 9, 12],
    group: '@组',
  });
  await ask('PUT', '/v1/indicators/rate', {
    name: '税收占比',
    unit: '%',
    type: 'ratio',
    formula: {
      numerator: { indicator: 'tax' },
      denominator: { indicator: 'output', org: 'parent' },
      mode: 'computed',
    },
    order: 5,
  });
  await ask('PUT', '/v1/indicators/road', { name: '园区道路', unit: '项', type: 'milestone' });
  const target = (body: object) => ask('POST', '/v1/targets', { org: 'park', year: 2017, ...body });
  await target({
    indicator: 'output',
    value: '120',
    weight: '10.5',
    scoring: 'proportional',
    cap: '120',
    plan: { kind: 'weights', weights: TWELFTHS },
  });
  await target({
    indicator: 'output',
    value: '140',
    grade: 'stretch',
    plan: {
      kind: 'cumulative',
      values: Array.from({ length: 12 }, (_, month) => (month === 11 ? '140' : String(month * 10))),
    },
  });
  await target({
    indicator: 'output',
    measure: 'yoy',
    value: '8',
    source: { document: '+责任书', number: '县发〔2017〕3号', date: '2017年3月' },
    responsible: { post: '分管副主任', unit: '经发局' },
  });
  await target({
    indicator: 'share',
    value: '80',
    plan: {
      kind: 'checkpoints',
      points: [
        { month: 6, value: '50' },
        { month: 11, value: '60' },
        { month: 12, value: '80' },
      ],
    },
  });
  await target({ indicator: 'tax', value: '5000', plan: { kind: 'linear', from: 3 } });
  await target({ indicator: 'road', due: '2017-09-30' });
  return county;
}

t.test('what a template gives out changes nothing when it comes back', async (t) => {
  const county = await openSetUp(t);
  const { template, file } = await withFiles(t, county);
  const before = await county.rowCounts();
  for (const kind of [ORGS, INDICATORS, TARGETS]) {
    const bytes = await template(`${kind}.xlsx`);
    const { status, body } = await file(kind, bytes);
    t.match({ status, body }, { status: 200, body: { created: 0, changed: 0 } }, kind);
    t.ok(body.unchanged >= 5, `${kind}: ${body.unchanged} rows`);
    const { cells } = readWorkbook(bytes);
    t.same(
      [...cells.values()].filter(({ type }) => type === 'formula'),
      [],
      'nothing goes out as a formula',
    );
  }
  t.same(await county.rowCounts(), before);
  t.match(await file('history', await template('history.xlsx')), {
    status: 200,
    body: { created: 0, rows: [] },
  });
});

t.test('three files set up an empty installation as the single calls did', async (t) => {
  const county = await openSetUp(t);
  const { template } = await withFiles(t, county);
  const empty = await openInstallation(t, { at: NOW });
  const { file } = await withFiles(t, empty);
  for (const kind of [ORGS, INDICATORS, TARGETS]) {
    const bytes = await template(`${kind}.xlsx`);
    const nothing = await setUpOf(empty);
    const checked = await file(kind, bytes, '?validate=true');
    t.match(
      checked,
      { status: 200, body: { changed: 0, unchanged: 0 } },
      JSON.stringify(checked.body).slice(0, 500),
    );
    t.same(await setUpOf(empty), nothing, 'a check stores nothing');
    t.strictSame((await file(kind, bytes)).body, checked.body, 'and answers what will be');
  }
  t.same(await setUpOf(empty), await setUpOf(county));
  const { body } = await empty.call<{ data: { action: string; subject: string }[] }>(
    'GET',
    '/v1/audit?limit=500&subject=tax',
  );
  t.match(body.data, [{ action: 'indicator.created', subject: 'tax' }], 'each row leaves its line');
});

t.test('rows come in any order, leave out what stays, and take away what is cleared', async (t) => {
  const county = await openCounty(t, NOW);
  const { file } = await withFiles(t, county);
  const sheet = csv(
    '名称,代码,层级,上级代码',
    '新园区,new-park,园区,new-county',
    '新县,new-county,县,city',
    ',sister,,清除',
    ',park,,',
  );
  t.match(await file(ORGS, sheet), {
    status: 200,
    body: {
      ...{ created: 2, changed: 1, unchanged: 1 },
      rows: [
        { cell: '/sheets/csv/B2', key: 'new-park', result: 'created' },
        { cell: '/sheets/csv/B3', key: 'new-county', result: 'created' },
        { cell: '/sheets/csv/B4', key: 'sister', result: 'changed' },
        { cell: '/sheets/csv/B5', key: 'park', result: 'unchanged' },
      ],
    },
  });
  const { orgs } = await setUpOf(county);
  t.match(
    orgs.filter(({ key }) => ['new-park', 'park', 'sister'].includes(String(key))),
    [
      { key: 'new-park', parent: 'new-county' },
      { key: 'park', parent: 'county', activeFrom: '2000-01-01' },
      { key: 'sister', name: 'sister', parent: null, activeFrom: '2000-01-01' },
    ],
  );
  const formula = csv(
    '代码,名称,计量单位,类型,分子指标,分母指标,公式用途',
    'a,比重,%,比率,b,c,自动计算',
    'b,税收,亿元,流量,,,',
    'c,收入,亿元,流量,,,',
  );
  t.match(await file(INDICATORS, formula), { status: 200, body: { created: 3 } });
  const { indicators } = await setUpOf(county);
  t.same(
    indicators.filter(({ key }) => ['a', 'b', 'c'].includes(String(key))).map(({ key }) => key),
    ['a', 'b', 'c'],
    'in the order of the rows',
  );
});

t.test('every fault is told at its cell, and nothing is stored', async (t) => {
  const county = await openCounty(t, NOW);
  const { file } = await withFiles(t, county);
  await county.ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '120' });
  const before = await county.rowCounts();
  const refused = async (kind: string, bytes: Uint8Array, faults: string[]) => {
    const answer = await file(kind, bytes);
    t.equal(answer.status, 422);
    t.same(faultsOf(answer as TestAnswer), faults, kind);
    t.same(await county.rowCounts(), before);
  };
  const orgs = [
    ['代码', '名称', '层级', '上级代码', '成立日期', '电话'],
    ['good', '好', '园区', 'county', '2017-01-01', '123'],
    ['a', '甲', '村', 'b', null, null],
    ['b', '乙', '园区', null, '2017-02-30', null],
    ['b', '乙', '园区', null, null, null],
  ];
  await refused(ORGS, await workbook('单位', orgs), [
    '/sheets/单位/A5 rowTwice',
    '/sheets/单位/C3 cellNotWord',
    '/sheets/单位/F1 unknownColumn',
    '/sheets/单位/F2 cellWithoutHead',
  ]);
  const tree = [
    ['代码', '名称', '层级', '上级代码', '成立日期'],
    ['a', '甲', '园区', 'b', null],
    ['b', '乙', '园区', 'a', '2017-02-30'],
    ['c', '丙', '园区', 'nowhere', null],
    ['d', '', '园区', 'county', '2017-02-30'],
    ['e', '戊', '园区', 'county', '2017-02-30'],
    ['UP', '己', '园区', 'county', null],
    ['city', null, null, 'park', null],
  ];
  await refused(ORGS, await workbook('单位', tree), [
    '/sheets/单位/A7 shape',
    '/sheets/单位/B5 cellNeeded',
    '/sheets/单位/D2 orgCycle',
    '/sheets/单位/D3 orgCycle',
    '/sheets/单位/D4 unknownParent',
    '/sheets/单位/D8 orgCycle',
    '/sheets/单位/E6 notADate',
  ]);
  const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
  const targets = [
    ['单位', '年度', '指标', '目标值', '计划方式', ...months, '节点'],
    ['park', 2017, 'output', 130, null, ...months.map(() => null), null],
    ['park', 2017, 'share', '80', '月度权重', ...months.map(() => 0.5), null],
    ['park', 2017, 'firms', '1,23', null, ...months.map(() => null), null],
    ['park', 2017, 'growth', '8亿元', '序时', ...months.map((_, month) => (month === 0 ? 1 : null)), null],
    ['sister', 2017, 'output', '5%', '节点', ...months.map(() => null), 'soon'],
    ['nowhere', 2017, 'output', '5', null, ...months.map(() => null), null],
  ];
  await refused(TARGETS, await workbook('目标', targets), [
    '/sheets/目标/D4 cellAmbiguous',
    '/sheets/目标/R6 pointsNotReadable',
  ]);
  const readable = targets.filter(([org, , indicator]) => org !== 'sister' && indicator !== 'firms');
  await refused(
    TARGETS,
    await workbook('目标', readable),
    [
      '/sheets/目标/A5 orgNotFound',
      '/sheets/目标/A2 reasonNeeded',
      '/sheets/目标/D4 cellUnit',
      '/sheets/目标/F4 planCellNotUsed',
      '/sheets/目标/E3 planNotForType',
      '/sheets/目标/E3 weightsNotOne',
    ].sort(),
  );
});

t.test('a target that changes gets its next version, one that does not gets none', async (t) => {
  const county = await openSetUp(t);
  const { template, file } = await withFiles(t, county);
  const sheet = csv(
    '单位,年度,指标,考核项,目标值,文号,调整原因',
    'park,2017年,output,,125,,中期调整',
    'park,2017,output,增速,8%,清除,文号有误',
    'park,2017,tax,,5000.0,,',
    'sister,2017,output,,30,,',
  );
  const { body } = await file(TARGETS, sheet);
  t.same(
    body.rows?.map(({ key, result }) => `${key} ${result}`),
    [
      'park/2017/output/value/annual changed',
      'park/2017/output/yoy/annual changed',
      'park/2017/tax/value/annual unchanged',
      'sister/2017/output/value/annual created',
    ],
    JSON.stringify(body).slice(0, 600),
  );
  const { targets } = await setUpOf(county);
  const of = (indicator: string, measure: string) =>
    targets.filter(
      (each) =>
        each.org === 'park' &&
        each.indicator === indicator &&
        each.measure === measure &&
        each.grade === 'annual',
    );
  t.match(of('output', 'value'), [
    { version: 2, value: '125', reason: '中期调整', weight: '10.5', plan: { kind: 'weights' } },
  ]);
  t.match(of('output', 'yoy'), [
    { version: 2, source: { document: '+责任书', date: '2017年3月' }, responsible: { unit: '经发局' } },
  ]);
  t.match(of('tax', 'value'), [{ version: 1 }]);
  t.match(await file(TARGETS, await template('targets.xlsx?year=2017')), {
    body: { created: 0, changed: 0 },
  });
});

t.test('history comes in as sheets of its time, from CSV in GB18030 as well', async (t) => {
  const county = await openCounty(t, NOW);
  const { file } = await withFiles(t, county);
  // 单位,指标,期次,累计,同比,单位名称,数据等级
  const head = Buffer.from(
    'b5a5cebb2cd6b8b1ea2cc6dab4ce2cc0dbbcc62ccdacb1c82cb5a5cebbc3fbb3c62ccafdbeddb5c8bcb60d0a',
    'hex',
  );
  const rows = csv(
    'park,output,2016-10,"505,000",12.3%,\u0000,',
    'park,share,2016-10,60%,,,',
    'sister,output,2016/11,30,,,',
  ).toString('latin1');
  const wan = Buffer.from('cdf2d4aa', 'hex').toString('latin1');
  const bytes = Buffer.concat([head, Buffer.from(rows.replace('\u0000', wan), 'latin1')]);
  const checked = await file('history', bytes, '?validate=true');
  const { status, body } = await file('history', bytes);
  t.match(
    { status, body },
    { status: 200, body: { created: 3, changed: 0, unchanged: 0 } },
    JSON.stringify(body).slice(0, 500),
  );
  t.strictSame(checked.body, body);
  t.match(body.rows[0], { cell: '/sheets/csv/A2', key: 'park/output/2016-10', result: 'created' });
  const figures = await county.ask<{ data: unknown[] }>(
    'GET',
    '/v1/figures?org=park&from=2016-01&to=2016-12',
  );
  t.match(figures.data, [
    { indicator: 'output', value: '50.5', yoy: '12.3' },
    { indicator: 'share', value: '60' },
  ]);
  const [stored] = await county.sql`SELECT count(*)::integer AS sheets FROM submission WHERE historical`;
  t.same(stored, { sheets: 2 });
  t.match(await file('history', bytes), { body: { created: 0, changed: 0, unchanged: 3 } }, 'again: nothing');
  const wrong = csv(
    '单位,指标,期次,累计,单位名称',
    'park,output,2016-13,5,',
    'park,growth,2016-10,5,吨',
    'park,firms,2016-10,2.5,',
    'park,nothing,2016-10,1亿元,家',
  );
  t.same(faultsOf((await file('history', wrong)) as TestAnswer), ['/sheets/csv/D5 cellUnit']);
  t.same(
    faultsOf((await file('history', Buffer.from(wrong.toString().replace('1亿元', '1')))) as TestAnswer),
    [
      '/sheets/csv/B5 unknownIndicator',
      '/sheets/csv/C2 notAPeriod',
      '/sheets/csv/D4 fractionForCount',
      '/sheets/csv/E3 unknownUnit',
    ],
  );
});

t.test(
  'who may not, and what is no workbook, is refused; the same request again is answered once',
  async (t) => {
    const county = await openCounty(t, NOW);
    const { file } = await withFiles(t, county);
    const before = await county.rowCounts();
    for (const [bytes, status, code] of [
      [Buffer.from('%PDF-1.7 nothing'), 415, 'notAWorkbook'],
      [Buffer.alloc(0), 415, 'notAWorkbook'],
      [Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 400, 'workbookBroken'],
      [csv('a,b', '1,2'), 422, 'invalid'],
      [csv('代码,名称', 'a,"never closed'), 400, 'quoteNotClosed'],
    ] as const)
      t.match(await file(ORGS, bytes), { status, body: { code } });
    const admin = await county.keyFor('county', 'admin');
    const commander = await county.keyFor('county', 'commander');
    const keys = await county.rowCounts();
    const sheet = csv('代码,名称,层级,上级代码', 'far,远,园区,other-county');
    t.same(faultsOf((await file(ORGS, sheet, '', { key: admin })) as TestAnswer), [
      '/sheets/csv/D2 unknownParent',
    ]);
    t.match(await file(INDICATORS, csv('代码'), '', { key: admin }), {
      status: 403,
      body: { code: 'scopeNotAllowed' },
    });
    t.match(await file(TARGETS, csv('单位'), '', { key: commander }), {
      status: 403,
      body: { code: 'roleNotAllowed' },
    });
    const taken = await file(
      ORGS,
      csv('代码,名称,层级,上级代码', 'park,别园,园区,county', 'other-park,别人的,园区,county'),
      '',
      { key: admin },
    );
    t.same(faultsOf(taken as TestAnswer), ['/sheets/csv/A3 orgNotFound']);
    t.same(await county.rowCounts(), keys);
    t.not(before, keys);
    const send = (text: string) =>
      county.call('POST', '/v1/orgs/file', formOf(csv('代码,名称,层级', text)), {
        headers: { 'content-type': 'multipart/form-data; boundary=line', 'idempotency-key': 'once' },
      });
    t.match(await send('x,一,园区'), { status: 200, body: { created: 1 } });
    t.match(await send('x,一,园区'), {
      status: 200,
      body: { created: 1 },
      headers: { 'idempotency-replayed': 'true' },
    });
    t.match(await send('y,二,园区'), { status: 409, body: { code: 'idempotencyConflict' } });
  },
);
