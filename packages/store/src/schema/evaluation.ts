import { bigint, boolean, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { instant, monthColumn, serialId, yearColumn } from './columns.js';
import { indicator } from './indicator.js';
import { org } from './org.js';
import { target } from './target.js';

/** Judgement of one target (or of a reported indicator without one) at one month: a projection of its inputs. */
export const evaluation = pgTable(
  'evaluation',
  {
    id: serialId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    measure: text('measure').notNull(),
    grade: text('grade').notNull(),
    year: yearColumn(),
    month: monthColumn(),
    state: text('state').notNull(),
    deciding: boolean('deciding').notNull(),
    light: text('light'),
    targetId: integer('target_id').references(() => target.id),
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
    /** The fields of the wire, rounded once. */
    numbers: jsonb('numbers').notNull(),
    judgedAt: instant('judged_at').notNull(),
  },
  (table) => [
    unique('evaluation_key').on(
      table.orgId,
      table.year,
      table.month,
      table.indicatorId,
      table.measure,
      table.grade,
    ),
    index('evaluation_period').on(table.year, table.month, table.orgId),
  ],
);

/** Each time a light, target version or policy version of an evaluation changed, with why. Append-only. */
export const evaluationChange = pgTable(
  'evaluation_change',
  {
    id: serialId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    measure: text('measure').notNull(),
    grade: text('grade').notNull(),
    year: yearColumn(),
    month: monthColumn(),
    before: jsonb('before'),
    after: jsonb('after').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('evaluation_change_org_year').on(table.orgId, table.year)],
);
