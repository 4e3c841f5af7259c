import type { CompactWire } from '@xushi/domain';
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, monthColumn, serialId, yearColumn } from './columns.js';

/**
 * Judgement of one target (or of a reported indicator without one) at one month: a projection of its inputs. Figures
 * and targets point to orgs and indicators; what follows from them is not checked once more, which took as long as
 * writing it.
 */
export const evaluation = pgTable(
  'evaluation',
  {
    orgId: integer('org_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    measure: text('measure').notNull(),
    grade: text('grade').notNull(),
    year: yearColumn(),
    month: monthColumn(),
    state: text('state').notNull(),
    deciding: boolean('deciding').notNull(),
    light: text('light'),
    targetId: integer('target_id'),
    targetVersion: integer('target_version'),
    figureId: bigint('figure_id', { mode: 'number' }),
    policyKey: text('policy_key'),
    policyVersion: integer('policy_version'),
    rule: integer('rule'),
    consecutiveLag: integer('consecutive_lag').notNull(),
    backJudged: boolean('back_judged').notNull(),
    /** What it is ranked by, and what of it may be compared with a peer reference, as exact fractions `n/d`. */
    rankValue: text('rank_value'),
    peerValue: text('peer_value'),
    /** The fields of the wire that say anything, rounded once. */
    numbers: jsonb('numbers').$type<CompactWire>().notNull(),
    /** Of everything the row says: a judgement that comes out the same writes nothing. Null in rows older than it. */
    digest: text('digest'),
    judgedAt: instant('judged_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'evaluation_key',
      columns: [table.orgId, table.year, table.month, table.indicatorId, table.measure, table.grade],
    }),
    index('evaluation_period').on(table.year, table.month, table.orgId),
  ],
);

/** Each time a light, target version or policy version of an evaluation changed, with why. Append-only. */
export const evaluationChange = pgTable(
  'evaluation_change',
  {
    id: serialId(),
    orgId: integer('org_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    measure: text('measure').notNull(),
    grade: text('grade').notNull(),
    year: yearColumn(),
    month: monthColumn(),
    before: jsonb('before'),
    after: jsonb('after').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('evaluation_change_org_year').on(table.orgId, table.year),
    // Months that lost their light are few, and judging asks for them each time.
    index('evaluation_change_ended')
      .on(table.orgId, table.year)
      .where(sql`${table.before}->>'light' IS NOT NULL AND ${table.after}->>'light' IS NULL`),
  ],
);
