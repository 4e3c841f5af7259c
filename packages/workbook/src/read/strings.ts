import { ownText } from './cells.js';
import { WorkbookFault } from './fault.js';
import type { ReadLimits } from './limits.js';
import { ESCAPE_LENGTH, RichText } from './rich-text.js';
import type { XmlElement, XmlReader } from './xml.js';

/** Reads the texts that cells name by number. */
export class StringsReader implements XmlReader {
  readonly strings: string[] = [];
  readonly #text = new RichText();
  /** How much text the open one has held so far. */
  #held = 0;

  constructor(readonly limits: ReadLimits) {}

  open(name: string, element: XmlElement): void {
    this.#text.open(name, element);
  }

  text(text: string): void {
    this.#held += text.length;
    const { textLength: limit } = this.limits;
    if (this.#held > limit * ESCAPE_LENGTH) throw new WorkbookFault('textTooLong', { limit });
    this.#text.add(text);
  }

  close(name: string): void {
    this.#text.close(name);
    if (name !== 'si') return;
    this.#held = 0;
    const { strings, textLength } = this.limits;
    if (this.strings.length >= strings)
      throw new WorkbookFault('workbookTooLarge', { what: 'strings', limit: strings });
    const text = this.#text.take();
    if (text.length > textLength) throw new WorkbookFault('textTooLong', { limit: textLength });
    this.strings.push(ownText(text));
  }
}
