import type { Unit } from '@xushi/events';
import { type SQL, sql } from 'drizzle-orm';
import type { ChannelName, DeliveryBody } from './channel.js';
import { PLANNER } from './pipeline.js';

/** A delivery taken for one attempt, until its lease ends. */
export interface Claimed {
  id: string;
  orgId: number;
  body: DeliveryBody;
  createdAt: Date;
  /** Which attempt this is, from 1: what tells a claim from a later one. */
  attempt: number;
  /** Business time of the claim. */
  at: Date;
  receiver: { id: string; name: string; channel: ChannelName; address: string; secret: Buffer | null };
}

/** Longer than any channel takes to send. */
export const LEASE_MS = 60_000;
const IN_FLIGHT_PER_RECEIVER = 2;

/**
 * A delivery `d` that nothing but time keeps from being sent: pending, and no earlier one of the same receiver
 * and alert is. Its receiver has to be enabled besides.
 */
export const firstInLine: SQL = sql`d.state = 'pending' AND (d.alert_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM delivery earlier
    WHERE earlier.receiver_id = d.receiver_id AND earlier.alert_id = d.alert_id
      AND earlier.sequence < d.sequence AND earlier.state = 'pending'))`;

/** An earlier event of the same alert may still be with another planner: its delivery goes first. */
const nothingEarlierUnplanned: SQL = sql`(d.alert_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM outstanding o JOIN event e ON e.id = o.event_id
    WHERE o.reactor = ${PLANNER} AND o.event_id < d.sequence AND o.dead_at IS NULL
      AND e.payload #>> '{alert,id}' = d.alert_id::text))`;

interface Row extends Record<string, unknown> {
  id: string;
  org_id: number;
  body: DeliveryBody;
  created_at: string;
  attempts: number;
  receiver_id: string;
  name: string;
  channel: ChannelName;
  address: string;
  secret: Buffer | null;
}

/**
 * Takes up to `limit` deliveries that are due. Receivers are locked first and deliveries looked at after, so that
 * senders at work at the same moment count each other's claims; they wait for nobody, each takes other receivers.
 */
export async function claimDeliveries(unit: Unit, limit: number): Promise<Claimed[]> {
  const wall = sql`${unit.wallNow.toISOString()}::timestamptz`;
  const claimable = sql`${firstInLine} AND d.next_attempt_at <= ${unit.now.toISOString()}::timestamptz
    AND (d.lease_until IS NULL OR d.lease_until < ${wall}) AND ${nothingEarlierUnplanned}`;
  const free = sql`${IN_FLIGHT_PER_RECEIVER} - (SELECT count(*) FROM delivery f
    WHERE f.receiver_id = r.id AND f.lease_until >= ${wall})`;

  const receivers = await unit.tx.execute<{ id: string }>(sql`
    SELECT r.id FROM receiver r
    CROSS JOIN LATERAL (
      SELECT d.next_attempt_at FROM delivery d WHERE d.receiver_id = r.id AND ${claimable}
      ORDER BY d.next_attempt_at, d.sequence LIMIT 1) waiting
    WHERE r.enabled AND ${free} > 0
    ORDER BY waiting.next_attempt_at LIMIT ${limit}
    FOR NO KEY UPDATE OF r SKIP LOCKED`);
  if (receivers.length === 0) return [];

  const lease = new Date(unit.wallNow.getTime() + LEASE_MS).toISOString();
  const rows = await unit.tx.execute<Row>(sql`
    UPDATE delivery c SET lease_until = ${lease}::timestamptz, attempts = c.attempts + 1
    FROM (
      SELECT due.id FROM unnest(${`{${receivers.map(({ id }) => id).join(',')}}`}::uuid[]) AS r(id)
      CROSS JOIN LATERAL (
        SELECT d.id, d.next_attempt_at FROM delivery d
        WHERE d.receiver_id = r.id AND ${claimable}
        ORDER BY d.next_attempt_at, d.sequence LIMIT greatest(0, ${free})
        FOR UPDATE SKIP LOCKED) due
      ORDER BY due.next_attempt_at LIMIT ${limit}
    ) taken, receiver r
    WHERE c.id = taken.id AND r.id = c.receiver_id
    RETURNING c.id, c.org_id, c.body, c.created_at, c.attempts, r.id AS receiver_id, r.name, r.channel, r.address,
              r.secret`);
  return rows.map((row) => ({
    id: row.id,
    orgId: row.org_id,
    body: row.body,
    createdAt: new Date(row.created_at),
    attempt: row.attempts,
    at: unit.now,
    receiver: {
      id: row.receiver_id,
      name: row.name,
      channel: row.channel,
      address: row.address,
      secret: row.secret,
    },
  }));
}
