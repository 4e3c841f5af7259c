import type { Formula } from '@xushi/domain';
import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.js';
import { org } from './org.js';

/** The installation's catalogue of indicators, in the order every table shows them. */
export const indicator = pgTable('indicator', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  key: text('key').notNull().unique(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  direction: text('direction').notNull(),
  unit: text('unit').notNull(),
  reportUnit: text('report_unit').notNull(),
  reportDecimals: integer('report_decimals').notNull(),
  decimals: integer('decimals').notNull(),
  noJanuary: boolean('no_january').notNull(),
  dueMonths: integer('due_months').array(),
  lagMonths: integer('lag_months').notNull(),
  position: integer('position').notNull(),
  groupName: text('group_name'),
  rollUp: text('roll_up').notNull().default('none'),
  formula: jsonb('formula').$type<Formula | null>(),
  /** Key of the whole that a part may not exceed. */
  partOf: text('part_of'),
  growthBasis: text('growth_basis').notNull().default('comparable'),
  /** Null: the default of what is judged. */
  rankBy: text('rank_by'),
});

/** An indicator as it was known from a moment on: what a question about the past is answered with. Append-only. */
export const indicatorVersion = pgTable(
  'indicator_version',
  {
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    version: integer('version').notNull(),
    /** The columns of `indicator` as they were. */
    terms: jsonb('terms').$type<Record<string, unknown>>().notNull(),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.version] })],
);

/** Reporting duty 报送任务 of an org: when its sheet is due. Append-only; the newest row counts. */
export const duty = pgTable(
  'duty',
  {
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    version: integer('version').notNull(),
    dueDay: integer('due_day').notNull(),
    dueTime: text('due_time').notNull(),
    roll: text('roll').notNull(),
    minWorkdays: integer('min_workdays').notNull(),
    /** [{indicator, from, to}] with periods YYYY-MM; `to` null: for good. */
    indicators: jsonb('indicators')
      .$type<{ indicator: string; from: string; to: string | null }[]>()
      .notNull(),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.version] })],
);

/** The year's notice of holidays and make-up days, and local days off per org. Append-only; the newest counts. */
export const calendarYear = pgTable(
  'calendar_year',
  {
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    year: integer('year').notNull(),
    version: integer('version').notNull(),
    daysOff: text('days_off').array().notNull(),
    workdays: text('workdays').array().notNull(),
    notice: jsonb('notice'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.year, table.version] }),
    check('calendar_year_range', sql`${table.year} between 1990 and 2100`),
  ],
);
