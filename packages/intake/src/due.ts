import {
  dueAt,
  monthOf,
  opensOn,
  type Period,
  type Roll,
  toInstant,
  WorkCalendar,
  yearOf,
} from '@xushi/domain';
import { type Transaction, tables } from '@xushi/store';
import { and, eq, inArray, or } from 'drizzle-orm';

const { calendarYear, duty, periodDue } = tables;

/** When a sheet is due, as stored when it was first asked for. */
export interface StoredDue {
  dueAt: Date;
  dueDay: string;
  estimated: boolean;
}

/**
 * The org's duty as it stood when a period opened, its first one where it had none yet; null: the installation's
 * default of the 8th, 18:00 (domain.md §9). A later version does not move the deadline of an open period.
 */
async function dutyAt(tx: Transaction, orgId: number, opened: Date) {
  const versions = await tx.select().from(duty).where(eq(duty.orgId, orgId)).orderBy(duty.version);
  return versions.findLast((row) => row.knownAt <= opened) ?? versions[0] ?? null;
}

/** The working-day calendar of the given years: the installation's notices and the org's own days off. */
export async function calendarFor(tx: Transaction, orgId: number, years: number[]): Promise<WorkCalendar> {
  const rows = await tx
    .select()
    .from(calendarYear)
    .where(
      and(inArray(calendarYear.year, years), or(eq(calendarYear.orgId, 0), eq(calendarYear.orgId, orgId))),
    )
    .orderBy(calendarYear.version);
  const newest = new Map(rows.map((row) => [`${row.orgId}/${row.year}`, row]));
  const notices = [...newest.values()].filter((row) => row.orgId === 0);
  const local = [...newest.values()].filter((row) => row.orgId !== 0 && row.orgId === orgId);
  return new WorkCalendar(
    notices.map(({ year, daysOff, workdays }) => ({ year, daysOff, workdays, notice: null })),
    local.flatMap((row) => row.daysOff),
  );
}

/**
 * The due instant of an org's sheet. Computed once and stored: a later change of duty or calendar does not move
 * the deadline of a period that was already open.
 */
export async function dueOf(
  tx: Transaction,
  of: { orgId: number; period: Period; timeZone: string; store: boolean },
): Promise<StoredDue> {
  const key = { orgId: of.orgId, year: yearOf(of.period), month: monthOf(of.period) };
  const found = await readDue(tx, key);
  if (found) return found;
  const opened = toInstant(opensOn(of.period, 'estimate'), '00:00', of.timeZone);
  const rule = await dutyAt(tx, of.orgId, opened);
  const year = yearOf(of.period);
  const calendar = await calendarFor(tx, of.orgId, [year, year + 1]);
  const due = dueAt({
    period: of.period,
    calendar,
    timeZone: of.timeZone,
    dueDay: rule?.dueDay,
    dueTime: rule?.dueTime,
    roll: rule?.roll as Roll | undefined,
    minWorkdays: rule?.minWorkdays,
  });
  if (!of.store) return { dueAt: due.dueAt, dueDay: due.date, estimated: due.estimated };
  await tx
    .insert(periodDue)
    .values({ ...key, dueAt: due.dueAt, dueDay: due.date, estimated: due.estimated })
    .onConflictDoNothing();
  return { dueAt: due.dueAt, dueDay: due.date, estimated: due.estimated };
}

async function readDue(
  tx: Transaction,
  key: { orgId: number; year: number; month: number },
): Promise<StoredDue | null> {
  const [row] = await tx
    .select({ dueAt: periodDue.dueAt, dueDay: periodDue.dueDay, estimated: periodDue.estimated })
    .from(periodDue)
    .where(and(eq(periodDue.orgId, key.orgId), eq(periodDue.year, key.year), eq(periodDue.month, key.month)));
  return row ?? null;
}
