import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant, serialId, uuidId } from './columns.js';
import { indicator } from './indicator.js';
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

/**
 * A key to the API. Only hashes of its secrets are stored; without a person it is a system key that submits and reads.
 * A rotated key is known by its earlier secret as well until `previousUntil`. When a key ends, when its earlier secret
 * does and when it was last used (to the hour) is wall time: those who hold it live by that.
 */
export const apiKey = pgTable(
  'api_key',
  {
    id: uuidId(),
    name: text('name').notNull(),
    hash: bytes('hash').notNull().unique(),
    previousHash: bytes('previous_hash'),
    previousUntil: instant('previous_until'),
    role: text('role').notNull(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    personId: integer('person_id').references(() => person.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    uniqueIndex('api_key_previous_hash').on(table.previousHash).where(sql`previous_hash is not null`),
  ],
);

/**
 * What was changed in the configuration, by whom: `before` it (null where there was nothing) and in `detail` what was
 * set (null where it was taken away). Append-only.
 */
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
  before: jsonb('before'),
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
    headers: jsonb('headers').$type<Record<string, string>>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.route, table.idempotencyKey] })],
);

/**
 * What another system calls an org or an indicator. `orgId` is who said so: it counts there and below, the nearest
 * first. What it was before is in the audit.
 */
export const alias = pgTable(
  'alias',
  {
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    system: text('system').notNull(),
    kind: text('kind').$type<'org' | 'indicator'>().notNull(),
    code: text('code').notNull(),
    meansOrgId: integer('means_org_id').references(() => org.id),
    meansIndicatorId: integer('means_indicator_id').references(() => indicator.id),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.system, table.kind, table.code] }),
    check(
      'alias_means_one',
      sql`(${table.kind} = 'org') = (${table.meansOrgId} is not null)
        and (${table.kind} = 'indicator') = (${table.meansIndicatorId} is not null)`,
    ),
  ],
);
