import { REPLAYED_YEARS } from '@xushi/domain';
import { integers, type Transaction } from '@xushi/store';
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

const orgIdsOf = (orgYears: readonly OrgYear[]) => integers(new Set(orgYears.map(({ orgId }) => orgId)));

/**
 * The rows of a table that belong to these org-years, to stand behind FROM: `s` is the org-year and the alias the
 * row. How many rows a recordset has is a guess of Postgres that makes it read whole tables; the two lists beside the
 * exact pairs let it go through the index.
 */
export const ofOrgYears = (orgYears: readonly OrgYear[], table: string, alias: string) => {
  const row = sql.raw(alias);
  const orgIds = orgIdsOf(orgYears);
  const years = integers(new Set(orgYears.map(({ year }) => year)));
  return sql`${sql.raw(table)} ${row} JOIN ${orgYearRows(orgYears)}
    ON ${row}.org_id = s.org_id AND ${row}.year = s.year AND ${row}.org_id = ANY (${orgIds}) AND ${row}.year = ANY (${years})`;
};

/**
 * Waits until nobody else judges these org-years, and keeps it so until the transaction ends. What is read after
 * this sees everything that was committed before.
 */
export async function lockOrgYears(tx: Transaction, orgYears: readonly OrgYear[]): Promise<void> {
  await tx.execute(sql`
    SELECT pg_advisory_xact_lock(o.org_id, o.year)
    FROM (SELECT org_id, year FROM ${orgYearRows(orgYears)} ORDER BY org_id, year) o`);
}

/**
 * The years after these that are judged with them: the next where a plan follows the year before, and those whose
 * forecasts are replayed on them.
 */
export async function yearsThatFollow(tx: Transaction, orgYears: readonly OrgYear[]): Promise<OrgYear[]> {
  const orgIds = orgIdsOf(orgYears);
  const rows = await tx.execute<{ org_id: number; year: number }>(sql`
    SELECT DISTINCT e.org_id, e.year FROM ${orgYearRows(orgYears)}
    JOIN evaluation e ON e.org_id = s.org_id AND e.year > s.year AND e.year <= s.year + ${REPLAYED_YEARS + 1}
    WHERE e.org_id = ANY (${orgIds})
    UNION
    SELECT t.org_id, t.year FROM ${orgYearRows(orgYears)}
    JOIN target t ON t.org_id = s.org_id AND t.year = s.year + 1
    WHERE t.org_id = ANY (${orgIds})`);
  return rows.map((row) => ({ orgId: row.org_id, year: row.year }));
}

/**
 * The years before these of which an indicator trails: a sheet after the year's end carries its last months, or says
 * nothing of them.
 */
export async function yearsThatTrail(tx: Transaction, orgYears: readonly OrgYear[]): Promise<OrgYear[]> {
  const rows = await tx.execute<{ org_id: number; year: number }>(sql`
    SELECT t.org_id, t.year FROM ${orgYearRows(orgYears)}
    JOIN target t ON t.org_id = s.org_id AND t.year = s.year - 1
    JOIN indicator i ON i.id = t.indicator_id AND i.lag_months > 0
    WHERE t.org_id = ANY (${orgIdsOf(orgYears)})
    UNION
    SELECT e.org_id, e.year FROM ${orgYearRows(orgYears)}
    JOIN evaluation e ON e.org_id = s.org_id AND e.year = s.year - 1
    JOIN indicator i ON i.id = e.indicator_id AND i.lag_months > 0
    WHERE e.org_id = ANY (${orgIdsOf(orgYears)})`);
  return rows.map((row) => ({ orgId: row.org_id, year: row.year }));
}

/**
 * The org-years that are judged with figures or targets of these: members that are compared with their parent, and
 * whoever has, or owes, an indicator whose formula names one of them.
 */
export async function yearsThatCompare(tx: Transaction, orgYears: readonly OrgYear[]): Promise<OrgYear[]> {
  const rows = await tx.execute<{ org_id: number; year: number }>(sql`
    SELECT DISTINCT m.org_id, s.year FROM ${orgYearRows(orgYears)}
    JOIN org_membership m ON m.parent_id = s.org_id AND m.ended_at IS NULL
    WHERE EXISTS (SELECT 1 FROM evaluation e WHERE e.org_id = m.org_id AND e.year = s.year)
       OR EXISTS (SELECT 1 FROM target t WHERE t.org_id = m.org_id AND t.year = s.year)
       OR EXISTS (SELECT 1 FROM duty d WHERE d.org_id = m.org_id)
    UNION
    SELECT n.org_id, n.year FROM ${orgYearRows(orgYears)} JOIN org o ON o.id = s.org_id
    JOIN indicator i ON o.key IN (i.formula->'numerator'->>'org', i.formula->'denominator'->>'org')
    CROSS JOIN LATERAL (
      SELECT t.org_id, t.year FROM target t WHERE t.indicator_id = i.id AND t.year = s.year
      -- Without a target too the formula's own figure stands beside what was reported, or is what is shown.
      UNION SELECT e.org_id, e.year FROM evaluation e WHERE e.indicator_id = i.id AND e.year = s.year
      UNION SELECT d.org_id, s.year FROM (
        SELECT DISTINCT ON (org_id) org_id, indicators FROM duty ORDER BY org_id, version DESC) d
      WHERE i.formula->>'mode' = 'computed' AND d.indicators @> jsonb_build_array(jsonb_build_object('indicator', i.key))) n`);
  return rows.map((row) => ({ orgId: row.org_id, year: row.year }));
}
