import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day } from './columns.js';

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

/** Membership in a parent, dated, so that merges and splits keep history right. `to` is the last day, or open. */
export const orgMembership = pgTable(
  'org_membership',
  {
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    parentId: integer('parent_id')
      .notNull()
      .references(() => org.id),
    from: day('from_day').notNull(),
    to: day('to_day'),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.from] }),
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
