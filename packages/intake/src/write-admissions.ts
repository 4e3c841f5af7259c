import { monthOf, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import type { Principal } from '@xushi/store';
import { integers } from '@xushi/store';
import { type SQL, sql } from 'drizzle-orm';
import type { Admission } from './admit.js';
import { FIGURE_COLUMNS } from './count-waiting.js';
import type { ReadFigure } from './read-figure.js';
import { insertRegisterChanges } from './register-changes.js';
import { settleStates } from './settle-states.js';

/** Stores what sheets change: submissions, figures, what waits, and the events. A constant number of statements. */
export async function writeAdmissions(
  unit: Unit,
  principal: Principal,
  admissions: readonly Admission[],
): Promise<void> {
  if (admissions.length === 0) return;
  await Promise.all([
    insertSubmissions(unit, principal, admissions),
    closeWaiting(unit, admissions),
    insertFigures(
      unit,
      admissions.flatMap((each) => each.figures.map((read) => figureRow(each, read))),
    ),
    insertWaiting(unit, admissions),
    insertExplanations(unit, principal, admissions),
    insertRegisterChanges(unit, admissions),
    settleStates(unit.tx, new Set(admissions.flatMap(({ touched }) => touched))),
    unit.append(admissions.flatMap(({ events }) => events)),
  ]);
}

/** A statement that there are no rows for is not sent. */
async function insert(unit: Unit, rows: readonly object[], statement: (rows: SQL) => SQL): Promise<void> {
  if (rows.length > 0) await unit.tx.execute(statement(sql`${JSON.stringify(rows)}::text::jsonb`));
}

const moment = (unit: Unit) => sql`${unit.now.toISOString()}::timestamptz`;

function insertSubmissions(
  unit: Unit,
  principal: Principal,
  admissions: readonly Admission[],
): Promise<void> {
  const rows = admissions.map(({ sheet, submission }) => ({
    id: submission.id,
    org_id: submission.orgId,
    year: yearOf(submission.period),
    month: monthOf(submission.period),
    revision: submission.revision,
    state: submission.state,
    grade: submission.grade,
    historical: submission.historical,
    reason: submission.reason,
    due_at: submission.dueAt,
    late: submission.late,
    findings: submission.findings,
    body: sheet.body,
  }));
  return insert(
    unit,
    rows,
    (given) => sql`
    INSERT INTO submission (id, org_id, year, month, revision, state, grade, historical, reason, received_at, due_at, late,
      person_id, key_id, request_id, findings, body)
    SELECT r.id, r.org_id, r.year, r.month, r.revision, r.state, r.grade, r.historical, r.reason, ${moment(unit)}, r.due_at,
      r.late, ${principal.personId}::integer, ${principal.keyId}::uuid, ${unit.cause.requestId}::text, r.findings, r.body
    FROM ROWS FROM (jsonb_to_recordset(${given}) AS (id uuid, org_id integer, year integer, month integer,
      revision integer, state text, grade text, historical boolean, reason text, due_at timestamptz, late boolean,
      findings jsonb, body jsonb)) WITH ORDINALITY AS r ORDER BY r.ordinality`,
  );
}

/** What a stored figure says, by the names of its columns; what is not said is left out. */
function figureRow({ submission }: Admission, read: ReadFigure): Record<string, unknown> {
  return {
    submission_id: submission.id,
    org_id: submission.orgId,
    indicator_id: read.indicator.id,
    year: yearOf(read.period),
    month: monthOf(read.period),
    grade: read.grade,
    value: read.value ?? undefined,
    yoy: read.yoy ?? undefined,
    month_value: read.monthValue ?? undefined,
    last_year: read.lastYear ?? undefined,
    last_year_month: read.lastYearMonth ?? undefined,
    given_value: read.givenValue ?? undefined,
    given_unit: read.givenUnit ?? undefined,
    not_applicable: read.notApplicable,
    withdrawn: read.withdrawn,
    historical: submission.historical,
    note: read.note ?? undefined,
    outlook: read.outlook ?? undefined,
    outlook_reason: read.outlookReason ?? undefined,
    done_on: read.doneOn ?? undefined,
    evidence: read.evidence ?? undefined,
  };
}

const TYPES = `submission_id uuid, org_id integer, indicator_id integer, year integer, month integer, grade text,
  value numeric, yoy numeric, month_value numeric, last_year numeric, last_year_month numeric, given_value text,
  given_unit text, not_applicable boolean, withdrawn boolean, historical boolean, note text, outlook numeric,
  outlook_reason text, done_on date, evidence text`;

function insertFigures(unit: Unit, rows: readonly object[]): Promise<void> {
  return insert(
    unit,
    rows,
    // In their order: of two figures of one grade the later counts.
    (given) => sql`
    INSERT INTO figure (${FIGURE_COLUMNS}, known_at)
    SELECT ${FIGURE_COLUMNS}, ${moment(unit)}
    FROM ROWS FROM (jsonb_to_recordset(${given}) AS (${sql.raw(TYPES)})) WITH ORDINALITY AS r ORDER BY r.ordinality`,
  );
}

function insertWaiting(unit: Unit, admissions: readonly Admission[]): Promise<void> {
  const rows = admissions.flatMap((admission) =>
    admission.waiting.map(({ read, row, replaced }) => ({
      ...figureRow(admission, read),
      holds: row.holds,
      unreviewed: row.unreviewed,
      state: replaced ? 'replaced' : 'waiting',
    })),
  );
  return insert(
    unit,
    rows,
    (given) => sql`
    INSERT INTO pending_figure (${FIGURE_COLUMNS}, holds, unreviewed, state, closed_at, known_at)
    SELECT ${FIGURE_COLUMNS}, holds, unreviewed, state, CASE state WHEN 'replaced' THEN ${moment(unit)} END, ${moment(unit)}
    FROM ROWS FROM (jsonb_to_recordset(${given}) AS (${sql.raw(TYPES)}, holds jsonb, unreviewed boolean, state text))
      WITH ORDINALITY AS r ORDER BY r.ordinality`,
  );
}

async function closeWaiting(unit: Unit, admissions: readonly Admission[]): Promise<void> {
  const ids = admissions.flatMap(({ replaced }) => replaced);
  if (ids.length === 0) return;
  await unit.tx.execute(sql`
    UPDATE pending_figure SET state = 'replaced', closed_at = ${moment(unit)}
    WHERE id = ANY (${integers(ids)}) AND state = 'waiting'`);
}

function insertExplanations(
  unit: Unit,
  principal: Principal,
  admissions: readonly Admission[],
): Promise<void> {
  const rows = admissions.flatMap(({ submission, explanations }) =>
    explanations.map(({ indicatorId, period, code, params, reason }) => ({
      submission_id: submission.id,
      org_id: submission.orgId,
      indicator_id: indicatorId,
      year: yearOf(period),
      month: monthOf(period),
      ...{ code, params, reason },
    })),
  );
  return insert(
    unit,
    rows,
    (given) => sql`
    INSERT INTO explanation (submission_id, org_id, indicator_id, year, month, code, params, reason, person_id, key_id, known_at)
    SELECT r.submission_id, r.org_id, r.indicator_id, r.year, r.month, r.code, r.params, r.reason,
      ${principal.personId}::integer, ${principal.keyId}::uuid, ${moment(unit)}
    FROM jsonb_to_recordset(${given}) AS r(submission_id uuid, org_id integer, indicator_id integer, year integer,
      month integer, code text, params jsonb, reason text)`,
  );
}
