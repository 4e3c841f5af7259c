import type { Unit } from '@xushi/events';
import { sha256 } from '@xushi/platform';
import { Problem } from '@xushi/protocol';
import { type Principal, sqlState, tables } from '@xushi/store';
import { and, eq, sql } from 'drizzle-orm';
import type { Answer } from './endpoint.js';

const { idempotency } = tables;

/** How long a request waits for another one with the same key that is still being worked on. */
const WAIT_MS = 5000;

export interface Keyed {
  principal: Principal;
  route: string;
  idempotencyKey: string;
  body: unknown;
}

/**
 * Runs `work` once per (key, method and route, Idempotency-Key). Its row is written in the same transaction: the
 * same request again waits for that transaction and gets the first answer; another body is refused. What was
 * refused leaves no row and may be tried again. Throws `Problem` 409.
 */
export async function once(unit: Unit, keyed: Keyed, work: () => Promise<Answer>): Promise<Answer> {
  const bodyHash = sha256(JSON.stringify(keyed.body ?? null));
  const key = {
    keyId: keyed.principal.keyId,
    route: keyed.route,
    idempotencyKey: keyed.idempotencyKey,
  };
  const mine = await claim(unit, { ...key, orgId: keyed.principal.orgId, bodyHash });
  const where = and(
    eq(idempotency.keyId, key.keyId),
    eq(idempotency.route, key.route),
    eq(idempotency.idempotencyKey, key.idempotencyKey),
  );
  if (!mine) {
    const [first] = await unit.tx.select().from(idempotency).where(where);
    if (!first?.bodyHash.equals(bodyHash)) throw new Problem('idempotencyConflict');
    const headers = { ...first.headers, 'idempotency-replayed': 'true' };
    return { status: first.status ?? 200, body: first.answer, headers };
  }
  const answer = await work();
  await unit.tx
    .update(idempotency)
    .set({
      status: answer.status,
      answer: (answer.replay ?? answer.body ?? null) as object,
      headers: answer.headers ?? null,
    })
    .where(where);
  return answer;
}

async function claim(
  unit: Unit,
  row: { keyId: string; route: string; idempotencyKey: string; orgId: number; bodyHash: Buffer },
): Promise<boolean> {
  try {
    await unit.tx.execute(sql.raw(`SET LOCAL lock_timeout = ${WAIT_MS}`));
    const rows = await unit.tx
      .insert(idempotency)
      .values({ ...row, createdAt: unit.wallNow })
      .onConflictDoNothing()
      .returning({ keyId: idempotency.keyId });
    await unit.tx.execute(sql.raw('SET LOCAL lock_timeout = 0'));
    return rows.length > 0;
  } catch (fault) {
    if (sqlState(fault) === '55P03') throw new Problem('idempotencyInFlight');
    throw fault;
  }
}
