import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, inForceAt, knownBy } from './as-of.js';
import { type OrgYear, orgYearRows } from './org-year.js';
import { type KnownOrg, loadOrgs } from './orgs.js';

/** Orgs that are ranked among each other in a year: the members of a parent, or of a named group. */
export interface PeerSet {
  year: number;
  /** Null for a named group. */
  parentId: number | null;
  /** `org:<parent>` or `group:<key>`. */
  name: string;
  /** Everybody who was a member at some time. */
  members: KnownOrg[];
}

/**
 * The sets that the changed orgs belong to, and those of the given parents, in the one order in which they are
 * locked. A constant number of queries.
 */
export async function readPeerSets(
  tx: Transaction,
  of: { changed: readonly OrgYear[]; parents: readonly OrgYear[]; asOf?: AsOf },
): Promise<PeerSet[]> {
  const asOf = of.asOf ?? null;
  const parents = await tx.execute<{ parent_id: number; key: string; year: number; members: number[] }>(sql`
    WITH wanted AS (
      SELECT m.parent_id, s.year FROM ${orgYearRows(of.changed)}
        JOIN org_membership m ON m.org_id = s.org_id AND m.parent_id <> 0 AND ${inForceAt(asOf, 'm')}
        WHERE extract(year FROM m.from_day) <= s.year AND (m.to_day IS NULL OR extract(year FROM m.to_day) >= s.year)
      UNION SELECT s.org_id, s.year FROM ${orgYearRows(of.parents)})
    SELECT w.parent_id, o.key, w.year, jsonb_agg(DISTINCT m.org_id) AS members
    FROM wanted w JOIN org o ON o.id = w.parent_id
    JOIN org_membership m ON m.parent_id = w.parent_id AND ${inForceAt(asOf, 'm')}
    GROUP BY w.parent_id, o.key, w.year ORDER BY w.parent_id, w.year`);
  const groups = await tx.execute<{ key: string; year: number; members: number[] }>(sql`
    SELECT g.key, s.year, to_jsonb(g.members) AS members
    FROM (SELECT DISTINCT ON (key) key, members FROM peer_group_version WHERE known_at <= ${knownBy(asOf)}
          ORDER BY key, version DESC) g
    JOIN ${orgYearRows(of.changed)} ON s.org_id = ANY (g.members)
    GROUP BY g.key, s.year, g.members ORDER BY g.key, s.year`);
  const orgIds = [...new Set([...parents, ...groups].flatMap((row) => row.members))];
  const orgs = await loadOrgs(tx, { orgIds, asOf });
  const known = (ids: number[]) => ids.flatMap((id) => orgs.get(id) ?? []);
  return [
    ...parents.map((row) => ({
      year: row.year,
      parentId: row.parent_id,
      name: `org:${row.key}`,
      members: known(row.members),
    })),
    ...groups.map((row) => ({
      year: row.year,
      parentId: null,
      name: `group:${row.key}`,
      members: known(row.members),
    })),
  ];
}

/** Waits until nobody else makes these sets anew, and keeps it so until the transaction ends. */
export async function lockPeerSets(tx: Transaction, sets: readonly PeerSet[]): Promise<void> {
  await tx.execute(sql`
    SELECT pg_advisory_xact_lock(hashtext('xushi.standings'), p.hash)
    FROM (SELECT DISTINCT hashtext(value) AS hash FROM jsonb_array_elements_text(
      ${JSON.stringify(sets.map(({ name, year }) => `${name}/${year}`))}::text::jsonb) ORDER BY 1) p`);
}

/** The named group that each of the orgs is ranked in, where there is one: the first by key. */
export async function groupsOf(
  tx: Transaction,
  of: { orgIds: readonly number[]; asOf?: AsOf },
): Promise<Map<number, string>> {
  const rows = await tx.execute<{ org_id: number; key: string }>(sql`
    SELECT m.org_id, min(g.key) AS key
    FROM (SELECT DISTINCT ON (key) key, members FROM peer_group_version WHERE known_at <= ${knownBy(of.asOf ?? null)}
          ORDER BY key, version DESC) g
    CROSS JOIN LATERAL unnest(g.members) AS m(org_id)
    WHERE m.org_id = ANY (${integers(of.orgIds)}) GROUP BY m.org_id`);
  return new Map(rows.map((row) => [row.org_id, row.key]));
}
