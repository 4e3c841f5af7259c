/** More characters than this in a cell, and Excel calls the file damaged. */
const LONGEST_CELL = 32_767;
const LONGEST_SHEET_NAME = 31;

/** What XML 1.0 has no way to say or nobody sees: control characters, halves of pairs, two that are no characters. */
const UNSAYABLE = /(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML, in an element or between double quotes: what XML cannot say is left out. */
export function xmlText(text: string): string {
  return text.replace(UNSAYABLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * The text of a cell as XML. Spreadsheets read `_x0041_` as an A: where somebody has written that, its underscore
 * is said in the same way, so that it stays what it was.
 */
export function cellXml(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replace(UNSAYABLE, '');
  const fitting = whole.slice(0, LONGEST_CELL);
  return xmlText(fitting.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}

/** Whether a spreadsheet would take the text for a formula when somebody edits the cell and leaves it. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(text);
}

/** A name that Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, not empty, not quoted. */
export function sheetNameOf(wanted: string): string {
  const allowed = wanted.replace(UNSAYABLE, '').replace(/[[\]:*?/\\]|\s/g, ' ');
  const cut = [...allowed.trim()].reduce(
    (name, character) => (name.length + character.length > LONGEST_SHEET_NAME ? name : name + character),
    '',
  );
  const name = cut.replace(/^['\s]+|['\s]+$/g, '');
  // Excel keeps this one for itself.
  return name === '' || name.toLowerCase() === 'history' ? 'Sheet1' : name;
}
