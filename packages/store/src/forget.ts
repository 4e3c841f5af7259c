import { lt } from 'drizzle-orm';
import { idempotency } from './schema/index.js';
import type { Transaction } from './store.js';

/** How long the first answer to an Idempotency-Key is kept; the contract promises a day. */
const KEPT_MS = 3 * 24 * 3600 * 1000;

/** Forgets answers to idempotency keys that nobody may still repeat. `wallNow`: they expire by the wall clock. */
export async function forgetOldAnswers(tx: Transaction, wallNow: Date): Promise<void> {
  await tx.delete(idempotency).where(lt(idempotency.createdAt, new Date(wallNow.getTime() - KEPT_MS)));
}
