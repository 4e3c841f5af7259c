import { type CompactWire, type Light, period, wholeWire } from '@xushi/domain';
import { type Language, type Page, type PageRequest, pageOf } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { periodName, stateName } from '@xushi/wording';
import { sql } from 'drizzle-orm';
import type { AsOf } from './as-of.js';
import { judgeYears } from './judge.js';
import type { JudgedMonth, JudgedYear } from './judged.js';
import { type LoadedYears, loadYears } from './load.js';
import type { OrgYear } from './org-year.js';
import { readStandings } from './read-standings.js';
import { explained, type FigureRevision } from './show-evaluation.js';

/** Which evaluations are asked for; null: not restricted. */
export interface EvaluationQuestion extends PageRequest {
  org: string | null;
  under: string | null;
  period: string | null;
  indicator: string | null;
  light: Light | null;
  /** What was known then; null: what is known. */
  asOf: AsOf;
  language: Language;
  /** Business time. */
  now: Date;
  timeZone: string;
}

/** A judged month in its place. */
export interface PlacedMonth {
  year: JudgedYear;
  month: JudgedMonth;
}

interface EvaluationRow extends Record<string, unknown> {
  id: string;
  org_id: number;
  org: string;
  year: number;
  month: number;
  indicator_id: number;
  measure: string;
  grade: string;
  indicatorName: string;
  state: string;
  light: string | null;
  numbers: CompactWire;
  target: { id: number; version: number; value: string; comparator: string; plan: unknown } | null;
}

/** Evaluations as the interface shows them, in the catalogue's order within an org and period. */
export async function listEvaluations(
  tx: Transaction,
  of: EvaluationQuestion,
): Promise<Page<Record<string, unknown>>> {
  const rows = await tx.execute<EvaluationRow>(sql`
    SELECT * FROM (
      SELECT row_number() OVER (ORDER BY e.year, e.month, o.key, i.position, i.key, e.measure, e.grade) AS id,
             e.org_id, o.key AS org, e.year, e.month, e.indicator_id, i.key AS indicator, i.name AS "indicatorName", i.unit,
             i.report_unit AS "reportUnit", e.measure, e.grade,
             e.deciding, e.light, e.numbers,
             -- Reported, and not accepted yet: nothing of it counts, but nobody has to be asked for it.
             CASE WHEN e.state = 'notReported' AND EXISTS (
               SELECT 1 FROM pending_figure p WHERE p.org_id = e.org_id AND p.year = e.year AND p.month = e.month
                 AND p.indicator_id = e.indicator_id AND p.state = 'waiting' AND p.unreviewed) THEN 'underReview'
               ELSE e.state END AS state,
             CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'version', v.version, 'value', v.value::text,
               'comparator', v.comparator, 'plan', v.plan) END AS target
      FROM evaluation e JOIN org o ON o.id = e.org_id JOIN indicator i ON i.id = e.indicator_id
      LEFT JOIN target t ON t.id = e.target_id
      LEFT JOIN target_version v ON v.target_id = t.id AND v.version = e.target_version
      WHERE (${of.org}::text IS NULL OR o.key = ${of.org}::text)
        AND (${of.under}::text IS NULL OR o.id IN (
          SELECT c.descendant_id FROM org_closure c JOIN org a ON a.id = c.ancestor_id WHERE a.key = ${of.under}::text))
        AND (${of.period}::text IS NULL OR (e.year = left(${of.period}::text, 4)::integer
          AND e.month = right(${of.period}::text, 2)::integer))
        AND (${of.indicator}::text IS NULL OR i.key = ${of.indicator}::text)
        AND (${of.light}::text IS NULL OR e.light = ${of.light}::text)) found
    WHERE id > ${of.after} ORDER BY id LIMIT ${of.limit + 1}`);
  const shown = rows.slice(0, of.limit);
  const explain = await explainer(tx, {
    ...of,
    rows: shown.map((row) => ({
      orgId: row.org_id,
      year: row.year,
      month: row.month,
      indicatorId: row.indicator_id,
      measure: row.measure,
      grade: row.grade,
    })),
  });
  return pageOf([...rows], {
    limit: of.limit,
    positionOf: (row) => Number(row.id),
    show: ({ id: _, org_id, indicator_id, numbers, year, month, org, target, ...row }) => ({
      org,
      period: `${year}-${String(month).padStart(2, '0')}`,
      ...row,
      target,
      ...wholeWire(numbers),
      ...explain({
        orgId: org_id,
        year,
        month,
        indicatorId: indicator_id,
        measure: row.measure,
        grade: row.grade,
      }),
      ...(row.state === 'underReview' ? underReview(row, { year, month, language: of.language }) : {}),
    }),
  });
}

