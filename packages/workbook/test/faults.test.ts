import { zipSync } from 'fflate';
import t from 'tap';
import { readWorkbook, sniff, USUAL_LIMITS } from '../src/index.js';
import { bytesOf, faultOf, foreignParts, MAIN, sheetOf, worksheet, zipOf } from './made.js';

const read = (bytes: Uint8Array, limits: object = {}) =>
  faultOf(() => readWorkbook(bytes, { ...USUAL_LIMITS, ...limits }));
const readSheet = (sheet: string, replaced: Record<string, string | null> = {}, limits = {}) =>
  read(zipOf(foreignParts(sheet, replaced)), limits);

/** A compound file (MS-CFB) of one directory sector with streams of these names. */
function compound(...streams: string[]): Buffer {
  const file = Buffer.alloc(2_048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  for (const [index, name] of ['Root Entry', ...streams].entries())
    file.write(`${name}\0`, 1_024 + index * 128, 'utf16le');
  return file;
}

t.test('what a file is, by its bytes', async (t) => {
  t.equal(sniff(await bytesOf({ sheets: [sheetOf([['x']])] })), 'workbook');
  t.equal(sniff(Buffer.from('a,b')), 'delimited');
  t.equal(sniff(Buffer.from('a <b>,1')), 'delimited');
  const files: [Uint8Array, object][] = [
    [compound('EncryptionInfo', 'EncryptedPackage'), { code: 'encryptedWorkbook' }],
    [compound('Workbook'), { code: 'oldWorkbook' }],
    [compound('Book'), { code: 'oldWorkbook' }],
    [compound('WordDocument'), { code: 'notAWorkbook', found: 'compound' }],
    [Buffer.from('%PDF-1.7'), { code: 'notAWorkbook', found: 'pdf' }],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), { code: 'notAWorkbook', found: 'jpeg' }],
    [Buffer.from('Rar!\x1a\x07'), { code: 'notAWorkbook', found: 'rar' }],
    [Buffer.from([0x1f, 0x8b, 8]), { code: 'notAWorkbook', found: 'gzip' }],
    [Buffer.alloc(0), { code: 'notAWorkbook', found: 'nothing' }],
    [Buffer.from([1, 2, 0, 3]), { code: 'notAWorkbook', found: 'binary' }],
    [Buffer.from('\ufeff\n<html><table>'), { code: 'notAWorkbook', found: 'html' }],
    [Buffer.from('<?xml version="1.0"?><Workbook/>'), { code: 'notAWorkbook', found: 'html' }],
    [zipSync({}), { code: 'notAWorkbook', found: 'zip' }],
  ];
  for (const [bytes, wanted] of files) {
    t.match(await faultOf(() => sniff(bytes)), wanted, JSON.stringify(wanted));
    t.match(await read(bytes), wanted);
  }
  t.match(await read(Buffer.from('a,b')), { code: 'notAWorkbook', found: 'text' });
});

t.test('archives that are no workbook, and one within another', async (t) => {
  const inner = await bytesOf({ sheets: [sheetOf([['x']])] });
  t.match(await read(zipOf({ 'a.xlsx': inner })), { code: 'notAWorkbook', found: 'zip' });
  t.match(await read(zipOf({ 'word/document.xml': '<a/>' })), { code: 'notAWorkbook', found: 'docx' });
  t.match(await read(zipOf({ 'content.xml': '<a/>' })), { code: 'notAWorkbook', found: 'ods' });
  t.match(await read(zipOf({ 'xl/workbook.bin': 'x' })), { code: 'notAWorkbook', found: 'xlsb' });
});

t.test('a part under a password', async (t) => {
  const bytes = Buffer.from(zipOf(foreignParts(worksheet(''))));
  // The flag in the directory, in every entry.
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 1))
    bytes[at + 8]! |= 1;
  t.match(await read(bytes), { code: 'encryptedWorkbook' });
});

