import { figureInForce, type Period, period as periodOf } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import {
  type Language,
  type Page,
  type PageRequest,
  Problem,
  pageOf,
  type SubmissionAnswer,
} from '@xushi/protocol';
import { type Transaction, tables } from '@xushi/store';
import { type SQL, sql } from 'drizzle-orm';
import { FIGURE_COLUMNS } from './count-waiting.js';
import type { StoredFinding } from './findings.js';
import { answerOf } from './take-in.js';

const { submission } = tables;

/** A submission with its body as it was sent, what of it still waits, and what was done to it. */
export interface ShownSubmission extends SubmissionAnswer {
  body: unknown;
  waiting: { indicator: string; period: Period; holds: string[]; unreviewed: boolean }[];
  steps: { step: string; at: string; person: string | null; key: string | null; reason: string | null }[];
}

/** A submission of the scope. Throws `Problem` 404. */
export async function showSubmission(
  tx: Transaction,
  id: string,
  language: Language,
): Promise<ShownSubmission> {
  const [page, waiting, steps] = await Promise.all([
    listSubmissions(tx, { id, org: null, period: null, state: null, limit: 1, after: 0, language }),
    tx.execute<{ indicator: string; year: number; month: number; holds: string[]; unreviewed: boolean }>(sql`
      SELECT i.key AS indicator, p.year, p.month, p.holds, p.unreviewed
      FROM pending_figure p JOIN indicator i ON i.id = p.indicator_id
      WHERE p.submission_id = ${id}::uuid AND p.state = 'waiting' ORDER BY p.id`),
    tx.execute<{
      step: string;
      at: string;
      person: string | null;
      key: string | null;
      reason: string | null;
    }>(sql`
      SELECT s.step, s.at, p.key AS person, s.key_id AS key, s.reason
      FROM submission_step s LEFT JOIN person p ON p.id = s.person_id
      WHERE s.submission_id = ${id}::uuid ORDER BY s.id`),
  ]);
  const [found] = page.data;
  if (!found) throw new Problem('notFound');
  return {
    ...found,
    waiting: waiting.map(({ year, month, ...row }) => ({ ...row, period: periodOf(year, month) })),
    steps: steps.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
  };
}

/** Submissions in order of arrival. */
export async function listSubmissions(
  tx: Transaction,
  of: PageRequest & {
    id?: string;
    org: string | null;
    period: string | null;
    state: string | null;
    language: Language;
  },
): Promise<Page<SubmissionAnswer & { body: unknown }>> {
  const rows = await tx
    .select({ row: submission, org: tables.org.key })
    .from(submission)
    .innerJoin(tables.org, sql`${tables.org.id} = ${submission.orgId}`)
    .where(sql`${submission.sequence} > ${of.after}
      AND (${of.id ?? null}::uuid IS NULL OR ${submission.id} = ${of.id ?? null}::uuid)
      AND (${of.org}::text IS NULL OR ${tables.org.key} = ${of.org}::text)
      AND (${of.state}::text IS NULL OR ${submission.state} = ${of.state}::text)
      AND (${of.period}::text IS NULL OR ${submission.year} || '-' || lpad(${submission.month}::text, 2, '0') = ${of.period}::text)`)
    .orderBy(submission.sequence)
    .limit(of.limit + 1);
  return pageOf(rows, {
    limit: of.limit,
    positionOf: ({ row }) => row.sequence,
    show: ({ row, org }) => ({
      ...answerOf(row, {
        org,
        period: periodOf(row.year, row.month),
        findings: row.findings as StoredFinding[],
        language: of.language,
      }),
      body: row.body,
    }),
  });
}

/**
 * The history of figures: every revision with who gave it and when, those that wait or never counted too. `state` is
 * `inForce`, `superseded`, `withdrawn` (it took the figure back), or `held`, `underReview`, `returned`, `replaced`,
 * `confirmed` (it counts by now, as a later row).
 */
