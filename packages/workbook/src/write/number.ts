/** A spreadsheet keeps numbers as doubles and shows 15 digits of them; what comes after is lost without a word. */
const MOST_DIGITS = 15;
/** More decimals no number format shows. */
const MOST_DECIMALS = 30;

/** Whether a spreadsheet gives a plain decimal back exactly as it is. */
export function keepsEveryDigit(number: string): boolean {
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(number);
  if (!match) return false;
  const [, whole = '', decimals = ''] = match;
  if (decimals.length > MOST_DECIMALS) return false;
  const telling = `${whole}${decimals}`.replace(/^0+/, '').replace(/0+$/, '');
  return telling.length <= MOST_DIGITS;
}

/** How many decimals a plain decimal is written with. */
export function decimalsIn(number: string): number {
  return (number.split('.')[1] ?? '').length;
}

/** The format that shows so many decimals, and a unit behind them: `0.00`, `0"家"`. */
export function numberFormat(decimals: number, unit: string | null = null): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(Math.min(decimals, MOST_DECIMALS))}`;
  return unit ? `${digits}"${unit.replaceAll('"', '')}"` : digits;
}
