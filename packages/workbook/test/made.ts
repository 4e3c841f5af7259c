import { strToU8, type Zippable, zipSync } from 'fflate';
import {
  LOOKS,
  type ReadSheet,
  type Sheet,
  type SheetCell,
  type Workbook,
  WorkbookFault,
  writeWorkbook,
} from '../src/index.js';

/** The bytes of a workbook. */
export async function bytesOf(workbook: Workbook): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook(workbook)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A sheet of texts (strings) and numbers (`{number}`). */
export function sheetOf(
  rows: readonly (readonly (string | { number: string } | null)[])[],
  more: Partial<Sheet> = {},
): Sheet {
  const cell = (said: string | { number: string } | null): SheetCell => ({
    value: typeof said === 'string' ? { text: said } : said,
    style: LOOKS.input,
  });
  return {
    ...{ name: '月报', columns: [], merged: [], heading: { rows: 0, columns: 0 }, page: { fit: true } },
    rows: rows.map((cells) => ({ cells: cells.map(cell) })),
    ...more,
  };
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a file that a program other than ours might have written; each can be replaced, or left out with null. */
export function foreignParts(
  sheet: string,
  replaced: Record<string, string | null> = {},
): Record<string, string> {
  const relations = (list: string) => `<Relationships xmlns="${PACKAGE}">${list}</Relationships>`;
  const parts: Record<string, string | null> = {
    '_rels/.rels': relations(
      `<Relationship Id="r1" Type="${RELATED}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="r1" Type="${RELATED}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="r2" Type="${RELATED}/sharedStrings" Target="sharedStrings.xml"/>` +
        `<Relationship Id="r3" Type="${RELATED}/styles" Target="styles.xml"/>`,
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>一</t></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet.startsWith('<')
      ? sheet
      : `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...replaced,
  };
  return Object.fromEntries(
    Object.entries(parts).filter((part): part is [string, string] => part[1] !== null),
  );
}

/** Rows of a sheet's XML, in a worksheet. */
export const worksheet = (rows: string, rest = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${rest}</worksheet>`;

export function zipOf(parts: Record<string, string | Uint8Array>, level: 1 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts))
    files[path] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { level });
}

/** Cells as short words: `B2 number% 0.452`. */
export function saidBy(sheet: ReadSheet | undefined): string[] {
  return [...(sheet?.cells() ?? [])].map(
    ({ ref, kind, text, percent, scaled, formula }) =>
      `${ref} ${kind}${percent ? '%' : ''}${scaled ? '~' : ''}${formula ? ' by formula' : ''} ${text}`,
  );
}

/** What a fault says of itself; whatever else is thrown goes on. */
export async function faultOf(work: () => unknown): Promise<Record<string, unknown>> {
  try {
    await work();
  } catch (fault) {
    if (!(fault instanceof WorkbookFault)) throw fault;
    return { code: fault.code, ...fault.details };
  }
  return { code: 'none' };
}
