import { placeOf, rangeOf, refOf } from '../place.js';
import { type FoundCell, ownText, type ReadSheet } from './cells.js';
import { dateOfSerial } from './dates.js';
import { WorkbookFault } from './fault.js';
import { GENERAL, type NumberFormat } from './formats.js';
import type { ReadLimits } from './limits.js';
import { ESCAPE_LENGTH, RichText, unescapedText } from './rich-text.js';
import { storedNumber } from './stored-number.js';
import type { XmlElement, XmlReader } from './xml.js';

/** What the cells of a workbook lean on. */
export interface SheetGround {
  limits: ReadLimits;
  strings: readonly string[];
  formats: readonly NumberFormat[];
  since1904: boolean;
}

/** A cell while its element is open. */
interface OpenCell {
  type: string;
  format: NumberFormat;
  formula: boolean;
  /** What stands in its `v`; null where it has none. */
  value: string | null;
}

/** Reads a worksheet into a sheet. */
export class SheetReader implements XmlReader {
  readonly #inline = new RichText();
  #row = 0;
  #column = 0;
  #cell: OpenCell | null = null;
  #inValue = false;
  /** How much text its element has held so far. */
  #held = 0;

  constructor(
    readonly sheet: ReadSheet,
    readonly ground: SheetGround,
  ) {}

  open(name: string, element: XmlElement): void {
    if (name === 'row') this.#openRow(element.attribute('r'));
    else if (name === 'c') this.#openCell(element);
    else if (name === 'mergeCell') this.#merge(element.attribute('ref') ?? '');
    else if (this.#cell) {
      if (name === 'v') [this.#cell.value, this.#inValue] = ['', true];
      else if (name === 'f') this.#cell.formula = true;
      else this.#inline.open(name, element);
    }
  }

  text(text: string): void {
    if (!this.#cell) return;
    this.#held += text.length;
    const { textLength: limit } = this.ground.limits;
    // Looked at while it comes: a text may come in millions of pieces.
    if (this.#held > limit * ESCAPE_LENGTH) throw new WorkbookFault('textTooLong', { limit, ...this.#at() });
    if (this.#inValue) this.#cell.value += text;
    else this.#inline.add(text);
  }

  close(name: string): void {
    if (!this.#cell) return;
    if (name === 'v') this.#inValue = false;
    else if (name !== 'c') this.#inline.close(name);
    else {
      const found = this.#found(this.#cell, this.#inline.take());
      this.#cell = null;
      if (found) this.sheet.add(this.#row, this.#column, found, this.ground.limits);
    }
  }

  /** Rows and cells without an address follow the one before. */
  #openRow(said: string | undefined): void {
    this.#row = said === undefined ? this.#row + 1 : Number(said);
    this.#column = 0;
    if (!/^[1-9]\d{0,6}$/.test(said ?? '1')) throw this.#broken('a row’s number');
  }

  #openCell(element: XmlElement): void {
    const said = element.attribute('r');
    const place = said === undefined ? { row: this.#row, column: this.#column + 1 } : placeOf(said);
    if (!place || place.row === 0) throw this.#broken('a cell’s address');
    [this.#row, this.#column, this.#held] = [place.row, place.column, 0];
    this.#cell = {
      type: element.attribute('t') ?? 'n',
      format: this.ground.formats[Number(element.attribute('s') ?? 0)] ?? GENERAL,
      ...{ formula: false, value: null },
    };
  }

  #merge(ref: string): void {
    const range = rangeOf(ref);
    if (!range) throw this.#broken('a merged range');
    const { merged: limit } = this.ground.limits;
    if (this.sheet.merged.length >= limit)
      throw new WorkbookFault('workbookTooLarge', { what: 'merged', limit, sheet: this.sheet.name });
    this.sheet.merged.push(range);
  }

  /** What is in a cell; null where nothing is. */
  #found({ type, format, formula, value }: OpenCell, inline: string): FoundCell | null {
    if (type === 'inlineStr') return inline === '' ? null : { kind: 'text', text: ownText(inline), formula };
    // A formula may have found an empty text; that is something.
    if (type === 'str' && value !== null) {
      if (value === '' && !formula) return null;
      return { kind: 'text', text: ownText(unescapedText(value)), formula };
    }
    const stored = (value ?? '').trim();
    if (stored === '') return formula ? { kind: 'empty', text: '', formula } : null;
    if (type === 's') return this.#shared(stored, formula);
    if (type === 'b')
      return { kind: 'boolean', text: /^(1|true)$/i.test(stored) ? 'TRUE' : 'FALSE', formula };
    if (type === 'e') return { kind: 'error', text: ownText(stored), formula };
    if (type === 'd') return { kind: 'date', text: ownText(stored), formula };
    return { ...this.#number(stored, format), formula };
  }

  #shared(stored: string, formula: boolean): FoundCell | null {
    const text = /^\d{1,9}$/.test(stored) ? this.ground.strings[Number(stored)] : undefined;
    if (text === undefined) throw this.#broken('the number of a text');
    return text === '' ? null : { kind: 'text', text, formula };
  }

  #number(stored: string, { percent, scaled, date }: NumberFormat): FoundCell {
    const number = storedNumber(stored);
    // What no spreadsheet writes where a number belongs is kept for whoever has to say so.
    if (number === null) return { kind: 'text', text: ownText(stored) };
    const day = date ? dateOfSerial(number, this.ground.since1904) : null;
    return day ? { kind: 'date', text: day } : { kind: 'number', text: number, percent, scaled };
  }

  #broken(what: string): WorkbookFault {
    return new WorkbookFault('workbookBroken', { what, ...this.#at() });
  }

  #at(): { sheet: string; cell?: string } {
    const cell = this.#row > 0 && this.#column > 0 ? { cell: refOf(this.#row, this.#column) } : {};
    return { sheet: this.sheet.name, ...cell };
  }
}
