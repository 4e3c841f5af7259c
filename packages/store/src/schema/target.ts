import type { Plan } from '@xushi/domain';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { day, exact, instant, serialId } from './columns.js';
import { indicator } from './indicator.js';
import { org } from './org.js';

/** What an org must reach: the key of a target. Its terms are versions. */
export const target = pgTable(
  'target',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    year: integer('year').notNull(),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    measure: text('measure').notNull(),
    grade: text('grade').notNull(),
  },
  (table) => [
    unique('target_key').on(table.orgId, table.year, table.indicatorId, table.measure, table.grade),
  ],
);

/** A version of a target's terms, with its reason and source document. Append-only. */
export const targetVersion = pgTable(
  'target_version',
  {
    id: serialId(),
    targetId: integer('target_id')
      .notNull()
      .references(() => target.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    version: integer('version').notNull(),
    deciding: boolean('deciding').notNull(),
    comparator: text('comparator').notNull(),
    value: exact('value').notNull(),
    plan: jsonb('plan').$type<Plan>().notNull(),
    weight: exact('weight'),
    scoring: text('scoring'),
    source: jsonb('source'),
    responsible: jsonb('responsible').$type<{ post?: string; unit?: string } | null>(),
    policyKey: text('policy_key'),
    reason: text('reason'),
    /** Month of the year from which this version judges; 1: the whole year. */
    appliesFrom: integer('applies_from').notNull(),
    /** By when a milestone has to be done. */
    dueOn: day('due_on'),
    /** Completion in % up to which a proportional score grows; null: 100. */
    cap: exact('cap'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [unique('target_version_key').on(table.targetId, table.version)],
);

/** A policy of lights: ordered rules as data. Append-only versions. */
export const policyVersion = pgTable(
  'policy_version',
  {
    key: text('key').notNull(),
    version: integer('version').notNull(),
    rules: jsonb('rules').notNull(),
    fromMonth: integer('from_month'),
    clearThrough: text('clear_through'),
    alertFrom: text('alert_from'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.version] })],
);

/** Where a policy hangs: an org subtree, an indicator or one target; the nearest wins. Append-only per policy. */
export const policyScope = pgTable(
  'policy_scope',
  {
    id: serialId(),
    policyKey: text('policy_key').notNull(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    indicatorId: integer('indicator_id').references(() => indicator.id),
    targetId: integer('target_id').references(() => target.id),
    /** Period YYYY-MM from which it applies. */
    from: text('from_period').notNull(),
    knownAt: instant('known_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('policy_scope_org').on(table.orgId)],
);
