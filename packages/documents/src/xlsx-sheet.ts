import type { CellStyle } from './xlsx-styles.js';
import { sheetNameOf, xmlText } from './xlsx-text.js';

/** One sheet as a workbook holds it: cells with their looks, and how it is seen and printed. */
export interface Sheet {
  name: string;
  /** Widths in digits. */
  columns: readonly number[];
  rows: Iterable<SheetRow>;
  /** Cells that are one, as A1 ranges. */
  merged: readonly string[];
  /** Rows and columns that stay in view, and are printed on every page. */
  heading: { rows: number; columns: number };
  /** On A4 across: all columns on one page, or at a scale in % with pages that end before the named columns. */
  page: { fit: true } | { fit: false; scale: number; breaks: readonly number[] };
}

export interface SheetRow {
  /** In points; as high as its text where absent. */
  height?: number;
  cells: readonly SheetCell[];
}

export interface SheetCell {
  /** Text, or a plain decimal of at most 15 digits; null: only the style. */
  value: { text: string } | { number: string } | null;
  style: CellStyle;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** In inches. */
const MARGINS = 'left="0.39" right="0.39" top="0.47" bottom="0.59" header="0.24" footer="0.31"';
const A4 = 9;
const LAST_ROW = 1_048_575;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** What stands before a sheet's rows. */
export function sheetBegin({ columns, heading, page }: Sheet): string {
  const { rows, columns: left } = heading;
  const pane = left > 0 && rows > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${left > 0 ? ` xSplit="${left}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const corner = `${columnName(left)}${rows + 1}`;
  const frozen = `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`;
  const widths = columns.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${HEAD}<worksheet xmlns="${MAIN}">${page.fit ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}` +
    `<sheetViews><sheetView workbookViewId="0">${left + rows > 0 ? frozen : ''}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="16"/><cols>${widths.join('')}</cols><sheetData>`
  );
}

/** What stands behind them, in the order that the format asks for. */
export function sheetEnd({ merged, page }: Sheet): string {
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`);
  const size = page.fit ? 'fitToWidth="1" fitToHeight="0"' : `scale="${page.scale}"`;
  const breaks = page.fit ? [] : page.breaks.map((at) => `<brk id="${at}" max="${LAST_ROW}" man="1"/>`);
  return (
    `</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}` +
    `<printOptions horizontalCentered="1"/><pageMargins ${MARGINS}/>` +
    // Pages side by side come out behind each other: the same orgs, the next indicators.
    `<pageSetup paperSize="${A4}" ${size} pageOrder="overThenDown" orientation="landscape"/>` +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>' +
    (breaks.length > 0
      ? `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</colBreaks>`
      : '') +
    '</worksheet>'
  );
}

/** Every part of a workbook of one sheet besides the sheet, its styles and its strings. */
export function fixedParts({ name, heading }: Sheet): { path: string; xml: string }[] {
  const sheet = sheetNameOf(name);
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const titles = [
    ...(heading.columns > 0 ? [`${quoted}!$A:$${columnName(heading.columns - 1)}`] : []),
    ...(heading.rows > 0 ? [`${quoted}!$1:$${heading.rows}`] : []),
  ].join(',');
  const names = titles
    ? `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${xmlText(titles)}</definedName></definedNames>`
    : '';
  const part = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const related = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATED}/${kind}" Target="${target}"/>`;
  const relations = (list: string[]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  return [
    {
      path: '[Content_Types].xml',
      xml:
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}` +
        `${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}${part('sharedStrings.xml', 'sharedStrings')}</Types>`,
    },
    { path: '_rels/.rels', xml: relations([related(1, 'officeDocument', 'xl/workbook.xml')]) },
    {
      path: 'xl/workbook.xml',
      xml: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><bookViews><workbookView/></bookViews><sheets><sheet name="${xmlText(sheet)}" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relations([
        related(1, 'worksheet', 'worksheets/sheet1.xml'),
        related(2, 'styles', 'styles.xml'),
        related(3, 'sharedStrings', 'sharedStrings.xml'),
      ]),
    },
  ];
}
