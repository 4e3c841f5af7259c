import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant, uuidId } from './columns.js';
import { org } from './org.js';

/** Who hears of what, through which channel. Secrets are encrypted with the installation's key. */
export const receiver = pgTable('receiver', {
  id: uuidId(),
  orgId: integer('org_id')
    .notNull()
    .references(() => org.id),
  name: text('name').notNull(),
  channel: text('channel').notNull(),
  /** Mail address, or the URL to post to. */
  address: text('address').notNull(),
  kinds: text('kinds').array(),
  minLight: text('min_light'),
  levels: text('levels').array(),
  /** Encrypted; null where the channel has none. */
  secret: bytes('secret'),
  enabled: boolean('enabled').notNull().default(true),
  createdAt: instant('created_at').notNull(),
});

/** One message to one receiver. Its id is the webhook-id and the Message-ID of every attempt. */
export const delivery = pgTable(
  'delivery',
  {
    id: uuidId(),
    receiverId: uuid('receiver_id')
      .notNull()
      .references(() => receiver.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    type: text('type').notNull(),
    /** Deliveries of one alert reach one receiver in order. */
    alertId: uuid('alert_id'),
    /** The event it tells of: deliveries go in this order whatever the order in which planners committed. */
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    state: text('state').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Business time of the next attempt. */
    nextAttemptAt: instant('next_attempt_at').notNull(),
    /** Wall time until which a claim holds. */
    leaseUntil: instant('lease_until'),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    index('delivery_due').on(table.nextAttemptAt).where(sql`state = 'pending'`),
    index('delivery_order').on(table.receiverId, table.alertId, table.sequence),
    // The claim asks per receiver what waits and what is in flight; without these it reads every delivery ever made.
    index('delivery_waiting')
      .on(table.receiverId, table.nextAttemptAt, table.sequence)
      .where(sql`state = 'pending'`),
    index('delivery_leased').on(table.receiverId).where(sql`lease_until is not null`),
  ],
);

/** The events a delivery carries; an event reaches a receiver once. */
export const deliveryItem = pgTable(
  'delivery_item',
  {
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => delivery.id),
    eventId: bigint('event_id', { mode: 'number' }).notNull(),
    receiverId: uuid('receiver_id')
      .notNull()
      .references(() => receiver.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.eventId] }),
    unique('delivery_item_once').on(table.eventId, table.receiverId),
  ],
);

/** Every attempt and what came of it. Append-only. */
export const deliveryAttempt = pgTable(
  'delivery_attempt',
  {
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => delivery.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    attempt: integer('attempt').notNull(),
    at: instant('at').notNull(),
    outcome: text('outcome').notNull(),
    code: integer('code'),
    milliseconds: integer('milliseconds').notNull(),
    reason: text('reason'),
    /** First kilobyte of the answer. */
    response: text('response'),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.attempt] })],
);
