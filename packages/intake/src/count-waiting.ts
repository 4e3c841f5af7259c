import type { Unit } from '@xushi/events';
import { integers } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { acceptedEvent } from './events.js';
import { type OpenSubmission, toldOf, type WaitingRow } from './open-submission.js';
import { settleStates } from './settle-states.js';

/** What a figure says, from one row to another. */
export const FIGURE_COLUMNS =
  sql.raw(`submission_id, org_id, indicator_id, year, month, grade, value, yoy, month_value, last_year,
  last_year_month, given_value, given_unit, not_applicable, withdrawn, historical, note, outlook, outlook_reason, done_on,
  evidence`);

/**
 * Lets waiting figures of a submission count from this moment, says the state of every submission that this touches,
 * and has them judged.
 */
export async function countWaiting(
  unit: Unit,
  open: OpenSubmission,
  rows: readonly Pick<WaitingRow, 'id' | 'year'>[],
): Promise<void> {
  const touched = new Set([open.row.id]);
  if (rows.length > 0) {
    const ids = integers(rows.map(({ id }) => id));
    const now = sql`${unit.now.toISOString()}::timestamptz`;
    const before = await unit.tx.execute<{ submission_id: string }>(sql`
      SELECT DISTINCT f.submission_id FROM pending_figure p
      JOIN figure f USING (org_id, year, indicator_id, month) WHERE p.id = ANY (${ids})`);
    for (const row of before) touched.add(row.submission_id);
    await unit.tx.execute(sql`
      INSERT INTO figure (${FIGURE_COLUMNS}, known_at)
      SELECT ${FIGURE_COLUMNS}, ${now} FROM pending_figure WHERE id = ANY (${ids}) AND state = 'waiting' ORDER BY id`);
    await unit.tx.execute(sql`
      UPDATE pending_figure SET state = 'accepted', closed_at = ${now}, unreviewed = false, holds = '[]'
      WHERE id = ANY (${ids}) AND state = 'waiting'`);
    // It will be judged with them once more, and that is told.
    await unit.tx.execute(sql`UPDATE submission SET evaluated_at = NULL WHERE id = ${open.row.id}`);
  }
  await settleStates(unit.tx, touched);
  if (rows.length > 0)
    await unit.append([
      acceptedEvent(
        toldOf(open),
        rows.map(({ year }) => year),
      ),
    ]);
}
