import type { ReadSheet } from '@xushi/workbook';

/** The sheet of our own form that nobody sees: what it was made for, and which indicator each number stands for. */
export const MARKS_SHEET = 'xushi';
/** Which form it is; a later one may be laid out differently. */
export const FORM = 'submission/1';

export interface FormMarks {
  org: string | null;
  period: string | null;
  /** Keys of indicators by the number in front of their row, as text. */
  keys: ReadonlyMap<string, string>;
}

/** The marks as rows of the hidden sheet: a word and its value. */
export const marksOf = (of: {
  org: string;
  period: string;
  keys: readonly string[];
}): (readonly [string, string])[] => [
  ['form', FORM],
  ['org', of.org],
  ['period', of.period],
  ...of.keys.map((key, index) => [String(index + 1), key] as const),
];

/** Reads the marks back; of a file that is no form of ours there are none. */
export function readMarks(sheets: readonly ReadSheet[]): FormMarks {
  const sheet = sheets.find(({ name, state }) => name === MARKS_SHEET && state !== 'visible');
  const words = new Map<string, string>();
  for (let row = 1; row <= (sheet?.lastRow ?? 0); row++) {
    const [word, value] = [sheet?.cellAt(row, 1).text ?? '', sheet?.cellAt(row, 2).text ?? ''];
    if (word !== '' && value !== '') words.set(word, value);
  }
  if (words.get('form') !== FORM) return { org: null, period: null, keys: new Map() };
  const keys = [...words].filter(([word]) => /^\d+$/.test(word));
  return { org: words.get('org') ?? null, period: words.get('period') ?? null, keys: new Map(keys) };
}