/** What is said of a figure that waits for its reviewer, in place of that there is none. */
function underReview(
  { indicatorName }: Pick<EvaluationRow, 'indicatorName'>,
  of: { year: number; month: number; language: Language },
): { state: string; explanation: string } {
  const months = periodName(period(of.year, of.month), of.language);
  const state = stateName('underReview', of.language);
  return {
    state: 'underReview',
    explanation:
      of.language === 'zh'
        ? `${months}，${indicatorName}${state}。`
        : `${months}: ${indicatorName} is ${state}.`,
  };
}

interface EvaluationPlace {
  orgId: number;
  year: number;
  month: number;
  indicatorId: number;
  measure: string;
  grade: string;
}

const keyOf = ({ orgId, year, month, indicatorId, measure, grade }: EvaluationPlace): string =>
  [orgId, year, month, indicatorId, measure, grade].join('/');

/** Judges the rows of a page once more, for what is said of them and not stored. A constant number of queries. */
async function explainer(
  tx: Transaction,
  of: { rows: EvaluationPlace[]; language: Language; now: Date; timeZone: string },
): Promise<(place: EvaluationPlace) => Record<string, unknown>> {
  const orgYears = distinctYears(of.rows);
  const indicatorIds = new Set(of.rows.map(({ indicatorId }) => indicatorId));
  const loaded = await loadYears(tx, orgYears, { at: of });
  const judged = judgeYears(loaded, { indicatorIds });
  const show = await shower(tx, { ...of, loaded, judged, asOf: null, places: of.rows });
  return (place) => show(place) ?? {};
}

/** What answers show of judged months, by place; null where nothing was judged there. */
export async function shower(
  tx: Transaction,
  of: {
    loaded: LoadedYears;
    judged: readonly JudgedYear[];
    places: readonly EvaluationPlace[];
    asOf: AsOf;
    now: Date;
    language: Language;
  },
): Promise<(place: EvaluationPlace) => Record<string, unknown> | null> {
  const wanted = new Set(of.places.map(keyOf));
  const found = new Map<string, PlacedMonth>();
  for (const year of of.judged) {
    for (const month of year.months) {
      const key = keyOf({ ...placeOf(year, month), grade: year.grade });
      if (wanted.has(key)) found.set(key, { year, month });
    }
  }
  const figures = [...found.values()].flatMap(({ month }) => (month.figure ? [month.figure.id] : []));
  const [standingOf, revisionOf] = await Promise.all([
    readStandings(tx, {
      places: of.places,
      asOf: of.asOf,
      now: of.asOf && of.asOf < of.now ? of.asOf : of.now,
    }),
    readRevisions(tx, figures),
  ]);
  const context = { loaded: of.loaded, standingOf, revisionOf, language: of.language };
  return (place) => {
    const at = found.get(keyOf(place));
    return at ? explained(at.year, at.month, context) : null;
  };
}

export const placeOf = ({ file, indicator, measure }: JudgedYear, { month }: JudgedMonth) => ({
  orgId: file.orgId,
  year: file.year,
  month,
  indicatorId: indicator.id,
  measure,
});

const distinctYears = (rows: readonly OrgYear[]): OrgYear[] => [
  ...new Map(rows.map(({ orgId, year }) => [`${orgId}/${year}`, { orgId, year }])).values(),
];

async function readRevisions(
  tx: Transaction,
  figures: readonly number[],
): Promise<(figure: number) => FigureRevision | null> {
  if (figures.length === 0) return () => null;
  const rows = await tx.execute<{
    id: string;
    submission: string;
    revision: number;
    received_at: string;
  }>(sql`
    SELECT f.id::text AS id, s.id AS submission, s.revision, s.received_at
    FROM figure f JOIN submission s ON s.id = f.submission_id
    WHERE f.id = ANY (${`{${figures.join(',')}}`}::bigint[])`);
  const found = new Map(
    rows.map((row) => [
      Number(row.id),
      {
        submission: row.submission,
        revision: row.revision,
        receivedAt: new Date(row.received_at).toISOString(),
      },
    ]),
  );
  return (figure) => found.get(figure) ?? null;
}
