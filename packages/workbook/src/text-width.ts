/** Characters that East Asian fonts draw as wide as two digits. */
const WIDE =
  /[\u1100-\u115f\u2014\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many digits wide a text is when printed: a Chinese character counts as two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** How wide the widest part of a text is that is not broken: a word in Latin letters. */
export const widestWord = (text: string): number =>
  Math.max(0, ...(text.match(/[!-~\u00c0-\u024f]+/g) ?? []).map((word) => word.length));

/** How many lines a text takes that wraps in a column of the given width. */
export function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width))), 0);
}
