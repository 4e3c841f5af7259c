import type { BoardTable } from '@xushi/wording';
import { strFromU8, unzipSync } from 'fflate';
import t from 'tap';
import { renderBoardXlsx } from '../src/index.js';
import { BOARD, ROWS } from './sample-board.js';

async function bytesOf(table: BoardTable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of renderBoardXlsx(table)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The parts of the file as text, and what stands in a cell with how it looks. */
async function open(table: BoardTable) {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(await bytesOf(table))).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
  const part = (path: string): string => parts[path] ?? '';
  const [sheet, styles] = [part('xl/worksheets/sheet1.xml'), part('xl/styles.xml')];
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, text = '']) => text,
  );
  const looks = [...styles.replace(/^[\s\S]*<cellXfs/, '').matchAll(/<xf .*?<\/xf>/g)].map(([xml]) => xml);
  const formats = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  return {
    ...{ parts, sheet, workbook: part('xl/workbook.xml'), strings },
    cell(at: string) {
      const [, style, type, value] =
        new RegExp(`<c r="${at}" s="(\\d+)"(?: t="(\\w)")?(?:/>|><v>([^<]*)</v>)`).exec(sheet) ?? [];
      const look = looks[Number(style)] ?? '';
      const id = /numFmtId="(\d+)"/.exec(look)?.[1];
      return {
        value: type === 's' ? strings[Number(value)] : value,
        type: value === undefined ? 'empty' : type === 's' ? 'text' : 'number',
        format: formats.get(id) ?? id,
        literal: look.includes('quotePrefix="1"'),
      };
    },
  };
}

t.test('the same board is the same bytes, packed as it goes', async (t) => {
  t.same(await bytesOf(BOARD), await bytesOf(structuredClone(BOARD)));
  const { parts } = await open(BOARD);
  t.same(Object.keys(parts).sort(), [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});

t.test(
  'numbers are numbers with their decimals; nothing, no indicator and not reported differ',
  async (t) => {
    const { cell } = await open(BOARD);
    t.match(cell('B6'), { type: 'number', value: '50.6', format: '2' }, 'the built-in 0.00');
    t.match(cell('C6'), { type: 'number', value: '45.2', format: '0.0' });
    t.match(cell('G6'), { type: 'number', value: '-10.19' });
    t.match(cell('E6'), { type: 'text', value: '绿灯' });
    t.match(
      cell('D7'),
      { type: 'number', value: '-4', format: '0&quot;家&quot;' },
      'not in the unit above it',
    );
    t.match(cell('C7'), { type: 'empty', value: undefined });
    t.match(cell('E7'), { type: 'text', value: '未报送' });
    t.match(cell('F7'), { type: 'text', value: '—' });
  },
);

t.test('a number is never cut: sixteen digits that tell are text, fifteen are a number', async (t) => {
  const figures = [
    ['12345678901234.56', 'text'],
    ['1234567890123.45', 'number'],
    ['-1234567890123.45', 'number'],
    ['12345678901234.50', 'number'],
    ['123456789012345000000', 'number'],
    ['1234567890123456', 'text'],
    ['0.0000000123456789012345', 'number'],
    [`0.${'0'.repeat(30)}1`, 'text'],
    ['0', 'number'],
    ['1e5', 'text'],
    ['NaN', 'text'],
  ] as const;
  const rows = figures.map(([number]) => ({
    orgName: 'x',
    cells: [{ number, decimals: 0, unit: null }, ...Array(6).fill(null)],
  }));
  const { cell } = await open({ ...BOARD, rows });
  for (const [index, [value, type]] of figures.entries()) {
    t.match(cell(`B${index + 6}`), { value, type }, value);
    if (type === 'number') t.equal(Number(Number(value).toPrecision(15)), Number(value), value);
  }
});

t.test('text is never a formula, nor is it after somebody edits the cell', async (t) => {
  const names = ['=1+1', '+1', '-1', '@sum', '\t=1', '\u0001=1', '＝1', '1=1', '—'];
  const rows = names.map((orgName) => ({ orgName, cells: ROWS[0]!.cells }));
  const { cell, sheet } = await open({ ...BOARD, title: '=2', rows });
  t.notMatch(sheet, /<f[ >]/);
  t.same(
    names.map((_, index) => cell(`A${index + 6}`).literal),
    [true, true, true, true, true, true, true, false, false],
  );
  t.ok(cell('A6').type === 'text' && cell('A1').literal);
});

t.test('whatever a name holds, the file stays readable and the name what it was', async (t) => {
  const said = 'a\u0000\u0008\u000b\u001f\ufffe\ud800b<c>&amp;"\'\r\nd_x0041_ 𠮷';
  const rows = [{ orgName: said, cells: ROWS[0]!.cells }];
  const { cell, parts } = await open({ ...BOARD, sheetName: said, rows });
  t.equal(cell('A6').value, "ab&lt;c&gt;&amp;amp;&quot;'\nd_x005F_x0041_ 𠮷");
  for (const [path, xml] of Object.entries(parts)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    t.notMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u, path);
  }
  const long = await open({ ...BOARD, rows: [{ orgName: '长'.repeat(40_000), cells: ROWS[0]!.cells }] });
  t.equal(long.cell('A6').value?.length, 32_767);
});

t.test('a sheet’s name is one that Excel takes', async (t) => {
  const nameOf = async (sheetName: string) =>
    /<sheet name="([^"]*)"/.exec((await open({ ...BOARD, sheetName })).workbook)?.[1];
  t.equal(await nameOf('2017年1—11月 双牌县'), '2017年1—11月 双牌县');
  t.equal(await nameOf("'[a]:b*c?d/e\\f'"), 'a  b c d e f');
  t.equal(await nameOf(`${'长'.repeat(30)}𠮷𠮷`), '长'.repeat(30), 'no half of a character');
  t.equal(await nameOf('History'), 'Sheet1');
  t.equal(await nameOf(' [] '), 'Sheet1');
});

