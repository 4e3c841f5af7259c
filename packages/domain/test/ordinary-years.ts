import fc from 'fast-check';

/**
 * Two years of ordinary months, as parks have them: what no check may hold. Months are in the unit that the park fills
 * in; place 0 is January of the year before.
 */
export interface OrdinaryYears {
  shape: string;
  months: number[];
  /** Decimals with which cumulative figures are printed. */
  decimals: number;
  /** January is not reported (1—2月合并). */
  noJanuary: boolean;
  /** Months whose figures are due; null: all. */
  dueMonths: number[] | null;
  /** The year's plan; null: none. */
  target: number | null;
  /** The first place with a figure: 0, or 12 without a year before, or within it. */
  first: number;
}

const SHAPES = [
  'steady',
  'quarterEnds',
  'yearEnd',
  'winterStop',
  'afterABadYear',
  'winterAfterABadYear',
  'joined',
  'smallTax',
  'ramp',
  'quarterly',
] as const;

const percent = (from: number, to: number) => fc.integer({ min: from, max: to }).map((whole) => whole / 100);

/** Every shape, of every size that parks have, with a year before, without one, or with a part of one. */
export const ordinaryYears: fc.Arbitrary<OrdinaryYears> = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    noise: fc.array(percent(-20, 20), { minLength: 24, maxLength: 24 }),
    size: fc.constantFrom(3, 40, 900, 20_000, 500_000),
    peak: percent(150, 400),
    low: percent(0, 10),
    bad: percent(35, 60),
    step: percent(5, 40),
    late: fc.integer({ min: 0, max: 2 }),
    joinedAt: fc.integer({ min: 1, max: 23 }),
    stop: fc.constantFrom<number[]>([1, 2], [12, 1, 2], [11, 12, 1, 2], [7, 8]),
    small: percent(1, 6),
    noJanuary: fc.boolean(),
    planned: fc.boolean(),
    first: fc.constantFrom(0, 12, 5, 9),
  })
  .map((drawn) => {
    const { shape } = drawn;
    const months = drawn.noise.map((noise, place) => {
      const month = (place % 12) + 1;
      let usual = 1 + noise;
      if (shape === 'quarterEnds' && month % 3 === 0) usual *= drawn.peak;
      // No December has been seen before the first: a year's end is ordinary up to twice a month.
      if (shape === 'yearEnd' && month === 12) usual *= Math.min(drawn.peak, 1.8);
      if (/^winter/.test(shape) && drawn.stop.includes(month)) usual *= drawn.low;
      if (/BadYear$/i.test(shape) && place < 12) usual *= drawn.bad;
      if (shape === 'ramp') usual *= 0.4 + place / 12;
      if (shape === 'joined' && place >= drawn.joinedAt) {
        usual *= 1 + drawn.step;
        if (place === drawn.joinedAt) usual += drawn.step * drawn.late;
      }
      return usual * (shape === 'smallTax' ? drawn.small : drawn.size);
    });
    const whole = months.slice(12).reduce((sum, month) => sum + month, 0);
    return {
      shape,
      months,
      decimals: shape === 'smallTax' ? 1 : 2,
      noJanuary: drawn.noJanuary,
      dueMonths: shape === 'quarterly' ? [3, 6, 9, 12] : null,
      target: drawn.planned ? whole : null,
      first: drawn.first,
    };
  });

/** Whether a place has a figure. */
export function isReported({ noJanuary, dueMonths, first }: OrdinaryYears, place: number): boolean {
  const month = (place % 12) + 1;
  return place >= first && !(noJanuary && month === 1) && (dueMonths === null || dueMonths.includes(month));
}

/** The cumulative figures as they are printed, by place. */
export function cumulative(years: OrdinaryYears): string[] {
  let sum = 0;
  return years.months.map((month, place) => {
    sum = place % 12 === 0 ? month : sum + month;
    return sum.toFixed(years.decimals);
  });
}

export const periodAt = (place: number, firstYear = 2016): string =>
  `${firstYear + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
