import { isKnownInTime, opensAt, type Period, sheetDeadline, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { inTurns } from '@xushi/platform';
import { readCalendars, storeDeadlines, type Transaction, tables } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { readObligations } from './obligations.js';
import { periodsBetween } from './ticks.js';

const { installation } = tables;

/**
 * Opens every period whose moment has come, for every org that has to report something for it: stores when its sheet is
 * due and when it is reminded of (domain.md §9). Whoever moves the installation's mark on has opened them, in the same
 * transaction: of any number of schedulers one does, and after down-time every missed period is opened. Answers how many
 * sheets it opened. Five queries, however many orgs.
 */
export async function openDuePeriods(unit: Unit): Promise<number> {
  const after = await openedUntil(unit.tx);
  const periods = openingsIn({ after, until: unit.now, timeZone: unit.timeZone });
  const last = periods.at(-1);
  if (!last) return 0;
  const claimed = await unit.tx.execute(sql`
    UPDATE installation SET periods_opened_at = ${last.at.toISOString()}::timestamptz
    WHERE coalesce(periods_opened_at, created_at) < ${last.at.toISOString()}::timestamptz RETURNING id`);
  if (claimed.length === 0) return 0;
  return openPeriods(unit, { orgIds: null, periods: periods.map(({ period }) => period) });
}

/** When the next period opens, where one does by `until`. */
export async function nextOpeningAt(unit: Unit, until: Date): Promise<Date | null> {
  const after = new Date(Math.max(unit.now.getTime(), (await openedUntil(unit.tx)).getTime()));
  const [next] = openingsIn({ after, until, timeZone: unit.timeZone });
  if (!next) return null;
  const duties = await unit.tx.execute(sql`SELECT 1 FROM duty LIMIT 1`);
  return duties.length === 0 ? null : next.at;
}

/** Stores the deadlines of the periods' sheets that have none yet. Those that passed before anybody knew the duty have none. */
export async function openPeriods(
  unit: Pick<Unit, 'tx' | 'timeZone'>,
  of: { orgIds: readonly number[] | null; periods: readonly Period[] },
): Promise<number> {
  const { tx, timeZone } = unit;
  const obligations = await readObligations(tx, of.orgIds);
  const pairs = [...obligations.orgs.keys()].flatMap((orgId) =>
    of.periods.map((period) => ({ orgId, period })),
  );
  const owed = (
    await inTurns(pairs, (sheet) => (obligations.expected(sheet).length > 0 ? [sheet] : []))
  ).flat();
  if (owed.length === 0) return 0;
  const calendarOf = await readCalendars(tx, {
    orgIds: [...new Set(owed.map(({ orgId }) => orgId))],
    years: yearsAround(of.periods),
  });
  const sheets = await inTurns(owed, (sheet) => {
    const versions = obligations.versionsOf(sheet.orgId);
    const deadline = sheetDeadline({
      ...{ period: sheet.period, versions, timeZone },
      calendar: calendarOf(sheet.orgId),
    });
    const inTime = isKnownInTime(versions, {
      dueAt: deadline.dueAt,
      expects: (duty) => obligations.expected(sheet, duty).length > 0,
    });
    return inTime ? [{ ...sheet, deadline }] : [];
  });
  return storeDeadlines(tx, sheets.flat());
}

/** The periods whose moment lies in (after, until], earliest first. */
export function openingsIn(of: {
  after: Date;
  until: Date;
  timeZone: string;
}): { period: Period; at: Date }[] {
  return [...periodsBetween(of)]
    .map((period) => ({ period, at: opensAt(period, of.timeZone) }))
    .filter(({ at }) => at > of.after && at <= of.until);
}

/** A deadline lies in the month after its period, which may be next year's. */
export const yearsAround = (periods: readonly Period[]): number[] => [
  ...new Set(periods.flatMap((period) => [yearOf(period), yearOf(period) + 1])),
];

async function openedUntil(tx: Transaction): Promise<Date> {
  const [row] = await tx.select().from(installation);
  if (!row) throw new Error('the installation has no row');
  return row.periodsOpenedAt ?? row.createdAt;
}
