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
  const rows = await tx.execute<{
    for_org: number;
    org_id: number;
    year: number;
    days_off: string[];
    workdays: string[];
    notice: YearNotice['notice'];
  }>(sql`
    SELECT o.value::integer AS for_org, y.org_id, y.year, to_jsonb(y.days_off) AS days_off,
           to_jsonb(y.workdays) AS workdays, y.notice
    FROM jsonb_array_elements_text(${JSON.stringify(of.orgIds)}::text::jsonb) o
    JOIN (SELECT DISTINCT ON (org_id, year) * FROM calendar_year
          WHERE known_at <= ${of.asOf?.toISOString() ?? 'infinity'}::timestamptz
          ORDER BY org_id, year, version DESC) y
      -- The root's notices are everybody's, also where the reader sees no more than his subtree.
      ON y.org_id = ${ROOT} OR y.org_id IN (SELECT ancestor_id FROM org_closure WHERE descendant_id = o.value::integer)
    WHERE y.year IN (SELECT value::integer FROM jsonb_array_elements_text(${JSON.stringify(of.years)}::text::jsonb))
    ORDER BY o.value::integer, y.org_id, y.year`);
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
