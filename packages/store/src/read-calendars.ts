import { WorkCalendar, type YearNotice } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { sql } from 'drizzle-orm';
import type { Transaction } from './store.js';

/** The org whose calendar is the installation's: the State Council's notices. */
const ROOT = 0;

/**
 * The work calendar of each org as it was known at a moment: the notices, and the days off of itself and of those
 * above it. One query.
 */
export async function readCalendars(
  tx: Transaction,
  of: { orgIds: readonly number[]; years: readonly number[]; asOf?: Date | null },
): Promise<(orgId: number) => WorkCalendar> {
  const known = sql`${of.asOf?.toISOString() ?? 'infinity'}::timestamptz`;
  const orgIds = `{${of.orgIds.join(',')}}`;
  const rows = await tx.execute<{
    for_org: number;
    org_id: number;
    year: number;
    days_off: string[];
    workdays: string[];
    notice: YearNotice['notice'];
  }>(sql`
    WITH known AS (
      SELECT DISTINCT ON (org_id, year) * FROM calendar_year
      WHERE known_at <= ${known} AND year = ANY (${`{${of.years.join(',')}}`}::integer[])
      ORDER BY org_id, year, version DESC)
    -- The root's notices are everybody's, also where the reader sees no more than his subtree.
    SELECT o.for_org, y.org_id, y.year, to_jsonb(y.days_off) AS days_off, to_jsonb(y.workdays) AS workdays, y.notice
    FROM unnest(${orgIds}::integer[]) AS o(for_org) JOIN known y ON y.org_id = ${ROOT}
    UNION ALL
    SELECT a.org_id, y.org_id, y.year, to_jsonb(y.days_off), to_jsonb(y.workdays), y.notice
    FROM xushi_ancestors(${orgIds}::integer[], ${known}) a JOIN known y ON y.org_id = a.ancestor_id AND y.org_id <> ${ROOT}`);
  const byOrg = groupBy(rows, (row) => String(row.for_org));
  const made = new Map<number, WorkCalendar>();
  return (orgId) => {
    const known = made.get(orgId);
    if (known) return known;
    const mine = byOrg.get(String(orgId)) ?? [];
    const notices = mine.flatMap((row) =>
      row.org_id === ROOT
        ? [{ year: row.year, daysOff: row.days_off, workdays: row.workdays, notice: row.notice }]
        : [],
    );
    const local = mine.flatMap((row) => (row.org_id === ROOT ? [] : row.days_off));
    const calendar = new WorkCalendar(notices, local);
    made.set(orgId, calendar);
    return calendar;
  };
}