t.test('printed as it is opened: A4 across, headings on each page and in view', async (t) => {
  const { sheet, workbook, cell } = await open({ ...BOARD, sheetName: "双牌'县" });
  t.match(sheet, '<pageSetUpPr fitToPage="1"/>');
  t.match(sheet, /<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" .*orientation="landscape"\/>/);
  t.match(sheet, /<pane xSplit="1" ySplit="5" topLeftCell="B6" .*state="frozen"\/>/);
  t.match(workbook, "name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'双牌''县'!$A:$A,'双牌''县'!$1:$5<");
  t.equal(cell('A1').value, BOARD.title);
  t.same(
    ['A3', 'B3', 'B4', 'A5', 'B5', 'F5'].map((at) => cell(at).value),
    ['单位', '规模以上工业总产值', '累计', '计量单位', '亿元', '%'],
  );
  const ranges = [...sheet.matchAll(/mergeCell ref="([^"]*)"/g)].map(([, range]) => range);
  t.same(ranges, ['A1:H1', 'A2:H2', 'A3:A4', 'B3:E3', 'F3:H3']);
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  t.ok(widths[1]! > '12345678901234.56'.length, 'a number fits: Excel would show ####');
  t.ok(widths[0]! > 2 * '双牌工业集中区'.length, 'a Chinese character is two digits wide');
});

t.test('more indicators than a page can show go on pages beside it, each whole', async (t) => {
  const indicators = Array.from({ length: 12 }, () => BOARD.indicators[0]!);
  const rows = [{ orgName: '园区', cells: indicators.flatMap(() => ROWS[0]!.cells.slice(0, 4)) }];
  const { sheet, cell } = await open({ ...BOARD, indicators, rows });
  const breaks = [...sheet.matchAll(/<brk id="(\d+)"/g)].map(([, at]) => Number(at));
  t.ok(breaks.length > 0);
  t.notMatch(sheet, 'fitToPage');
  t.ok(Number(/scale="(\d+)"/.exec(sheet)?.[1]) >= 55, 'large enough to be read');
  for (const at of breaks) t.equal((at - 1) % 4, 0, 'an indicator is not cut in two');
  const titled = [...sheet.matchAll(/<row r="1".*?<\/row>/g)][0]?.[0].match(/ t="s"/g)?.length;
  t.equal(titled, breaks.length + 1, 'each page says what it is');
  t.equal(cell('B1').value, BOARD.title);
});

t.test('a board without orgs or indicators is a file all the same', async (t) => {
  const { sheet, cell } = await open({ ...BOARD, indicators: [], rows: [] });
  t.equal(cell('A1').value, BOARD.title);
  t.same(
    [...sheet.matchAll(/mergeCell ref="([^"]*)"/g)].map(([, range]) => range),
    ['A3:A4'],
  );
});

t.test('others have their turn while a large board is written', async (t) => {
  const rows = Array.from({ length: 2_000 }, () => ROWS[0]!);
  let [turns, over] = [0, false];
  const tick = () => {
    turns += 1;
    if (!over) setImmediate(tick);
  };
  setImmediate(tick);
  await bytesOf({ ...BOARD, rows });
  over = true;
  t.ok(turns > 20, `${turns} turns`);
});
