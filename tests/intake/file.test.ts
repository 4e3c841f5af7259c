import { buildServer } from '@xushi/api';
import { ADMIN_KEY } from '@xushi/testing';
import { strToU8, zipSync } from 'fflate';
import t from 'tap';
import { openCounty } from '../county.js';
import { type MadeSheet, makeXlsx } from '../xlsx.js';

const NOW = '2017-12-05T09:00:00+08:00';

interface FileAnswer {
  status: number;
  code?: string;
  errors?: { pointer: string; code: string; message: string }[];
  findings?: { pointer: string; code: string }[];
  revision?: number;
  period?: string;
  file?: { sheet: string; encoding: string | null; read: number; ignored: { cell: string; text: string }[] };
}

async function openFiles(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, NOW);
  await county.ask('PUT', '/v1/indicators/tax', {
    name: '实缴税金',
    unit: '万元',
    type: 'flow',
    decimals: 0,
  });
  await county.ask('PUT', '/v1/indicators/approved', { name: '管理机构获批', unit: '项', type: 'milestone' });
  const server = await buildServer(county.context);
  t.teardown(() => server.close());
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const send = async (
    bytes: Buffer | string,
    {
      fields = {},
      query = '',
      headers = {},
      name = '报表.xlsx',
    }: {
      fields?: Record<string, string>;
      query?: string;
      headers?: Record<string, string>;
      name?: string;
    } = {},
  ): Promise<FileAnswer> => {
    const form = new FormData();
    for (const [field, text] of Object.entries(fields)) form.append(field, text);
    form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name);
    const answer = await fetch(`${address}/v1/submissions/file${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
      body: form,
    });
    return { ...((await answer.json()) as FileAnswer), status: answer.status };
  };
  const figures = async (period = '2017-11') => {
    const { sql } = county;
    return [
      ...(await sql`
        SELECT i.key, f.value::text, f.yoy::text, f.month_value::text AS month, f.last_year::text AS last,
               f.not_applicable AS na, f.done_on::text AS done_on, f.note
        FROM figure f JOIN indicator i ON i.id = f.indicator_id
        WHERE f.year = ${Number(period.slice(0, 4))} AND f.month = ${Number(period.slice(5))} ORDER BY i.id`),
    ].map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== false)),
    );
  };
  return { ...county, send, figures };
}

const faultsIn = ({ errors = [] }: FileAnswer) => errors.map(({ pointer, code }) => `${pointer} ${code}`);
const HERE = { org: 'park', period: '2017-11' };

/** A sheet as offices make it: a title, a unit line, heads in two merged rows, numbers as people write them. */
const OFFICE: MadeSheet = {
  name: '报送表',
  rows: [
    ['park 2017年1—11月主要指标完成情况'],
    ['单位：万元、%'],
    ['序号', '指标名称', '计量单位', '2017年', null, null, '上年同期', '备注'],
    [null, null, null, '本月', '1－11月累计', '同比增长(%)', '1—11月', null],
    [1, '一、总 产 值（亿元）', null, ' ４.４ ', '５０．６', '45.2％', '34.8', '快报'],
    [2, '其中：实缴税金', '亿元', null, '0.3', '36.5', null, '约数'],
    [3, '2. 集中度', '%', null, { xml: '<c s="1"><v>0.6981</v></c>' }, '—', null, null],
    [4, '规上企业（家）', null, null, '1,234', null, null, null],
    [5, '增加值增速', '%', null, '不适用', null, null, null],
    [6, '管理机构获批', null, null, null, null, null, null],
    ['合计', null, null, null, 100],
    ['注：以上为初步统计'],
    ['填报人：王　　审核：李'],
  ],
  merged: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:F3', 'H3:H4'],
};

t.test('a sheet as offices make it is read, figure by figure', async (t) => {
  const { send, figures, sql } = await openFiles(t);
  const checked = await send(makeXlsx(OFFICE), { query: '?validate=true', fields: { org: 'park' } });
  t.equal(checked.status, 200, JSON.stringify(checked));
  t.same([...(await sql`SELECT 1 FROM submission`)], [], 'checked only');
  const answer = await send(makeXlsx(OFFICE));
  t.equal(answer.status, 201, JSON.stringify(answer));
  t.equal(answer.period, '2017-11');
  t.strictSame(answer.file, {
    ...{ sheet: '报送表', encoding: null, read: 5 },
    ignored: [
      { cell: '/sheets/报送表/A11', text: '合计' },
      { cell: '/sheets/报送表/A12', text: '注:以上为初步统计' },
      { cell: '/sheets/报送表/A13', text: '填报人:王  审核:李' },
    ],
  });
  t.match(await figures(), [
    { key: 'output', value: '50.6', yoy: '45.2', month: '4.4', last: '34.8', note: '快报' },
    { key: 'share', value: '69.81' },
    { key: 'firms', value: '1234' },
    { key: 'growth', na: true, note: '不适用' },
    { key: 'tax', value: '3000', yoy: '36.5', note: '约数' },
  ]);
  t.match(await send(makeXlsx(OFFICE)), { status: 200, revision: 1 }, 'the same again is nothing new');
});

t.test('units stand in a head, in a cell, or above; a year of months', async (t) => {
  const { send, figures } = await openFiles(t);
  for (let month = 2; month <= 11; month++) {
    const name = month === 2 ? '1—2月' : `1至${month}月`;
    const answer = await send(
      makeXlsx({
        name: `${month}月`,
        rows: [
          [`2017年${name}情况`],
          ['项目', '本年累计（亿元）', '去年同期', '增速'],
          ['实缴税金', month / 10, `${month * 900}万元`, '5%'],
          ['集中度', '60', null, null],
        ],
      }),
      { fields: { org: 'park' } },
    );
    t.equal(answer.status, 201, JSON.stringify(answer));
  }
  t.match(await figures('2017-02'), [
    { key: 'share', value: '60' },
    { key: 'tax', value: '2000', last: '1800' },
  ]);
  t.match(await figures(), [
    { key: 'share', value: '60' },
    { key: 'tax', value: '11000', yoy: '5', last: '9900' },
  ]);
});

t.test('CSV in UTF-8 and GB18030', async (t) => {
  const { send, figures } = await openFiles(t);
  const text = '指标,单位,累计,同比\r\n总产值,亿元,"1,050.6",１．５％\r\n管理机构获批,,是,\r\n';
  t.match(await send(`\uFEFF${text}`, { fields: HERE, query: '?validate=true', name: 'a.csv' }), {
    ...{ status: 200, file: { encoding: 'utf-8', sheet: '', read: 2 } },
  });
  // 指标,累计 / 集中度,12.5 in GB18030.
  const gb = Buffer.from('d6b8b1ea2cc0dbbcc60abcafd6d0b6c82c31322e350a', 'hex');
  t.match(await send(gb, { fields: HERE, name: 'b.csv' }), { status: 201, file: { encoding: 'gb18030' } });
  t.match(await figures(), [{ key: 'share', value: '12.5' }]);
  t.strictSame(faultsIn(await send('指标,累计\n集中度,很高\n', { fields: HERE })), [
    '/sheets/csv/B2 cellNotNumber',
  ]);
});

t.test('every fault names its cell, all at once, and nothing is stored', async (t) => {
  const { send, rowCounts } = await openFiles(t);
  const before = await rowCounts();
  const answer = await send(
    makeXlsx({
      name: '表',
      rows: [
        ['指标', '累计', '同比', '单位'],
        ['总产值', { xml: '<c><f>1+1</f></c>' }, '1'],
        ['集中度', { xml: '<c t="e"><v>#DIV/0!</v></c>' }],
        ['规上企业', { xml: '<c s="2"><v>43000</v></c>' }],
        ['实缴税金', { xml: '<c s="3"><v>12345</v></c>' }],
        ['增加值增速', '八点六', '1,23'],
        ['没有的指标', 5],
        [null, 6],
        ['管理机构获批', '也许'],
        ['output', 5, '3亿元'],
        ['tax', '5%', null],
      ],
    }),
    { fields: HERE },
  );
  t.equal(answer.status, 422);
  t.strictSame(faultsIn(answer), [
    '/sheets/表/B2 formulaNotWorkedOut',
    '/sheets/表/B3 cellError',
    '/sheets/表/B4 cellNotNumber',
    '/sheets/表/B5 cellScaled',
    '/sheets/表/B6 cellNotNumber',
    '/sheets/表/C6 cellAmbiguous',
    '/sheets/表/A7 unknownIndicator',
    '/sheets/表/A8 indicatorNeeded',
    '/sheets/表/B9 cellNotWord',
    '/sheets/表/C10 cellUnit',
    '/sheets/表/A10 indicatorTwiceIn',
    '/sheets/表/B11 cellInPercent',
    '/sheets/表/A11 indicatorTwiceIn',
  ]);
  t.match(answer.errors?.[10]?.message, /A2/);
  const domain = await send(
    makeXlsx({
      name: '表',
      rows: [
        ['指标', '累计', '单位', '本月', '错'],
        ['规上企业', '3.5', '家'],
        ['总产值', '5', '吨'],
        ['实缴税金', null, null, 5],
        ['集中度', { xml: '<c><f>A1</f><v>12.5</v></c>' }, '%'],
      ],
    }),
    { fields: HERE },
  );
  t.strictSame(faultsIn(domain), [
    '/sheets/表/B2 fractionForCount',
    '/sheets/表/C3 unknownUnit',
    '/sheets/表/A4 valueOrGrowthNeeded',
  ]);
  for (const [rows, fields, faults] of [
    [
      [
        ['指标', '累计'],
        ['总产值', 5],
      ],
      {},
      ['/org orgNeededBeside', '/period periodNeededBeside'],
    ],
    [
      [['2017年1—10月，2017年11月'], ['指标', '累计'], ['总产值', 5]],
      { org: 'park' },
      ['/period periodNeededBeside'],
    ],
    [
      [
        ['指标', '1—10月累计'],
        ['总产值', 5],
      ],
      HERE,
      ['/sheets/表/B1 fileSaysOther'],
    ],
    [
      [
        ['指标', '累计', '本年累计'],
        ['总产值', 5, 6],
      ],
      HERE,
      ['/sheets/表/C1 columnTwice'],
    ],
    [
      [
        ['名称', '数'],
        ['总产值', 5],
      ],
      HERE,
      [' headNotFound'],
    ],
    [
      [
        ['指标', '累计'],
        ['总产值', '—'],
      ],
      HERE,
      ['/sheets/表 nothingFilledIn'],
    ],
    [
      [
        ['指标', '累计'],
        ['总产值', 5],
      ],
      { ...HERE, period: '2018-01' },
      ['/period periodNotOpen'],
    ],
  ] as [MadeSheet['rows'], Record<string, string>, string[]][])
    t.strictSame(faultsIn(await send(makeXlsx({ name: '表', rows }), { fields })), faults);
  t.match(await send(makeXlsx(OFFICE), { fields: { org: 'nowhere' } }), { status: 422 });
  t.strictSame(await rowCounts(), before);
});

t.test('findings name their cells; other sheets bring situations and requests, or are listed', async (t) => {
  const { send, sql } = await openFiles(t);
  const file = (value: string, reason: string | null) =>
    makeXlsx(
      {
        name: '藏',
        state: 'hidden',
        rows: [
          ['指标', '累计'],
          ['总产值', '1'],
        ],
      },
      { name: '说明', rows: [['请勿改动']] },
      {
        name: '表',
        rows: [
          ['指标', '累计'],
          ['总产值', value],
          ['修改原因', reason],
        ],
      },
      {
        name: '另一张',
        rows: [
          ['指标', '累计'],
          ['总产值', '2'],
        ],
      },
      {
        name: '滞后',
        rows: [
          ['指标', '原因', '措施'],
          ['总产值', '检修', '赶产'],
          ['集中度', null, null],
        ],
      },
      {
        name: '协调',
        rows: [
          ['需协调事项', '需要支持'],
          ['用电', '协调'],
        ],
      },
    );
  const first = await send(file('50', null), { fields: HERE });
  t.match(first, {
    status: 201,
    file: { sheet: '表', ignored: [{ cell: '/sheets/说明' }, { cell: '/sheets/另一张' }] },
  });
  t.strictSame(faultsIn(await send(file('51', null), { fields: HERE })), ['/sheets/表/A3 reasonNeeded']);
  const second = await send(file('20', '核实'), { fields: HERE });
  t.equal(second.status, 201, JSON.stringify(second));
  const [row] = await sql`SELECT body FROM submission ORDER BY sequence DESC LIMIT 1`;
  t.match(row?.body, {
    situations: [{ indicator: 'output', cause: '检修', measure: '赶产' }],
    requests: [{ text: '用电', needs: '协调' }],
    reason: '核实',
  });
});

t.test('what is no file of figures is refused by what it is', async (t) => {
  const { send, rowCounts } = await openFiles(t);
  const before = await rowCounts();
  const compound = Buffer.alloc(1024);
  compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const holding = (stream: string) => {
    const bytes = Buffer.from(compound);
    bytes.write(`${stream}\0`, 512, 'utf16le');
    return bytes;
  };
  const bomb = Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024).fill(0x20),
    }),
  );
  for (const [bytes, status, code] of [
    [holding('EncryptedPackage'), 400, 'encryptedWorkbook'],
    [holding('Workbook'), 415, 'oldWorkbook'],
    [Buffer.from('%PDF-1.4'), 415, 'notAWorkbook'],
    [Buffer.alloc(0), 415, 'notAWorkbook'],
    [makeXlsx(OFFICE).subarray(0, 700), 400, 'workbookBroken'],
    [bomb, 413, 'workbookTooLarge'],
    [Buffer.from('指标,"累计\n'), 400, 'quoteNotClosed'],
    [Buffer.from([0xff, 0xff, 0x41]), 400, 'unknownEncoding'],
    [Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 413, 'fileTooLarge'],
  ] as const)
    t.match(await send(bytes, { fields: HERE }), { status, code }, code);
  t.strictSame(await rowCounts(), before);
});

t.test('the same file under the same Idempotency-Key is one submission', async (t) => {
  const { send, sql } = await openFiles(t);
  const headers = { 'idempotency-key': 'once' };
  const first = await send(makeXlsx(OFFICE), { headers });
  t.equal(first.status, 201);
  t.match(await send(makeXlsx(OFFICE), { headers }), { status: 201, revision: 1 });
  t.match(await send(`指标,累计\n集中度,1\n`, { headers, fields: HERE }), {
    status: 409,
    code: 'idempotencyConflict',
  });
  t.equal((await sql`SELECT 1 FROM submission`).length, 1);
});
