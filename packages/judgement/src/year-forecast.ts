import {
  type EarlierYear,
  type Evaluation,
  type FigureGrade,
  type Forecast,
  type Fraction,
  forecastFullYear,
  lastYearSeries,
  type Plan,
  REPLAYED_YEARS,
  type TargetVersion,
} from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import type { EffectiveFigure } from './effective.js';
import { exact, type StoredFigure } from './figures.js';
import type { TargetInPlace } from './judged.js';
import type { LoadedYears, YearFile } from './load.js';

/** What a month's figure lets the full year be (domain.md §7); null for what has no full year, or no figure. */
export function forecastOf(of: {
  file: YearFile;
  indicator: CatalogueIndicator;
  figures: (EffectiveFigure | null)[];
  evaluation: Evaluation;
  version: TargetVersion | null;
  earlier: () => EarlierYear[];
}): Forecast | null {
  const { file, indicator, figures, evaluation, version } = of;
  if (indicator.type !== 'flow' && indicator.type !== 'count') return null;
  // A growth is no amount to be carried on to the year's end; a figure that lacks a member is none.
  if (evaluation.measure !== 'value' || evaluation.figure === null || evaluation.state === 'partial')
    return null;
  const plan = version?.terms.plan;
  return forecastFullYear({
    indicator,
    year: file.year,
    month: evaluation.month,
    from: plan && isLinear(plan, evaluation) ? (plan.from ?? 1) : 1,
    figures: figures.map((figure) => (figure?.state ? null : (figure?.value ?? null))),
    earlier: of.earlier(),
  });
}

/** Spread evenly from its first month on: also a plan that should follow last year and cannot. */
const isLinear = (plan: Plan, { planFallback }: Evaluation): plan is Plan & { from?: number } =>
  plan.kind === 'linear' || (plan.kind === 'lastYear' && planFallback !== null);

/** The org's own earlier years, each as one series of the grade that its full year has. */
export function earlierYears(loaded: LoadedYears, { file, indicator }: TargetInPlace): EarlierYear[] {
  if (indicator.type !== 'flow' && indicator.type !== 'count') return [];
  return Array.from({ length: REPLAYED_YEARS + 1 }).flatMap((_, back): EarlierYear[] => {
    const year = file.year - 1 - back;
    const figures = seriesOf(loaded, { file, indicator, year });
    return figures ? [{ year, figures }] : [];
  });
}

/** An earlier year of the org as one series; nothing is read where it has no full year. */
export function seriesOf(
  loaded: LoadedYears,
  { file, indicator, year }: { file: YearFile; indicator: CatalogueIndicator; year: number },
): (Fraction | null)[] | undefined {
  const months = loaded.figures.yearOf({ orgId: file.orgId, year, indicatorId: indicator.id });
  return months[11] ? lastYearSeries(months.map(ofStored)) : undefined;
}

function ofStored(figure: StoredFigure | null): { grade: FigureGrade; value: Fraction | null } | null {
  return figure && { grade: figure.grade, value: exact(figure.value) };
}
