import { Fraction } from './fraction.js';
import { lastYearShare } from './plan-last-year.js';

export const FORECAST_METHODS = ['pace', 'recentPace', 'lastYearShape'] as const;
/** How a full year is worked out from its first months (domain.md §6, 系统推算). */
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** A year as it stood at the end of one of its months. */
export interface YearSoFar {
  /** 1…11; later figures are not looked at, so that a past year can be replayed. */
  month: number;
  /** The first month that counts, 1 unless the plan says otherwise. */
  from: number;
  /** 1—2月合并: a January figure is not looked at. */
  noJanuary: boolean;
  /** Cumulative, months 1…12 at positions 0…11, in the indicator's unit; null: not reported. */
  figures: readonly (Fraction | null)[];
  /** The year before, alike and of one grade. */
  yearBefore: readonly (Fraction | null)[] | undefined;
}

/** Months whose increments `recentPace` takes the mean of. */
const RECENT_MONTHS = 3;

/** The full year by one method, in the indicator's unit; null where the method does not apply. */
export function forecastBy(method: ForecastMethod, year: YearSoFar): Fraction | null {
  const { month, from, noJanuary } = year;
  const figure = figureAt(year, month);
  if (figure === null || month < from || (noJanuary && month === 1)) return null;
  switch (method) {
    case 'pace':
      return figure.times(Fraction.of(13 - from, month - from + 1));
    case 'recentPace': {
      const recent = meanOfRecentIncrements(year, figure);
      return recent && figure.plus(recent.times(Fraction.of(12 - month)));
    }
    case 'lastYearShape': {
      const share = lastYearShare(year.yearBefore, month);
      return typeof share === 'string' || share.sign <= 0 ? null : figure.dividedBy(share);
    }
  }
}

/**
 * The mean of the increments of exactly the last three months. Increments lie between figures that follow each
 * other: one over k months, because k − 1 of them are not reported or January is merged into 1—2月, is k equal
 * monthly increments, of which only those of the last three months count. The first one starts from nothing at
 * the end of the month before `from`.
 *
 * Null where the year has not had three months yet, and where the year's only block reaches further back than that: it
 * knows nothing of the last three months that the year's average does not know; also where a figure above 0 is below that
 * of three months ago.
 */
function meanOfRecentIncrements(year: YearSoFar, figure: Fraction): Fraction | null {
  const start = year.month - RECENT_MONTHS;
  const points = [...pointsBefore(year), { month: year.month, value: figure }];
  const left = points.findLast((point) => point.month <= start);
  const right = points.find((point) => point.month > start);
  if (!left || !right || (points.length === 2 && left.month < start)) return null;
  const passed = Fraction.of(start - left.month, right.month - left.month);
  const atStart = left.value.plus(right.value.minus(left.value).times(passed));
  const mean = figure.minus(atStart).dividedBy(Fraction.of(RECENT_MONTHS));
  // Amounts that fell over three months were put right, and do not go on falling to the year's end.
  return mean.sign < 0 && figure.sign > 0 ? null : mean;
}

/** Where the year began to count, then the figures reported from there to before its month. */
function pointsBefore(year: YearSoFar): { month: number; value: Fraction }[] {
  // February's merged figure is of two months even where the plan leaves January out.
  const from = year.noJanuary && year.from === 2 ? 1 : year.from;
  // What stood before the first month that counts is none of its increments.
  let origin = Fraction.ZERO;
  for (let month = 1; month < from; month += 1) origin = figureAt(year, month) ?? origin;
  const points = [{ month: from - 1, value: origin }];
  for (let month = from; month < year.month; month += 1) {
    const value = figureAt(year, month);
    if (value) points.push({ month, value });
  }
  return points;
}

function figureAt({ figures, noJanuary }: YearSoFar, month: number): Fraction | null {
  return noJanuary && month === 1 ? null : (figures[month - 1] ?? null);
}
