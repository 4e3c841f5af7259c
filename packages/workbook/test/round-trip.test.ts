import fc from 'fast-check';
import t from 'tap';
import { columnName, placeOf, readWorkbook, refOf } from '../src/index.js';
import { bytesOf, saidBy, sheetOf } from './made.js';

t.test(
  'what is written is read: numbers by their digits, texts as they are, nothing as nothing',
  async (t) => {
    const sheet = sheetOf([
      ['2017年1—11月', null, ''],
      [{ number: '50.6' }, { number: '-10.190' }, { number: '123456789012345' }],
      ['12345678901234.56', '=1+1', 'a_x0041_\n"<&>" 𠮷'],
    ]);
    const { sheets } = await readWorkbook(await bytesOf({ sheets: [sheet] }));
    t.same(saidBy(sheets[0]), [
      'A1 text 2017年1—11月',
      'A2 number 50.6',
      'B2 number -10.190',
      'C2 number 123456789012345',
      'A3 text 12345678901234.56',
      'B3 text =1+1',
      'C3 text a_x0041_\n"<&>" 𠮷',
    ]);
    t.match(sheets[0]?.cellAt(1, 2), { ref: 'B1', kind: 'empty', text: '', formula: false });
    t.match([sheets[0]?.lastRow, sheets[0]?.lastColumn, sheets[0]?.size], [3, 3, 7]);
  },
);

t.test(
  'sheets keep their order, names and whether they are shown; texts under hidden names come back',
  async (t) => {
    const bytes = await bytesOf({
      sheets: [
        sheetOf([['1']], { name: 'keys', state: 'veryHidden' }),
        sheetOf([['2']], { name: '月报' }),
        sheetOf([['3']], { name: '月报' }),
        sheetOf([['4']], { name: '字典', state: 'hidden' }),
      ],
      hiddenNames: { xushi_form: 'submission-1', xushi_org: '园区"<甲>"' },
    });
    const { sheets, names } = await readWorkbook(bytes);
    t.same(
      sheets.map((sheet) => [sheet.name, sheet.state, sheet.cellAt(1, 1).text]),
      [
        ['keys', 'veryHidden', '1'],
        ['月报', 'visible', '2'],
        ['月报 (2)', 'visible', '3'],
        ['字典', 'hidden', '4'],
      ],
    );
    t.same(
      [...names],
      [
        ['xushi_form', 'submission-1'],
        ['xushi_org', '园区"<甲>"'],
      ],
    );
  },
);

t.test('a merged range says in every cell what it says in its first', async (t) => {
  const rows = [
    ['产值', '', '税收'],
    ['累计', '同比', '累计'],
  ];
  const { sheets } = await readWorkbook(await bytesOf({ sheets: [sheetOf(rows, { merged: ['A1:B1'] })] }));
  const [sheet] = sheets;
  t.equal(sheet?.cellAt(1, 2).kind, 'empty');
  t.match(sheet?.headingAt(1, 2), { ref: 'A1', text: '产值' });
  t.same([sheet?.headingAt(1, 3).text, sheet?.headingAt(2, 2).text], ['税收', '同比']);
});

t.test('any texts and numbers come back, cell by cell', async (t) => {
  const number = fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 15 }))
    .map(([negative, digits, decimals]) => {
      const padded = String(digits).padStart(decimals + 1, '0');
      const point = padded.length - decimals;
      const unsigned = decimals === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
      return { number: `${negative ? '-' : ''}${unsigned}` };
    });
  // Full characters without those that XML and databases cannot say, and with one kind of line's end.
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((said) => !/(?!\n)\p{Cc}|[\ufffe\uffff]/u.test(said));
  const rows = fc.array(fc.array(fc.oneof(number, text), { maxLength: 6 }), { maxLength: 6 });
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(rows, async (drawn) => {
      cells += drawn.flat().length;
      const { sheets } = await readWorkbook(await bytesOf({ sheets: [sheetOf(drawn)] }));
      for (const [row, inRow] of drawn.entries()) {
        for (const [column, said] of inRow.entries()) {
          const { kind, text } = sheets[0]!.cellAt(row + 1, column + 1);
          const wanted = typeof said === 'string' ? ['text', said] : ['number', said.number];
          if (kind !== wanted[0] || text !== wanted[1]) return false;
        }
      }
      return sheets[0]!.size === drawn.flat().length;
    }),
    { numRuns: 100 },
  );
  t.ok(cells > 100, `${cells} cells`);
});

t.test('addresses', async (t) => {
  t.same([0, 25, 26, 701, 702, 16_383].map(columnName), ['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  for (let column = 1; column < 2_000; column += 1) t.same(placeOf(refOf(7, column))?.column, column);
  t.same(placeOf('$C$7'), { row: 7, column: 3 });
  for (const wrong of ['', 'A', '7', 'A0', 'A-1', 'ABCD1', 'A1B', 'A1:B2'])
    t.equal(placeOf(wrong), null, wrong);
});
