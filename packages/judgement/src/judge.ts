import {
  type Comparator,
  type Evaluation,
  type FigureGrade,
  Fraction,
  foldYear,
  isDue,
  type Light,
  lastYearSeries,
  type Measure,
  type MonthFigure,
  type Policy,
  planOfOrg,
  type TargetGrade,
  type TargetTerms,
  type TargetVersion,
  toWire,
  versionAt,
  type WireEvaluation,
  yardstickOf,
} from '@xushi/domain';
import type { CatalogueIndicator, FigureInForce, LoadedYears, StoredTarget, YearFile } from './load.js';

/** How a month stood before a judgement. */
export interface PriorMonth {
  light: Light | null;
  state: string;
  targetVersion: number | null;
}

/** One month of one target (or of an indicator reported without one), judged and ready to be stored. */
export interface JudgedMonth {
  month: number;
  /** How it stood before: what tells a restatement from a first report. Null: not judged before. */
  before: PriorMonth | null;
  evaluation: Evaluation;
  figure: FigureInForce | null;
  wire: WireEvaluation;
  policy: Policy | null;
  /** The terms that judged it; null without a target. */
  terms: TargetTerms | null;
}

/** A target's year, judged. `target` is null for an indicator that is reported without one. */
export interface JudgedYear {
  file: YearFile;
  indicator: CatalogueIndicator;
  target: StoredTarget | null;
  measure: Measure;
  grade: string;
  months: JudgedMonth[];
}

/** Judges every target of the loaded org-years, and every indicator that is reported without one. Pure. */
export function judgeYears(loaded: LoadedYears): JudgedYear[] {
  return loaded.files.flatMap((file) => {
    const targeted = file.targets.flatMap((target) => {
      const indicator = loaded.indicators.get(target.indicatorId);
      return indicator ? [judgeTarget(loaded, { file, indicator, target })] : [];
    });
    const withTarget = new Set(file.targets.map((target) => target.indicatorId));
    const untargeted = [...file.figures.keys()]
      .filter((indicatorId) => !withTarget.has(indicatorId))
      .flatMap((indicatorId) => {
        const indicator = loaded.indicators.get(indicatorId);
        return indicator ? [judgeTarget(loaded, { file, indicator, target: null })] : [];
      });
    return [...targeted, ...untargeted].filter((judged) => judged.months.length > 0);
  });
}

function judgeTarget(
  loaded: LoadedYears,
  of: { file: YearFile; indicator: CatalogueIndicator; target: StoredTarget | null },
): JudgedYear {
  const { file, indicator, target } = of;
  const figures = file.figures.get(indicator.id) ?? [];
  const lastMonth = lastReportedMonth(file);
  const versions = target ? targetVersions(loaded, { file, indicator, target }) : [];
  const evaluations = foldYear({
    indicator,
    versions,
    figures: figures.map(monthFigure),
    isDue: (month) => isDue(indicator, month),
    lastMonth,
    lastYear: lastYearSeries((file.lastYear.get(indicator.id) ?? []).map(monthFigure)),
    backJudgedThrough: target?.versions[0]?.backJudgedThrough ?? 0,
  });
  const months = evaluations
    .filter(({ month }) => (figures[month - 1] ?? null) !== null || inDuty(file, indicator, month))
    .map((evaluation): JudgedMonth => {
      const figure = figures[evaluation.month - 1] ?? null;
      const wire = toWire(evaluation, indicator, file.year);
      return {
        month: evaluation.month,
        before: null,
        evaluation,
        figure,
        // As reported, with all decimals that were given.
        wire: { ...wire, figure: figure?.value ?? wire.figure, yoy: figure?.yoy ?? wire.yoy },
        policy: versionAt(versions, evaluation.month)?.policy ?? null,
        terms: versionAt(versions, evaluation.month)?.terms ?? null,
      };
    });
  return {
    file,
    indicator,
    target,
    measure: (target?.measure ?? 'value') as Measure,
    grade: target?.grade ?? 'annual',
    months,
  };
}

/** The versions as the fold takes them: one entry wherever the terms or the policy may change. */
function targetVersions(
  loaded: LoadedYears,
  { file, indicator, target }: { file: YearFile; indicator: CatalogueIndicator; target: StoredTarget },
): TargetVersion[] {
  const place = { orgId: file.orgId, indicatorId: indicator.id, targetId: target.id };
  const measure = target.measure as Measure;
  return target.versions.flatMap((stored, position) => {
    const next = target.versions.slice(position + 1).map((version) => version.appliesFrom);
    const until = Math.min(13, ...next);
    const turns = loaded.policies
      .turns(place, file.year)
      .filter((month) => month > stored.appliesFrom && month < until);
    return [...new Set([stored.appliesFrom, ...turns])].map((month): TargetVersion => {
      const terms = {
        measure,
        grade: target.grade as TargetGrade,
        deciding: stored.deciding,
        comparator: stored.comparator as Comparator,
        value: Fraction.parse(stored.value),
        plan: planOfOrg(stored.plan, file),
      };
      const policy = loaded.policies.choose({
        ...place,
        period: `${file.year}-${String(month).padStart(2, '0')}`,
        named: stored.policyKey,
        subject: {
          yardstick: yardstickOf(indicator.type, measure, terms.plan),
          unit: indicator.unit,
          planKind: terms.plan.kind,
          type: indicator.type,
          measure,
        },
      });
      return { appliesFrom: month, version: stored.version, terms, policy };
    });
  });
}

function lastReportedMonth(file: YearFile): number {
  let last = 0;
  for (const months of file.figures.values()) {
    for (let month = 12; month > last; month -= 1) if (months[month - 1]) last = month;
  }
  return last;
}

function inDuty(file: YearFile, indicator: CatalogueIndicator, month: number): boolean {
  const period = `${file.year}-${String(month).padStart(2, '0')}`;
  return file.duty.some(
    (entry) =>
      entry.indicator === indicator.key && entry.from <= period && (entry.to === null || period <= entry.to),
  );
}

function monthFigure(figure: FigureInForce | null): MonthFigure | null {
  if (!figure) return null;
  return {
    value: figure.value === null ? null : Fraction.parse(figure.value),
    yoy: figure.yoy === null ? null : Fraction.parse(figure.yoy),
    grade: figure.grade as FigureGrade,
  };
}