t.test('what is missing, damaged or twice', async (t) => {
  const one = worksheet('<row><c t="s"><v>0</v></c></row>');
  const broken = { code: 'workbookBroken' };
  t.match(await readSheet(one), { code: 'none' });
  for (const part of ['xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/sharedStrings.xml'])
    t.match(await readSheet(one, { [part]: null }), { ...broken, part });
  t.match(await readSheet(one, { 'xl/_rels/workbook.xml.rels': null }), { ...broken, sheet: 'S' });
  t.match(await readSheet(one, { 'XL/Styles.xml': '<a/>' }), { ...broken, what: 'a part twice' });
  t.match(await readSheet(one.replace('</row>', '')), { ...broken, what: 'xml' });
  t.match(await readSheet(worksheet('<row><c t="s"><v>1</v></c></row>')), { ...broken, cell: 'A1' });
  t.match(await readSheet(worksheet('<row><c t="s"><v>-1</v></c></row>')), { ...broken, cell: 'A1' });
  t.match(await readSheet(worksheet('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')), {
    ...broken,
    cell: 'A1',
  });
  t.match(await readSheet(worksheet('<row r="0"><c><v>1</v></c></row>')), broken);
  t.match(await readSheet(worksheet('<row r="1e3"><c><v>1</v></c></row>')), broken);
  t.match(await readSheet(worksheet('<row><c r="1A"><v>1</v></c></row>')), broken);
  t.match(await readSheet(worksheet('<c><v>1</v></c>')), broken, 'a cell in no row');
  t.match(await readSheet(worksheet('', '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>')), broken);
  const bytes = Buffer.from(await bytesOf({ sheets: [sheetOf([['x']])] }));
  t.match(await read(bytes.subarray(0, bytes.length - 1)), broken);
  t.match(await read(bytes.subarray(0, 200)), broken);
});

t.test('no document type, no entity, nothing from outside', async (t) => {
  const doctype = (said: string, use: string) =>
    readSheet(`<!DOCTYPE worksheet ${said}>${worksheet(`<row><c t="str"><v>${use}</v></c></row>`)}`);
  t.match(await doctype('[<!ENTITY a "x">]', '&a;'), { code: 'workbookBroken', what: 'document type' });
  t.match(await doctype('[<!ENTITY a SYSTEM "file:///etc/passwd">]', '&a;'), { code: 'workbookBroken' });
  t.match(await doctype('SYSTEM "http://example.test/a.dtd"', ''), { code: 'workbookBroken' });
  t.match(await readSheet(worksheet('<row><c t="str"><v>&b;</v></c></row>')), { code: 'workbookBroken' });
});

t.test('limits, each by itself, with what it was and where', async (t) => {
  const large = { code: 'workbookTooLarge' };
  const cells = '<row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2"><c><v>3</v></c></row>';
  const sheet = worksheet(cells);
  t.match(await readSheet(sheet, {}, { cells: 2 }), {
    code: 'tooManyCells',
    cell: 'A2',
    sheet: 'S',
    limit: 2,
  });
  t.match(await readSheet(sheet, {}, { rows: 1 }), { code: 'tooManyRows', cell: 'A2' });
  t.match(await readSheet(sheet, {}, { columns: 1 }), { code: 'tooManyColumns', cell: 'B1' });
  const empty = worksheet('<row r="1048576"><c r="XFD1048576" s="0"/></row>');
  t.match(await readSheet(empty), { code: 'none' }, 'looks alone are nothing');
  t.match(await readSheet(sheet, {}, { entries: 5 }), { ...large, what: 'entries' });
  t.match(await readSheet(sheet, {}, { entryBytes: 100 }), { ...large, what: 'entryBytes' });
  t.match(await readSheet(sheet, {}, { totalBytes: 900 }), { ...large, what: 'totalBytes' });
  const long = worksheet('<row><c t="inlineStr"><is><t>abcdef</t></is></c></row>');
  t.match(await readSheet(long, {}, { textLength: 5 }), { code: 'textTooLong', cell: 'A1' });
  const strings = `<sst xmlns="${MAIN}"><si><t>a</t></si><si><t>b</t></si></sst>`;
  t.match(await readSheet(sheet, { 'xl/sharedStrings.xml': strings }, { strings: 1 }), {
    ...large,
    what: 'strings',
  });
  const merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>';
  t.match(await readSheet(worksheet(cells, merges), {}, { merged: 1 }), { ...large, what: 'merged' });
  const two = await bytesOf({ sheets: [sheetOf([]), sheetOf([])] });
  t.match(await read(two, { sheets: 1 }), { ...large, what: 'sheets' });
  t.match(await readSheet(worksheet(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`)), {
    ...large,
    what: 'depth',
  });
  for (const token of [
    `<row ${'a'.repeat(3_000_000)}="1"/>`,
    `<!--${'<'.repeat(3_000_000)}-->`,
    'x'.repeat(3_000_000),
  ])
    t.match(await readSheet(worksheet(token)), { ...large, what: 'token' }, token.slice(0, 10));
  // Five million blanks pack to five thousand bytes.
  t.match(await readSheet(`${worksheet('')}${'\n'.repeat(5_000_000)}`), { ...large, what: 'ratio' });
});
