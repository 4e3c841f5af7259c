import type { Page } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { knownBy } from './as-of.js';
import { judgeYears } from './judge.js';
import type { JudgedMonth, JudgedYear } from './judged.js';
import { loadYears } from './load.js';
import type { OrgYear } from './org-year.js';
import { type EvaluationQuestion, placeOf, shower } from './read.js';

/** Org-years that are judged at a time on the way to a page. */
const ORG_YEARS_AT_ONCE = 50;

/**
 * Evaluations as they stood at a moment (domain.md §13): folded again from the figures, targets, policies, memberships
 * and references that were known then, and written nowhere. In order of year, org, month and catalogue.
 */
export async function listPastEvaluations(
  tx: Transaction,
  of: EvaluationQuestion & { asOf: Date },
): Promise<Page<Record<string, unknown>>> {
  const orgYears = await knownOrgYears(tx, of);
  const indicatorIds = of.indicator === null ? undefined : await indicatorNamed(tx, of.indicator);
  const data: Record<string, unknown>[] = [];
  let passed = 0;
  for (let start = 0; start < orgYears.length; start += ORG_YEARS_AT_ONCE) {
    const loaded = await loadYears(tx, orgYears.slice(start, start + ORG_YEARS_AT_ONCE), {
      at: of,
      asOf: of.asOf,
    });
    const judged = judgeYears(loaded, { indicatorIds });
    const rows = judged
      .flatMap((year) => year.months.map((month) => ({ year, month })))
      .filter(({ year, month }) => isAsked(year, month, of))
      .sort(inOrder);
    const here = rows.slice(
      Math.max(0, of.after - passed),
      Math.max(0, of.after - passed) + of.limit + 1 - data.length,
    );
    const places = here.map(({ year, month }) => ({ ...placeOf(year, month), grade: year.grade }));
    const show = await shower(tx, { ...of, loaded, judged, places });
    here.forEach(({ year, month }, index) => {
      data.push({ ...shown(year, month), ...show(places[index]!) });
    });
    passed += rows.length;
    if (data.length > of.limit) break;
  }
  const more = data.length > of.limit;
  return {
    data: data.slice(0, of.limit),
    nextCursor: more ? Buffer.from(String(of.after + of.limit)).toString('base64url') : null,
  };
}

interface Row {
  year: JudgedYear;
  month: JudgedMonth;
}

function isAsked({ file }: JudgedYear, { month, evaluation }: JudgedMonth, of: EvaluationQuestion): boolean {
  const period = `${file.year}-${String(month).padStart(2, '0')}`;
  return (
    (of.period === null || of.period === period) &&
    (of.light === null || evaluation.decided?.light === of.light)
  );
}

/** Org-years come in order already; within one by month, catalogue, measure and grade. */
function inOrder(one: Row, other: Row): number {
  const [a, b] = [one, other].map(({ year, month }) => ({
    org: `${year.file.year}/${year.file.org.key}`,
    month: month.month,
    position: year.indicator.position,
    rest: `${year.indicator.key}/${year.measure}/${year.grade}`,
  }));
  return (
    compare(a!.org, b!.org) || a!.month - b!.month || a!.position - b!.position || compare(a!.rest, b!.rest)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A judged month as the stored row would have shown it. */
function shown({ file, indicator, target, grade }: JudgedYear, month: JudgedMonth) {
  const { evaluation, terms, wire } = month;
  const version = target?.versions.find((each) => each.version === evaluation.version);
  return {
    org: file.org.key,
    period: `${file.year}-${String(month.month).padStart(2, '0')}`,
    indicator: indicator.key,
    indicatorName: indicator.name,
    unit: indicator.unit,
    reportUnit: indicator.reportUnit,
    grade,
    deciding: version?.deciding ?? false,
    target:
      target && version && terms
        ? {
            id: target.id,
            version: version.version,
            value: version.value,
            comparator: version.comparator,
            plan: version.plan,
          }
        : null,
    ...wire,
  };
}

async function knownOrgYears(tx: Transaction, of: EvaluationQuestion & { asOf: Date }): Promise<OrgYear[]> {
  const year = of.period === null ? null : Number(of.period.slice(0, 4));
  const rows = await tx.execute<{ org_id: number; year: number }>(sql`
    SELECT k.org_id, k.year FROM (
      SELECT org_id, year FROM figure WHERE known_at <= ${knownBy(of.asOf)}
      UNION SELECT org_id, year FROM target t
        WHERE EXISTS (SELECT 1 FROM target_version v WHERE v.target_id = t.id AND v.known_at <= ${knownBy(of.asOf)})
      UNION SELECT org_id, year FROM roll_up WHERE known_at <= ${knownBy(of.asOf)}) k
    JOIN org o ON o.id = k.org_id
    WHERE (${of.org}::text IS NULL OR o.key = ${of.org}::text)
      AND (${of.under}::text IS NULL OR o.id IN (
        SELECT c.descendant_id FROM org_closure c JOIN org a ON a.id = c.ancestor_id WHERE a.key = ${of.under}::text))
      AND (${year}::integer IS NULL OR k.year = ${year}::integer)
    ORDER BY k.year, o.key`);
  return rows.map((row) => ({ orgId: row.org_id, year: row.year }));
}

async function indicatorNamed(tx: Transaction, key: string): Promise<Set<number>> {
  const rows = await tx.execute<{ id: number }>(sql`SELECT id FROM indicator WHERE key = ${key}`);
  return new Set(rows.map((row) => row.id));
}
