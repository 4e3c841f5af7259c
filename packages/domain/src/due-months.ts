import type { Indicator } from './indicator.js';
import { monthOf, type Period, period, yearOf } from './period.js';

/**
 * Whether an indicator has a figure for the month 1…12 that the figure itself ends in (domain.md §3). January
 * is never due where `noJanuary` (1—2月合并); other months where `dueMonths` names them, all where it is null.
 * False is the fault `notDueMonth`.
 */
export function isDue(indicator: Pick<Indicator, 'noJanuary' | 'dueMonths'>, month: number): boolean {
  if (indicator.noJanuary && month === 1) return false;
  return indicator.dueMonths === null ? month >= 1 && month <= 12 : indicator.dueMonths.includes(month);
}

/**
 * The period whose figure a sheet carries for an indicator that trails by `lagMonths`: the sheet's own less
 * that many months, across the year's end where need be (the January sheet carries December).
 * Throws RangeError for a lag that is not a whole number ≥ 0, or a period before 1990-01.
 */
export function carriedPeriod(sheetPeriod: Period, lagMonths: number): Period {
  if (!Number.isSafeInteger(lagMonths) || lagMonths < 0) {
    throw new RangeError(`lagMonths must be a whole number from 0 on, not ${lagMonths}`);
  }
  const months = yearOf(sheetPeriod) * 12 + monthOf(sheetPeriod) - 1 - lagMonths;
  return period(Math.floor(months / 12), (months % 12) + 1);
}

/** The period whose figure of this indicator is due with a sheet, or null where that sheet holds none. */
export function dueWithSheet(
  indicator: Pick<Indicator, 'noJanuary' | 'dueMonths' | 'lagMonths'>,
  sheetPeriod: Period,
): Period | null {
  const carried = carriedPeriod(sheetPeriod, indicator.lagMonths);
  return isDue(indicator, monthOf(carried)) ? carried : null;
}
