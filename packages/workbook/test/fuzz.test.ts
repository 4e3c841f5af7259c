import fc from 'fast-check';
import t from 'tap';
import { readDelimited, readWorkbook, WorkbookFault } from '../src/index.js';
import { bytesOf, foreignParts, MAIN, saidBy, sheetOf, worksheet, zipOf } from './made.js';

/** Two files: ours, and one as others write it with whatever a reader looks at. */
async function files(): Promise<Uint8Array[]> {
  const ours = await bytesOf({
    sheets: [
      sheetOf(
        [
          ['产值', { number: '50.6' }],
          ['=1', '税收'],
        ],
        { merged: ['A1:B1'] },
      ),
      sheetOf([['k']]),
    ],
    hiddenNames: { xushi_form: '1' },
  });
  const others = zipOf(
    foreignParts(
      worksheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.45200000000000001</v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="inlineStr"><is><t>x</t></is></c></row>',
        '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
      ),
      {
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf/><xf numFmtId="10"/></cellXfs></styleSheet>`,
      },
    ),
  );
  return [ours, others];
}

/** Everything that is read of a file, or that it is refused. Whatever else is thrown goes on. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { sheets, names } = await readWorkbook(bytes);
    const said = sheets.map((sheet) => [sheet.name, sheet.state, sheet.merged, saidBy(sheet)]);
    return JSON.stringify([said, [...names]]);
  } catch (fault) {
    if (fault instanceof WorkbookFault) return 'refused';
    throw fault;
  }
}

t.test('a file that is cut anywhere is refused', async (t) => {
  for (const file of await files()) {
    for (let length = 0; length < file.length; length += 7) {
      if ((await outcome(file.subarray(0, length))) !== 'refused') t.fail(`cut at ${length}`);
    }
  }
  t.pass('every one');
});

t.test('a file with damaged bytes is refused, or says what it said: never another figure', async (t) => {
  for (const [which, file] of (await files()).entries()) {
    const whole = await outcome(file);
    t.not(whole, 'refused', 'whole, it is read');
    let refused = 0;
    const flip = fc.record({
      at: fc.integer({ min: 0, max: file.length - 1 }),
      to: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 3 }), async (flips) => {
        const damaged = Uint8Array.from(file);
        for (const { at, to } of flips) damaged[at] = to;
        const read = await outcome(damaged);
        if (read === 'refused') refused += 1;
        return read === 'refused' || read === whole;
      }),
      { numRuns: 1_500 },
    );
    t.ok(refused > 200, `file ${which}: ${refused} refused`);
  }
});

t.test('XML of whatever kind within a whole archive', async (t) => {
  const piece = fc.constantFrom(
    ...[
      '<row>',
      '</row>',
      '<row r="',
      '<c>',
      '</c>',
      '<c r="A1"',
      ' t="s"',
      ' t="b"',
      ' s="9"',
      '>',
      '"',
      '<v>',
      '</v>',
    ],
    ...[
      '1',
      '-',
      '.',
      'e9',
      '&amp;',
      '&x;',
      '&#0;',
      '<is><t>',
      '</t></is>',
      '<f/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
    ],
    ...[
      '<?x ?>',
      '<x:c xmlns:x="u">',
      '</x:c>',
      '产',
      '\u0000',
      '\ufffe',
      '<mergeCell ref="A1"/>',
      '<rPh>',
      '</rPh>',
    ],
  );
  let [whole, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const xml = pieces.join('');
      const bytes = zipOf(foreignParts(worksheet(xml)));
      if ((await outcome(bytes)) === 'refused') refused += 1;
      else whole += 1;
      await outcome(zipOf(foreignParts(worksheet(''), { 'xl/styles.xml': xml })));
      await outcome(zipOf(foreignParts(worksheet(''), { 'xl/workbook.xml': xml })));
    }),
    { numRuns: 500 },
  );
  t.ok(whole > 20 && refused > 20, `${whole} whole, ${refused} refused`);
});

t.test('any bytes as delimited text', async (t) => {
  let read = 0;
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\t', '\r', '\n', '，', '产'), maxLength: 100 })
      .map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (file) => {
      try {
        await readDelimited(file);
        read += 1;
      } catch (fault) {
        if (!(fault instanceof WorkbookFault)) throw fault;
      }
    }),
    { numRuns: 1_000 },
  );
  t.ok(read > 100, `${read} read`);
});
