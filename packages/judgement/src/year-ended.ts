import type { TargetInPlace } from './judged.js';
import type { LoadedYears, YearFile } from './load.js';

/** Whether December's sheet of an org is in: one figure of its own is enough. */
export function decemberIsIn(loaded: LoadedYears, { orgId, year }: YearFile): boolean {
  return [...loaded.figures.indicatorsOf(orgId, year)].some(
    (indicatorId) => (loaded.figures.yearOf({ orgId, year, indicatorId })[11] ?? null) !== null,
  );
}

/** Whether what an indicator has to say of December comes with December's sheet: not later, from others, or by a date. */
export const endsWithDecember = ({
  indicator,
  figures,
}: Pick<TargetInPlace, 'indicator' | 'figures'>): boolean =>
  indicator.lagMonths === 0 &&
  indicator.formula?.mode !== 'computed' &&
  indicator.type !== 'milestone' &&
  figures.every((figure) => figure === null || figure.origin === 'reported');
