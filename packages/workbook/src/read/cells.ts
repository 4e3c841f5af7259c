import { type CellRange, refOf } from '../place.js';
import { WorkbookFault } from './fault.js';
import type { ReadLimits } from './limits.js';

export type CellKind = 'empty' | 'text' | 'number' | 'boolean' | 'error' | 'date';

/** A cell as it was found. */
export interface ReadCell {
  /** `C7` */
  ref: string;
  /** From 1. */
  row: number;
  column: number;
  kind: CellKind;
  /**
   * Text: as written. Number: a plain decimal, see `storedNumber`. Boolean: `TRUE` or `FALSE`. Error: `#DIV/0!`. Date:
   * `2017-11-30`, `2017-11-30T08:30:00` or `08:30:00`. Empty: nothing.
   */
  text: string;
  /** A number that is shown in percent: 0.452 is shown as 45.2%. `text` is the number, not what is shown. */
  percent: boolean;
  /** A number that is shown in thousands or the like (format `0.0,` or `0!.0,`): what people see is not `text`. */
  scaled: boolean;
  /** Worked out by a formula; `text` is what the program that saved the file had found. Empty: it had found nothing. */
  formula: boolean;
}

/** What is in a cell, without where it stands: so it is kept, since a large sheet has very many. */
type Content = Omit<ReadCell, 'ref' | 'row' | 'column'>;
export type FoundCell = Pick<Content, 'kind' | 'text'> & Partial<Content>;

const EMPTY: Content = { kind: 'empty', text: '', percent: false, scaled: false, formula: false };

const placed = (row: number, column: number, content: Content): ReadCell => ({
  ref: refOf(row, column),
  row,
  column,
  ...content,
});

const inOrder = <T>(numbered: ReadonlyMap<number, T>): [number, T][] =>
  [...numbered].sort(([one], [other]) => one - other);

/** A sheet as it was found: cells that have something in them. */
export class ReadSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly merged: CellRange[] = [];
  /** The last row and column with something in them; 0 where there is nothing. */
  lastRow = 0;
  lastColumn = 0;
  readonly #rows = new Map<number, Map<number, Content>>();
  #count = 0;

  constructor(name: string, state: ReadSheet['state'] = 'visible') {
    this.name = name;
    this.state = state;
  }

  /** How many cells have something in them. */
  get size(): number {
    return this.#count;
  }

  /** The cell at a place, from 1; an empty one where nothing is. */
  cellAt(row: number, column: number): ReadCell {
    return placed(row, column, this.#rows.get(row)?.get(column) ?? EMPTY);
  }

  /** The same, but a merged range says in each of its cells what it says in its first: for headings. */
  headingAt(row: number, column: number): ReadCell {
    const range = this.merged.find(
      ({ from, to }) => from.row <= row && row <= to.row && from.column <= column && column <= to.column,
    );
    return range ? this.cellAt(range.from.row, range.from.column) : this.cellAt(row, column);
  }

  /** Cells with something in them, row by row, each from left to right. */
  *cells(): Generator<ReadCell, void, undefined> {
    for (const [row, cells] of inOrder(this.#rows)) {
      for (const [column, content] of inOrder(cells)) yield placed(row, column, content);
    }
  }

  /** Adds what was found. Throws WorkbookFault where it is over a limit, or something is there already. */
  add(row: number, column: number, found: FoundCell, limits: ReadLimits): void {
    const at = { sheet: this.name, cell: refOf(row, column) };
    if (row > limits.rows) throw new WorkbookFault('tooManyRows', { limit: limits.rows, ...at });
    if (column > limits.columns) throw new WorkbookFault('tooManyColumns', { limit: limits.columns, ...at });
    if (this.#count >= limits.cells) throw new WorkbookFault('tooManyCells', { limit: limits.cells, ...at });
    if (found.text.length > limits.textLength)
      throw new WorkbookFault('textTooLong', { limit: limits.textLength, ...at });
    const cells = this.#rows.get(row) ?? new Map<number, Content>();
    if (cells.has(column)) throw new WorkbookFault('workbookBroken', { what: 'the same cell twice', ...at });
    const { kind, text, percent = false, scaled = false, formula = false } = found;
    cells.set(column, { kind, text, percent, scaled, formula });
    this.#rows.set(row, cells);
    this.#count += 1;
    this.lastRow = Math.max(this.lastRow, row);
    this.lastColumn = Math.max(this.lastColumn, column);
  }
}

/**
 * A text that keeps nothing else alive: what is cut out of a long one is otherwise a view of it, and a short cell would
 * hold on to 64 KiB of XML.
 */
export const ownText = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
