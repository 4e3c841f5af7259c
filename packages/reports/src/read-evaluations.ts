import {
  type CompactWire,
  type EvaluationState,
  type Light,
  type Measure,
  type TargetGrade,
  type WireEvaluation,
  wholeWire,
} from '@xushi/domain';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** One evaluation as stored, with the figures of the previous reported period beside it. */
export interface EvaluationRow {
  orgId: number;
  indicatorId: number;
  year: number;
  month: number;
  measure: Measure;
  grade: TargetGrade;
  state: EvaluationState;
  deciding: boolean;
  light: Light | null;
  targetId: number | null;
  targetVersion: number | null;
  figureId: number | null;
  policyKey: string | null;
  policyVersion: number | null;
  rule: number | null;
  consecutiveLag: number;
  backJudged: boolean;
  numbers: WireEvaluation;
  previous: { month: number; figure: string | null; yoy: string | null; light: Light | null } | null;
}

/** Which month of which indicator is wanted. */
export interface IndicatorMonth {
  indicatorId: number;
  year: number;
  month: number;
}

/** The evaluations of the orgs at the indicators' months, whatever their target. One query. */
export async function readEvaluations(
  tx: Transaction,
  of: { orgIds: number[]; at: IndicatorMonth[] },
): Promise<EvaluationRow[]> {
  const rows = await tx.execute<{
    org_id: number;
    indicator_id: number;
    year: number;
    month: number;
    measure: Measure;
    grade: TargetGrade;
    state: EvaluationState;
    deciding: boolean;
    light: Light | null;
    target_id: number | null;
    target_version: number | null;
    figure_id: string | null;
    policy_key: string | null;
    policy_version: number | null;
    rule: number | null;
    consecutive_lag: number;
    back_judged: boolean;
    numbers: CompactWire;
    previous_month: number | null;
    previous_figure: string | null;
    previous_yoy: string | null;
    previous_light: Light | null;
  }>(sql`
    SELECT e.org_id, e.indicator_id, e.year, e.month, e.measure, e.grade, e.state, e.deciding, e.light, e.target_id,
           e.target_version, e.figure_id::text AS figure_id, e.policy_key, e.policy_version, e.rule, e.consecutive_lag,
           e.back_judged, e.numbers, p.month AS previous_month, p.numbers->>'figure' AS previous_figure,
           p.numbers->>'yoy' AS previous_yoy, p.light AS previous_light
    FROM jsonb_to_recordset(${JSON.stringify(of.at)}::text::jsonb)
      AS w("indicatorId" integer, year integer, month integer)
    JOIN evaluation e ON e.indicator_id = w."indicatorId" AND e.year = w.year AND e.month = w.month
      AND e.org_id IN (SELECT value::integer FROM jsonb_array_elements_text(${JSON.stringify(of.orgIds)}::text::jsonb))
    LEFT JOIN evaluation p ON p.org_id = e.org_id AND p.year = e.year AND p.indicator_id = e.indicator_id
      AND p.measure = e.measure AND p.grade = e.grade
      AND p.month = right(e.numbers->'change'->>'previousPeriod', 2)::integer
    ORDER BY e.org_id, e.indicator_id, e.measure DESC, e.grade`);
  return rows.map((row) => ({
    orgId: row.org_id,
    indicatorId: row.indicator_id,
    year: row.year,
    month: row.month,
    measure: row.measure,
    grade: row.grade,
    state: row.state,
    deciding: row.deciding,
    light: row.light,
    targetId: row.target_id,
    targetVersion: row.target_version,
    figureId: row.figure_id === null ? null : Number(row.figure_id),
    policyKey: row.policy_key,
    policyVersion: row.policy_version,
    rule: row.rule,
    consecutiveLag: row.consecutive_lag,
    backJudged: row.back_judged,
    numbers: wholeWire(row.numbers),
    previous:
      row.previous_month === null
        ? null
        : {
            month: row.previous_month,
            figure: row.previous_figure,
            yoy: row.previous_yoy,
            light: row.previous_light,
          },
  }));
}

/** A reported month of a past year. */
export interface ReportedMonth {
  orgId: number;
  indicatorId: number;
  month: number;
  figure: string;
  source: string;
}

/** The reported cumulative figures of whole years, for plans that follow last year. One query. */
export async function readReportedYears(
  tx: Transaction,
  of: { orgId: number; indicatorId: number; year: number }[],
): Promise<(ReportedMonth & { year: number })[]> {
  const rows = await tx.execute<{
    org_id: number;
    indicator_id: number;
    year: number;
    month: number;
    figure: string;
    source: string;
  }>(sql`
    SELECT DISTINCT e.org_id, e.indicator_id, e.year, e.month, e.numbers->>'figure' AS figure,
           e.numbers->>'source' AS source
    FROM jsonb_to_recordset(${JSON.stringify(of)}::text::jsonb)
      AS w("orgId" integer, "indicatorId" integer, year integer)
    JOIN evaluation e ON e.org_id = w."orgId" AND e.indicator_id = w."indicatorId" AND e.year = w.year
    WHERE e.numbers->>'figure' IS NOT NULL`);
  return rows.map((row) => ({
    orgId: row.org_id,
    indicatorId: row.indicator_id,
    year: row.year,
    month: row.month,
    figure: row.figure,
    source: row.source,
  }));
}
