import type { ReadSheet } from '@xushi/workbook';

/** A cell that was passed over, and what stands in it. */
export interface IgnoredCell {
  cell: string;
  text: string;
}

/** A cell as a JSON pointer: `/sheets/报送表/C7`. Delimited text has one sheet, `csv`. */
export function pointerTo({ name }: Pick<ReadSheet, 'name'>, ref: string): string {
  return `/sheets/${(name || 'csv').replaceAll('~', '~0').replaceAll('/', '~1')}/${ref}`;
}

/** A pointer into a submission as that of the cell which says it; of what no cell says, as it is. */
export function cellOf(pointer: string, cells: ReadonlyMap<string, string>): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const cell = cells.get(at);
    if (cell !== undefined) return cell;
  }
  return pointer;
}
