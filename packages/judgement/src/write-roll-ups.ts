import type { Unit } from '@xushi/events';
import { writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { AddedUp } from './add-up.js';
import type { OrgYear } from './org-year.js';
import type { PeerSet } from './peer-sets.js';

/** Makes the stored roll-ups of the parents equal to these. Answers the org-years of which something changed. */
export async function writeRollUps(
  unit: Unit,
  { sets, sums }: { sets: readonly PeerSet[]; sums: readonly AddedUp[] },
): Promise<OrgYear[]> {
  const scopes = sets.flatMap(({ parentId, year }) =>
    parentId === null ? [] : [{ org_id: parentId, year }],
  );
  if (scopes.length === 0) return [];
  const rows = sums.map((sum) => ({
    org_id: sum.orgId,
    year: sum.year,
    month: sum.month,
    indicator_id: sum.indicatorId,
    value: sum.value && writeFraction(sum.value),
    last_year: sum.lastYear && writeFraction(sum.lastYear),
    grade: sum.grade,
    reported: sum.reported,
    of_count: sum.of,
    missing: sum.missing,
    complete: sum.complete,
    historical: sum.historical,
  }));
  const changed = await unit.tx.execute<{ org_id: number; year: number }>(sql`
    WITH made AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(
        org_id integer, year integer, month integer, indicator_id integer, value text, last_year text, grade text,
        reported integer, of_count integer, missing jsonb, complete boolean, historical boolean)
    ), ended AS (
      UPDATE roll_up r SET ended_at = ${unit.now.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(scopes)}::text::jsonb) AS s(org_id integer, year integer)
      WHERE r.org_id = s.org_id AND r.year = s.year AND r.ended_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM made m WHERE (m.org_id, m.year, m.month, m.indicator_id) = (r.org_id, r.year, r.month, r.indicator_id)
          AND (m.value, m.last_year, m.grade, m.reported, m.of_count, m.missing, m.complete, m.historical)
            IS NOT DISTINCT FROM (r.value, r.last_year, r.grade, r.reported, r.of_count, r.missing, r.complete, r.historical))
      RETURNING r.org_id, r.year, r.month, r.indicator_id
    ), fresh AS (
      INSERT INTO roll_up (org_id, year, month, indicator_id, value, last_year, grade, reported, of_count, missing,
        complete, historical, known_at)
      SELECT m.org_id, m.year, m.month, m.indicator_id, m.value, m.last_year, m.grade, m.reported, m.of_count, m.missing,
        m.complete, m.historical, ${unit.now.toISOString()}::timestamptz
      FROM made m
      WHERE NOT EXISTS (SELECT 1 FROM roll_up r WHERE r.ended_at IS NULL
          AND (r.org_id, r.year, r.month, r.indicator_id) = (m.org_id, m.year, m.month, m.indicator_id))
        OR EXISTS (SELECT 1 FROM ended e
          WHERE (e.org_id, e.year, e.month, e.indicator_id) = (m.org_id, m.year, m.month, m.indicator_id))
      RETURNING org_id, year
    )
    SELECT DISTINCT org_id, year FROM (SELECT org_id, year FROM ended UNION ALL SELECT org_id, year FROM fresh) c`);
  return changed.map((row) => ({ orgId: row.org_id, year: row.year }));
}
