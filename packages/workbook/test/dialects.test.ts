import t from 'tap';
import { readWorkbook } from '../src/index.js';
import { foreignParts, MAIN, RELATED, saidBy, worksheet, zipOf } from './made.js';

/** What is read of a sheet as some program wrote it. */
async function read(sheet: string, replaced: Record<string, string | null> = {}): Promise<string[]> {
  const { sheets } = await readWorkbook(zipOf(foreignParts(sheet, replaced)));
  return saidBy(sheets[0]);
}

const stylesOf = (codes: string[], more = '') =>
  `<styleSheet xmlns="${MAIN}"><numFmts>${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
  `<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/>${codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}${more}</cellXfs></styleSheet>`;

t.test('every type of cell', async (t) => {
  const cells = [
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="B1" t="inlineStr"><is><r><t>规模 </t></r><r><t xml:space="preserve"> 以上</t></r><rPh><t>guimo</t></rPh></is></c>',
    '<c r="C1" t="str"><f>A1&amp;"x"</f><v>一x</v></c>',
    '<c r="D1" t="b"><v>1</v></c>',
    '<c r="E1" t="b"><v>0</v></c>',
    '<c r="F1" t="e"><v>#DIV/0!</v></c>',
    '<c r="G1"><v>50.600000000000001</v></c>',
    '<c r="H1" t="d"><v>2017-11-30</v></c>',
    '<c r="I1" s="0"/>',
    '<c r="J1"><f>SUM(A1:B1)</f><v></v></c>',
    '<c r="K1"><f>SUM(A1:B1)</f></c>',
    '<c r="L1" t="str"><f>""</f><v></v></c>',
    '<c r="M1"><f t="shared" si="0"/><v>4.6</v></c>',
    '<c r="N1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="O1"><v>NaN</v></c>',
    '<c r="P1"><v><![CDATA[7]]></v></c>',
    '<c r="Q1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041__xD800_</t></is></c>',
    '<c r="R1" t="s"><v> 0 </v></c>',
  ];
  t.same(await read(worksheet(`<row r="1">${cells.join('')}</row>`)), [
    'A1 text 一',
    'B1 text 规模 以上',
    'C1 text by formula 一x',
    'D1 boolean TRUE',
    'E1 boolean FALSE',
    'F1 error #DIV/0!',
    'G1 number 50.6',
    'H1 date 2017-11-30',
    'J1 empty by formula ',
    'K1 empty by formula ',
    'L1 text by formula ',
    'M1 number by formula 4.6',
    'N1 error by formula #DIV/0!',
    'O1 text NaN',
    'P1 number 7',
    'Q1 text a\rb_x0041_',
    'R1 text 一',
  ]);
});

t.test('texts of runs, without how they are read, with the blanks that are kept', async (t) => {
  const strings =
    `<sst xmlns="${MAIN}"><si><r><rPr><b/></rPr><t xml:space="preserve">工业 </t></r><r><t>总产值</t></r><rPh sb="0" eb="2"><t>gong</t></rPh><phoneticPr fontId="1"/></si>` +
    '<si><t>\n  税收\n</t></si><si><t xml:space="preserve"> 税收\u3000</t></si><si/></sst>';
  const cells = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
  t.same(await read(worksheet(`<row>${cells}</row>`), { 'xl/sharedStrings.xml': strings }), [
    'A1 text 工业 总产值',
    'B1 text 税收',
    'C1 text  税收\u3000',
  ]);
});

t.test('rows and cells without addresses follow the one before', async (t) => {
  const rows =
    '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
  t.same(await read(worksheet(rows)), [
    'A1 number 1',
    'C1 number 2',
    'C5 number 3',
    'D5 number 4',
    'A6 number 5',
  ]);
  const upsideDown =
    '<row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>';
  t.same(await read(worksheet(upsideDown)), ['A1 number 0', 'A2 number 1', 'B2 number 2']);
});

t.test('prefixes, strict files, absolute targets, a mark of UTF-16, names in another case', async (t) => {
  const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  t.same(await read(prefixed), ['A1 text 一']);

  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const related = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const parts = foreignParts(worksheet('<row><c t="s"><v>0</v></c></row>'));
  const asStrict = Object.entries(parts).map(([path, xml]) => [
    path,
    xml.replaceAll(MAIN, strict).replaceAll(RELATED, related),
  ]);
  t.same(saidBy((await readWorkbook(zipOf(Object.fromEntries(asStrict)))).sheets[0]), ['A1 text 一']);

  const targets = (from: string, to: string) => {
    const path = 'xl/_rels/workbook.xml.rels';
    return { [path]: parts[path]!.replace(`Target="${from}"`, `Target="${to}"`) };
  };
  const one = worksheet('<row><c><v>1</v></c></row>');
  t.same(await read(one, targets('worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml')), ['A1 number 1']);
  t.same(await read(one, targets('worksheets/sheet1.xml', './../xl/worksheets/Sheet1.XML')), ['A1 number 1']);
  t.same(await read(one, targets('worksheets/sheet1.xml', 'worksheets\\sheet1.xml')), ['A1 number 1']);
  t.same(await read(one, { '_rels/.rels': null }), ['A1 number 1'], 'where it usually is');

  const utf16 = Buffer.from(`\ufeff${worksheet('<row><c t="str"><v>双牌</v></c></row>')}`, 'utf16le');
  t.same(saidBy((await readWorkbook(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': utf16 }))).sheets[0]), [
    'A1 text 双牌',
  ]);
});

t.test(
  'what is foreign is passed over with all that is in it; macros and links are not looked at',
  async (t) => {
    const foreign = `<row r="1"><c r="A1"><v>1</v><extLst><ext><y:v xmlns:y="urn:y">2</y:v></ext></extLst></c></row>`;
    const rest =
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback><row r="9"><c r="A9"><v>9</v></c></row></mc:Fallback></mc:AlternateContent>` +
      '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
    const parts = foreignParts(worksheet(foreign, rest), {
      'xl/vbaProject.bin': 'macros',
      'xl/externalLinks/externalLink1.xml': '<!broken',
    });
    const path = 'xl/_rels/workbook.xml.rels';
    parts[path] = parts[path]!.replace(
      '</Relationships>',
      '<Relationship Id="r8" Type="x/vbaProject" Target="vbaProject.bin"/><Relationship Id="r9" Type="x/worksheet" Target="http://example.test/a.xml" TargetMode="External"/></Relationships>',
    );
    const { sheets } = await readWorkbook(zipOf(parts));
    t.same(saidBy(sheets[0]), ['A1 number 1']);
    t.equal(sheets[0]?.headingAt(2, 2).text, '1');
  },
);

