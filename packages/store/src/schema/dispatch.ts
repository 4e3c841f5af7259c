import { boolean, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, day, instant, monthColumn, uuidId, yearColumn } from './columns.js';
import { org } from './org.js';

/** A tick of the dispatch calendar. Inserting its row is the claim: whoever inserts it issues it, once. */
export const tick = pgTable(
  'tick',
  {
    cadence: text('cadence').notNull(),
    on: day('on_day').notNull(),
    /** The period whose deadline made a monthly tick due, YYYY-MM; empty for other cadences. */
    period: text('period').notNull().default(''),
    dueAt: instant('due_at').notNull(),
    claimedAt: instant('claimed_at').notNull(),
    backfilled: boolean('backfilled').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cadence, table.on, table.period] })],
);

/** A dispatch list as it went out. */
export const dispatchList = pgTable(
  'dispatch_list',
  {
    id: uuidId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    cadence: text('cadence').notNull(),
    on: day('on_day').notNull(),
    period: text('period').notNull(),
    lines: jsonb('lines').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [unique('dispatch_list_once').on(table.orgId, table.cadence, table.on, table.period)],
);

/** A monthly dispatch-meeting report: a snapshot, and every format made from it. */
export const report = pgTable('report', {
  id: uuidId(),
  orgId: integer('org_id')
    .notNull()
    .references(() => org.id),
  year: yearColumn(),
  month: monthColumn(),
  state: text('state').notNull(),
  draft: boolean('draft').notNull(),
  requestedAt: instant('requested_at').notNull(),
  snapshotAt: instant('snapshot_at'),
  snapshot: jsonb('snapshot'),
  contentHash: text('content_hash'),
  error: text('error'),
  finalizedAt: instant('finalized_at'),
  finalizedBy: integer('finalized_by'),
});

/** A rendered format of a report. */
export const reportFile = pgTable(
  'report_file',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => report.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    format: text('format').notNull(),
    contentType: text('content_type').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.format] })],
);
