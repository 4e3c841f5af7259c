import { monthOf, type Period, period as periodOf, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { integers, sheetText } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { figureKey, IntakeBook, type KnownExplanation, type KnownFigure } from './book.js';
import { duesOf } from './due.js';
import type { SaidFigure } from './said.js';

/** Which orgs, periods and indicators are asked about. */
export interface BookQuestion {
  orgIds: ReadonlySet<number>;
  /** The sheets' own periods. */
  sheets: readonly { orgId: number; period: Period; historical: boolean }[];
  /** The periods that figures speak of. */
  periods: ReadonlySet<Period>;
  /** Named by a figure. */
  indicatorIds: ReadonlySet<number>;
  /** Whether what is asked for first is kept: when a sheet is due. */
  store: boolean;
  /** Compared with the months before: those named, and the wholes they are part of. Empty: nothing is compared. */
  seriesOf: ReadonlySet<number>;
}

/** The columns of what a figure says. */
const SAID =
  sql.raw(`id::text AS id, submission_id AS "submissionId", org_id, indicator_id, year, month, grade,
  value::text AS value, yoy::text AS yoy, month_value::text AS "monthValue", last_year::text AS "lastYear",
  last_year_month::text AS "lastYearMonth", given_value AS "givenValue", given_unit AS "givenUnit",
  not_applicable AS "notApplicable", withdrawn, note, outlook::text AS outlook, outlook_reason AS "outlookReason",
  done_on::text AS "doneOn", evidence`);

interface SaidRow extends SaidFigure, Record<string, unknown> {
  id: string;
  submissionId: string;
  org_id: number;
  indicator_id: number;
  year: number;
  month: number;
}

/** Reads what sheets are compared with. A constant number of queries, sent together. */
export async function loadBook(unit: Unit, of: BookQuestion): Promise<IntakeBook> {
  const book = new IntakeBook();
  const { tx } = unit;
  const orgs = integers(of.orgIds);
  const named = integers(of.indicatorIds);
  const years = integers(new Set([...of.periods].map(yearOf)));
  const months = integers(new Set([...of.periods].map(monthOf)));
  const sheetYears = integers(new Set(of.sheets.map(({ period }) => yearOf(period))));
  const seriesYears = new Set([...of.periods].flatMap((period) => [yearOf(period), yearOf(period) - 1]));
  const [submissions, figures, waiting, series, explanations, dues] = await Promise.all([
    tx.execute<SubmissionRow>(sql`
      SELECT DISTINCT ON (org_id, year, month) org_id, year, month, id, revision, state, grade, due_at, late,
             received_at, evaluated_at
      FROM submission WHERE org_id = ANY (${orgs}) AND year = ANY (${sheetYears})
      ORDER BY org_id, year, month, revision DESC`),
    tx.execute<SaidRow>(sql`
      SELECT ${SAID} FROM figure
      WHERE org_id = ANY (${orgs}) AND year = ANY (${years}) AND indicator_id = ANY (${named}) AND month = ANY (${months})
      ORDER BY figure.id`),
    tx.execute<SaidRow & { holds: string[]; unreviewed: boolean }>(sql`
      SELECT ${SAID}, holds, unreviewed FROM pending_figure
      WHERE org_id = ANY (${orgs}) AND year = ANY (${years}) AND state = 'waiting'`),
    of.seriesOf.size === 0
      ? []
      : tx.execute<{ org_id: number; indicator_id: number; year: number; packed: string }>(sql`
      SELECT org_id, indicator_id, year, string_agg(
        month || chr(31) || (CASE grade WHEN 'estimate' THEN 0 WHEN 'statistical' THEN 1 ELSE 2 END
          + CASE WHEN withdrawn THEN 10 ELSE 0 END) || chr(31) || coalesce(value::text, '')
          || CASE WHEN given_unit IS NULL THEN '' ELSE chr(31) || coalesce(given_value, '') || chr(31) || given_unit END,
        chr(30) ORDER BY id) AS packed
      FROM figure
      WHERE org_id = ANY (${orgs}) AND year = ANY (${integers(seriesYears)}) AND indicator_id = ANY (${integers(of.seriesOf)})
      GROUP BY org_id, indicator_id, year`),
    tx.execute<ExplanationRow>(sql`
      SELECT org_id, indicator_id, year, month, code, params, reason FROM explanation
      WHERE org_id = ANY (${orgs}) AND year = ANY (${years}) ORDER BY id`),
    duesOf(
      unit,
      of.sheets.filter((sheet) => !sheet.historical),
      of,
    ),
  ]);
  for (const row of submissions)
    book.latest.set(sheetText({ orgId: row.org_id, period: periodOfRow(row) }), latestOf(row));
  for (const row of figures) book.addRevision(keyOf(row), knownOf(row));
  for (const row of waiting) {
    book.waiting.set(keyOf(row), { ...knownOf(row), holds: row.holds, unreviewed: row.unreviewed });
  }
  for (const row of series) book.addSeries(row.org_id, row.indicator_id, row.year, row.packed);
  for (const { org_id, indicator_id, code, params, reason, ...at } of explanations) {
    book.addExplanation(org_id, indicator_id, { period: periodOfRow(at), code, params, reason });
  }
  for (const [key, due] of dues) book.dues.set(key, due);
  return book;
}

interface At {
  year: number;
  month: number;
}
interface SubmissionRow extends At, Record<string, unknown> {
  org_id: number;
  id: string;
  revision: number;
  state: string;
  grade: string;
  due_at: string | null;
  late: boolean;
  received_at: string;
  evaluated_at: string | null;
}
interface ExplanationRow extends At, Record<string, unknown> {
  org_id: number;
  indicator_id: number;
  code: KnownExplanation['code'];
  params: KnownExplanation['params'];
  reason: string;
}

const periodOfRow = ({ year, month }: At): Period => periodOf(year, month);
const keyOf = (row: SaidRow): string => figureKey(row.org_id, row.indicator_id, periodOfRow(row));

function knownOf({ id, ...row }: SaidRow): KnownFigure {
  return { ...row, id: Number(id) };
}

function latestOf(row: SubmissionRow) {
  const { id, revision, state, grade, late } = row;
  return {
    ...{ id, revision, state, grade, late },
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    receivedAt: new Date(row.received_at),
    evaluatedAt: row.evaluated_at === null ? null : new Date(row.evaluated_at),
  };
}
