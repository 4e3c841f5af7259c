import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, instant, serialId } from './columns.js';

/** An organisation of the tree province > prefecture > county > park > cluster > enterprise. Row 0 is the root of all. */
export const org = pgTable('org', {
  id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
  key: text('key').notNull().unique(),
  name: text('name').notNull(),
  level: text('level').notNull(),
  activeFrom: day('active_from'),
  activeTo: day('active_to'),
  review: text('review').notNull().default('none'),
});

/** An org as it was known from a moment on: what a question about the past is answered with. Append-only. */
export const orgVersion = pgTable(
  'org_version',
  {
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    activeFrom: day('active_from'),
    activeTo: day('active_to'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.version] })],
);

/**
 * Membership in a parent, dated, so that merges and splits keep history right. `to` is the last day, or open. Rows
 * are never rewritten: what was believed until `endedAt` stays on record.
 */
export const orgMembership = pgTable(
  'org_membership',
  {
    id: serialId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    parentId: integer('parent_id')
      .notNull()
      .references(() => org.id),
    from: day('from_day').notNull(),
    to: day('to_day'),
    knownAt: instant('known_at').notNull().default(sql`'-infinity'`),
    endedAt: instant('ended_at'),
  },
  (table) => [
    // Two writers of one org's memberships: the second fails instead of giving it two parents on a day.
    uniqueIndex('org_membership_one_from').on(table.orgId, table.from).where(sql`ended_at is null`),
    // Also what ended: where an org belonged at a moment.
    index('org_membership_org').on(table.orgId, table.from),
    index('org_membership_parent').on(table.parentId),
  ],
);

/** Every (ancestor, descendant) pair of the current tree, itself included: what row-level security compares. */
export const orgClosure = pgTable(
  'org_closure',
  {
    ancestorId: integer('ancestor_id')
      .notNull()
      .references(() => org.id),
    descendantId: integer('descendant_id')
      .notNull()
      .references(() => org.id),
  },
  (table) => [
    primaryKey({ columns: [table.ancestorId, table.descendantId] }),
    index('org_closure_descendant').on(table.descendantId),
  ],
);
