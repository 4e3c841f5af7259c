import { sayable } from '../write/text.js';
import type { XmlElement } from './xml.js';

/** A character takes so many where it is escaped: a text that is longer than this times its limit is over it. */
export const ESCAPE_LENGTH = '_x000D_'.length;
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/**
 * `_x000D_` → a line's end: what XML cannot say is said so in a workbook's texts (ECMA-376 part 1 §22.9.2.19). Halves of
 * characters and control characters that come of it are left out.
 */
export function unescapedText(text: string): string {
  if (!text.includes('_x') && !text.includes('_X')) return text;
  return sayable(text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
}

const isBlank = (character: string | undefined): boolean =>
  character !== undefined && ' \t\r\n'.includes(character);

/** Without the blanks of XML at both ends; others, such as the wide one, stay. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text[from])) from += 1;
  while (from < to && isBlank(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** Puts a text together from its runs; what says how Chinese or Japanese is read (`rPh`) is no part of it. */
export class RichText {
  #text = '';
  #run: { text: string; keepsBlanks: boolean } | null = null;
  #phonetic = 0;

  open(name: string, element: XmlElement): void {
    if (name === 'rPh') this.#phonetic += 1;
    else if (name === 't' && this.#phonetic === 0) this.#run = { text: '', keepsBlanks: element.keepsBlanks };
  }

  add(text: string): void {
    if (this.#run) this.#run.text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name !== 't' || !this.#run) return;
    const { text, keepsBlanks } = this.#run;
    this.#text += keepsBlanks ? text : trimmed(text);
    this.#run = null;
  }

  /** The whole text; the next one begins. */
  take(): string {
    const text = unescapedText(this.#text);
    [this.#text, this.#phonetic] = ['', 0];
    return text;
  }
}
