import type { Light } from '@xushi/domain';
import type { BoardColumnKind } from './board-words.js';

/**
 * The board as a sheet of numbers: orgs by indicators, several columns an indicator. All words are final and plain
 * text, numbers are exact decimals; a format lays them out.
 */
export interface BoardTable {
  /** What the sheet is called; a format makes it fit its own rules. */
  sheetName: string;
  title: string;
  /** What lights and signs mean. */
  legend: string;
  orgHeading: string;
  unitHeading: string;
  indicators: BoardTableIndicator[];
  /** Can be gone through more than once; each row is made when its turn comes. */
  rows: Iterable<BoardTableRow>;
}

export interface BoardTableIndicator {
  name: string;
  columns: { kind: BoardColumnKind; heading: string; unit: string }[];
}

export interface BoardTableRow {
  orgName: string;
  /** One for each column of each indicator, in their order. */
  cells: BoardTableCell[];
}

/** What stands in a cell; null: nothing, there is no such number. */
export type BoardTableCell = BoardNumber | BoardWord | null;

export interface BoardNumber {
  /** Plain decimal digits with an ASCII minus: data, not yet text for people. */
  number: string;
  /** Decimals to be shown at least, so that a column lines up. */
  decimals: number;
  /** Where it is not that of the column. */
  unit: string | null;
}

export interface BoardWord {
  word: string;
  /** Said in `word` already; a format may show it as well. */
  light: Light | null;
}
