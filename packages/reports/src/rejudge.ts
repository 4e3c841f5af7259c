import {
  type Evaluation,
  evaluate,
  type FigureGrade,
  Fraction,
  type IndicatorType,
  lastYearSeries,
  monthOf,
  planOfOrg,
  type TargetTerms,
} from '@xushi/domain';
import { readFraction } from '@xushi/store';
import type { EvaluationRow } from './read-evaluations.js';
import type { Material, ReportIndicator } from './read-material.js';
import type { ReportOrg } from './read-orgs.js';
import type { TargetVersionRow } from './read-targets.js';

/**
 * The exact evaluation behind a stored row. Rows keep numbers that were rounded once, and sentences round for
 * themselves from unrounded values; so the fields are measured again from the figure and the target version that
 * judged the row. The light, the version and the counts are the row's own: nothing is judged anew. Without a row
 * the figure is not reported.
 */
export function rejudge(
  material: Material,
  of: {
    org: ReportOrg;
    indicator: ReportIndicator;
    version: TargetVersionRow | null;
    row: EvaluationRow | null;
  },
): { evaluation: Evaluation; terms: TargetTerms | null } {
  const { org, indicator, version, row } = of;
  const terms = version && termsOf(version, org);
  const figure = readFraction(row?.numbers.figureExact ?? null) ?? exact(row?.numbers.figure);
  const yoy = exact(row?.numbers.yoy);
  const measured = evaluate({
    indicator: { type: indicator.type as IndicatorType, unit: indicator.unit },
    target: terms,
    month: monthOf(indicator.own),
    figure,
    yoy,
    grade: (row?.numbers.source ?? null) as FigureGrade | null,
    lastYear: version ? lastYearOf(material, version) : undefined,
  });
  const previous = row?.previous ?? null;
  const evaluation: Evaluation = {
    ...measured,
    state: row?.state ?? measured.state,
    origin: row?.numbers.origin ?? 'reported',
    milestone: row?.numbers.milestone ?? null,
    version: version?.version ?? null,
    backJudged: row?.backJudged ?? false,
    decided:
      row?.light && row.policyKey !== null && row.policyVersion !== null
        ? {
            light: row.light,
            policy: row.policyKey,
            policyVersion: row.policyVersion,
            rule: row.rule,
            saw: {},
            ...(row.numbers.clearedThrough ? { clearedThrough: true as const } : {}),
          }
        : null,
    peerGap: null,
    consecutiveLag: row?.consecutiveLag ?? 0,
    change: previous && {
      previousMonth: previous.month,
      figure: difference(figure, exact(previous.figure)),
      yoy: difference(yoy, exact(previous.yoy)),
      gap: null,
      light: previous.light,
    },
  };
  return { evaluation, terms };
}

function termsOf(version: TargetVersionRow, org: ReportOrg): TargetTerms {
  return {
    measure: version.measure,
    grade: version.grade,
    deciding: version.deciding,
    comparator: version.comparator,
    value: Fraction.parse(version.value),
    plan: planOfOrg(version.plan, { year: version.year, activeFrom: org.activeFrom }),
  };
}

/** Last year's months as one series of the grade its full year has. */
function lastYearOf(material: Material, version: TargetVersionRow): (Fraction | null)[] | undefined {
  if (version.plan.kind !== 'lastYear') return undefined;
  const mine = material.lastYears.filter(
    (row) =>
      row.orgId === version.orgId && row.indicatorId === version.indicatorId && row.year === version.year - 1,
  );
  return lastYearSeries(
    Array.from({ length: 12 }, (_, index) => {
      const month = mine.find((row) => row.month === index + 1);
      return month && { grade: String(month.source), value: exact(month.figure) };
    }),
  );
}

function exact(text: string | null | undefined): Fraction | null {
  return text === null || text === undefined ? null : Fraction.parse(text);
}

function difference(now: Fraction | null, before: Fraction | null): Fraction | null {
  return now && before ? now.minus(before) : null;
}
