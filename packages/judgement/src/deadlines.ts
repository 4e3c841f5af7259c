import { dueAt, period } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { integers, readCalendars } from '@xushi/store';
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
  const [stored, rules] = await Promise.all([
    unit.tx.execute<{ org_id: number; year: number; month: number; due_at: string }>(sql`
      SELECT org_id, year, month, due_at FROM period_due
      WHERE org_id = ANY (${integers(orgIds)}) AND year = ANY (${integers(span)})`),
    unit.tx.execute<{
      org_id: number;
      due_day: number;
      due_time: string;
      roll: never;
      min_workdays: number;
    }>(sql`
      SELECT DISTINCT ON (org_id) org_id, due_day, due_time, roll, min_workdays FROM duty
      WHERE org_id = ANY (${integers(orgIds)}) ORDER BY org_id, version DESC`),
  ]);
  const dueOf = new Map(
    stored.map((row) => [`${row.org_id}/${row.year}/${row.month}`, new Date(row.due_at)]),
  );
  const ruleOf = new Map(rules.map((row) => [row.org_id, row]));
  const calendarOf = await readCalendars(unit.tx, {
    orgIds,
    years: span.flatMap((year) => [year, year + 1]),
  });
  const deadline = (org: KnownOrg, sheet: ReturnType<typeof period>): Date => {
    const key = `${org.id}/${Number(sheet.slice(0, 4))}/${Number(sheet.slice(5))}`;
    const known = dueOf.get(key);
    if (known) return known;
    const rule = ruleOf.get(org.id);
    const due = dueAt({
      period: sheet,
      calendar: calendarOf(org.id),
      timeZone: unit.timeZone,
      dueDay: rule?.due_day,
      dueTime: rule?.due_time,
      roll: rule?.roll,
      minWorkdays: rule?.min_workdays,
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
