import { XlsxArchive } from './xlsx-archive.js';
import { columnName, fixedParts, type Sheet, type SheetCell, sheetBegin, sheetEnd } from './xlsx-sheet.js';
import { StyleTable } from './xlsx-styles.js';
import { cellXml } from './xlsx-text.js';

/** So many cells are written in one go, a few milliseconds' work; then others have their turn. */
const CELLS_AT_ONCE = 500;

/**
 * A workbook of one sheet as the bytes of an XLSX file, packed while the rows come: the whole is never in memory, and
 * the event loop is never held for long. The same sheet gives the same bytes.
 */
export async function* writeWorkbook(sheet: Sheet): AsyncGenerator<Uint8Array, void, undefined> {
  const archive = new XlsxArchive();
  for (const { path, xml } of fixedParts(sheet)) archive.part(path)(xml, true);
  const [styles, strings] = [new StyleTable(), new Strings()];
  const write = archive.part('xl/worksheets/sheet1.xml');
  let [text, cells, row] = [sheetBegin(sheet), 0, 0];
  for (const { height, cells: inRow } of sheet.rows) {
    row += 1;
    text += `<row r="${row}"${height ? ` ht="${height}" customHeight="1"` : ''}>`;
    for (const [index, cell] of inRow.entries()) {
      text += cellOf(`${columnName(index)}${row}`, cell, { styles, strings });
    }
    text += '</row>';
    cells += inRow.length;
    if (cells < CELLS_AT_ONCE) continue;
    write(text);
    [text, cells] = ['', 0];
    yield* archive.take();
    await othersTurn();
  }
  write(text + sheetEnd(sheet), true);
  archive.part('xl/styles.xml')(styles.xml(), true);
  archive.part('xl/sharedStrings.xml')(strings.xml(), true);
  archive.end();
  yield* archive.take();
}

/** Lets everything else that waits for the event loop go first. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function cellOf(
  at: string,
  { value, style }: SheetCell,
  { styles, strings }: { styles: StyleTable; strings: Strings },
): string {
  const place = `<c r="${at}" s="${styles.numberOf(style)}"`;
  if (value === null) return `${place}/>`;
  if ('number' in value) return `${place}><v>${value.number}</v></c>`;
  return `${place} t="s"><v>${strings.numberOf(value.text)}</v></c>`;
}

/** The texts of a workbook: each one once, however many cells say it. */
class Strings {
  readonly #numbers = new Map<string, number>();
  #said = 0;

  numberOf(text: string): number {
    this.#said += 1;
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${cellXml(text)}</t></si>`,
    );
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#said}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}
