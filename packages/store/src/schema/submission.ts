import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { day, exact, instant, monthColumn, serialId, uuidId, yearColumn } from './columns.js';
import { indicator } from './indicator.js';
import { org } from './org.js';

/** An org's sheet of one period: when it is due, kept as it was when the period opened, and what came of it. */
export const periodDue = pgTable(
  'period_due',
  {
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    year: yearColumn(),
    month: monthColumn(),
    dueAt: instant('due_at').notNull(),
    dueDay: day('due_day').notNull(),
    /** The calendar of that year was not published yet. */
    estimated: boolean('estimated').notNull(),
    /** When whoever has not reported yet is reminded; null: never. */
    remindAt: instant('remind_at'),
    /** When it has to be looked at next: to remind, to call overdue, to say so again; null: nothing is to come. */
    nextAt: instant('next_at'),
    /** Of the first sheet that was not history, and the working days by which it was late: fixed then; null: in time. */
    arrivedAt: instant('arrived_at'),
    workdaysLate: integer('workdays_late'),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.year, table.month] }),
    index('period_due_next').on(table.nextAt).where(sql`next_at is not null`),
  ],
);

/**
 * A later day that an org was given for its sheet of a period 延期, with who gave it and why. The deadline itself stays as
 * it was; the latest extension is what lateness goes by from then on. Append-only.
 */
export const extension = pgTable(
  'extension',
  {
    id: serialId(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    year: yearColumn(),
    month: monthColumn(),
    untilAt: instant('until_at').notNull(),
    untilDay: day('until_day').notNull(),
    reason: text('reason').notNull(),
    personId: integer('person_id').notNull(),
    keyId: uuid('key_id').notNull(),
    requestId: text('request_id'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [index('extension_sheet').on(table.orgId, table.year, table.month)],
);

/** One delivery of figures by an org for a period. Never changed but for `evaluated_at` and `state`. */
export const submission = pgTable(
  'submission',
  {
    id: uuidId(),
    /** Order of arrival, for lists. */
    sequence: bigint('sequence', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    year: yearColumn(),
    month: monthColumn(),
    revision: integer('revision').notNull(),
    state: text('state').notNull(),
    grade: text('grade').notNull(),
    historical: boolean('historical').notNull(),
    reason: text('reason'),
    receivedAt: instant('received_at').notNull(),
    dueAt: instant('due_at'),
    late: boolean('late').notNull(),
    personId: integer('person_id'),
    keyId: uuid('key_id'),
    requestId: text('request_id'),
    findings: jsonb('findings').notNull(),
    body: jsonb('body').notNull(),
    evaluatedAt: instant('evaluated_at'),
  },
  // Two requests racing for one period: exactly one gets each revision number.
  (table) => [unique('submission_revision').on(table.orgId, table.year, table.month, table.revision)],
);

/** What a sheet says of one indicator and period, in the indicator's unit. */
const saidOfFigure = () => ({
  submissionId: uuid('submission_id')
    .notNull()
    .references(() => submission.id),
  orgId: integer('org_id')
    .notNull()
    .references(() => org.id),
  indicatorId: integer('indicator_id')
    .notNull()
    .references(() => indicator.id),
  year: yearColumn(),
  month: monthColumn(),
  grade: text('grade').notNull(),
  value: exact('value'),
  yoy: exact('yoy'),
  monthValue: exact('month_value'),
  lastYear: exact('last_year'),
  lastYearMonth: exact('last_year_month'),
  givenValue: text('given_value'),
  givenUnit: text('given_unit'),
  notApplicable: boolean('not_applicable').notNull(),
  withdrawn: boolean('withdrawn').notNull(),
  historical: boolean('historical').notNull(),
  note: text('note'),
  /** The park's own outlook on the full year 单位预计全年, in the indicator's unit, with its reason. */
  outlook: exact('outlook'),
  outlookReason: text('outlook_reason'),
  /** Of a milestone: since when it is done, and what shows it. Its value is 1 (done) or 0. */
  doneOn: day('done_on'),
  evidence: text('evidence'),
  knownAt: instant('known_at').notNull(),
});

/** A figure that counts, from the moment it did. Append-only; which one is in force is derived. */
export const figure = pgTable('figure', { id: serialId(), ...saidOfFigure() }, (table) => [
  // The evaluator folds a whole (org, year) from its figures.
  index('figure_org_year').on(table.orgId, table.year, table.indicatorId, table.month),
  index('figure_submission').on(table.submissionId),
  check('figure_month', sql`${table.month} between 1 and 12`),
]);

/**
 * A figure that does not count yet: held until its faults of plausibility are confirmed, or under review. It becomes a
 * figure, or is replaced by a later sheet, or returned; until then what was in force before stays in force. Its number
 * comes from the figures' own sequence, so that both are one history.
 */
export const pendingFigure = pgTable(
  'pending_figure',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().default(sql`nextval('figure_id_seq')`),
    ...saidOfFigure(),
    /** Codes of the holds that nobody has confirmed yet. */
    holds: jsonb('holds').$type<string[]>().notNull(),
    /** A reviewer has still to accept it. */
    unreviewed: boolean('unreviewed').notNull(),
    state: text('state').notNull(),
    /** When it stopped waiting; what it became is its state. */
    closedAt: instant('closed_at'),
  },
  (table) => [
    // One figure of an org and period waits at a time: a later sheet replaces what waited.
    uniqueIndex('pending_figure_waiting')
      .on(table.orgId, table.year, table.indicatorId, table.month)
      .where(sql`state = 'waiting'`),
    index('pending_figure_submission').on(table.submissionId),
    check('pending_figure_state', sql`${table.state} in ('waiting', 'accepted', 'replaced', 'returned')`),
  ],
);

/**
 * Why a finding is no mistake (口径说明), said once: it answers the same finding of the same figure in later sheets, and
 * of the year where its kind lasts. Append-only.
 */
export const explanation = pgTable(
  'explanation',
  {
    id: serialId(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    year: yearColumn(),
    month: monthColumn(),
    code: text('code').notNull(),
    /** The numbers that made the finding, as it was worded. */
    params: jsonb('params').$type<Record<string, string>>().notNull(),
    reason: text('reason').notNull(),
    personId: integer('person_id'),
    keyId: uuid('key_id'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [index('explanation_org_year').on(table.orgId, table.year)],
);

/** What was done to a submission after it came: confirmed, accepted, returned; by whom and why. Append-only. */
export const submissionStep = pgTable(
  'submission_step',
  {
    id: serialId(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    step: text('step').notNull(),
    reason: text('reason'),
    detail: jsonb('detail').notNull(),
    personId: integer('person_id'),
    keyId: uuid('key_id'),
    requestId: text('request_id'),
    at: instant('at').notNull(),
  },
  (table) => [index('submission_step_submission').on(table.submissionId)],
);

/**
 * A register change that came with a sheet: firms that left (退库), joined (入库) or restated, with the base-year
 * amount they stand for. Of an indicator's changes in a period those of its latest submission count. Append-only.
 */
export const registerChange = pgTable(
  'register_change',
  {
    id: serialId(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    orgId: integer('org_id')
      .notNull()
      .references(() => org.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    year: yearColumn(),
    month: monthColumn(),
    kind: text('kind').notNull(),
    firms: integer('firms'),
    base: exact('base'),
    value: exact('value'),
    note: text('note'),
    knownAt: instant('known_at').notNull(),
  },
  (table) => [index('register_change_org_year').on(table.orgId, table.year)],
);
