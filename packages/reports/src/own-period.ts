import { carriedPeriod, type Indicator, isDue, monthOf, type Period, period, yearOf } from '@xushi/domain';

/**
 * The period of the figure that a report of `sheet` shows for an indicator (domain.md §3): the one that the sheet
 * carries, or in months in which it is not due the last one before, labelled with its own month. Null where the
 * year has none yet.
 */
export function ownPeriod(
  indicator: Pick<Indicator, 'noJanuary' | 'dueMonths' | 'lagMonths'>,
  sheet: Period,
): Period | null {
  const carried = carriedPeriod(sheet, indicator.lagMonths);
  for (let month = monthOf(carried); month >= 1; month -= 1) {
    if (isDue(indicator, month)) return period(yearOf(carried), month);
  }
  return null;
}
