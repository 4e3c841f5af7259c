import type { BoardTable } from '@xushi/wording';
import {
  type CellStyle,
  columnName,
  linesOf,
  type Sheet,
  type SheetCell,
  type SheetRow,
  writeWorkbook,
} from '@xushi/workbook';
import { BoardCells } from './board-cells.js';
import { type BoardPage, boardPages, columnWidths, scaleOf } from './board-pages.js';

const TITLE: CellStyle = { bold: true, size: 16, align: 'center' };
const LEGEND: CellStyle = { size: 10, align: 'left', wrap: true };
const HEADING: CellStyle = { bold: true, fill: 'F2F2F2', border: true, align: 'center', wrap: true };
const UNIT: CellStyle = { size: 10, fill: 'F2F2F2', border: true, align: 'center', wrap: true };
const NAME: CellStyle = { border: true, align: 'left', wrap: true };
/** Heights in points. */
const [TITLE_HEIGHT, LINE] = [30, 15];
const BLANK: SheetCell = { value: null, style: {} };

/** Where the headings stand: title, legend, indicators, columns, units. */
const HEADING_ROWS = 5;

/**
 * The board as an XLSX file that can be printed as it is opened: title, legend and headings on every page, A4 across.
 * Numbers are numbers with their decimals; one that a spreadsheet would cut is text with every digit. A board that is
 * too wide to be read on one page is printed on several side by side, never through the middle of an indicator.
 */
export async function* renderBoardXlsx(table: BoardTable): AsyncGenerator<Uint8Array, void, undefined> {
  const widths = await columnWidths(table);
  const pages = boardPages(table, widths);
  const sheet: Sheet = {
    name: table.sheetName,
    columns: widths,
    rows: {
      *[Symbol.iterator]() {
        yield* headingRows(table, widths, pages);
        yield* orgRows(table, widths[0] ?? 1);
      },
    },
    merged: mergedOf(table, pages),
    heading: { rows: HEADING_ROWS, columns: 1 },
    page:
      pages.length === 1
        ? { fit: true }
        : { fit: false, scale: scaleOf(pages), breaks: pages.slice(1).map(({ from }) => from) },
  };
  yield* writeWorkbook({ sheets: [sheet] });
}

function* headingRows(
  table: BoardTable,
  widths: readonly number[],
  pages: readonly BoardPage[],
): Generator<SheetRow> {
  const cells = new BoardCells();
  const titled = titledColumns(pages);
  const starts = new Set(titled.map(({ from }) => from));
  // Each page begins with the title and the legend, so that a sheet of paper by itself says what it is.
  const onEachPage = (text: string, style: CellStyle) =>
    widths.map((_, index) => (starts.has(index) ? cells.text(text, style) : BLANK));
  const lines = titled.map(({ from, to }) => linesOf(table.legend, sum(widths, from, to)));
  yield { height: TITLE_HEIGHT, cells: onEachPage(table.title, TITLE) };
  yield { height: LINE * Math.max(...lines), cells: onEachPage(table.legend, LEGEND) };

  const heading = (text: string) => cells.text(text, HEADING);
  yield {
    height: heightOf(
      groupsOf(table).map(({ name, from, to }) => ({ text: name, width: sum(widths, from, to) })),
    ),
    cells: [
      heading(table.orgHeading),
      ...table.indicators.flatMap(({ name, columns }) =>
        columns.map((_, at) => heading(at === 0 ? name : '')),
      ),
    ],
  };
  const columns = table.indicators.flatMap((indicator) => indicator.columns);
  const below = (texts: string[]) =>
    heightOf(texts.map((text, index) => ({ text, width: widths[index + 1] ?? 1 })));
  const headings = columns.map((column) => column.heading);
  yield { height: below(headings), cells: [heading(''), ...headings.map(heading)] };
  const units = columns.map(({ unit }) => unit);
  yield {
    height: below(units),
    cells: [table.unitHeading, ...units].map((text) => cells.text(text, UNIT)),
  };
}

function* orgRows(table: BoardTable, width: number): Generator<SheetRow> {
  const cells = new BoardCells();
  for (const { orgName, cells: said } of table.rows) {
    // Said, since programs that open a file do not all make a row as high as its text.
    const height = heightOf([{ text: orgName, width }]);
    yield { height, cells: [cells.text(orgName, NAME), ...said.map((cell) => cells.of(cell))] };
  }
}

/** High enough for each text to wrap in its width. */
const heightOf = (texts: { text: string; width: number }[]): number =>
  LINE * Math.max(1, ...texts.map(({ text, width }) => linesOf(text, width - 1))) + 3;

/** The columns of each indicator, from 0. */
function groupsOf({ indicators }: BoardTable): { name: string; from: number; to: number }[] {
  let to = 1;
  return indicators.map(({ name, columns }) => {
    const from = to;
    to += columns.length;
    return { name, from, to };
  });
}

function mergedOf(table: BoardTable, pages: readonly BoardPage[]): string[] {
  const across = (row: number, { from, to }: { from: number; to: number }) =>
    to - from > 1 ? [`${columnName(from)}${row}:${columnName(to - 1)}${row}`] : [];
  return [
    ...titledColumns(pages).flatMap((columns) => [...across(1, columns), ...across(2, columns)]),
    'A3:A4',
    ...groupsOf(table).flatMap((group) => across(3, group)),
  ];
}

/** Where a title stands: over all of a page, but where names are printed on several it is not said in their column. */
function titledColumns(pages: readonly BoardPage[]): { from: number; to: number }[] {
  return pages.map(({ from, to }) => ({ from: pages.length > 1 ? Math.max(1, from) : from, to }));
}

const sum = (widths: readonly number[], from: number, to: number): number =>
  widths.slice(from, to).reduce((total, width) => total + width, 0);
