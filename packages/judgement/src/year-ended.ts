import type { TargetInPlace } from './judged.js';
import type { LoadedYears, YearFile } from './load.js';

/** Whether December's sheet of an org is in: one figure of its own is enough. */
export function decemberIsIn(loaded: LoadedYears, { orgId, year }: YearFile): boolean {
  return [...loaded.figures.indicatorsOf(orgId, year)].some(
    (indicatorId) => (loaded.figures.yearOf({ orgId, year, indicatorId })[11] ?? null) !== null,
  );
}

/**
 * Whether the sheet is in that had to carry an indicator's December: its own, or a later one where the indicator trails.
 * What comes from others or by a date ends with no sheet.
 */
export const yearIsOver = (
  { indicator, figures, lastSheet }: Pick<TargetInPlace, 'indicator' | 'figures' | 'lastSheet'>,
  december: boolean,
): boolean =>
  (indicator.lagMonths === 0 ? december : lastSheet >= 12 + indicator.lagMonths) &&
  indicator.formula?.mode !== 'computed' &&
  indicator.type !== 'milestone' &&
  figures.every((figure) => figure === null || figure.origin === 'reported');
