import type { Unit } from '@xushi/events';
import { jsonInTurns } from '@xushi/platform';
import { integers, writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { AddedUp } from './add-up.js';
import type { OrgYear } from './org-year.js';
import type { PeerSet } from './peer-sets.js';
import type { RollUpRow } from './roll-ups.js';

/** One in force, as it is stored. */
interface Stored extends RollUpRow, Record<string, unknown> {
  id: string;
}

/**
 * Makes the stored roll-ups of the parents equal to these; what was said before stays on record. Answers the org-years
 * of which something changed. What differs is found here, as of standings.
 */
export async function writeRollUps(
  unit: Unit,
  { sets, sums }: { sets: readonly PeerSet[]; sums: readonly AddedUp[] },
): Promise<OrgYear[]> {
  const scopes = sets.flatMap(({ parentId, year }) => (parentId === null ? [] : [{ orgId: parentId, year }]));
  if (scopes.length === 0) return [];
  const within = new Set(scopes.map(({ orgId, year }) => `${orgId}/${year}`));
  const stored = (await inForce(unit, scopes)).filter((row) => within.has(`${row.org_id}/${row.year}`));
  const made = new Map(sums.map((sum) => rowOf(unit, sum)).map((row) => [keyOf(row), row]));
  const ended: Stored[] = [];
  for (const row of stored) {
    const key = keyOf(row);
    const now = made.get(key);
    if (now && contentOf(now) === contentOf(row)) made.delete(key);
    else ended.push(row);
    if (now) now.whole_at = row.whole_at ?? now.whole_at;
  }
  if (ended.length > 0) {
    await unit.tx.execute(sql`
      UPDATE roll_up SET ended_at = ${unit.now.toISOString()}::timestamptz
      WHERE id = ANY (${`{${ended.map(({ id }) => id).join(',')}}`}::bigint[])`);
  }
  if (made.size > 0) await insert(unit, [...made.values()], new Set(ended.map(keyOf)));
  const changed = new Map(
    [...ended, ...made.values()].map(({ org_id: orgId, year }) => [`${orgId}/${year}`, { orgId, year }]),
  );
  return [...changed.values()];
}

async function inForce(unit: Unit, scopes: readonly OrgYear[]): Promise<Stored[]> {
  const orgIds = new Set(scopes.map(({ orgId }) => orgId));
  const years = new Set(scopes.map(({ year }) => year));
  return unit.tx.execute<Stored>(sql`
    SELECT id::text AS id, org_id, year, month, indicator_id, value, last_year, grade, reported, of_count, missing, complete,
      historical, (extract(epoch FROM whole_at) * 1000)::float8 AS whole_at
    FROM roll_up
    WHERE ended_at IS NULL AND org_id = ANY (${integers(orgIds)}) AND year = ANY (${integers(years)})`);
}

const rowOf = ({ now }: Unit, sum: AddedUp): RollUpRow => ({
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
  whole_at: sum.complete ? now.getTime() : null,
});

const keyOf = ({ org_id, year, month, indicator_id }: RollUpRow): string =>
  `${org_id}/${year}/${month}/${indicator_id}`;

const contentOf = (row: RollUpRow): string =>
  JSON.stringify([
    ...[row.value, row.last_year, row.grade, row.reported, row.of_count, row.complete, row.historical],
    row.missing.map(({ key, name }) => [key, name]),
  ]);

async function insert(unit: Unit, rows: readonly RollUpRow[], followed: ReadonlySet<string>): Promise<void> {
  const texts = await jsonInTurns(rows, (row) => ({ ...row, follows: followed.has(keyOf(row)) }));
  await unit.tx.execute(sql`
    INSERT INTO roll_up (org_id, year, month, indicator_id, value, last_year, grade, reported, of_count, missing, complete,
      historical, whole_at, known_at)
    SELECT r.org_id, r.year, r.month, r.indicator_id, r.value, r.last_year, r.grade, r.reported, r.of_count, r.missing,
      r.complete, r.historical,
      -- A sum that had gone and is back was whole when it first was.
      least(to_timestamp(r.whole_at / 1000), (SELECT min(h.whole_at) FROM roll_up h
        WHERE (h.org_id, h.year, h.indicator_id, h.month) = (r.org_id, r.year, r.indicator_id, r.month) AND NOT r.follows)),
      ${unit.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${texts}::text::jsonb) AS r(
      org_id integer, year integer, month integer, indicator_id integer, value text, last_year text, grade text,
      reported integer, of_count integer, missing jsonb, complete boolean, historical boolean,
      whole_at float8, follows boolean)`);
}
