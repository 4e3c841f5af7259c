/** A double has so many digits at most that any decimal of them keeps; spreadsheets show and take no more. */
const SHOWN_DIGITS = 15;
/** A double that is printed in full has up to so many. */
const FULL_DIGITS = 17;
/** What rounding to the shown digits leaves when the rest was the noise of an addition. */
const TELLING_DIGITS = 12;
/** Beyond any double; a text that asks for more is no number. */
const LARGEST_EXPONENT = 400;
const LONGEST = 400;

/**
 * The plain decimal that a stored number means; null for what is no number.
 *
 * - At most 15 digits that tell, or more than 17: as stored, `50.6`, `1.5E-3` → `0.0015`. No double is in between.
 * - 16 or 17 digits: a double printed in full. Excel keeps 50.6 as `50.600000000000001`: the shortest decimal that gives
 *   the same double is meant, `50.6`. Where that still has more than 15 digits, it came of arithmetic, and people see
 *   15 of them: if these are followed by zeros (`79.999999999999986` is shown as 80), what is shown is meant; else
 *   (`12345678901234.56`) every digit is kept.
 */
export function storedNumber(stored: string): string | null {
  const decimal = decimalOf(stored);
  if (!decimal) return null;
  const telling = tellingDigits(decimal);
  if (telling <= SHOWN_DIGITS || telling > FULL_DIGITS) return plain(decimal);
  const double = Number(stored);
  const shortest = decimalOf(String(double));
  if (!shortest) return plain(decimal);
  if (tellingDigits(shortest) <= SHOWN_DIGITS) return plain(shortest);
  const shown = decimalOf(double.toPrecision(SHOWN_DIGITS));
  return shown && tellingDigits(shown) <= TELLING_DIGITS ? plain(trimmed(shown)) : plain(shortest);
}

/** The number that is shown in percent, exactly: 0.452 → 45.2. Takes a plain decimal. */
export function inPercent(number: string): string {
  const decimal = decimalOf(number);
  if (!decimal) throw new RangeError(`not a plain decimal: ${number.slice(0, 40)}`);
  return plain({ ...decimal, decimals: decimal.decimals - 2 });
}

/** Digits without a point, and how many of them are decimals. */
interface Decimal {
  negative: boolean;
  digits: string;
  decimals: number;
}

function decimalOf(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i.exec(text);
  if (!match) return null;
  const [, sign, whole = '', part = '', power = '0'] = match;
  if (whole === '' && part === '') return null;
  if (Math.abs(Number(power)) > LARGEST_EXPONENT) return null;
  return { negative: sign === '-', digits: whole + part, decimals: part.length - Number(power) };
}

const tellingDigits = ({ digits }: Decimal): number => digits.replace(/^0+/, '').replace(/0+$/, '').length;

function trimmed(decimal: Decimal): Decimal {
  const zeros = Math.min(/0*$/.exec(decimal.digits)?.[0].length ?? 0, Math.max(0, decimal.decimals));
  return {
    ...decimal,
    digits: decimal.digits.slice(0, decimal.digits.length - zeros),
    decimals: decimal.decimals - zeros,
  };
}

function plain({ negative, digits, decimals }: Decimal): string {
  const filled = decimals < 0 ? digits + '0'.repeat(-decimals) : digits.padStart(decimals + 1, '0');
  const point = filled.length - Math.max(0, decimals);
  const whole = filled.slice(0, point).replace(/^0+(?=\d)/, '');
  const part = filled.slice(point);
  const unsigned = part === '' ? whole : `${whole}.${part}`;
  return negative && /[1-9]/.test(unsigned) ? `-${unsigned}` : unsigned;
}
