import { dayAfterMonth, monthEndedAt, yearOf } from '@xushi/domain';
import type { NewEvent } from '@xushi/events';
import { evaluationRequests } from '@xushi/protocol';
import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { periodsBetween, type Tick, type TickSpan } from './ticks.js';

/**
 * The month-end ticks whose moment lies in (after, until], earliest first: one for every month of a year for which
 * somebody has a milestone to reach. Its date comes whether or not anybody reports.
 */
export async function monthEndTicks(tx: Transaction, of: TickSpan): Promise<Tick[]> {
  const periods = [...periodsBetween(of)].filter((period) => {
    const dueAt = monthEndedAt(period, of.timeZone);
    return dueAt > of.after && dueAt <= of.until;
  });
  if (periods.length === 0) return [];
  const rows = await tx.execute<{ year: number }>(sql`
    SELECT DISTINCT t.year FROM target t JOIN indicator i ON i.id = t.indicator_id
    WHERE i.type = 'milestone' AND t.year = ANY (${integers(new Set(periods.map(yearOf)))})`);
  const years = new Set(rows.map(({ year }) => year));
  return periods
    .filter((period) => years.has(yearOf(period)))
    .map((period) => ({
      cadence: 'monthEnd',
      on: dayAfterMonth(period),
      period,
      dueAt: monthEndedAt(period, of.timeZone),
    }));
}

/**
 * Asks for the org-years with a milestone to be judged up to the months that have ended: each once, however many of
 * its months. Those that are done, too: every month says so. One query.
 */
export async function monthEndEvents(tx: Transaction, ticks: readonly Tick[]): Promise<NewEvent[]> {
  const years = new Set(ticks.map(({ period }) => yearOf(period)));
  if (years.size === 0) return [];
  const rows = await tx.execute<{ org_id: number; year: number }>(sql`
    SELECT DISTINCT t.org_id, t.year FROM target t JOIN indicator i ON i.id = t.indicator_id
    WHERE i.type = 'milestone' AND t.year = ANY (${integers(years)}) ORDER BY t.year, t.org_id`);
  return evaluationRequests(rows.map((row) => ({ orgId: row.org_id, year: row.year })));
}
