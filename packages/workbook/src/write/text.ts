/** More characters than this in a cell, and Excel calls the file damaged. */
export const LONGEST_CELL = 32_767;
const LONGEST_SHEET_NAME = 31;

/** What XML 1.0 has no way to say or nobody sees: control characters, halves of pairs, two that are no characters. */
const UNSAYABLE = /(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text without what XML has no way to say: nor does a database. */
export const sayable = (text: string): string => text.replace(UNSAYABLE, '');

/** Text as XML, in an element or between double quotes: what XML cannot say is left out. */
export function xmlText(text: string): string {
  return sayable(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * The text of a cell as XML. Spreadsheets read `_x0041_` as an A: where somebody has written that, its underscore
 * is said in the same way, so that it stays what it was.
 */
export function cellXml(text: string): string {
  const whole = sayable(text.replace(/\r\n?/g, '\n'));
  return xmlText(firstOf(whole, LONGEST_CELL).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}

/** The beginning of a text, at most so many UTF-16 units and no half of a character. */
export function firstOf(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/**
 * Whether a spreadsheet would take the text for a formula: when it opens it as CSV, or when somebody edits the cell
 * and leaves it. It begins with `= + - @`, also full-width or behind blanks, or with a tab or a line's end.
 */
export function looksLikeFormula(text: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cc}]*[=+\-@＝＋－＠])/u.test(text);
}

/** A name that Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, not empty, not quoted. */
export function sheetNameOf(wanted: string): string {
  const allowed = sayable(wanted).replace(/[[\]:*?/\\]|\s/g, ' ');
  const name = firstOf(allowed.trim(), LONGEST_SHEET_NAME).replace(/^['\s]+|['\s]+$/g, '');
  // Excel keeps this one for itself.
  return name === '' || name.toLowerCase() === 'history' ? 'Sheet1' : name;
}
