import { buildServer } from '@xushi/api';
import { ADMIN_KEY } from '@xushi/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import t from 'tap';
import { openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

/** The form with cells of a sheet filled in, as somebody does who types into it: a number, or a text. */
function filled(form: Uint8Array, sheet: number, cells: Record<string, string>): Buffer {
  const parts = unzipSync(form);
  const path = `xl/worksheets/sheet${sheet}.xml`;
  let xml = strFromU8(parts[path] ?? new Uint8Array());
  for (const [ref, value] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${ref}" s="(\\d+)"[^>]*?(?:/>|>.*?</c>)`);
    if (!cell.test(xml)) throw new Error(`no cell ${ref}`);
    const isNumber = /^-?\d+(\.\d+)?$/.test(value);
    const inner = isNumber ? `<v>${value}</v>` : `<is><t>${value}</t></is>`;
    xml = xml.replace(cell, `<c r="${ref}" s="$1"${isNumber ? '' : ' t="inlineStr"'}>${inner}</c>`);
  }
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(xml) }));
}

async function openForms(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, NOW);
  const { ask } = county;
  await ask('PUT', '/v1/orgs/park', {
    name: '示例园区',
    level: 'park',
    parent: 'county',
    activeFrom: '2000-01-01',
  });
  await ask('PUT', '/v1/indicators/quarterly', {
    name: '季度企业数',
    unit: '家',
    type: 'count',
    dueMonths: [3, 6, 9, 12],
  });
  await ask('PUT', '/v1/indicators/approved', { name: '管理机构获批', unit: '项', type: 'milestone' });
  const owed = ['output', 'share', 'firms', 'growth', 'quarterly', 'approved'];
  const indicators = owed.map((indicator) => ({ indicator, from: '2017-01' }));
  await ask('PUT', '/v1/orgs/park/duty', { dueDay: 8, indicators });
  const server = await buildServer(county.context);
  t.teardown(() => server.close());
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const headers = { authorization: `Bearer ${ADMIN_KEY}` };
  const form = async (period: string) => {
    const answer = await fetch(`${address}/v1/templates/submission.xlsx?org=park&period=${period}`, {
      headers,
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    return new Uint8Array(await answer.arrayBuffer());
  };
  const send = async (bytes: Buffer | Uint8Array) => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), '报送表.xlsx');
    const answer = await fetch(`${address}/v1/submissions/file`, { method: 'POST', headers, body });
    const said = (await answer.json()) as { revision?: number; errors?: { pointer: string; code: string }[] };
    return { ...said, status: answer.status };
  };
  const figures = async (month: number) => [
    ...(await county.sql`
      SELECT i.key, f.value::text, f.yoy::text FROM figure f JOIN indicator i ON i.id = f.indicator_id
      WHERE f.year = 2017 AND f.month = ${month} ORDER BY f.id`),
  ];
  return { ...county, form, send, figures };
}

t.test(
  'a year of forms is filled in and sent back; figures are equal, whatever an indicator is called by then',
  async (t) => {
    const { form, send, figures, ask } = await openForms(t);
    for (let month = 2; month <= 11; month++) {
      const period = `2017-${String(month).padStart(2, '0')}`;
      const sheet = await form(period);
      if (month === 5) {
        await ask('PUT', '/v1/indicators/output', {
          name: '工业产值',
          unit: '亿元',
          type: 'flow',
          decimals: 2,
        });
      }
      const answer = await send(
        filled(sheet, 1, { E5: String(month * 4.5), G5: '5.5', E6: '60.25', E7: '12', E8: '8.6' }),
      );
      t.equal(answer.status, 201, JSON.stringify(answer));
      t.strictSame(await figures(month), [
        { key: 'output', value: String(month * 4.5), yoy: '5.5' },
        { key: 'share', value: '60.25', yoy: null },
        { key: 'firms', value: '12', yoy: null },
        { key: 'growth', value: '8.6', yoy: null },
      ]);
    }
  },
);

t.test(
  'what is reported stands in the form; a change takes a reason, and no change is nothing new',
  async (t) => {
    const { form, send, sql } = await openForms(t);
    t.equal((await send(filled(await form('2017-10'), 1, { E5: '46.1' }))).status, 201);
    const first = filled(await form('2017-11'), 1, { E5: '50.6', I10: '是', J10: '2017-11-20', K5: '=1+1' });
    t.equal((await send(first)).status, 201);
    const again = await form('2017-11');
    t.match(await send(again), { status: 200, revision: 1 });
    t.match(await send(filled(again, 1, { E5: '50.7' })), {
      ...{ status: 422, errors: [{ pointer: '/sheets/报送表/A11', code: 'reasonNeeded' }] },
    });
    t.match(await send(filled(again, 1, { E5: '50.7', C11: '核实' })), { status: 201, revision: 2 });
    const [row] = await sql`SELECT body FROM submission ORDER BY sequence DESC LIMIT 1`;
    t.match(row?.body, {
      reason: '核实',
      values: [{ indicator: 'output', value: '50.7', note: '=1+1' }, { done: true }],
    });
    const parts = unzipSync(again);
    const [sheet = '', book = '', strings = ''] = ['worksheets/sheet1', 'workbook', 'sharedStrings'].map(
      (part) => strFromU8(parts[`xl/${part}.xml`] ?? new Uint8Array()),
    );
    t.match(strings, '示例园区2017年1—11月主要指标报送表');
    t.match(strings, '本月不报');
    t.match(sheet, '<sheetProtection sheet="1"');
    t.match(sheet, '<dataValidation type="whole" errorStyle="warning"');
    t.match(sheet, /<c r="H5" s="\d+"><v>46.1<\/v>/, 'the month before, for reference');
    t.notMatch(sheet, '<f>', 'nothing is a formula');
    t.match(book, /name="xushi" sheetId="4" state="veryHidden"/);
    t.match(book, /Print_Titles[^<]*>'报送表'!\$A:\$B,'报送表'!\$1:\$4/);
  },
);

t.test(
  'open warnings stand on the second sheet, with what was said of them; requests on the third',
  async (t) => {
    const { form, send, ask, drain, sql } = await openForms(t);
    await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '80' });
    await ask('POST', '/v1/submissions', {
      org: 'park',
      period: '2017-10',
      values: [{ indicator: 'share', value: '69' }],
    });
    await drain();
    const sheet = await form('2017-11');
    const texts = strFromU8(unzipSync(sheet)['xl/sharedStrings.xml'] ?? new Uint8Array());
    t.match(texts, '滞后情况说明');
    const one = filled(sheet, 1, { E6: '70' });
    t.match(await send(filled(one, 2, { C3: '停产' })), {
      ...{ status: 422, errors: [{ pointer: '/sheets/滞后情况说明/A3', code: 'situationIncomplete' }] },
    });
    const two = filled(filled(one, 2, { C3: '停产', D3: '复产', E3: '王', F3: '12月底' }), 3, {
      A3: '用电',
      B3: '协调',
    });
    t.equal((await send(two)).status, 201);
    const [row] = await sql`SELECT body FROM submission ORDER BY sequence DESC LIMIT 1`;
    t.match(row?.body, {
      situations: [{ indicator: 'share', cause: '停产', measure: '复产', owner: '王', due: '12月底' }],
      requests: [{ text: '用电', needs: '协调' }],
    });
  },
);
