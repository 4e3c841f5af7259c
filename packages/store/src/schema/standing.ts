import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { exact, instant, monthColumn, serialId, yearColumn } from './columns.js';
import { indicator } from './indicator.js';
import { org } from './org.js';

/** A named group of peers. Append-only; the newest version counts, an empty one ends the group. */
export const peerGroupVersion = pgTable(
  'peer_group_version',
  {
    key: text('key').notNull(),
    version: integer('version').notNull(),
    /** Whose group it is: the scope of the key that set it. */
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    members: integer('members').array().notNull(),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.version] })],
);

/** A published average or rank, typed in with its source. Append-only; the newest of a key counts. */
export const publishedReference = pgTable(
  'published_reference',
  {
    id: serialId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    measure: text('measure').notNull(),
    year: yearColumn(),
    month: monthColumn(),
    average: exact('average'),
    rank: integer('rank'),
    of: integer('of_count'),
    source: jsonb('source'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [index('published_reference_org_year').on(table.orgId, table.year)],
);

/**
 * Where an org stands among its peers at one month: its own line, without anybody else's number. A projection that
 * keeps what it said before: the row in force has no `endedAt`.
 */
export const standing = pgTable(
  'standing',
  {
    orgId: integer('org_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    measure: text('measure').notNull(),
    year: yearColumn(),
    month: monthColumn(),
    /** `org:<parent key>` or `group:<key>`. */
    peers: text('peers').notNull(),
    position: integer('position'),
    of: integer('of_count').notNull(),
    reported: integer('reported').notNull(),
    mixedGrades: boolean('mixed_grades').notNull(),
    /** Simple mean of the peers that reported, as an exact fraction; null where there is nothing to compare. */
    mean: text('mean'),
    meanReported: integer('mean_reported').notNull(),
    meanOf: integer('mean_of').notNull(),
    /** Until then a peer that is missing may still report; null: none is missing. */
    openUntil: instant('open_until'),
    knownAt: instant('known_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('standing_in_force')
      .on(table.orgId, table.year, table.month, table.indicatorId, table.measure)
      .where(sql`ended_at is null`),
    index('standing_past').on(table.orgId, table.year, table.month).where(sql`ended_at is not null`),
  ],
);

/**
 * An org's view over its members where it reports no figure of its own (园区合计). A projection that keeps what it
 * said before: the row in force has no `endedAt`.
 */
export const rollUp = pgTable(
  'roll_up',
  {
    id: serialId(),
    orgId: integer('org_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    year: yearColumn(),
    month: monthColumn(),
    /** Exact fractions; a sum's parts are amounts, a ratio is worked out again from its own. */
    value: text('value'),
    /** The members' comparable figure of last year; null where one of them gave none. */
    lastYear: text('last_year'),
    grade: text('grade'),
    reported: integer('reported').notNull(),
    of: integer('of_count').notNull(),
    /** [{key, name}] */
    missing: jsonb('missing').notNull(),
    complete: boolean('complete').notNull(),
    historical: boolean('historical').notNull(),
    /** When it was first whole, carried on from row to row; null: not yet. */
    wholeAt: instant('whole_at'),
    knownAt: instant('known_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('roll_up_in_force')
      .on(table.orgId, table.year, table.indicatorId, table.month)
      .where(sql`ended_at is null`),
    // Also what it said before.
    index('roll_up_said').on(table.orgId, table.year, table.indicatorId, table.month),
  ],
);

/** A year judged anew on request: from then on its newest target versions judge all of its months. Append-only. */
export const evaluationRerun = pgTable(
  'evaluation_rerun',
  {
    id: serialId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    year: yearColumn(),
    reason: text('reason').notNull(),
    personId: integer('person_id'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [index('evaluation_rerun_org_year').on(table.orgId, table.year)],
);

/** Hand-made plus and minus points of an appraisal year, with the reason. Append-only. */
export const scoreAdjustment = pgTable(
  'score_adjustment',
  {
    id: serialId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    year: yearColumn(),
    points: exact('points').notNull(),
    reason: text('reason').notNull(),
    personId: integer('person_id'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [index('score_adjustment_org_year').on(table.orgId, table.year)],
);
