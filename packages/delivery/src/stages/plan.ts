import { sql } from 'drizzle-orm';
import { type Stage, sift } from '../stage.js';
import { alertOf } from '../topics.js';

/**
 * Writes one delivery per candidate, due at once. Whoever planned the same pair meanwhile wins: the unique key of
 * its item keeps this one out. A delivery's place in the order of its alert is its event's, not the one in which
 * batches of events happen to be planned.
 */
export const plan: Stage = {
  name: 'plan',
  async run(unit, candidates) {
    if (candidates.length === 0) return { kept: [], dropped: [] };
    const wanted = candidates.map((candidate) => ({ candidate, id: unit.newId() }));
    const rows = wanted.map(({ candidate: { event, receiver }, id }) => ({
      delivery_id: id,
      event_id: event.id,
      receiver_id: receiver.id,
      org_id: receiver.orgId,
      alert_id: alertOf(event)?.id ?? null,
    }));
    const bodies = [...new Set(candidates.map(({ event }) => event))].map((event) => ({
      event_id: event.id,
      type: event.type,
      body: { type: event.type, timestamp: event.at.toISOString(), data: event.payload },
    }));
    const now = unit.now.toISOString();
    const planned = await unit.tx.execute<{ id: string }>(sql`
      WITH wanted AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          AS w(delivery_id uuid, event_id bigint, receiver_id uuid, org_id integer, alert_id uuid)
      ), bodies AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(bodies)}::text::jsonb)
          AS b(event_id bigint, type text, body jsonb)
      ), items AS (
        INSERT INTO delivery_item (delivery_id, event_id, receiver_id, org_id)
        SELECT delivery_id, event_id, receiver_id, org_id FROM wanted ORDER BY event_id, receiver_id
        ON CONFLICT (event_id, receiver_id) DO NOTHING
        RETURNING delivery_id
      )
      INSERT INTO delivery (id, receiver_id, org_id, type, alert_id, sequence, state, body, next_attempt_at, created_at)
      SELECT w.delivery_id, w.receiver_id, w.org_id, b.type, w.alert_id, w.event_id, 'pending', b.body,
             ${now}::timestamptz, ${now}::timestamptz
      FROM items JOIN wanted w USING (delivery_id) JOIN bodies b USING (event_id)
      RETURNING id`);
    const ids = new Set(planned.map((row) => row.id));
    const idOf = new Map(wanted.map(({ candidate, id }) => [candidate, id]));
    return sift(candidates, (candidate) => (ids.has(idOf.get(candidate) ?? '') ? null : 'alreadyTold'));
  },
};
