import { WorkCalendar, type YearNotice } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** The org whose calendar is the installation's: the State Council's notices. */
const ROOT = 0;

/** The work calendar of each org: the notices, and the days off of itself and of those above it. One query. */
export async function readCalendars(
  tx: Transaction,
  of: { orgIds: number[]; years: number[] },
): Promise<(orgId: number) => WorkCalendar> {
  const rows = await tx.execute<{
    for_org: number;
    org_id: number;
    year: number;
    days_off: string[];
    workdays: string[];
    notice: YearNotice['notice'];
  }>(sql`
    SELECT c.descendant_id AS for_org, y.org_id, y.year, to_jsonb(y.days_off) AS days_off,
           to_jsonb(y.workdays) AS workdays, y.notice
    FROM org_closure c
    JOIN (SELECT DISTINCT ON (org_id, year) * FROM calendar_year ORDER BY org_id, year, version DESC) y
      ON y.org_id = c.ancestor_id
    WHERE c.descendant_id IN (SELECT value::integer FROM jsonb_array_elements_text(${JSON.stringify(of.orgIds)}::text::jsonb))
      AND y.year IN (SELECT value::integer FROM jsonb_array_elements_text(${JSON.stringify(of.years)}::text::jsonb))
    ORDER BY c.descendant_id, y.org_id, y.year`);
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
