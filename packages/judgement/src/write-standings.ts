import type { Unit } from '@xushi/events';
import { inTurns, jsonInTurns } from '@xushi/platform';
import { integers, writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';

import type { PeerSet } from './peer-sets.js';
import type { StandingLine } from './standings.js';

/** What tells a line from another one: one of these is in force at a time. */
interface LineKey {
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  measure: string;
}

/** A line in force as it is stored, and as it is written; `open_until` in ms. */
interface Line extends LineKey {
  peers: string;
  position: number | null;
  of_count: number;
  reported: number;
  mixed_grades: boolean;
  mean: string | null;
  mean_reported: number;
  mean_of: number;
  open_until: number | null;
}

/**
 * Makes the stored lines of the sets' members equal to these; what was said before stays on record. `regrouped`: members
 * may have left, whose lines end as well. What differs is found here: left to the database, it is looked for among all
 * lines once a line whenever the length of a list is guessed too low.
 */
export async function writeStandings(
  unit: Unit,
  of: { sets: readonly PeerSet[]; lines: readonly StandingLine[]; regrouped: boolean },
): Promise<void> {
  const { sets, lines } = of;
  const stored = await linesInForce(unit, of);
  const named = new Set(sets.map(({ name, year }) => `${year} ${name}`));
  const made = new Map((await inTurns(lines, lineOf)).map((line) => [keyOf(line), line]));
  const ended: LineKey[] = [];
  for (const line of stored) {
    const key = keyOf(line);
    const now = made.get(key);
    if (now && contentOf(now) === contentOf(line)) made.delete(key);
    // Also the line of one who was ranked elsewhere until now.
    else if (now || named.has(`${line.year} ${line.peers}`)) ended.push(line);
  }
  if (ended.length > 0) await end(unit, ended);
  if (made.size > 0) await insert(unit, [...made.values()]);
}

async function linesInForce(
  unit: Unit,
  { sets, regrouped }: { sets: readonly PeerSet[]; regrouped: boolean },
): Promise<Line[]> {
  const members = new Set(sets.flatMap((set) => set.members.map(({ id }) => id)));
  const years = new Set(sets.map(({ year }) => year));
  const scopes = sets.map(({ name, year }) => ({ peers: name, year }));
  const left = sql`OR (s.peers, s.year) IN (
    SELECT p.peers, p.year FROM jsonb_to_recordset(${JSON.stringify(scopes)}::text::jsonb) AS p(peers text, year integer))`;
  return unit.tx.execute<Line & Record<string, unknown>>(sql`
    SELECT s.org_id, s.year, s.month, s.indicator_id, s.measure, s.peers, s.position, s.of_count, s.reported,
      s.mixed_grades, s.mean, s.mean_reported, s.mean_of, (extract(epoch FROM s.open_until) * 1000)::float8 AS open_until
    FROM standing s
    WHERE s.ended_at IS NULL AND ((s.org_id = ANY (${integers(members)}) AND s.year = ANY (${integers(years)}))
      ${regrouped ? left : sql``})`);
}

const lineOf = (line: StandingLine): Line => ({
  org_id: line.orgId,
  year: line.year,
  month: line.month,
  indicator_id: line.indicatorId,
  measure: line.measure,
  peers: line.peers,
  position: line.position,
  of_count: line.of,
  reported: line.reported,
  mixed_grades: line.mixedGrades,
  mean: line.mean && writeFraction(line.mean),
  mean_reported: line.meanReported,
  mean_of: line.meanOf,
  open_until: line.openUntil?.getTime() ?? null,
});

const keyOf = ({ org_id, year, month, indicator_id, measure }: LineKey): string =>
  `${org_id}/${year}/${month}/${indicator_id}/${measure}`;

const contentOf = (line: Line): string =>
  [
    ...[line.position, line.of_count, line.reported, line.mixed_grades, line.mean, line.mean_reported],
    ...[line.mean_of, line.open_until, line.peers],
  ].join(' ');

async function end(unit: Unit, lines: readonly LineKey[]): Promise<void> {
  const keys = await jsonInTurns(lines, ({ org_id, year, month, indicator_id, measure }) => ({
    ...{ org_id, year, month, indicator_id, measure },
  }));
  await unit.tx.execute(sql`
    UPDATE standing s SET ended_at = ${unit.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${keys}::text::jsonb) AS k(
      org_id integer, year integer, month integer, indicator_id integer, measure text)
    WHERE s.ended_at IS NULL
      AND (s.org_id, s.year, s.month, s.indicator_id, s.measure) = (k.org_id, k.year, k.month, k.indicator_id, k.measure)`);
}

async function insert(unit: Unit, lines: readonly Line[]): Promise<void> {
  const rows = await jsonInTurns(lines, (line) => line);
  await unit.tx.execute(sql`
    INSERT INTO standing (org_id, indicator_id, measure, year, month, peers, position, of_count, reported, mixed_grades, mean,
      mean_reported, mean_of, open_until, known_at)
    SELECT m.org_id, m.indicator_id, m.measure, m.year, m.month, m.peers, m.position, m.of_count, m.reported, m.mixed_grades,
      m.mean, m.mean_reported, m.mean_of, to_timestamp(m.open_until / 1000), ${unit.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${rows}::text::jsonb) AS m(
      org_id integer, indicator_id integer, measure text, year integer, month integer, peers text, position integer,
      of_count integer, reported integer, mixed_grades boolean, mean text, mean_reported integer, mean_of integer,
      open_until float8)`);
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
