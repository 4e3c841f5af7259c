import { Fraction } from './fraction.js';

/** The most digits a submitted figure may have, before and after the point together (domain.md §8). */
export const MAX_DIGITS = 30;

export type DecimalFault = 'notPlainDecimal' | 'tooManyDigits';

export type DecimalReading =
  | {
      ok: true;
      /** Canonical plain decimal: the decimals given are kept, no leading zeros, never `-0`. */
      text: string;
      fraction: Fraction;
    }
  | { ok: false; fault: DecimalFault };

/**
 * Reads a figure as it arrives (domain.md §2, §8): a plain decimal string (`50.6`, `-0.80`, `007`) or a finite
 * number. Whatever else (a plus sign, blanks, exponents or grouping in a string, other types, NaN, Infinity) is
 * `notPlainDecimal`. Over 30 digits, zeros in front of the number not counted, is `tooManyDigits`.
 */
export function readDecimal(input: unknown): DecimalReading {
  if (typeof input !== 'string' && !Number.isFinite(input)) return { ok: false, fault: 'notPlainDecimal' };
  const written = typeof input === 'string' ? input : expanded(String(input));
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(written);
  if (!match) return { ok: false, fault: 'notPlainDecimal' };
  const [, sign, digits = '', part = ''] = match;
  const whole = digits.replace(/^0+(?=\d)/, '');
  if ((whole === '0' ? 0 : whole.length) + part.length > MAX_DIGITS)
    return { ok: false, fault: 'tooManyDigits' };
  const unsigned = part === '' ? whole : `${whole}.${part}`;
  const text = sign === '-' && /[1-9]/.test(unsigned) ? `-${unsigned}` : unsigned;
  return { ok: true, text, fraction: Fraction.parse(text) };
}

/** A printed number without its exponent: `1.5e-7` → `0.00000015`, `1e+21` → `1000000000000000000000`. */
function expanded(printed: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(printed);
  if (!match) return printed;
  const [, sign, lead = '', part = '', power] = match;
  const digits = `${lead}${part}`;
  const exponent = Number(power);
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, '0');
  const rest = whole.slice(exponent + 1);
  return `${sign}${whole.slice(0, exponent + 1)}${rest === '' ? '' : `.${rest}`}`;
}
