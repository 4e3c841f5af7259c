import { type Period, period as periodOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { Problem } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { and, eq, sql } from 'drizzle-orm';

const { org, pendingFigure, submission, submissionStep } = tables;

export type SubmissionRow = typeof submission.$inferSelect;
export type WaitingRow = typeof pendingFigure.$inferSelect;

/** A submission that somebody acts on, under its org's lock, with what of it waits. */
export interface OpenSubmission {
  row: SubmissionRow;
  orgKey: string;
  period: Period;
  waiting: WaitingRow[];
}

/** Throws `Problem` 404. */
export async function openSubmission(unit: Unit, id: string): Promise<OpenSubmission> {
  const [place] = await unit.tx
    .select({ orgId: submission.orgId, orgKey: org.key })
    .from(submission)
    .innerJoin(org, eq(org.id, submission.orgId))
    .where(eq(submission.id, id));
  if (!place) throw new Problem('notFound');
  await unit.tx.execute(sql`SELECT pg_advisory_xact_lock(${place.orgId}, 0)`);
  const [[row], waiting] = await Promise.all([
    unit.tx.select().from(submission).where(eq(submission.id, id)),
    unit.tx
      .select()
      .from(pendingFigure)
      .where(and(eq(pendingFigure.submissionId, id), eq(pendingFigure.state, 'waiting')))
      .orderBy(pendingFigure.id),
  ]);
  if (!row) throw new Problem('notFound');
  return { row, orgKey: place.orgKey, period: periodOf(row.year, row.month), waiting };
}

/** What the submission is called in events. */
export const toldOf = ({ row, orgKey, period }: OpenSubmission) => ({
  ...{ id: row.id, orgId: row.orgId, revision: row.revision, historical: row.historical },
  ...{ orgKey, period },
});

/** Keeps what was done to a submission, by whom and why. */
export async function recordStep(
  unit: Unit,
  { row }: OpenSubmission,
  of: {
    principal: Principal;
    step: 'confirmed' | 'accepted' | 'returned';
    reason: string | null;
    detail: object;
  },
): Promise<void> {
  const { principal, ...step } = of;
  await unit.tx.insert(submissionStep).values({
    submissionId: row.id,
    orgId: row.orgId,
    ...step,
    personId: principal.personId,
    keyId: principal.keyId,
    requestId: unit.cause.requestId,
    at: unit.now,
  });
}

/** Reviewing takes a person, and another one than who reported (domain.md §10), whatever key is used. */
export function refuseOwnReview({ row }: OpenSubmission, principal: Principal): void {
  if (principal.personId === null || principal.personId === row.personId) {
    throw new Problem('secondPersonRequired');
  }
}