t.test('what a format makes of a number', async (t) => {
  const formats: [string, string, string][] = [
    ['0.0%', '0.452', 'number% 0.452'],
    ['0%;[Red]-0%', '-0.05', 'number% -0.05'],
    ['General', '1', 'number 1'],
    ['G/通用格式', '1', 'number 1'],
    ['G/通用格式"%"', '1', 'number 1'],
    ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', '1234.5', 'number 1234.5'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1234.5', 'number 1234.5'],
    ['0.00E+00', '1.5E3', 'number 1500'],
    ['0.0"亿元"', '50.6', 'number 50.6'],
    ['[DBNum2][$-804]0', '5', 'number 5'],
    ['0.0,', '506000', 'number~ 506000'],
    ['#,##0,,', '506000', 'number~ 506000'],
    ['0!.0,"万"', '506000', 'number~ 506000'],
    ['0\\.0000', '506000', 'number~ 506000'],
    ['yyyy"年"m"月"', '43040', 'date 2017-11-01'],
    ['[$-804]yyyy"年"m"月"d"日";@', '43069', 'date 2017-11-30'],
    ['yyyy/m/d h:mm', '43069.354166666664', 'date 2017-11-30T08:30:00'],
    ['[h]:mm:ss.00', '0.5', 'date 12:00:00'],
    ['h:mm AM/PM', '0.75', 'date 18:00:00'],
    ['yyyy-mm-dd', '-1', 'number -1'],
    ['yyyy-mm-dd', '2958466', 'number 2958466'],
    ['@', '5', 'number 5'],
    ['"yyyy"', '5', 'number 5'],
  ];
  const styles = stylesOf(
    formats.map(([code]) => code),
    '<xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="57"/>',
  );
  const values = [...formats.map(([, value]) => value), '0.5', '43069', '43040'];
  const cells = values.map((value, index) => `<c s="${index + 1}"><v>${value}</v></c>`).join('');
  const said = await read(worksheet(`<row>${cells}</row>`), { 'xl/styles.xml': styles });
  t.same(
    said.map((cell) => cell.replace(/^\w+ /, '')),
    [...formats.map(([, , wanted]) => wanted), 'number% 0.5', 'date 2017-11-30', 'date 2017-11-01'],
  );
});

t.test('days as both systems count them, with the one that there never was', async (t) => {
  const dates = async (workbookPr: string, serials: number[]) => {
    const cells = serials.map((serial) => `<c s="1"><v>${serial}</v></c>`).join('');
    const parts = foreignParts(worksheet(`<row>${cells}</row>`), {
      'xl/styles.xml': stylesOf(['yyyy-mm-dd']),
    });
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('<sheets>', `${workbookPr}<sheets>`);
    const said = saidBy((await readWorkbook(zipOf(parts))).sheets[0]);
    return said.map((cell) => cell.replace(/^\w+ date /, ''));
  };
  t.same(await dates('', [1, 59, 60, 61, 36_526, 43_069, 45_351, 2_958_465]), [
    ...['1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '2000-01-01', '2017-11-30', '2024-02-29'],
    '9999-12-31',
  ]);
  t.same(await dates('<workbookPr date1904="1"/>', [0, 1, 41_607]), [
    '1904-01-01',
    '1904-01-02',
    '2017-11-30',
  ]);
  // Every day of two centuries, by another calendar.
  const serials = Array.from({ length: 450 }, (_, index) => 61 + index * 163);
  const wanted = serials.map((serial) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10));
  t.same(await dates('', serials), wanted);
});
