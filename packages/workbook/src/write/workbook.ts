import { refOf } from '../place.js';
import { othersTurn } from '../turns.js';
import { XlsxArchive } from './archive.js';
import { fixedParts, frontOf, sheetPath, type Workbook } from './parts.js';
import { type Sheet, type SheetCell, sheetBegin, sheetEnd } from './sheet.js';
import { StyleTable } from './styles.js';
import { cellXml, looksLikeFormula } from './text.js';
import { HEAD, MAIN } from './xml.js';

/** So many cells are written in one go, a few milliseconds' work; then others have their turn. */
const CELLS_AT_ONCE = 500;

/** What the cells of all sheets share. */
interface Shared {
  styles: StyleTable;
  strings: Strings;
}

/**
 * A workbook as the bytes of an XLSX file, packed while the rows come: the whole is never in memory, and the event loop
 * is never held for long. The same workbook gives the same bytes. Text is text: no cell is ever a formula.
 */
export async function* writeWorkbook(workbook: Workbook): AsyncGenerator<Uint8Array, void, undefined> {
  const archive = new XlsxArchive();
  for (const { path, xml } of fixedParts(workbook)) archive.part(path)(xml, true);
  const shared = { styles: new StyleTable(), strings: new Strings() };
  const front = frontOf(workbook);
  for (const [index, sheet] of workbook.sheets.entries()) {
    const write = archive.part(`xl/${sheetPath(index)}`);
    write(sheetBegin(sheet, index === front));
    for (const rows of rowsOf(sheet, shared)) {
      write(rows);
      yield* archive.take();
      await othersTurn();
    }
    write(sheetEnd(sheet), true);
  }
  archive.part('xl/styles.xml')(shared.styles.xml(), true);
  archive.part('xl/sharedStrings.xml')(shared.strings.xml(), true);
  archive.end();
  yield* archive.take();
}

/** The rows of a sheet, as much of them at a time as is made in a few milliseconds. */
function* rowsOf({ rows }: Sheet, shared: Shared): Generator<string> {
  let [text, cells, row] = ['', 0, 0];
  for (const { height, cells: inRow } of rows) {
    row += 1;
    text += `<row r="${row}"${height ? ` ht="${height}" customHeight="1"` : ''}>`;
    for (const [index, cell] of inRow.entries()) text += cellOf(refOf(row, index + 1), cell, shared);
    text += '</row>';
    cells += inRow.length;
    if (cells < CELLS_AT_ONCE) continue;
    yield text;
    [text, cells] = ['', 0];
  }
  if (text) yield text;
}

function cellOf(at: string, { value, style }: SheetCell, { styles, strings }: Shared): string {
  const literal = value !== null && 'text' in value && looksLikeFormula(value.text);
  const place = `<c r="${at}" s="${styles.numberOf(style, literal)}"`;
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
    return `${HEAD}<sst xmlns="${MAIN}" count="${this.#said}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}
