import type { Unit } from '@xushi/events';
import { integers, writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';

import type { PeerSet } from './peer-sets.js';
import type { StandingLine } from './standings.js';

/**
 * Makes the stored lines of the sets' members equal to these; what was said before stays on record. `regrouped`: members
 * may have left, whose lines end as well.
 */
export async function writeStandings(
  unit: Unit,
  of: { sets: readonly PeerSet[]; lines: readonly StandingLine[]; regrouped: boolean },
): Promise<void> {
  const { sets, lines } = of;
  const scopes = sets.map(({ name, year }) => ({ peers: name, year }));
  const rows = lines.map((line) => ({
    org_id: line.orgId,
    indicator_id: line.indicatorId,
    measure: line.measure,
    year: line.year,
    month: line.month,
    peers: line.peers,
    position: line.position,
    of_count: line.of,
    reported: line.reported,
    mixed_grades: line.mixedGrades,
    mean: line.mean && writeFraction(line.mean),
    mean_reported: line.meanReported,
    mean_of: line.meanOf,
    open_until: line.openUntil?.toISOString() ?? null,
  }));
  const members = new Set(sets.flatMap((set) => set.members.map(({ id }) => id)));
  const years = new Set(sets.map(({ year }) => year));
  const named = sql`
    SELECT p.peers, p.year FROM jsonb_to_recordset(${JSON.stringify(scopes)}::text::jsonb) AS p(peers text, year integer)`;
  const now = sql`${unit.now.toISOString()}::timestamptz`;
  const made = sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS m(
    org_id integer, indicator_id integer, measure text, year integer, month integer, peers text, position integer,
    of_count integer, reported integer, mixed_grades boolean, mean text, mean_reported integer, mean_of integer, open_until timestamptz)`;
  await unit.tx.execute(sql`
    WITH made AS MATERIALIZED (SELECT * FROM ${made})
    UPDATE standing s SET ended_at = ${now}
    WHERE s.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM made m
        WHERE (m.org_id, m.year, m.month, m.indicator_id, m.measure) = (s.org_id, s.year, s.month, s.indicator_id, s.measure)
          AND (m.peers, m.position, m.of_count, m.reported, m.mixed_grades, m.mean, m.mean_reported, m.mean_of, m.open_until)
            IS NOT DISTINCT FROM (s.peers, s.position, s.of_count, s.reported, s.mixed_grades, s.mean, s.mean_reported, s.mean_of, s.open_until))
      AND ((s.org_id = ANY (${integers(members)}) AND s.year = ANY (${integers(years)}) AND ((s.peers, s.year) IN (${named})
          -- Also the line of one who was ranked elsewhere until now.
          OR EXISTS (SELECT 1 FROM made m
            WHERE (m.org_id, m.year, m.month, m.indicator_id, m.measure) = (s.org_id, s.year, s.month, s.indicator_id, s.measure))))
        ${of.regrouped ? sql`OR (s.peers, s.year) IN (${named})` : sql``})`);
  await unit.tx.execute(sql`
    INSERT INTO standing (org_id, indicator_id, measure, year, month, peers, position, of_count, reported, mixed_grades, mean,
      mean_reported, mean_of, open_until, known_at)
    SELECT m.*, ${now} FROM ${made}
    -- Through the index whatever the planner thinks of the table: it knows nothing of one that is being filled.
    ON CONFLICT (org_id, year, month, indicator_id, measure) WHERE ended_at IS NULL DO NOTHING`);
}

/** Ends the lines of orgs in named groups that they are in no longer: a group that ended is no set any more. */
export async function endLeftGroups(unit: Unit, orgIds: readonly number[]): Promise<void> {
  if (orgIds.length === 0) return;
  await unit.tx.execute(sql`
    UPDATE standing s SET ended_at = ${unit.now.toISOString()}::timestamptz
    WHERE s.ended_at IS NULL AND s.org_id = ANY (${integers(orgIds)}) AND starts_with(s.peers, 'group:')
      AND NOT EXISTS (
        SELECT 1 FROM (SELECT DISTINCT ON (key) key, members FROM peer_group_version ORDER BY key, version DESC) g
        WHERE s.peers = 'group:' || g.key AND s.org_id = ANY (g.members))`);
}
