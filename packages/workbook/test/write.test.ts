import { strFromU8, unzipSync } from 'fflate';
import t from 'tap';
import {
  csvText,
  LOOKS,
  looksLikeFormula,
  readDelimited,
  type Validation,
  type Workbook,
} from '../src/index.js';
import { bytesOf, sheetOf } from './made.js';

async function partsOf(workbook: Workbook): Promise<Record<string, string>> {
  const parts = Object.entries(unzipSync(await bytesOf(workbook)));
  return Object.fromEntries(parts.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const sheetXml = async (workbook: Workbook, number = 1) =>
  (await partsOf(workbook))[`xl/worksheets/sheet${number}.xml`] ?? '';

t.test('a form: input cells open, the rest protected, without a password', async (t) => {
  const sheet = sheetOf([[{ number: '1' }]], { protect: true });
  const given = { value: { text: '产值' }, style: LOOKS.locked };
  const parts = await partsOf({ sheets: [{ ...sheet, rows: [...sheet.rows, { cells: [given] }] }] });
  t.match(parts['xl/worksheets/sheet1.xml'], /<\/sheetData><sheetProtection sheet="1" [^>]*\/>/);
  t.notMatch(parts['xl/worksheets/sheet1.xml'], /password|hashValue/);
  const looks = [...(parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*>(?:<alignment[^>]*>.*?)<\/xf>/g)];
  const styleOf = (ref: string) =>
    Number(new RegExp(`r="${ref}" s="(\\d+)"`).exec(parts['xl/worksheets/sheet1.xml'] ?? '')?.[1]);
  t.match(looks[styleOf('A1')]?.[0], 'applyProtection="1"');
  t.match(looks[styleOf('A1')]?.[0], '<protection locked="0"/>');
  t.notMatch(looks[styleOf('A2')]?.[0], 'locked');
});

t.test('checks while somebody types, in Chinese, cut to what Excel takes', async (t) => {
  const error = { title: '不是数', text: '请填数字，如 50.6' };
  const validations: Validation[] = [
    {
      ...{ ranges: ['B3:D9', 'F3'], error, prompt: { title: '累计', text: '本年 <1 月> 至本月' } },
      allowed: { type: 'decimal', min: '-1000000', max: '1000000000.5' },
    },
    {
      ranges: ['A1'],
      error: { ...error, style: 'warning' },
      allowed: { type: 'list', items: ['统计数', '"快报"'] },
    },
    {
      ranges: ['A2'],
      error: { ...error, text: '长'.repeat(300) },
      allowed: { type: 'textLength', max: 200 },
    },
    { ranges: ['A3'], error, allowed: { type: 'listIn', range: "'字典'!$A$1:$A$9" } },
  ];
  const xml = await sheetXml({ sheets: [sheetOf([['x']], { validations })] });
  const said = [...xml.matchAll(/<dataValidation .*?<\/dataValidation>/g)].map(([one]) => one);
  t.match(xml, '<dataValidations count="4">');
  t.match(said[0], 'type="decimal" errorStyle="stop" operator="between" allowBlank="1"');
  t.match(said[0], 'promptTitle="累计" prompt="本年 &lt;1 月&gt; 至本月" sqref="B3:D9 F3">');
  t.match(said[0], '<formula1>-1000000</formula1><formula2>1000000000.5</formula2>');
  t.match(said[1], '<formula1>&quot;统计数,&quot;&quot;快报&quot;&quot;&quot;</formula1>');
  t.match(said[1], 'errorStyle="warning"');
  t.match(said[2], /error="长{255}"/);
  t.match(said[2], 'operator="lessThanOrEqual"');
  t.match(said[3], 'type="list"');
  t.match(said[3], "<formula1>'字典'!$A$1:$A$9</formula1>");
  const refused = (allowed: Validation['allowed'], ranges = ['A1']) =>
    t.rejects(sheetXml({ sheets: [sheetOf([], { validations: [{ ranges, error, allowed }] })] }), RangeError);
  await refused({ type: 'list', items: ['a,b'] });
  await refused({ type: 'list', items: ['长'.repeat(256)] });
  await refused({ type: 'decimal', min: '=A1', max: '1' });
  await refused({ type: 'textLength', max: 1 }, ['A']);
});

t.test('several sheets: what each prints, and which is in front', async (t) => {
  const workbook: Workbook = {
    sheets: [
      sheetOf([['k']], { name: 'keys', state: 'veryHidden' }),
      sheetOf([['a']], {
        name: "甲'乙",
        heading: { rows: 2, columns: 1 },
        page: { fit: true, orientation: 'portrait', area: 'A1:E9', footer: '双牌 & 园区' },
      }),
      sheetOf([['b']], { heading: { rows: 1, columns: 0 } }),
    ],
  };
  const parts = await partsOf(workbook);
  const book = parts['xl/workbook.xml'] ?? '';
  t.match(book, '<workbookView activeTab="1"/>');
  t.match(book, '<sheet name="keys" sheetId="1" state="veryHidden" r:id="rId1"/>');
  t.match(book, `name="_xlnm.Print_Area" localSheetId="1">'甲''乙'!$A$1:$E$9<`);
  t.match(book, `name="_xlnm.Print_Titles" localSheetId="1">'甲''乙'!$A:$A,'甲''乙'!$1:$2<`);
  t.match(book, `name="_xlnm.Print_Titles" localSheetId="2">'月报'!$1:$1<`);
  t.match(parts['xl/worksheets/sheet2.xml'], 'orientation="portrait"');
  t.match(
    parts['xl/worksheets/sheet2.xml'],
    '<oddFooter>&amp;C双牌 &amp;&amp; 园区 &amp;P / &amp;N</oddFooter>',
  );
  t.same(
    [1, 2, 3].map((number) => /tabSelected/.test(parts[`xl/worksheets/sheet${number}.xml`] ?? '')),
    [false, true, false],
  );
  t.match(parts['[Content_Types].xml'], '/xl/worksheets/sheet3.xml');
  await t.rejects(bytesOf({ sheets: [sheetOf([], { state: 'hidden' })] }), RangeError);
  await t.rejects(bytesOf({ sheets: [sheetOf([])], hiddenNames: { A1: 'x' } }), RangeError);
});

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  '\nx',
  '\tx',
  ' =1',
  '＝1',
  '\u00a0=1',
  '=cmd|"/c calc"!A1',
];

t.test('nothing that goes out is a formula: not as XLSX, not as CSV', async (t) => {
  const parts = await partsOf({ sheets: [sheetOf(HOSTILE.map((text) => [text]))] });
  t.notMatch(parts['xl/worksheets/sheet1.xml'], /<f[ >]/);
  const types = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<c r="A\d+" s="(\d+)" t="s">/g)];
  t.equal(types.length, HOSTILE.length);
  const looks = [...(parts['xl/styles.xml'] ?? '').replace(/^.*<cellXfs/s, '').matchAll(/<xf .*?<\/xf>/g)];
  for (const [, style] of types) t.match(looks[Number(style)]?.[0], 'quotePrefix="1"');
  const csv = csvText(HOSTILE.map((text) => [text, { number: '-5.0' }]));
  const { sheet } = await readDelimited(Buffer.from(csv));
  for (const [index, text] of HOSTILE.entries()) {
    t.equal(sheet.cellAt(index + 1, 1).text, `'${text}`);
    t.equal(sheet.cellAt(index + 1, 2).text, '-5.0', 'a number has a sign and is none');
  }
  for (const harmless of ['1=1', '—', '', '产值', '5', "'=1"]) t.notOk(looksLikeFormula(harmless), harmless);
});

t.test('CSV is what RFC 4180 says, with a mark that Excel knows UTF-8 by', async (t) => {
  t.equal(csvText([['a,b', 'c"d', 'e\nf', null, 'g'], []]), '\ufeff"a,b","c""d","e\nf",,g\r\n\r\n');
});
