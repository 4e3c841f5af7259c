import { columnName } from '../place.js';
import type { CellStyle } from './styles.js';
import { xmlText } from './text.js';
import { type Validation, validationsXml } from './validation.js';
import { HEAD, MAIN } from './xml.js';

/** One sheet as a workbook holds it: cells with their looks, and how it is seen and printed. */
export interface Sheet {
  name: string;
  /** Not shown: for what programs read. `veryHidden` cannot be shown by its menu either. */
  state?: 'visible' | 'hidden' | 'veryHidden';
  /** Widths in digits. */
  columns: readonly number[];
  rows: Iterable<SheetRow>;
  /** Cells that are one, as A1 ranges. */
  merged: readonly string[];
  /** Rows and columns that stay in view, and are printed on every page. */
  heading: { rows: number; columns: number };
  page: Page;
  /** Only unlocked cells can be typed into. Without a password: against slips, not against people. */
  protect?: boolean;
  validations?: readonly Validation[];
}

/** On A4: all columns on one page, or at a scale in % with pages that end before the named columns. */
export type Page = ({ fit: true } | { fit: false; scale: number; breaks: readonly number[] }) & {
  orientation?: 'landscape' | 'portrait';
  /** What is printed, an A1 range; all of it where absent. */
  area?: string;
  /** Below each page, before its number and their count. */
  footer?: string;
};

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

/** In inches. */
const MARGINS = 'left="0.39" right="0.39" top="0.47" bottom="0.59" header="0.24" footer="0.31"';
const A4 = 9;
const LAST_ROW = 1_048_575;

/** What stands before a sheet's rows; one sheet of a workbook is in front when it is opened. */
export function sheetBegin({ columns, heading, page }: Sheet, inFront: boolean): string {
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
    `<sheetViews><sheetView${inFront ? ' tabSelected="1"' : ''} workbookViewId="0">${left + rows > 0 ? frozen : ''}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="16"/>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
  );
}

/** What stands behind them, in the order that the format asks for. */
export function sheetEnd({ merged, page, protect, validations = [] }: Sheet): string {
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`);
  const size = page.fit ? 'fitToWidth="1" fitToHeight="0"' : `scale="${page.scale}"`;
  const breaks = page.fit ? [] : page.breaks.map((at) => `<brk id="${at}" max="${LAST_ROW}" man="1"/>`);
  // An ampersand begins a code in a footer; a doubled one is one.
  const footer = page.footer ? `${page.footer.replaceAll('&', '&&')} ` : '';
  return (
    // What is named is not allowed where it is 1: widths and heights may be changed by everybody.
    `</sheetData>${protect ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' : ''}` +
    `${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}` +
    `${validationsXml(validations)}<printOptions horizontalCentered="1"/><pageMargins ${MARGINS}/>` +
    // Pages side by side come out behind each other: the same orgs, the next indicators.
    `<pageSetup paperSize="${A4}" ${size} pageOrder="overThenDown" orientation="${page.orientation ?? 'landscape'}"/>` +
    `<headerFooter><oddFooter>${xmlText(`&C${footer}&P / &N`)}</oddFooter></headerFooter>` +
    (breaks.length > 0
      ? `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</colBreaks>`
      : '') +
    '</worksheet>'
  );
}
