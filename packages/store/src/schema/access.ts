import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant, serialId, uuidId } from './columns.js';
import { org } from './org.js';

/** A person who holds keys or posts. */
export const person = pgTable('person', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  key: text('key').notNull().unique(),
  orgId: integer('org_id')
    .notNull()
    .references(() => org.id),
  name: text('name').notNull(),
  phone: text('phone'),
  email: text('email'),
});

/** A key to the API. Only its hash is stored; without a person it is a system key that submits and reads. */
export const apiKey = pgTable('api_key', {
  id: uuidId(),
  name: text('name').notNull(),
  hash: bytes('hash').notNull().unique(),
  role: text('role').notNull(),
  orgId: integer('org_id')
    .notNull()
    .references(() => org.id),
  personId: integer('person_id').references(() => person.id),
  createdAt: instant('created_at').notNull(),
  revokedAt: instant('revoked_at'),
});

/** What was changed in the configuration, by whom. Append-only. */
export const audit = pgTable('audit', {
  id: serialId(),
  at: instant('at').notNull(),
  orgId: integer('org_id')
    .notNull()
    .references(() => org.id),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  personId: integer('person_id'),
  keyId: uuid('key_id'),
  requestId: text('request_id'),
  detail: jsonb('detail').notNull(),
});

/** The first answer to a request with an Idempotency-Key; `status` is null while that request is in flight. */
export const idempotency = pgTable(
  'idempotency',
  {
    keyId: uuid('key_id').notNull(),
    route: text('route').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    bodyHash: bytes('body_hash').notNull(),
    status: integer('status'),
    answer: jsonb('answer'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.route, table.idempotencyKey] })],
);
