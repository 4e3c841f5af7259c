import type { Unit } from '@xushi/events';
import { tables } from '@xushi/store';
import { and, eq } from 'drizzle-orm';
import type { SendResult } from './channel.js';
import type { Claimed } from './claim.js';
import { type Next, nextAfter } from './outcomes.js';
import { disableGone } from './receivers.js';

const { delivery, deliveryAttempt } = tables;
const LONGEST_TEXT = 1024;

/**
 * Writes down an attempt and what follows from it. A claim whose lease was lost to another sender is written down
 * too, but changes the delivery only where it did reach its receiver and the delivery is not finished yet.
 */
export async function recordAttempt(
  unit: Unit,
  attempt: { claimed: Claimed; result: SendResult; milliseconds: number; random: number },
): Promise<Next> {
  const { claimed, result } = attempt;
  await unit.tx
    .insert(deliveryAttempt)
    .values({
      deliveryId: claimed.id,
      orgId: claimed.orgId,
      attempt: claimed.attempt,
      at: claimed.at,
      outcome: result.outcome,
      code: result.code,
      milliseconds: attempt.milliseconds,
      reason: storable(result.reason),
      response: storable(result.response),
    })
    .onConflictDoNothing();
  const next = nextAfter({
    outcome: result.outcome,
    number: claimed.attempt,
    retryAfterMs: result.retryAfterMs,
    random: attempt.random,
  });
  const unfinished = and(eq(delivery.id, claimed.id), eq(delivery.state, 'pending'));
  const ours = and(unfinished, eq(delivery.attempts, claimed.attempt));
  await unit.tx
    .update(delivery)
    .set(
      next.state === 'pending'
        ? { leaseUntil: null, nextAttemptAt: new Date(unit.now.getTime() + next.afterMs) }
        : { leaseUntil: null, state: next.state, finishedAt: unit.now },
    )
    .where(next.state === 'delivered' ? unfinished : ours);
  if (next.state === 'failed' && next.disablesReceiver) {
    await disableGone(unit, claimed.receiver.id, `answered ${result.code}`);
  }
  return next;
}

/** Postgres keeps no NUL in a text. */
const storable = (text: string | null): string | null =>
  text === null ? null : text.slice(0, LONGEST_TEXT).replaceAll('\0', '\uFFFD');
