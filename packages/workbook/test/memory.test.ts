import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import t from 'tap';
import type { ReadLimits } from '../src/index.js';
import { crc32 } from '../src/read/crc32.js';
import { type PackedPart, packedRepeat, zipOfPacked } from './bomb.js';
import { foreignParts, MAIN, worksheet, zipOf } from './made.js';

const MIB = 1024 * 1024;
const MOST_MIB = 64;
const READER = fileURLToPath(new URL('./read-process.js', import.meta.url));

/** How reading a file ends in a process of its own, and by how much that grows. */
async function readApart(folder: string, bytes: Uint8Array, limits: Partial<ReadLimits> = {}) {
  const path = join(folder, 'file.xlsx');
  writeFileSync(path, bytes);
  const { stdout } = await promisify(execFile)(process.execPath, [READER, path, JSON.stringify(limits)]);
  return JSON.parse(stdout) as { code: string; grownMib: number; turns: number };
}

/** A workbook whose one part is packed as given. */
async function withPart(path: string, packed: Buffer, saidSize: number): Promise<Buffer> {
  const parts: PackedPart[] = [];
  for (const [name, xml] of Object.entries(foreignParts(worksheet('')))) {
    const usual = { packed: await packedRepeat({ piece: xml, times: 1 }), saidSize: Buffer.byteLength(xml) };
    const crc = crc32(Buffer.from(xml), 0);
    parts.push({ path: name, crc, ...(name === path ? { packed, saidSize } : usual) });
  }
  return zipOfPacked(parts);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const BEGIN = `<worksheet xmlns="${MAIN}"><sheetData>`;

t.test('an archive of 10 MB that unpacks to 10 GB, whatever it says of itself', async (t) => {
  const piece = ' '.repeat(16 * MIB);
  const packed = await packedRepeat({ begin: BEGIN, piece, times: 640 });
  t.ok(packed.length > 9 * MIB && packed.length < 14 * MIB, `${packed.length} bytes`);
  const cases: [number, RegExp][] = [
    [0xfffffff0, /^workbookTooLarge entryBytes$/],
    [15 * MIB, /^workbook(TooLarge|Broken)/],
    [100, /^workbookBroken/],
  ];
  for (const [saidSize, wanted] of cases) {
    const bytes = await withPart(SHEET, packed, saidSize);
    const { code, grownMib } = await readApart(t.testdir(), bytes);
    t.match(code, wanted);
    t.ok(grownMib < MOST_MIB, `${grownMib} MiB, said to be ${saidSize} bytes`);
  }
});

t.test('a million cells, within the bytes that are allowed', async (t) => {
  const row = (number: number) =>
    `<row>${Array.from({ length: 100 }, (_, column) => `<c><v>${number * column}</v></c>`).join('')}</row>`;
  const rows = Array.from({ length: 10_000 }, (_, number) => row(number)).join('');
  const bytes = zipOf(foreignParts(worksheet(rows)), 1);
  const { code, grownMib, turns } = await readApart(t.testdir(), bytes, { entryBytes: 64 * MIB });
  t.equal(code, 'tooManyCells');
  t.ok(grownMib < MOST_MIB, `${grownMib} MiB`);
  t.ok(turns > 20, `others had ${turns} turns`);
});

t.test('nests, attributes and texts without end', async (t) => {
  const once = 6 * MIB;
  const limits = { ratio: 2_000 };
  const sheets: Record<string, [string, RegExp]> = {
    nest: ['<a>'.repeat(once / 3), /depth/],
    'nest of their own': ['<row>'.repeat(once / 5), /depth/],
    attributes: [
      `<row ${Array.from({ length: 300_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
      /token/,
    ],
    text: [`<row><c t="str"><v>${'产'.repeat(once / 3)}</v></c></row>`, /token/],
    'text in pieces': [`<row><c t="str"><v>${'x<!---->'.repeat(once / 8)}</v></c></row>`, /textTooLong/],
    'empty rows': [Array.from({ length: 200_000 }, (_, row) => `<row r="${row + 1}"/>`).join(''), /none/],
  };
  for (const [name, [xml, wanted]] of Object.entries(sheets)) {
    const { code, grownMib } = await readApart(t.testdir(), zipOf(foreignParts(worksheet(xml)), 1), limits);
    t.match(code, wanted, name);
    t.ok(grownMib < MOST_MIB, `${name}: ${grownMib} MiB`);
  }
});

t.test('texts that no cell names', async (t) => {
  const items = Array.from({ length: 210_000 }, (_, index) => `<si><t>产值${index}产值产值</t></si>`);
  const strings = `<sst xmlns="${MAIN}">${items.join('')}</sst>`;
  const bytes = zipOf(foreignParts(worksheet(''), { 'xl/sharedStrings.xml': strings }));
  t.equal(strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']!), strings);
  const { code, grownMib } = await readApart(t.testdir(), bytes);
  t.equal(code, 'workbookTooLarge strings');
  t.ok(grownMib < MOST_MIB, `${grownMib} MiB`);
});
