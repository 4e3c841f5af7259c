/**
 * `unitSlip` and `jump` once more, from the written rules, on whole numbers: two years of cumulative figures in the
 * last printed digit, 24 places with null where nothing is in force. Shares no code with the checks.
 */
export interface TwoYears {
  /** Places 0…11: last year; 12…23: the year. Whole multiples of one printed digit, one place the judged figure. */
  figures: readonly (bigint | null)[];
  /** Place of the judged figure, 12…23. */
  place: number;
  noJanuary: boolean;
  /** In the printed digit; null: no target. */
  target: bigint | null;
}

/** 10^0.3 between two decimals of 60 places: what lies between them is not drawn. */
const ROOT_LOW = 1995262314968879601352455396739535557986274315405346099229913n;
const ROOT_HIGH = ROOT_LOW + 1n;
const ROOT_ONE = 10n ** 60n;
/** lcm(1, …, 12) × 2: every month's share, and halves of it, are whole. */
const MONTHS = 27720n * 2n;

/** Every figure per month, as whole numbers of one small part; January of a merged year is none. */
function perMonth({ figures, noJanuary }: TwoYears): (bigint | null)[] {
  return figures.map((figure, place) => {
    if (figure === null || (noJanuary && place % 12 === 0)) return null;
    return (figure * MONTHS) / BigInt((place % 12) + 1);
  });
}

const sorted = (all: bigint[]) => all.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Twice the median, so that it stays whole. */
function twiceMedian(all: bigint[]): bigint {
  const row = sorted(all);
  return row[Math.floor((row.length - 1) / 2)]! + row[Math.ceil((row.length - 1) / 2)]!;
}

/** k with 10^(k − 0.3) ≤ a / b ≤ 10^(k + 0.3). */
function power(a: bigint, b: bigint): number | null {
  for (const k of [-8, -5, -4, -1, 1, 4, 5, 8]) {
    const [n, d] = k < 0 ? [a * 10n ** BigInt(-k), b] : [a, b * 10n ** BigInt(k)];
    // d / 10^0.3 ≤ n ≤ d × 10^0.3
    const above = n * ROOT_HIGH >= d * ROOT_ONE;
    const below = n * ROOT_ONE <= d * ROOT_LOW;
    if (above && below) return k;
  }
  return null;
}

/** The power of ten that the judged flow is held for, or null. */
export function slipOf(years: TwoYears): number | null {
  const { figures, place, target } = years;
  const months = perMonth(years);
  const judged = months[place]!;
  if (judged <= 0n) return null;
  const recent = months
    .slice(0, place)
    .filter((month) => month !== null && month > 0n)
    .slice(-3) as bigint[];
  if (recent.length === 0) return null;
  const k = power(2n * judged, twiceMedian(recent));
  const lastYear = months[place - 12] ?? 0n;
  if (k === null) return null;
  if (Math.abs(k) > 1) {
    return lastYear > 0n && 10n * judged >= lastYear && judged <= 10n * lastYear ? null : k;
  }
  if (recent.length < 3 || recent.some((month) => power(judged, month) !== k)) return null;
  if (lastYear > 0n && power(judged, lastYear) !== k) return null;
  if (target !== null && target > 0n && power(judged, (target * MONTHS) / 12n) !== k) return null;
  const before = figures
    .slice(12, place)
    .findLast((figure, index) => figure !== null && months[12 + index] !== null);
  if (before === undefined || before === null) {
    return months[place - 12] !== null || (k === 1 && target !== null) ? k : null;
  }
  return k === -1 || figures[place]! >= 10n * before ? k : null;
}

/** Whether the judged flow is held as a jump. */
export function jumps(years: TwoYears): boolean {
  const { figures, place, noJanuary, target } = years;
  if (place < 14) return false;
  const seen = figures.map((figure, at) => (noJanuary && at % 12 === 0 ? null : figure));
  const increments: { place: number; amount: bigint; open: bigint }[] = [];
  let [last, since] = [0n, 0];
  for (let at = 0; at <= place; at += 1) {
    if (at % 12 === 0) [last, since] = [0n, at];
    const figure = seen[at];
    if (figure === null || figure === undefined) continue;
    const months = BigInt(at - since + 1);
    // One printed digit between two figures; half of one after the exact 0 at the year's beginning.
    const open = (since % 12 === 0 ? MONTHS / 2n : MONTHS) / months;
    increments.push({ place: at, amount: ((figure - last) * MONTHS) / months, open });
    [last, since] = [figure, at + 1];
  }
  const judged = increments.pop()!;
  const amounts = increments.map((one) => one.amount);
  if (amounts.length < 8 || judged.amount <= 0n) return false;
  const median2 = twiceMedian(amounts);
  const mad4 = twiceMedian(amounts.map((amount) => abs(2n * amount - median2)));
  const digit = sorted([...increments, judged].map((one) => one.open)).at(-1)!;
  // Everything × 40000: 1.4826 × MAD is mad4 / 4 × 1.4826, 15% of the median is median2 / 2 × 0.15.
  const scale = sorted([mad4 * 14826n, abs(median2) * 3000n, digit * 40000n]).at(-1)!;
  if (judged.amount * 40000n - median2 * 20000n <= 6n * scale) return false;
  if (amounts.some((amount) => judged.amount <= 3n * amount)) return false;
  if (target !== null && judged.amount <= (3n * target * MONTHS) / 12n) return false;
  const begun = increments.some((one) => one.place >= 12 && one.amount > 0n && 4n * one.amount >= median2);
  const most = sorted([...amounts, target === null ? 0n : (target * MONTHS) / 12n]).at(-1)!;
  return begun || judged.amount > 10n * most;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
