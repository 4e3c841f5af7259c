import fc from 'fast-check';
import t from 'tap';
import { csvText, readDelimited, sniff, USUAL_LIMITS } from '../src/index.js';
import { faultOf, saidBy } from './made.js';

const utf8 = (text: string) => Buffer.from(text);
/** 指标,累计 / 产值,50.6 in GB 18030. */
const GB = Buffer.from([
  ...[0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xc0, 0xdb, 0xbc, 0xc6, 0x0d, 0x0a],
  ...[0xb2, 0xfa, 0xd6, 0xb5, 0x2c, 0x35, 0x30, 0x2e, 0x36, 0x0d, 0x0a],
]);

t.test('one sheet in every encoding that people send', async (t) => {
  const text = '指标,累计\r\n产值,50.6\r\n';
  const swapped = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const files: [string, Uint8Array][] = [
    ['utf-8', utf8(text)],
    ['utf-8', utf8(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', swapped],
    ['gb18030', GB],
  ];
  for (const [encoding, bytes] of files) {
    t.equal(sniff(bytes), 'delimited');
    const read = await readDelimited(bytes);
    t.equal(read.encoding, encoding);
    t.same(saidBy(read.sheet), ['A1 text 指标', 'B1 text 累计', 'A2 text 产值', 'B2 text 50.6']);
  }
  const four = await readDelimited(Buffer.from([0x81, 0x30, 0x84, 0x36, 0xb2, 0xfa]));
  t.equal(four.sheet.cellAt(1, 1).text.slice(-1), '产', 'four bytes a character are read as well');
  t.match(await faultOf(() => readDelimited(Buffer.from([0x41, 0xff, 0xff]))), { code: 'unknownEncoding' });
  t.match(await faultOf(() => readDelimited(Buffer.from([0xef, 0xbb, 0xbf, 0xb2, 0xfa]))), {
    code: 'unknownEncoding',
  });
});

t.test('a long file is decoded whole, also where a character is cut by the pieces', async (t) => {
  const rows = Array.from({ length: 5_000 }, (_, index) => `a${'值'.repeat(index % 7)}b,产值${index}`);
  const { sheet } = await readDelimited(utf8(rows.join('\n')));
  for (const [index, row] of rows.entries()) {
    if (`${sheet.cellAt(index + 1, 1).text},${sheet.cellAt(index + 1, 2).text}` !== row) t.fail(row);
  }
  t.equal(sheet.size, 10_000);
});

t.test('the separator is found', async (t) => {
  const cases: [string, string][] = [
    ['a,b\n1,2', ','],
    ['标题\na\tb,c\n1\t2', '\t'],
    ['产值\t1,234.5\n税收\t2,345.6', '\t'],
    ['a;b\n1,5;2,5', ';'],
    ['指标，累计\n产值，50.6', '，'],
    ['指标,说明\n产值,"受市场影响，下降；已整改"\n税收,"是，；；"', ','],
    ['指标,说明\n产值,受市场影响，下降\n税收,平稳\n利润,平稳', ','],
    ['一列', ','],
    ['', ','],
  ];
  for (const [text, separator] of cases)
    t.equal((await readDelimited(utf8(text))).separator, separator, text);
});

t.test('rows are counted as spreadsheets count them; quotes and line ends of every kind', async (t) => {
  const text = 'a,b\r\n\r\n1,"x\ny, ""z"""\n,5" pipe\rlast,"q" w,"5"\n\n';
  const { sheet } = await readDelimited(utf8(text));
  t.same(saidBy(sheet), [
    ...['A1 text a', 'B1 text b', 'A3 text 1', 'B3 text x\ny, "z"', 'B4 text 5" pipe'],
    ...['A5 text last', 'B5 text "q" w', 'C5 text 5'],
  ]);
});

t.test('a quote that is never closed is refused with the line where its row begins', async (t) => {
  const at = (text: string) => faultOf(() => readDelimited(utf8(text)));
  t.match(await at('a,b\nc,"d\ne\nf'), { code: 'quoteNotClosed', line: 2 });
  t.match(await at('"'), { code: 'quoteNotClosed', line: 1 });
  t.match(await at('a,"1\n2"\nb\nc,"d,""\n'), { code: 'quoteNotClosed', line: 4 });
  const long = `a\nb,"c\n${'x'.repeat(2_000_000)}`;
  t.match(await at(long), { code: 'workbookTooLarge', what: 'row', line: 2 });
});

t.test('limits', async (t) => {
  const read = (text: string, limits: object) =>
    faultOf(() => readDelimited(utf8(text), { ...USUAL_LIMITS, ...limits }));
  t.match(await read('a\nb\nc', { rows: 2 }), { code: 'tooManyRows', cell: 'A3', limit: 2 });
  t.match(await read('a\n\n\n,,\n', { rows: 1 }), { code: 'none' }, 'empty rows are none');
  t.match(await read('a,b,c', { columns: 2 }), { code: 'tooManyColumns', cell: 'C1' });
  t.match(await read('a,b\nc,d', { cells: 3 }), { code: 'tooManyCells', cell: 'B2' });
  t.match(await read('a,bcd', { textLength: 2 }), { code: 'textTooLong', cell: 'B1' });
  t.match(await read('abcdef', { totalBytes: 5 }), { code: 'workbookTooLarge', what: 'totalBytes' });
});

t.test('what goes out as CSV comes back', async (t) => {
  const cell = fc.string({ unit: fc.constantFrom('a', '产', ',', '"', '\n', ' ', ';', '，'), maxLength: 6 });
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      async (rows) => {
        // A first row of plain words, so that the separator is plain.
        const width = Math.max(...rows.map((row) => row.length));
        const head = Array.from({ length: width }, (_, index) => `h${index}`);
        const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
        const file = [head, ...even.filter((row) => !/^\n/.test(row[0] ?? ''))];
        const { sheet } = await readDelimited(utf8(csvText(file)));
        cells += sheet.size;
        return file.every((row, at) =>
          row.every((said, index) => {
            const { text } = sheet.cellAt(at + 1, index + 1);
            return text === said || text === `'${said}`;
          }),
        );
      },
    ),
  );
  t.ok(cells > 100);
});
