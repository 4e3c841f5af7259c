import { jsonInTurns } from '@xushi/platform';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { Reactor } from './reactor.js';
import type { Cause, NewEvent } from './unit.js';

/** Reactors that a transaction gave work to; rung after its commit, never inside it. */
const owedBy = new WeakMap<Transaction, Set<string>>();

/** The reactors that this transaction's events concern. */
export const reactorsOwed = (tx: Transaction): string[] => [...(owedBy.get(tx) ?? [])];

/**
 * Appends events and, in the same statement, one outstanding row per subscribed reactor. The events keep the
 * order of the list. `at` is business time; `wallNow` is when their work may start.
 */
export async function appendEvents(
  tx: Transaction,
  events: NewEvent[],
  options: { reactors: readonly Reactor[]; at: Date; wallNow: Date; cause: Cause },
): Promise<void> {
  if (events.length === 0) return;
  const { cause } = options;
  const types = new Set(events.map((event) => event.type));
  const subscriptions = options.reactors.flatMap((reactor) =>
    reactor.types.filter((type) => types.has(type)).map((type) => ({ reactor: reactor.name, type })),
  );
  const rows = await jsonInTurns(events.entries(), ([position, { type, orgId, payload }]) => ({
    ...{ position, type, payload },
    org_id: orgId,
  }));
  await tx.execute(sql`
    WITH added AS (
      INSERT INTO event (type, org_id, at, payload, person_id, key_id, request_id, traceparent)
      SELECT e.type, e.org_id, ${options.at.toISOString()}::timestamptz, e.payload, ${cause.personId}::integer,
             ${cause.keyId}::uuid, ${cause.requestId}::text, ${cause.traceparent}::text
      FROM jsonb_to_recordset(${rows}::text::jsonb)
        AS e(position integer, type text, org_id integer, payload jsonb)
      ORDER BY e.position
      RETURNING id, type, org_id
    )
    INSERT INTO outstanding (reactor, event_id, scope, not_before)
    SELECT s.reactor, a.id, a.org_id::text, ${options.wallNow.toISOString()}::timestamptz
    FROM added a
    JOIN jsonb_to_recordset(${JSON.stringify(subscriptions)}::text::jsonb) AS s(reactor text, type text) USING (type)`);
  const owed = owedBy.get(tx) ?? new Set<string>();
  for (const { reactor } of subscriptions) owed.add(reactor);
  owedBy.set(tx, owed);
}
