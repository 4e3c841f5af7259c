import { type Period, period, sheetDeadline } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { readCalendars, readDuties } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** A sheet whose deadline a calendar moved; both are moments in ISO 8601. */
export interface Rescheduled {
  org: string;
  period: Period;
  from: string;
  to: string;
}

interface OpenSheet extends Record<string, unknown> {
  org_id: number;
  org: string;
  year: number;
  month: number;
  due_at: string;
  estimated: boolean;
  extended: boolean;
}

/**
 * Computes anew, by the calendar as it is now, the deadlines of an org and everything below it that have not passed
 * (domain.md §9), and appends `period.rescheduled` for each that moved. One that would have passed already by the new
 * calendar stays as it was. Answers what moved. Four queries and an update, however many orgs.
 */
export async function reschedule(unit: Unit, { orgId }: { orgId: number }): Promise<Rescheduled[]> {
  const { tx, now, timeZone } = unit;
  const rows = await tx.execute<OpenSheet>(sql`
    SELECT p.org_id, o.key AS org, p.year, p.month, p.due_at, p.estimated,
           EXISTS (SELECT 1 FROM extension e WHERE (e.org_id, e.year, e.month) = (p.org_id, p.year, p.month)) AS extended
    FROM org_closure c JOIN period_due p ON p.org_id = c.descendant_id JOIN org o ON o.id = p.org_id
    WHERE c.ancestor_id = ${orgId} AND p.due_at > ${now.toISOString()}::timestamptz
    ORDER BY p.org_id, p.year, p.month FOR UPDATE OF p`);
  if (rows.length === 0) return [];
  const orgIds = [...new Set(rows.map((row) => row.org_id))];
  const duties = await readDuties(tx, orgIds);
  const years = rows.flatMap((row) => [row.year, row.year + 1]);
  const calendarOf = await readCalendars(tx, { orgIds, years: [...new Set(years)] });
  const computed = rows.map((row) => {
    const of = period(row.year, row.month);
    const deadline = sheetDeadline({
      ...{ period: of, versions: duties.get(row.org_id) ?? [], timeZone },
      calendar: calendarOf(row.org_id),
    });
    return { row, of, deadline, from: new Date(row.due_at) };
  });
  const changed = computed.filter(
    ({ row, deadline, from }) =>
      deadline.dueAt > now &&
      (deadline.dueAt.getTime() !== from.getTime() || deadline.estimated !== row.estimated),
  );
  if (changed.length === 0) return [];
  await tx.execute(sql`
    UPDATE period_due p SET due_at = r.due_at, due_day = r.due_day, estimated = r.estimated,
      remind_at = CASE WHEN r.extended THEN p.remind_at ELSE r.remind_at END,
      -- Whoever sweeps next sees when to look again.
      next_at = CASE WHEN p.next_at IS NULL THEN NULL ELSE least(p.next_at, ${now.toISOString()}::timestamptz) END
    FROM jsonb_to_recordset(${JSON.stringify(
      changed.map(({ row, deadline }) => ({
        ...{ org_id: row.org_id, year: row.year, month: row.month, extended: row.extended },
        ...{ due_at: deadline.dueAt, due_day: deadline.date, estimated: deadline.estimated },
        remind_at: deadline.remindAt,
      })),
    )}::text::jsonb) AS r(org_id integer, year integer, month integer, extended boolean, due_at timestamptz,
      due_day date, estimated boolean, remind_at timestamptz)
    WHERE (p.org_id, p.year, p.month) = (r.org_id, r.year, r.month)`);
  const moved = changed
    .filter(({ deadline, from }) => deadline.dueAt.getTime() !== from.getTime())
    .map(({ row, of, deadline, from }) => ({
      orgId: row.org_id,
      sheet: { org: row.org, period: of, from: from.toISOString(), to: deadline.dueAt.toISOString() },
    }));
  await unit.append(
    moved.map(({ orgId: of, sheet }) => ({ type: 'period.rescheduled', orgId: of, payload: { ...sheet } })),
  );
  return moved.map(({ sheet }) => sheet);
}
