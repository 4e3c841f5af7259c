import type { Unit } from '@xushi/events';
import { XushiError } from '@xushi/platform';
import { type Transaction, tables } from '@xushi/store';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { firstInLine } from './claim.js';
import type { DeliveryState, Outcome } from './outcomes.js';

const { audit, delivery, deliveryAttempt } = tables;

/** How many deliveries can be sent now, those under way included: none left means that time may go on. */
export async function dueDeliveries(tx: Transaction, now: Date): Promise<number> {
  const [row] = await tx.execute<{ due: string }>(sql`
    SELECT count(*) AS due FROM delivery d JOIN receiver r ON r.id = d.receiver_id AND r.enabled
    WHERE ${firstInLine} AND d.next_attempt_at <= ${now.toISOString()}::timestamptz`);
  return Number(row?.due ?? 0);
}

/** Business time of the next attempt at any delivery; null where none is to be made. */
export async function nextDeliveryAt(tx: Transaction): Promise<Date | null> {
  const [row] = await tx.execute<{ next: string | null }>(sql`
    SELECT min(d.next_attempt_at) AS next FROM delivery d JOIN receiver r ON r.id = d.receiver_id AND r.enabled
    WHERE ${firstInLine}`);
  return row?.next ? new Date(row.next) : null;
}

/** Sends a delivery again, or now instead of later. It keeps its id. Throws `deliveryNotFound`. */
export async function redeliver(unit: Unit, id: string): Promise<void> {
  const [again] = await unit.tx
    .update(delivery)
    .set({ state: 'pending', nextAttemptAt: unit.now, finishedAt: null })
    .where(eq(delivery.id, id))
    .returning({ orgId: delivery.orgId });
  if (!again) throw new XushiError('deliveryNotFound', 'there is no such delivery in your subtree');
  await unit.tx.insert(audit).values({
    at: unit.now,
    orgId: again.orgId,
    action: 'delivery.redelivered',
    subject: `delivery/${id}`,
    personId: unit.cause.personId,
    keyId: unit.cause.keyId,
    requestId: unit.cause.requestId,
    detail: {},
  });
}

export interface AttemptView {
  attempt: number;
  at: Date;
  outcome: Outcome;
  code: number | null;
  milliseconds: number;
  reason: string | null;
  response: string | null;
}

export interface DeliveryView {
  id: string;
  receiver: string;
  type: string;
  alert: string | null;
  state: DeliveryState;
  createdAt: Date;
  nextAttemptAt: Date | null;
  finishedAt: Date | null;
  /** Attempts without a line were cut short before anything could be written down. */
  attempts: AttemptView[];
}

/** Deliveries, newest first, with their attempts. `after` is the `nextCursor` of the page before. */
export async function listDeliveries(
  tx: Transaction,
  options: { receiver?: string; state?: DeliveryState; limit: number; after?: string | null },
): Promise<{ data: DeliveryView[]; nextCursor: string | null }> {
  const rows = await tx
    .select()
    .from(delivery)
    .where(
      and(
        options.receiver === undefined ? undefined : eq(delivery.receiverId, options.receiver),
        options.state === undefined ? undefined : eq(delivery.state, options.state),
        options.after ? behind(options.after) : undefined,
      ),
    )
    .orderBy(sql`${delivery.sequence} DESC, ${delivery.id} DESC`)
    .limit(options.limit + 1);
  const page = rows.slice(0, options.limit);
  const attempts = await attemptsOf(
    tx,
    page.map((row) => row.id),
  );
  const last = rows.length > options.limit ? page.at(-1) : undefined;
  return {
    data: page.map((row) => ({
      id: row.id,
      receiver: row.receiverId,
      type: row.type,
      alert: row.alertId,
      state: row.state as DeliveryState,
      createdAt: row.createdAt,
      nextAttemptAt: row.state === 'pending' ? row.nextAttemptAt : null,
      finishedAt: row.finishedAt,
      attempts: attempts.get(row.id) ?? [],
    })),
    nextCursor: last ? Buffer.from(`${last.sequence}.${last.id}`).toString('base64url') : null,
  };
}

/** Throws RangeError for anything that is not a cursor given out before. */
function behind(cursor: string) {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, sequence, id] = /^(\d{1,18})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!sequence || !id) throw new RangeError('not a cursor');
  return sql`(${delivery.sequence}, ${delivery.id}) < (${sequence}::bigint, ${id}::uuid)`;
}

async function attemptsOf(tx: Transaction, ids: string[]): Promise<Map<string, AttemptView[]>> {
  const found = new Map<string, AttemptView[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await tx
    .select()
    .from(deliveryAttempt)
    .where(inArray(deliveryAttempt.deliveryId, ids))
    .orderBy(asc(deliveryAttempt.attempt));
  for (const { deliveryId, orgId: _, outcome, ...attempt } of rows) {
    found.get(deliveryId)?.push({ ...attempt, outcome: outcome as Outcome });
  }
  return found;
}
