import { type Period, period, type SheetDeadline } from '@xushi/domain';
import { sql } from 'drizzle-orm';
import type { Transaction } from './store.js';

/** An org's sheet of a period. */
export interface SheetKey {
  orgId: number;
  period: Period;
}

/** When a sheet is due, as stored when its period opened, and the later day it was given. */
export interface SheetDue {
  /** In force: the extension's, where one is later. */
  dueAt: Date;
  dueDay: string;
  /** As it was before any extension. */
  originalAt: Date;
  originalDay: string;
  estimated: boolean;
  remindAt: Date | null;
  arrivedAt: Date | null;
  workdaysLate: number | null;
  extensions: { untilAt: Date; untilDay: string; givenAt: Date; reason: string; person: string | null }[];
}

export const sheetText = ({ orgId, period: of }: SheetKey): string => `${orgId}/${of}`;

/** Sheets as Postgres joins them: `(org_id, year, month)`. */
export const sheetRows = (sheets: readonly SheetKey[]) =>
  JSON.stringify(
    sheets.map(({ orgId, period: of }) => ({
      ...{ org_id: orgId, year: Number(of.slice(0, 4)), month: Number(of.slice(5)) },
    })),
  );

/** The stored deadlines of sheets, by `sheetText`; what has none is left out. One query. */
export async function readSheetDues(
  tx: Transaction,
  sheets: readonly SheetKey[],
): Promise<Map<string, SheetDue>> {
  if (sheets.length === 0) return new Map();
  const rows = await tx.execute<{
    org_id: number;
    year: number;
    month: number;
    due_at: string;
    due_day: string;
    estimated: boolean;
    remind_at: string | null;
    arrived_at: string | null;
    workdays_late: number | null;
    extensions: { until_at: string; until_day: string; known_at: string; reason: string; person: string }[];
  }>(sql`
    SELECT p.org_id, p.year, p.month, p.due_at, p.due_day::text AS due_day, p.estimated, p.remind_at, p.arrived_at,
           p.workdays_late, coalesce(x.extensions, '[]') AS extensions
    FROM jsonb_to_recordset(${sheetRows(sheets)}::text::jsonb) AS k(org_id integer, year integer, month integer)
    JOIN period_due p USING (org_id, year, month)
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('until_at', e.until_at, 'until_day', e.until_day, 'known_at', e.known_at,
               'reason', e.reason, 'person', (SELECT name FROM person WHERE id = e.person_id)) ORDER BY e.id) AS extensions
      FROM extension e WHERE (e.org_id, e.year, e.month) = (p.org_id, p.year, p.month)) x ON true`);
  return new Map(
    rows.map((row) => {
      const extensions = row.extensions.map((entry) => ({
        untilAt: new Date(entry.until_at),
        untilDay: entry.until_day,
        givenAt: new Date(entry.known_at),
        reason: entry.reason,
        person: entry.person,
      }));
      const original = { dueAt: new Date(row.due_at), dueDay: row.due_day };
      return [
        sheetText({ orgId: row.org_id, period: period(row.year, row.month) }),
        {
          ...inForce(original, extensions.at(-1)),
          originalAt: original.dueAt,
          originalDay: original.dueDay,
          estimated: row.estimated,
          remindAt: row.remind_at === null ? null : new Date(row.remind_at),
          arrivedAt: row.arrived_at === null ? null : new Date(row.arrived_at),
          workdaysLate: row.workdays_late,
          extensions,
        },
      ];
    }),
  );
}

/** The deadline that was in force at a moment: with the extension that had been given by then. */
export function dueAsOf(due: SheetDue, at: Date): { dueAt: Date; dueDay: string } {
  return inForce(
    { dueAt: due.originalAt, dueDay: due.originalDay },
    due.extensions.findLast(({ givenAt }) => givenAt <= at),
  );
}

/** A notice that moved the deadline beyond the extension's day leaves the later one. */
function inForce(
  original: { dueAt: Date; dueDay: string },
  extension: { untilAt: Date; untilDay: string } | undefined,
): { dueAt: Date; dueDay: string } {
  return extension && extension.untilAt > original.dueAt
    ? { dueAt: extension.untilAt, dueDay: extension.untilDay }
    : original;
}

/**
 * Stores the deadlines of sheets whose periods opened. Whoever stored one first wins: of any number of schedulers and
 * early sheets each period has one. Answers those that were new. One statement.
 */
export async function storeDeadlines(
  tx: Transaction,
  sheets: readonly (SheetKey & { deadline: SheetDeadline })[],
): Promise<number> {
  if (sheets.length === 0) return 0;
  const rows = JSON.stringify(
    sheets.map(({ orgId, period: of, deadline }) => ({
      ...{ org_id: orgId, year: Number(of.slice(0, 4)), month: Number(of.slice(5)) },
      ...{ due_at: deadline.dueAt, due_day: deadline.date, estimated: deadline.estimated },
      remind_at: deadline.remindAt,
      // A sheet that comes in the moment itself is in time.
      next_at: deadline.remindAt ?? new Date(deadline.dueAt.getTime() + 1),
    })),
  );
  const added = await tx.execute(sql`
    INSERT INTO period_due (org_id, year, month, due_at, due_day, estimated, remind_at, next_at)
    SELECT * FROM jsonb_to_recordset(${rows}::text::jsonb) AS r(org_id integer, year integer, month integer,
      due_at timestamptz, due_day date, estimated boolean, remind_at timestamptz, next_at timestamptz)
    ORDER BY org_id, year, month ON CONFLICT DO NOTHING RETURNING org_id`);
  return added.length;
}
