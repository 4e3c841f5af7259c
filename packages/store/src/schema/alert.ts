import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, serialId, uuidId } from './columns.js';
import { org } from './org.js';

/** A warning about one subject. It lives across months; what happened to it stands in its transitions. */
export const alert = pgTable(
  'alert',
  {
    id: uuidId(),
    /** Grows with each alert: the newest of a subject is the one whose life goes on. */
    sequence: bigint('sequence', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    /** Names the subject within its kind, e.g. `shuangpai-park/2017/industrial-concentration/value/annual`. */
    subjectKey: text('subject_key').notNull(),
    subject: jsonb('subject').$type<Record<string, unknown>>().notNull(),
    year: integer('year').notNull(),
    light: text('light'),
    state: text('state').notNull(),
    level: text('level').notNull(),
    firstMonth: integer('first_month').notNull(),
    latestMonth: integer('latest_month').notNull(),
    /** How far off it is, signed as the judged gap, in its unit; what `worsened` compares with. */
    observation: jsonb('observation').$type<Record<string, unknown>>().notNull(),
    historical: boolean('historical').notNull().default(false),
    openedAt: instant('opened_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** As its latest month stands, in Chinese. */
    title: text('title').notNull(),
    message: text('message').notNull(),
    owner: text('owner'),
    verdict: text('verdict'),
  },
  (table) => [
    // Two workers judging one subject at once: the second insert fails instead of making a second warning.
    uniqueIndex('alert_one_open_per_subject')
      .on(table.kind, table.subjectKey)
      .where(sql`state in ('open', 'acknowledged', 'rectifying', 'closeRequested')`),
    index('alert_org').on(table.orgId, table.year),
  ],
);

/** What happened to an alert, with the numbers that were seen. Append-only. */
export const alertTransition = pgTable(
  'alert_transition',
  {
    id: serialId(),
    alertId: uuid('alert_id')
      .notNull()
      .references(() => alert.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    at: instant('at').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    reason: text('reason').notNull(),
    light: text('light'),
    month: integer('month'),
    actor: text('actor'),
    personId: integer('person_id'),
    via: text('via'),
    note: text('note'),
    evidence: jsonb('evidence'),
    observation: jsonb('observation').notNull(),
    eventId: bigint('event_id', { mode: 'number' }),
    /** The alert as it stood after this transition: what a question about the past is answered with. */
    after: jsonb('after').$type<Record<string, unknown>>(),
  },
  (table) => [index('alert_transition_alert').on(table.alertId)],
);
