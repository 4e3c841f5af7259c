import { parsePeriod, period } from '@xushi/domain';
import type { Reactor, StoredEvent, Unit } from '@xushi/events';
import { integers, type SheetKey } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { openingsIn, openPeriods } from './open-periods.js';
import { watchSheets } from './watch-sheets.js';

/** How far back a period opened whose deadline may still be to come: it lies in the month after it. */
const OPEN_FOR_DAYS = 70;
const MS_PER_DAY = 86_400_000;

/**
 * Follows what people do about sheets: one that arrives ends its alert or shortens its list, one that is returned or a
 * figure that is withdrawn brings it back, a deadline that moved is told to whoever heard the old one, a duty that was
 * set opens the periods that are open already. History closes nothing.
 */
export const sheetReactor: Reactor = {
  name: 'watch-sheets',
  service: 'scheduler',
  types: [
    'submission.accepted',
    'submission.held',
    'submission.returned',
    'period.rescheduled',
    'period.extended',
    'duty.set',
  ],
  batch: 50,
  async react(unit, events) {
    const told = events.filter(({ payload }) => payload.historical !== true);
    const duties = told.filter(({ type }) => type === 'duty.set');
    if (duties.length > 0) await openForNewDuties(unit, duties);
    await watchSheets(unit, await concernedSheets(unit, told));
  },
};

async function openForNewDuties(unit: Unit, events: readonly StoredEvent[]): Promise<void> {
  const earliest = Math.min(...events.map(({ at }) => at.getTime()));
  const periods = openingsIn({
    after: new Date(earliest - OPEN_FOR_DAYS * MS_PER_DAY),
    ...{ until: unit.now, timeZone: unit.timeZone },
  });
  await openPeriods(unit, {
    orgIds: [...new Set(events.map(({ orgId }) => orgId))],
    periods: periods.map((opening) => opening.period),
  });
}

/** What is still open of the orgs, the sheets that came, and those whose figures came with another one. */
async function concernedSheets(unit: Unit, events: readonly StoredEvent[]): Promise<SheetKey[]> {
  if (events.length === 0) return [];
  const named = events.map(({ orgId, payload }) => {
    const sheet = parsePeriod(`${payload.period}`);
    return {
      org_id: orgId,
      year: sheet && Number(sheet.slice(0, 4)),
      month: sheet && Number(sheet.slice(5)),
      submission: payload.submission ?? null,
      years: payload.years ?? [],
    };
  });
  const rows = await unit.tx.execute<{ org_id: number; year: number; month: number }>(sql`
    WITH named AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(named)}::text::jsonb)
        AS e(org_id integer, year integer, month integer, submission uuid, years jsonb)),
    carried AS (
      SELECT DISTINCT f.org_id, f.year * 12 + f.month + i.lag_months AS ordinal
      FROM named e CROSS JOIN LATERAL jsonb_array_elements_text(e.years) AS y(year)
      JOIN figure f ON f.org_id = e.org_id AND f.year = y.year::integer AND f.submission_id = e.submission
      JOIN indicator i ON i.id = f.indicator_id)
    SELECT p.org_id, p.year, p.month FROM period_due p
    WHERE p.org_id = ANY (${integers(new Set(events.map(({ orgId }) => orgId)))})
      AND (p.next_at IS NOT NULL
        OR EXISTS (SELECT 1 FROM named e WHERE (e.org_id, e.year, e.month) = (p.org_id, p.year, p.month))
        OR EXISTS (SELECT 1 FROM carried c WHERE c.org_id = p.org_id AND c.ordinal = p.year * 12 + p.month))
    ORDER BY p.org_id, p.year, p.month`);
  return rows.map((row) => ({ orgId: row.org_id, period: period(row.year, row.month) }));
}
