import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** An org that a report speaks of. */
export interface ReportOrg {
  id: number;
  key: string;
  name: string;
  level: string;
  /** First day, where one is known. */
  activeFrom: string | null;
}

/**
 * The orgs of a report: the org itself first and, for a county or above, the parks below that were active in the
 * period. `from` and `to` are its first and last day.
 */
export async function readOrgs(
  tx: Transaction,
  of: { orgId: number; from: string; to: string },
): Promise<ReportOrg[]> {
  const rows = await tx.execute<{
    id: number;
    key: string;
    name: string;
    level: string;
    active_from: string | null;
  }>(sql`
    SELECT o.id, o.key, o.name, o.level, o.active_from::text AS active_from
    FROM org head JOIN org_closure c ON c.ancestor_id = head.id JOIN org o ON o.id = c.descendant_id
    WHERE head.id = ${of.orgId} AND (o.id = head.id OR (
      o.level = 'park' AND head.level NOT IN ('park', 'cluster', 'enterprise')
      AND (o.active_from IS NULL OR o.active_from <= ${of.to}::date)
      AND (o.active_to IS NULL OR o.active_to >= ${of.from}::date)))
    ORDER BY o.id <> head.id, o.key`);
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    level: row.level,
    activeFrom: row.active_from,
  }));
}
