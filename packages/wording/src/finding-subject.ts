import { monthOf, type Period } from '@xushi/domain';
import type { Language } from './language.js';
import { monthRange, periodName } from './period-name.js';

/** An indicator's name by its key. */
export type IndicatorNames = (key: string) => string;

/** 实缴税金1—11月: whose figure a finding is about; with its year where another year's sheet may carry it. */
export function subjectOf(
  { indicator, period }: { indicator: string; period: Period },
  nameOf: IndicatorNames,
  language: Language,
): string {
  const months = periodName(period, language);
  return language === 'zh' ? `${nameOf(indicator)}${months}` : `${nameOf(indicator)}, ${months}`;
}

/** 1—10月: another month of the same year. */
export const monthsOf = (period: string, language: Language): string =>
  monthRange(monthOf(period as Period), language);

/** What was found, and what to look at. */
export type Words = readonly [what: string, check: string];