export async function listFigures(
  tx: Transaction,
  of: PageRequest & {
    org: string | null;
    indicator: string | null;
    from: string | null;
    to: string | null;
    /** What was known then; null: what is known. */
    asOf: Date | null;
  },
): Promise<Page<Record<string, unknown>>> {
  const known = sql`${of.asOf?.toISOString() ?? 'infinity'}::timestamptz`;
  const rows = await tx.execute<FigureRow>(sql`
    SELECT f.id::text AS id, o.key AS org, i.key AS indicator, f.year, f.month, f.grade, f.value::text AS value,
           f.yoy::text AS yoy, f.month_value::text AS "monthValue", f.last_year::text AS "lastYear",
           f.last_year_month::text AS "lastYearMonth", f.given_value AS "givenValue", f.given_unit AS "givenUnit",
           f.outlook::text AS outlook, f.outlook_reason AS "outlookReason", f.done_on::text AS "doneOn", f.evidence,
           f.not_applicable AS "notApplicable", f.withdrawn, f.historical, f.note, f.submission_id AS submission, f.known_at,
           s.revision, s.reason, p.key AS person, s.key_id AS key, f.waits
    FROM (
      SELECT id, ${FIGURE_COLUMNS}, known_at, NULL AS waits FROM figure
      UNION ALL
      SELECT id, ${FIGURE_COLUMNS}, known_at, CASE
        WHEN state <> 'waiting' AND closed_at <= ${known} THEN CASE state WHEN 'accepted' THEN 'confirmed' ELSE state END
        WHEN unreviewed THEN 'underReview' ELSE 'held' END
      FROM pending_figure) f
    JOIN org o ON o.id = f.org_id JOIN indicator i ON i.id = f.indicator_id
    JOIN submission s ON s.id = f.submission_id LEFT JOIN person p ON p.id = s.person_id
    WHERE f.id > ${of.after} AND f.known_at <= ${known} AND (${of.org}::text IS NULL OR o.key = ${of.org}::text)
      AND (${of.indicator}::text IS NULL OR i.key = ${of.indicator}::text)
      AND (${of.from}::text IS NULL OR f.year || '-' || lpad(f.month::text, 2, '0') >= ${of.from}::text)
      AND (${of.to}::text IS NULL OR f.year || '-' || lpad(f.month::text, 2, '0') <= ${of.to}::text)
    ORDER BY f.id LIMIT ${of.limit + 1}`);
  const ids = rows.map((row) => row.id);
  const inForce = await inForceAmong(tx, { ids, known });
  return pageOf([...rows], {
    limit: of.limit,
    positionOf: (row) => Number(row.id),
    show: ({ id, year, month, known_at, waits, ...row }) => ({
      ...row,
      period: periodOf(year, month),
      inForce: inForce.has(Number(id)),
      state: waits ?? (inForce.has(Number(id)) ? 'inForce' : row.withdrawn ? 'withdrawn' : 'superseded'),
      knownAt: new Date(known_at).toISOString(),
    }),
  });
}

/** Which of these figures are in force. Looks at every revision of their periods, also of other pages. */
async function inForceAmong(
  tx: Transaction,
  { ids, known }: { ids: string[]; known: SQL },
): Promise<Set<number>> {
  const rows = await tx.execute<{ key: string; id: string; grade: string; withdrawn: boolean }>(sql`
    SELECT DISTINCT f.org_id || '/' || f.indicator_id || '/' || f.year || '/' || f.month AS key, f.id::text AS id,
           f.grade, f.withdrawn
    FROM figure shown JOIN figure f USING (org_id, year, indicator_id, month)
    WHERE shown.id = ANY (${`{${ids.join(',')}}`}::bigint[]) AND f.known_at <= ${known}`);
  const groups = groupBy(rows, (row) => row.key);
  return new Set(
    [...groups.values()].flatMap((group) => {
      const best = figureInForce(group.map((row) => ({ ...row, id: Number(row.id) })));
      return best ? [best.id] : [];
    }),
  );
}

interface FigureRow extends Record<string, unknown> {
  id: string;
  org: string;
  indicator: string;
  year: number;
  month: number;
  grade: string;
  withdrawn: boolean;
  known_at: string;
  /** Of a figure that does not count: what became of it; null for those that do. */
  waits: string | null;
}
