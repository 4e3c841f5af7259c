import type { Fraction } from './fraction.js';

/** Why a `lastYear` plan was followed as `linear`: what of last year's series is missing or unfit. */
export type PlanFallback =
  | 'lastYearMissing'
  | 'lastYearFullYearMissing'
  | 'lastYearMonthMissing'
  | 'lastYearFullYearNotPositive'
  | 'lastYearExceedsFullYear';

/**
 * Last year's cumulative figure at a month ÷ its full year (domain.md §5, `lastYear`), or why there is none.
 * The series is one grade's; where any month of it exceeds the full year it says nothing about the shape of
 * a year, so no month of it is used.
 */
export function lastYearShare(
  series: readonly (Fraction | null)[] | undefined,
  month: number,
): Fraction | PlanFallback {
  if (!series || series.every((figure) => figure === null)) return 'lastYearMissing';
  const fullYear = series[11] ?? null;
  if (fullYear === null) return 'lastYearFullYearMissing';
  if (fullYear.sign <= 0) return 'lastYearFullYearNotPositive';
  if (series.some((figure) => figure !== null && fullYear.lessThan(figure))) return 'lastYearExceedsFullYear';
  const atMonth = series[month - 1] ?? null;
  return atMonth === null ? 'lastYearMonthMissing' : atMonth.dividedBy(fullYear);
}
