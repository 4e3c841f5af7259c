/** What a number's format makes of it when it is shown. */
export interface NumberFormat {
  percent: boolean;
  scaled: boolean;
  date: boolean;
}

export const GENERAL: NumberFormat = { percent: false, scaled: false, date: false };
const [PERCENT, DATE]: NumberFormat[] = [
  { percent: true, scaled: false, date: false },
  { percent: false, scaled: false, date: true },
];

/** Formats that have a number only (ECMA-376 part 1 §18.8.30); those from 27 on in the Chinese editions. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return PERCENT!;
  const date =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return date ? DATE! : GENERAL;
}

/** Excel takes no longer code. */
const LONGEST_CODE = 255;

/** Reads a format's code: `0.0%`, `yyyy"年"m"月"`, `#,##0.0,`. Its first section decides. */
export function formatOf(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return GENERAL;
  // A point that is only drawn (`0!.0000"万"`) moves the number for the eye.
  const drawnPoint = /[0#?](?:[\\!]\.|"\.")[0#?]/.test(code);
  // Quoted, escaped, padded and repeated characters say nothing, nor do colours, conditions and locales in brackets.
  const bare = code
    .replace(/"[^"]*"?|[\\_*!]./g, ' ')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/General|G\/通用格式/gi, '0');
  const [first = ''] = bare.split(';');
  return {
    percent: first.includes('%'),
    scaled: drawnPoint || /[0#?][^0#?]*,+(?!\s*[0#?,])/.test(first),
    date: /[ymdhs]|e(?![+-])|上午|aaa/i.test(first) && !/[0#?]/.test(first.replace(/s\.0+/gi, '')),
  };
}
