/** Where two fit alike, the earlier one: numbers and sentences have commas in them, but rarely tabs. */
const SEPARATORS = ['\t', ';', ',', '，'] as const;
export type Separator = (typeof SEPARATORS)[number];
const LINES = 50;

/**
 * What separates the cells of a delimited text, by its first lines: the character that most of them hold the same number
 * of times outside quotes. A comma where there is none.
 */
export function separatorOf(text: string): Separator {
  const lines = countsOfLines(text);
  let [best, most]: [Separator, number] = [',', 0];
  for (const separator of SEPARATORS) {
    const alike = new Map<number, number>();
    for (const counts of lines) {
      const count = counts.get(separator) ?? 0;
      if (count > 0) alike.set(count, (alike.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...alike.values());
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/** How often each separator is in each of the first lines, quotes left out. */
function countsOfLines(text: string): Map<string, number>[] {
  const lines = [new Map<string, number>()];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (lines.length === LINES) break;
      lines.push(new Map());
    } else if (!quoted && (SEPARATORS as readonly string[]).includes(character)) {
      const counts = lines.at(-1);
      counts?.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return lines;
}
