import { strToU8, zipSync } from 'fflate';

/** A cell: text, a number as it is stored, nothing, or XML of its own (formula, style, error). */
export type MadeCell = string | number | null | { xml: string };
export interface MadeSheet {
  name: string;
  rows: readonly (readonly MadeCell[])[];
  merged?: readonly string[];
  state?: 'hidden';
}

const text = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const letter = (index: number): string => String.fromCharCode(65 + index);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Styles that `s` of a cell names: 1 shows percent, 2 a day, 3 thousands. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0,"/></numFmts><cellXfs count="4"><xf/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** The bytes of a workbook by other means than the writer's of the product. */
export function makeXlsx(...sheets: MadeSheet[]): Buffer {
  const cellOf = (cell: MadeCell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'string')
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`;
    return cell.xml.replace('<c', `<c r="${at}"`);
  };
  const sheetOf = ({ rows, merged = [] }: MadeSheet): string =>
    `<worksheet xmlns="${MAIN}"><sheetData>${rows
      .map(
        (row, at) =>
          `<row r="${at + 1}">${row.map((cell, index) => cellOf(cell, `${letter(index)}${at + 1}`)).join('')}</row>`,
      )
      .join(
        '',
      )}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${text(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="r${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) =>
      `<Relationship Id="r${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}">${related.join('')}<Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'xl/styles.xml': strToU8(STYLES),
      ...Object.fromEntries(
        sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(sheetOf(sheet))]),
      ),
    }),
  );
}
