import { builtInFormat, formatOf, type NumberFormat } from './formats.js';
import type { XmlElement, XmlReader } from './xml.js';

/** Reads the styles of a workbook: for each number by which cells name a style, its number format. */
export class StylesReader implements XmlReader {
  readonly formats: NumberFormat[] = [];
  readonly #codes = new Map<number, NumberFormat>();
  #ofCells = false;

  open(name: string, element: XmlElement): void {
    const id = Number(element.attribute('numFmtId') ?? 0);
    if (name === 'numFmt') this.#codes.set(id, formatOf(element.attribute('formatCode') ?? ''));
    else if (name === 'cellXfs') this.#ofCells = true;
    else if (name === 'xf' && this.#ofCells) this.formats.push(this.#codes.get(id) ?? builtInFormat(id));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#ofCells = false;
  }
}
