import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { currentTransaction, instant, serialId, transactionId } from './columns.js';
import { org } from './org.js';

/** Everything that happened, with who did it and in which request. Append-only. */
export const event = pgTable(
  'event',
  {
    id: serialId(),
    /** Readers page behind the oldest running transaction: by id alone they would miss rows that commit late. */
    xid: transactionId('xid').notNull().default(currentTransaction),
    type: text('type').notNull(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    at: instant('at').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    personId: integer('person_id'),
    keyId: uuid('key_id'),
    requestId: text('request_id'),
    traceparent: text('traceparent'),
  },
  (table) => [index('event_cursor').on(table.xid, table.id), index('event_org').on(table.orgId)],
);

/** Work a reactor still owes an event. Deleting the row in the reactor's transaction is the once-only effect. */
export const outstanding = pgTable(
  'outstanding',
  {
    reactor: text('reactor').notNull(),
    eventId: bigint('event_id', { mode: 'number' }).notNull(),
    scope: text('scope').notNull(),
    /** Wall time before which a retry does not start. */
    notBefore: instant('not_before').notNull(),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
    deadAt: instant('dead_at'),
  },
  (table) => [
    primaryKey({ columns: [table.reactor, table.eventId] }),
    index('outstanding_due').on(table.reactor, table.notBefore).where(sql`dead_at is null`),
  ],
);
