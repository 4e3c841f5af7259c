import { createHash } from 'node:crypto';
import { compactWire } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { inTurns } from '@xushi/platform';
import { writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { changeOf, type EvaluationChangeRow, endOf } from './evaluation-change.js';
import type { JudgedMonth, JudgedYear } from './judged.js';
import { inLockOrder, type OrgYear } from './org-year.js';
import type { EvaluationKey, PriorBook, PriorRow } from './prior.js';

/** The rows that have to be written so that what is stored equals what was judged. */
export interface Difference {
  /** JSON of each row that is new or says something else than before. */
  rows: string[];
  gone: PriorRow[];
  changes: (EvaluationKey & EvaluationChangeRow)[];
  /** Those of which something changed. */
  orgYears: OrgYear[];
}

/**
 * Makes the stored evaluations equal to the judged ones, set-based: rows that differ are written, rows that no longer
 * follow from any figure go, and every change of light, target version or policy version is kept with its reason.
 */
export async function writeDifference(unit: Unit, { rows, gone, changes }: Difference): Promise<void> {
  await Promise.all([remove(unit, gone), upsert(unit, rows), record(unit, changes)]);
}

/** In what the judged years differ from how they are stored. */
export async function differenceOf(prior: PriorBook, judged: readonly JudgedYear[]): Promise<Difference> {
  const found: Difference = { rows: [], gone: [], changes: [], orgYears: [] };
  const left = new Set<PriorRow>(prior);
  await inTurns(judged, (year) => {
    const before = prior.of(year);
    for (const month of year.months) {
      const row = rowOf(year, month);
      const text = JSON.stringify(row);
      const digest = digestOf(text);
      const stood = before[month.month];
      if (stood) left.delete(stood);
      if (stood?.digest === digest) continue;
      found.rows.push(`${text.slice(0, -1)},"digest":"${digest}"}`);
      found.orgYears.push({ orgId: row.org_id, year: row.year });
      const change = changeOf(stood, row);
      if (change) found.changes.push(Object.assign(keyOf(row), change));
    }
  });
  for (const row of left) {
    found.gone.push(row);
    found.orgYears.push({ orgId: row.org_id, year: row.year });
    const change = endOf(row);
    if (change) found.changes.push(Object.assign(keyOf(row), change));
  }
  return { ...found, orgYears: inLockOrder(found.orgYears) };
}

const keyOf = (row: EvaluationKey): EvaluationKey => ({
  org_id: row.org_id,
  year: row.year,
  month: row.month,
  indicator_id: row.indicator_id,
  measure: row.measure,
  grade: row.grade,
});

/** Tells a row from another one of the same month: what it says is written, not what it was. */
const digestOf = (text: string): string => createHash('sha1').update(text).digest('base64');

function rowOf({ file, indicator, target, measure, grade }: JudgedYear, of: JudgedMonth) {
  const { month, evaluation, figure, wire, policy, rankValue, peerValue } = of;
  return {
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
    numbers: compactWire(wire),
  };
}

async function remove(unit: Unit, gone: readonly PriorRow[]): Promise<void> {
  if (gone.length === 0) return;
  await unit.tx.execute(sql`
    DELETE FROM evaluation e USING jsonb_to_recordset(${JSON.stringify(gone.map(keyOf))}::text::jsonb) AS g(
      org_id integer, year integer, month integer, indicator_id integer, measure text, grade text)
    WHERE (e.org_id, e.year, e.month, e.indicator_id, e.measure, e.grade)
      = (g.org_id, g.year, g.month, g.indicator_id, g.measure, g.grade)`);
}

async function upsert(unit: Unit, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  await unit.tx.execute(sql`
    INSERT INTO evaluation (org_id, indicator_id, measure, grade, year, month, state, deciding, light, target_id,
      target_version, figure_id, policy_key, policy_version, rule, consecutive_lag, back_judged, rank_value, peer_value,
      numbers, digest, judged_at)
    SELECT j.*, ${unit.now.toISOString()}::timestamptz FROM jsonb_to_recordset(${`[${rows.join(',')}]`}::text::jsonb) AS j(
      org_id integer, indicator_id integer, measure text, grade text, year integer, month integer, state text,
      deciding boolean, light text, target_id integer, target_version integer, figure_id bigint, policy_key text,
      policy_version integer, rule integer, consecutive_lag integer, back_judged boolean, rank_value text, peer_value text,
      numbers jsonb, digest text)
    ON CONFLICT (org_id, year, month, indicator_id, measure, grade) DO UPDATE SET
      state = excluded.state, deciding = excluded.deciding, light = excluded.light, target_id = excluded.target_id,
      target_version = excluded.target_version, figure_id = excluded.figure_id, policy_key = excluded.policy_key,
      policy_version = excluded.policy_version, rule = excluded.rule, consecutive_lag = excluded.consecutive_lag,
      back_judged = excluded.back_judged, rank_value = excluded.rank_value, peer_value = excluded.peer_value,
      numbers = excluded.numbers, digest = excluded.digest, judged_at = excluded.judged_at`);
}

async function record(unit: Unit, changes: Difference['changes']): Promise<void> {
  if (changes.length === 0) return;
  await unit.tx.execute(sql`
    INSERT INTO evaluation_change (org_id, indicator_id, measure, grade, year, month, before, after, reason, at)
    SELECT c.*, ${unit.now.toISOString()}::timestamptz FROM jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) AS c(
      org_id integer, indicator_id integer, measure text, grade text, year integer, month integer, before jsonb,
      after jsonb, reason text)`);
}
