import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** What is judged as one: an org's year, folded whole from its figures. */
export interface OrgYear {
  orgId: number;
  year: number;
}

/** The org-years, each once, in the one order in which everybody locks them. */
export function inLockOrder(orgYears: readonly OrgYear[]): OrgYear[] {
  const unique = new Map(orgYears.map((entry) => [`${entry.orgId}/${entry.year}`, entry]));
  return [...unique.values()].sort((a, b) => a.orgId - b.orgId || a.year - b.year);
}

/** The org-years as rows to join with. */
export const orgYearRows = (orgYears: readonly OrgYear[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(
    orgYears.map(({ orgId, year }) => ({ org_id: orgId, year })),
  )}::text::jsonb) AS s(org_id integer, year integer)`;

/**
 * Waits until nobody else judges these org-years, and keeps it so until the transaction ends. What is read after
 * this sees everything that was committed before.
 */
export async function lockOrgYears(tx: Transaction, orgYears: readonly OrgYear[]): Promise<void> {
  await tx.execute(sql`
    SELECT pg_advisory_xact_lock(o.org_id, o.year)
    FROM (SELECT org_id, year FROM ${orgYearRows(orgYears)} ORDER BY org_id, year) o`);
}

/** The years after these whose plans follow the year before: its figures judge them too. */
export async function yearsThatFollow(tx: Transaction, orgYears: readonly OrgYear[]): Promise<OrgYear[]> {
  const rows = await tx.execute<{ org_id: number; year: number }>(sql`
    SELECT DISTINCT t.org_id, t.year FROM ${orgYearRows(orgYears)}
    JOIN target t ON t.org_id = s.org_id AND t.year = s.year + 1
    JOIN target_version v ON v.target_id = t.id WHERE v.plan->>'kind' = 'lastYear'`);
  return rows.map((row) => ({ orgId: row.org_id, year: row.year }));
}
