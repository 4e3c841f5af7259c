import type { BoardTable } from '@xushi/wording';
import { othersTurn, textWidth, widestWord } from '@xushi/workbook';
import { cellWidth } from './board-cells.js';

/** Columns of a board that are printed on one page; the first column is printed on each. */
export interface BoardPage {
  /** Its own first column and the one behind its last, from 0. */
  from: number;
  to: number;
  /** In digits, with the orgs' names. */
  width: number;
}

const [NARROWEST, WIDEST_HEADING, WIDEST_NAME] = [6, 7, 26];
/** What a column has beside its text. */
const PADDING = 1.2;
const ROWS_AT_ONCE = 40;
/** Smaller than this numbers cannot be read in print: then indicators go on a page beside it. */
const SMALLEST_PERCENT = 55;
/** Digits across A4 at full size. */
const ACROSS = 128;
/** Where the scale is ours and not found by the program that prints: its fonts may be a fifth wider. */
const SAFELY_ACROSS = 105;

/** How wide each column is, names first: wide enough for each of its numbers. */
export async function columnWidths(table: BoardTable): Promise<number[]> {
  const columns = table.indicators.flatMap(({ columns }) => columns);
  const widths = columns.map(({ heading, unit }) =>
    Math.max(
      NARROWEST,
      Math.min(WIDEST_HEADING, Math.max(textWidth(heading), textWidth(unit))),
      Math.min(WIDEST_NAME, widestWord(`${heading} ${unit}`)),
    ),
  );
  let [names, row] = [Math.max(textWidth(table.orgHeading), textWidth(table.unitHeading)), 0];
  for (const { orgName, cells } of table.rows) {
    names = Math.max(names, Math.min(WIDEST_NAME, textWidth(orgName)));
    for (const [index, cell] of cells.entries())
      widths[index] = Math.max(widths[index] ?? 0, cellWidth(cell));
    row += 1;
    if (row % ROWS_AT_ONCE === 0) await othersTurn();
  }
  return [names, ...widths].map((width) => width + PADDING);
}

/**
 * The pages that stand side by side: all indicators on one where they can be read there, else as few pages as can be
 * read, about equally full.
 */
export function boardPages(table: BoardTable, widths: readonly number[]): BoardPage[] {
  const most = (100 * SAFELY_ACROSS) / SMALLEST_PERCENT;
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= (100 * ACROSS) / SMALLEST_PERCENT) return [{ from: 0, to: widths.length, width: total }];
  let pages = pagesUpTo(most, table, widths);
  for (let limit = most; limit > 0; limit -= 4) {
    const evener = pagesUpTo(limit, table, widths);
    if (evener.length > pages.length) break;
    pages = evener;
  }
  return pages;
}

/** Pages that are filled one after the other with whole indicators; one at least on each. */
function pagesUpTo(most: number, { indicators }: BoardTable, widths: readonly number[]): BoardPage[] {
  const names = widths[0] ?? 0;
  const pages: BoardPage[] = [{ from: 0, to: 1, width: names }];
  for (const { columns } of indicators) {
    const page = pages.at(-1)!;
    const group = widths.slice(page.to, page.to + columns.length).reduce((sum, width) => sum + width, 0);
    if (page.width + group <= most || page.to === 1) {
      page.to += columns.length;
      page.width += group;
    } else {
      pages.push({ from: page.to, to: page.to + columns.length, width: names + group });
    }
  }
  return pages;
}

/** The scale in % at which the widest page fits. */
export function scaleOf(pages: readonly BoardPage[]): number {
  const widest = Math.max(...pages.map(({ width }) => width));
  return Math.max(10, Math.min(100, Math.floor((100 * SAFELY_ACROSS) / widest)));
}
