import { period } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { sql } from 'drizzle-orm';
import { nextOpeningAt } from './open-periods.js';
import { nextCalendarMoment } from './watch-calendar.js';
import { watchSheets } from './watch-sheets.js';

/** Sheets looked at in one transaction: each holds the lock of its org's year. */
const SHEETS_PER_SWEEP = 200;

/**
 * Looks at the sheets whose moment has come: to be reminded of, past their deadline, or overdue on another working day.
 * Asks for what is due by now and was not looked at since, however long ago it was: after down-time each is told of once,
 * as it stands. Answers whether there may be more.
 */
export async function sweepSheets(unit: Unit): Promise<boolean> {
  const rows = await unit.tx.execute<{ org_id: number; year: number; month: number }>(sql`
    SELECT org_id, year, month FROM period_due
    WHERE next_at IS NOT NULL AND next_at <= ${unit.now.toISOString()}::timestamptz
    ORDER BY next_at, org_id, year, month LIMIT ${SHEETS_PER_SWEEP}`);
  await watchSheets(
    unit,
    rows.map((row) => ({ orgId: row.org_id, period: period(row.year, row.month) })),
  );
  return rows.length === SHEETS_PER_SWEEP;
}

/** When a sheet has to be looked at, a period opens, or a calendar is missed, next; null where nothing does by `until`. */
export async function nextSheetMoment(unit: Unit, until: Date): Promise<Date | null> {
  const [row] = await unit.tx.execute<{ next_at: string }>(sql`
    SELECT next_at FROM period_due
    WHERE next_at IS NOT NULL AND next_at > ${unit.now.toISOString()}::timestamptz
      AND next_at <= ${until.toISOString()}::timestamptz
    ORDER BY next_at LIMIT 1`);
  const others = [await nextOpeningAt(unit, until), await nextCalendarMoment(unit, until)];
  const moments = [row ? new Date(row.next_at) : null, ...others].filter((moment) => moment !== null);
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((moment) => moment.getTime())));
}
