import { period, sheetDeadline } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { integers, readCalendars, readDuties } from '@xushi/store';
import { sql } from 'drizzle-orm';

import type { CatalogueIndicator } from './catalogue.js';
import type { KnownOrg } from './orgs.js';

/** When the sheets of some orgs are due. */
export interface DeadlineBook {
  latestOf(
    orgs: readonly KnownOrg[],
    of: { indicator: CatalogueIndicator; year: number; month: number },
  ): Date | null;
}

/** When the orgs' sheets are due: as stored when a period opened, else as duty and calendar say. Three queries. */
export async function deadlineBook(
  unit: Unit,
  { members, years }: { members: KnownOrg[]; years: number[] },
): Promise<DeadlineBook> {
  const orgIds = members.map(({ id }) => id);
  const span = [...new Set(years.flatMap((year) => [year, year + 1]))];
  const [stored, duties] = await Promise.all([
    unit.tx.execute<{ org_id: number; year: number; month: number; due_at: string }>(sql`
      SELECT org_id, year, month, greatest(due_at, (
               SELECT e.until_at FROM extension e
               WHERE (e.org_id, e.year, e.month) = (p.org_id, p.year, p.month) ORDER BY e.id DESC LIMIT 1)) AS due_at
      FROM period_due p WHERE org_id = ANY (${integers(orgIds)}) AND year = ANY (${integers(span)})`),
    readDuties(unit.tx, orgIds),
  ]);
  const dueOf = new Map(
    stored.map((row) => [`${row.org_id}/${row.year}/${row.month}`, new Date(row.due_at)]),
  );
  const calendarOf = await readCalendars(unit.tx, {
    orgIds,
    years: span.flatMap((year) => [year, year + 1]),
  });
  const deadline = (org: KnownOrg, sheet: ReturnType<typeof period>): Date => {
    const key = `${org.id}/${Number(sheet.slice(0, 4))}/${Number(sheet.slice(5))}`;
    const known = dueOf.get(key);
    if (known) return known;
    const due = sheetDeadline({
      period: sheet,
      versions: duties.get(org.id) ?? [],
      calendar: calendarOf(org.id),
      timeZone: unit.timeZone,
    }).dueAt;
    dueOf.set(key, due);
    return due;
  };
  return {
    latestOf(orgs, { indicator, year, month }) {
      if (orgs.length === 0) return null;
      // A figure that trails comes with a later sheet.
      const due = sheetOf(period(year, month), indicator.lagMonths);
      return new Date(Math.max(...orgs.map((org) => deadline(org, due).getTime())));
    },
  };
}

/** The sheet that carries a period's figure of an indicator that trails. */
export function sheetOf(of: ReturnType<typeof period>, lagMonths: number): ReturnType<typeof period> {
  const months = Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1 + lagMonths;
  return period(Math.floor(months / 12), (months % 12) + 1);
}
