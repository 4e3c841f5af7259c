import { type FigureGrade, figureInForce } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import { type Language, Problem } from '@xushi/protocol';
import { integers, type Principal, tables } from '@xushi/store';
import { eq, sql } from 'drizzle-orm';
import { countWaiting, FIGURE_COLUMNS } from './count-waiting.js';
import { returnedEvent } from './events.js';
import {
  type OpenSubmission,
  openSubmission,
  recordStep,
  refuseOwnReview,
  toldOf,
} from './open-submission.js';
import { type ShownSubmission, showSubmission } from './read.js';
import { settleStates } from './settle-states.js';

const { pendingFigure, submission } = tables;

interface ReviewStep {
  id: string;
  principal: Principal;
  language: Language;
}

/**
 * A reviewer accepts a submission: what of it is not held counts from this moment. Throws `Problem`: 404, 409
 * `notUnderReview`, 403 `secondPersonRequired`.
 */
export async function acceptSubmission(unit: Unit, of: ReviewStep): Promise<ShownSubmission> {
  const open = await openSubmission(unit, of.id);
  const unreviewed = open.waiting.filter((row) => row.unreviewed);
  if (unreviewed.length === 0) throw new Problem('notUnderReview', { params: { state: open.row.state } });
  refuseOwnReview(open, of.principal);
  const ids = integers(unreviewed.map(({ id }) => id));
  await unit.tx
    .update(pendingFigure)
    .set({ unreviewed: false })
    .where(sql`${pendingFigure.id} = ANY (${ids})`);
  await recordStep(unit, open, { principal: of.principal, step: 'accepted', reason: null, detail: {} });
  await countWaiting(
    unit,
    open,
    unreviewed.filter(({ holds }) => holds.length === 0),
  );
  return showSubmission(unit.tx, of.id, of.language);
}

/**
 * A reviewer gives a submission back 退回: it is as if it had not been reported (domain.md §8). What waited goes; where
 * a figure of it counts, what was in force before it counts again, or nothing does. Throws `Problem`: 404, 409
 * `notReturnable`, 403 `secondPersonRequired`.
 */
export async function returnSubmission(
  unit: Unit,
  of: ReviewStep & { reason: string },
): Promise<ShownSubmission> {
  const open = await openSubmission(unit, of.id);
  const { state, historical } = open.row;
  if (historical || state === 'returned' || state === 'superseded') {
    throw new Problem('notReturnable', { params: { state } });
  }
  refuseOwnReview(open, of.principal);
  const now = sql`${unit.now.toISOString()}::timestamptz`;
  await unit.tx.execute(sql`
    UPDATE pending_figure SET state = 'returned', closed_at = ${now}
    WHERE submission_id = ${open.row.id} AND state = 'waiting'`);
  const undone = await undo(unit, open);
  await unit.tx.update(submission).set({ state: 'returned' }).where(eq(submission.id, open.row.id));
  await recordStep(unit, open, {
    ...{ principal: of.principal, step: 'returned', reason: of.reason },
    detail: { figures: undone.figures },
  });
  await settleStates(unit.tx, new Set(undone.restored));
  await unit.append([returnedEvent(toldOf(open), { reason: of.reason, years: undone.years })]);
  return showSubmission(unit.tx, of.id, of.language);
}

interface RevisionRow extends Record<string, unknown> {
  id: string;
  submission: string;
  place: string;
  year: number;
  grade: FigureGrade;
  withdrawn: boolean;
}

/**
 * Takes back what counts of a submission, and counts again what did before it. Figures are never changed: a withdrawal
 * takes the place of the one, and a copy stands for the other.
 */
async function undo(unit: Unit, { row }: OpenSubmission) {
  const { tx } = unit;
  const revisions = await tx.execute<RevisionRow>(sql`
    SELECT f.id::text AS id, f.submission_id AS submission, f.indicator_id || '/' || f.year || '/' || f.month AS place,
           f.year, f.grade, f.withdrawn
    FROM figure f
    WHERE f.org_id = ${row.orgId} AND (f.year, f.indicator_id, f.month) IN (
      SELECT m.year, m.indicator_id, m.month FROM figure m WHERE m.submission_id = ${row.id})`);
  const withdrawn: string[] = [];
  const counted: { number: string; submission: string }[] = [];
  const years = new Set<number>();
  for (const all of groupBy(revisions, ({ place }) => place).values()) {
    const now = inForce(all);
    const without = inForce(all.filter(({ submission: of }) => of !== row.id));
    if (now?.id === without?.id) continue;
    if (now) withdrawn.push(now.number);
    if (without) counted.push(without);
    for (const { year } of all) years.add(year);
  }
  const at = sql`${unit.now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    INSERT INTO figure (submission_id, org_id, indicator_id, year, month, grade, not_applicable, withdrawn, historical, known_at)
    SELECT submission_id, org_id, indicator_id, year, month, grade, false, true, false, ${at}
    FROM figure WHERE id = ANY (${integers(withdrawn.map(Number))}::bigint[]) ORDER BY id`);
  await tx.execute(sql`
    INSERT INTO figure (${FIGURE_COLUMNS}, known_at)
    SELECT ${FIGURE_COLUMNS}, ${at} FROM figure
    WHERE id = ANY (${integers(counted.map(({ number }) => Number(number)))}::bigint[]) ORDER BY id`);
  return {
    figures: withdrawn.length,
    years: [...years],
    restored: counted.map((revision) => revision.submission),
  };
}

const inForce = (rows: readonly RevisionRow[]) =>
  figureInForce(rows.map((row) => ({ ...row, number: row.id, id: Number(row.id) })));
