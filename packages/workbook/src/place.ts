/** Where a cell is, from 1: C7 is row 7, column 3. */
export interface Place {
  row: number;
  column: number;
}

/** A rectangle of cells, both corners in it. */
export interface CellRange {
  from: Place;
  to: Place;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Row 7, column 3 (from 1) → C7. */
export const refOf = (row: number, column: number): string => `${columnName(column - 1)}${row}`;

/** C7 or $C$7 → its place; null for what is no address of a cell. */
export function placeOf(ref: string): Place | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(ref);
  if (!match) return null;
  const [, letters = '', digits] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

/** A1:C7 or A1 → its corners, in order; null for what is no range. */
export function rangeOf(text: string): CellRange | null {
  const [first = '', last = first, ...more] = text.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  if (!from || !to || more.length > 0 || from.row > to.row || from.column > to.column) return null;
  return { from, to };
}
