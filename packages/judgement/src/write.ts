import type { Light } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import { writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';

import type { JudgedYear } from './judged.js';
import { type OrgYear, ofOrgYears } from './org-year.js';

/** How the months of the org-years stood before. One query. */
export async function readPrior(unit: Unit, orgYears: readonly OrgYear[]): Promise<readonly PriorRow[]> {
  return unit.tx.execute<PriorRow>(sql`
    SELECT e.org_id, e.year, e.month, e.indicator_id, e.measure, e.grade, e.light, e.state, e.target_version
    FROM ${ofOrgYears(orgYears, 'evaluation', 'e')}`);
}

/** The judged years with how each of their months stood before. */
export function withPrior(rows: readonly PriorRow[], judged: JudgedYear[]): JudgedYear[] {
  if (rows.length === 0) return judged;
  const keyOf = (orgId: number, year: number, indicatorId: number, measure: string, grade: string) =>
    `${orgId}/${year}/${indicatorId}/${measure}/${grade}`;
  const prior = groupBy(rows, (row) => keyOf(row.org_id, row.year, row.indicator_id, row.measure, row.grade));
  return judged.map((year) => {
    const { file, indicator, measure, grade, months } = year;
    const before = prior.get(keyOf(file.orgId, file.year, indicator.id, measure, grade));
    if (!before) return year;
    return {
      ...year,
      months: months.map((month) => {
        const row = before.find((entry) => entry.month === month.month);
        return row
          ? { ...month, before: { light: row.light, state: row.state, targetVersion: row.target_version } }
          : month;
      }),
    };
  });
}

export interface PriorRow extends Record<string, unknown> {
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  measure: string;
  grade: string;
  light: Light | null;
  state: string;
  target_version: number | null;
}

/**
 * Makes the stored evaluations of the org-years equal to the judged ones, set-based: rows that differ are
 * written, rows that no longer follow from any figure go, and every change of light, target version or policy
 * version is kept with its reason.
 */
export async function writeEvaluations(
  unit: Unit,
  orgYears: readonly OrgYear[],
  judged: JudgedYear[],
): Promise<OrgYear[]> {
  const rows = judged.flatMap(({ file, indicator, target, measure, grade, months }) =>
    months.map(({ month, evaluation, figure, wire, policy, rankValue, peerValue }) => ({
      org_id: file.orgId,
      indicator_id: indicator.id,
      measure,
      grade,
      year: file.year,
      month,
      state: evaluation.state,
      deciding: target?.versions.find((version) => version.version === evaluation.version)?.deciding ?? false,
      light: evaluation.decided?.light ?? null,
      target_id: target?.id ?? null,
      target_version: evaluation.version,
      figure_id: figure?.id ?? null,
      policy_key: policy?.key ?? null,
      policy_version: policy?.version ?? null,
      rule: evaluation.decided?.rule ?? null,
      consecutive_lag: evaluation.consecutiveLag,
      back_judged: evaluation.backJudged,
      rank_value: rankValue && writeFraction(rankValue),
      peer_value: peerValue && writeFraction(peerValue),
      numbers: wire,
    })),
  );
  const written = await unit.tx.execute<{ org_id: number; year: number }>(sql`
    WITH judged AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j(
        org_id integer, indicator_id integer, measure text, grade text, year integer, month integer, state text,
        deciding boolean, light text, target_id integer, target_version integer, figure_id bigint, policy_key text,
        policy_version integer, rule integer, consecutive_lag integer, back_judged boolean, rank_value text, peer_value text,
        numbers jsonb)
    ), before AS (
      SELECT e.* FROM ${ofOrgYears(orgYears, 'evaluation', 'e')}
    ), gone AS (
      DELETE FROM evaluation e USING before b
      WHERE e.id = b.id AND NOT EXISTS (
        SELECT 1 FROM judged j WHERE j.org_id = e.org_id AND j.year = e.year AND j.month = e.month
          AND j.indicator_id = e.indicator_id AND j.measure = e.measure AND j.grade = e.grade)
      RETURNING b.*
    ), changed AS (
      INSERT INTO evaluation_change (org_id, indicator_id, measure, grade, year, month, before, after, reason, at)
      SELECT j.org_id, j.indicator_id, j.measure, j.grade, j.year, j.month,
             CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('light', b.light, 'targetVersion', b.target_version,
               'policy', b.policy_key, 'policyVersion', b.policy_version, 'figure', b.figure_id) END,
             jsonb_build_object('light', j.light, 'targetVersion', j.target_version,
               'policy', j.policy_key, 'policyVersion', j.policy_version, 'figure', j.figure_id),
             CASE WHEN b.id IS NULL AND j.back_judged THEN 'targetRevised'
                  -- What is worked out or added up has no row of its own; it was there where it was judged.
                  WHEN b.id IS NULL OR (b.figure_id IS NULL AND b.state <> 'evaluated') THEN 'reported'
                  WHEN b.target_version IS DISTINCT FROM j.target_version THEN 'targetRevised'
                  WHEN b.figure_id IS NOT DISTINCT FROM j.figure_id AND (b.policy_key, b.policy_version)
                    IS DISTINCT FROM (j.policy_key, j.policy_version) THEN 'policyRevised'
                  -- Its own figure, or one of a month that its light follows on.
                  ELSE 'restated' END,
             ${unit.now.toISOString()}::timestamptz
      FROM judged j LEFT JOIN before b USING (org_id, year, month, indicator_id, measure, grade)
      WHERE (j.state = 'evaluated' OR b.light IS NOT NULL) AND (b.id IS NULL
        OR (b.light, b.target_version, b.policy_key, b.policy_version)
           IS DISTINCT FROM (j.light, j.target_version, j.policy_key, j.policy_version))
      UNION ALL
      SELECT g.org_id, g.indicator_id, g.measure, g.grade, g.year, g.month,
             jsonb_build_object('light', g.light, 'targetVersion', g.target_version,
               'policy', g.policy_key, 'policyVersion', g.policy_version, 'figure', g.figure_id),
             jsonb_build_object('light', NULL, 'targetVersion', g.target_version,
               'policy', g.policy_key, 'policyVersion', g.policy_version, 'figure', NULL),
             'restated', ${unit.now.toISOString()}::timestamptz
      FROM gone g WHERE g.light IS NOT NULL
    ), written AS (
    INSERT INTO evaluation AS e (org_id, indicator_id, measure, grade, year, month, state, deciding, light, target_id,
      target_version, figure_id, policy_key, policy_version, rule, consecutive_lag, back_judged, rank_value, peer_value,
      numbers, judged_at)
    SELECT j.*, ${unit.now.toISOString()}::timestamptz FROM judged j
    ON CONFLICT (org_id, year, month, indicator_id, measure, grade) DO UPDATE SET
      state = excluded.state, deciding = excluded.deciding, light = excluded.light, target_id = excluded.target_id,
      target_version = excluded.target_version, figure_id = excluded.figure_id, policy_key = excluded.policy_key,
      policy_version = excluded.policy_version, rule = excluded.rule, consecutive_lag = excluded.consecutive_lag,
      back_judged = excluded.back_judged, rank_value = excluded.rank_value, peer_value = excluded.peer_value,
      numbers = excluded.numbers, judged_at = excluded.judged_at
    WHERE (e.state, e.deciding, e.light, e.target_id, e.target_version, e.figure_id, e.policy_key, e.policy_version,
           e.rule, e.consecutive_lag, e.back_judged, e.rank_value, e.peer_value, e.numbers)
      IS DISTINCT FROM (excluded.state, excluded.deciding, excluded.light, excluded.target_id,
           excluded.target_version, excluded.figure_id, excluded.policy_key, excluded.policy_version, excluded.rule,
           excluded.consecutive_lag, excluded.back_judged, excluded.rank_value, excluded.peer_value, excluded.numbers)
      RETURNING e.org_id, e.year)
    SELECT DISTINCT org_id, year FROM (
      SELECT org_id, year FROM written UNION ALL SELECT org_id, year FROM gone) touched ORDER BY org_id, year`);
  return written.map((row) => ({ orgId: row.org_id, year: row.year }));
}
