/** What a cell that should hold a number says. */
export type NumberText =
  | {
      kind: 'number';
      /** A plain decimal, with the decimals that were written. */
      text: string;
      /** Said in percent: `45.2%` is 45.2. */
      percent: boolean;
      /** What stands behind it, such as 亿元; whether it is a unit at all is for others to say. */
      unit: string | null;
    }
  | { kind: 'empty' }
  /** A line where a number would stand: — - / */
  | { kind: 'dash' }
  /** 无, 不适用, N/A */
  | { kind: 'notApplicable' }
  /** Digits in groups that could mean different numbers (`1,23`, `1.234,5`, `0,123`, `1 234`). */
  | { kind: 'ambiguous' }
  | { kind: 'notANumber' };

/** Characters that take no room: nobody sees that they are there. */
const NO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const WIDE = /[\uff01-\uff5e]/g;
/** From a wide character to the same one of ASCII. */
const WIDE_TO_ASCII = 0xfee0;
const MINUS = /[\u2212\ufe63]/g;

/**
 * Text for comparing headings and reading numbers: wide letters, digits and signs become ASCII, characters without width
 * are left out, blanks of any kind become usual ones and go at both ends. Not for sentences: their commas change too.
 * Less than NFKC, which would make ① a 1 and ㎡ an m2.
 */
export function normaliseText(text: string): string {
  return text
    .replace(NO_WIDTH, '')
    .replace(WIDE, (character) => String.fromCharCode(character.charCodeAt(0) - WIDE_TO_ASCII))
    .replace(MINUS, '-')
    .replace(/[^\S\n]/g, ' ')
    .trim();
}

const DASH = /^(?:[-\u2010-\u2015\u2500]{1,4}|\/)$/;
const NOT_APPLICABLE = /^(?:无|不适用|n\/?a)$/i;
/** More characters than any number and its unit. */
const LONGEST = 100;
const WHOLE = '([1-9]\\d{0,2}(?:,\\d{3})+|\\d+)';
const NUMBER = new RegExp(`^([+-]?)(?:${WHOLE}(?:\\.(\\d+))?|\\.(\\d+))(.*)$`, 's');
/** As accountants write what is below zero: (1,234) */
const BRACKETED = /^\(([\d,.]+ ?%?)\)(.*)$/s;
const UNIT = /^[\p{L}\p{So}‰][\p{L}\p{So}/·]*$/u;

/**
 * Reads what people write where a number belongs: `１，２３４．５％` → 1234.5 in percent, `50.6 亿元` → 50.6 with its unit,
 * `(1,234)` → -1234. Nothing is guessed and nothing is rounded: what could mean different numbers is `ambiguous`, and what
 * says that there is none is never 0.
 */
export function readNumberText(text: string): NumberText {
  const said = normaliseText(text);
  if (said === '') return { kind: 'empty' };
  if (DASH.test(said)) return { kind: 'dash' };
  if (NOT_APPLICABLE.test(said)) return { kind: 'notApplicable' };
  if (said.length > LONGEST) return { kind: 'notANumber' };
  const bracketed = BRACKETED.exec(said);
  if (!bracketed) return unsigned(said);
  const [, inner = '', rest = ''] = bracketed;
  const read = unsigned(`${inner}${rest}`);
  return read.kind === 'number' ? { ...read, text: negated(read.text) } : read;
}

function unsigned(said: string): NumberText {
  const match = NUMBER.exec(said);
  if (!match) return { kind: 'notANumber' };
  const [, sign, whole = '0', decimals, onlyDecimals, rest = ''] = match;
  // Digits, commas, points and blanks that go on are groups of another kind.
  if (/^ ?[\d,.]/.test(rest)) return { kind: 'ambiguous' };
  const suffix = rest.trim();
  if (suffix !== '' && suffix !== '%' && !UNIT.test(suffix)) return { kind: 'notANumber' };
  const part = decimals ?? onlyDecimals;
  const digits = `${whole.replaceAll(',', '').replace(/^0+(?=\d)/, '')}${part === undefined ? '' : `.${part}`}`;
  const percent = suffix === '%';
  return {
    kind: 'number',
    text: sign === '-' ? negated(digits) : digits,
    percent,
    unit: suffix === '' || percent ? null : suffix,
  };
}

/** Zero has no sign. */
const negated = (digits: string): string => (/[1-9]/.test(digits) ? `-${digits}` : digits);
