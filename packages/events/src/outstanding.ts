import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { StoredEvent } from './reactor.js';

/** After this many failed tries an event is a dead letter of its reactor: listed, and redriven on request. */
export const MOST_ATTEMPTS = 8;

interface EventRow extends Record<string, unknown> {
  id: string;
  type: string;
  org_id: number;
  at: string;
  payload: Record<string, unknown>;
  person_id: number | null;
  key_id: string | null;
  request_id: string | null;
  traceparent: string | null;
}

/**
 * Takes up to `limit` due events of a reactor, oldest first, by deleting what it owes them. The delete counts
 * only if the surrounding transaction commits; other workers skip what is locked here.
 */
export async function claimEvents(
  tx: Transaction,
  options: { reactor: string; limit: number; wallNow: Date; only?: number },
): Promise<StoredEvent[]> {
  const rows = await tx.execute<EventRow>(sql`
    WITH claimed AS (
      DELETE FROM outstanding WHERE reactor = ${options.reactor} AND event_id = ANY (ARRAY(
        SELECT event_id FROM outstanding
        WHERE reactor = ${options.reactor} AND dead_at IS NULL
          AND not_before <= ${options.wallNow.toISOString()}::timestamptz
          AND (${options.only ?? null}::bigint IS NULL OR event_id = ${options.only ?? null}::bigint)
        ORDER BY event_id LIMIT ${options.limit} FOR UPDATE SKIP LOCKED))
      RETURNING event_id
    )
    SELECT e.* FROM event e JOIN claimed c ON c.event_id = e.id ORDER BY e.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    type: row.type,
    orgId: row.org_id,
    at: new Date(row.at),
    payload: row.payload,
    personId: row.person_id,
    keyId: row.key_id,
    requestId: row.request_id,
    traceparent: row.traceparent,
  }));
}

/** Due events of a reactor, oldest first, without taking them. */
export async function dueEventIds(
  tx: Transaction,
  options: { reactor: string; limit: number; wallNow: Date },
): Promise<number[]> {
  const rows = await tx.execute<{ event_id: string }>(sql`
    SELECT event_id FROM outstanding
    WHERE reactor = ${options.reactor} AND dead_at IS NULL
      AND not_before <= ${options.wallNow.toISOString()}::timestamptz
    ORDER BY event_id LIMIT ${options.limit}`);
  return rows.map((row) => Number(row.event_id));
}

/** Notes a failed try: waits 1, 4, 9 … seconds before the next, and gives up after `MOST_ATTEMPTS`. */
export async function recordFailure(
  tx: Transaction,
  options: { reactor: string; eventId: number; wallNow: Date; error: Error },
): Promise<void> {
  const wall = options.wallNow.toISOString();
  await tx.execute(sql`
    UPDATE outstanding SET attempts = attempts + 1, error = ${options.error.message.slice(0, 1000)},
      not_before = ${wall}::timestamptz + make_interval(secs => (attempts + 1) * (attempts + 1)),
      dead_at = CASE WHEN attempts + 1 >= ${MOST_ATTEMPTS} THEN ${wall}::timestamptz END
    WHERE reactor = ${options.reactor} AND event_id = ${options.eventId}`);
}

/** How long a postponed event waits before it is looked at again. */
export const POSTPONED_MS = 200;

/** Puts an event off for a moment, without counting a try. */
export async function postpone(
  tx: Transaction,
  options: { reactor: string; eventId: number; wallNow: Date },
): Promise<void> {
  const until = new Date(options.wallNow.getTime() + POSTPONED_MS).toISOString();
  await tx.execute(sql`
    UPDATE outstanding SET not_before = ${until}::timestamptz
    WHERE reactor = ${options.reactor} AND event_id = ${options.eventId}`);
}

/** Whether a reactor still owes work to an event of the subtree of an org. */
export async function owesBelow(
  tx: Transaction,
  options: { reactor: string; orgId: number },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM outstanding o JOIN event e ON e.id = o.event_id
    JOIN org_closure c ON c.descendant_id = e.org_id AND c.ancestor_id = ${options.orgId}
    WHERE o.reactor = ${options.reactor} AND o.dead_at IS NULL LIMIT 1`);
  return rows.length > 0;
}

/** Whether any of the reactors still owes work to any event. */
export async function owesAnything(tx: Transaction, reactors: readonly string[]): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM outstanding WHERE reactor = ANY (${`{${reactors.join(',')}}`}::text[]) AND dead_at IS NULL LIMIT 1`);
  return rows.length > 0;
}

/** Work not done yet, by reactor: how many events, how many of them dead, and how old the oldest living one is. */
export async function outstandingWork(
  tx: Transaction,
  wallNow: Date,
): Promise<{ reactor: string; waiting: number; dead: number; oldestSeconds: number }[]> {
  const rows = await tx.execute<{
    reactor: string;
    waiting: string;
    dead: string;
    oldest: string | null;
  }>(sql`
    SELECT reactor, count(*) FILTER (WHERE dead_at IS NULL) AS waiting, count(dead_at) AS dead,
           extract(epoch FROM ${wallNow.toISOString()}::timestamptz - min(not_before) FILTER (WHERE dead_at IS NULL)) AS oldest
    FROM outstanding GROUP BY reactor ORDER BY reactor`);
  return rows.map((row) => ({
    reactor: row.reactor,
    waiting: Number(row.waiting),
    dead: Number(row.dead),
    oldestSeconds: Math.max(0, Number(row.oldest ?? 0)),
  }));
}

/** Reactors with due work that has waited for at least a second: what the sweep rings for. */
export async function reactorsLeftWaiting(tx: Transaction, wallNow: Date): Promise<string[]> {
  const rows = await tx.execute<{ reactor: string }>(sql`
    SELECT DISTINCT reactor FROM outstanding
    WHERE dead_at IS NULL AND not_before <= ${wallNow.toISOString()}::timestamptz - interval '1 second'`);
  return rows.map((row) => row.reactor);
}

/** Gives dead letters of a reactor another round of tries. Answers how many there were. */
export async function redriveDead(
  tx: Transaction,
  options: { reactor: string; wallNow: Date },
): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE outstanding SET dead_at = NULL, attempts = 0, not_before = ${options.wallNow.toISOString()}::timestamptz
    WHERE reactor = ${options.reactor} AND dead_at IS NOT NULL RETURNING event_id`);
  return rows.length;
}
