import { Fraction, figureInForce } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { type Page, type PageRequest, pageOf } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

export interface OrgView {
  key: string;
  name: string;
  level: string;
  parent: string | null;
  activeFrom: string | null;
  activeTo: string | null;
  review: string;
}

/** The orgs of the subtree of `under`, or of the whole scope, in order of creation. */
export async function listOrgs(
  tx: Transaction,
  of: PageRequest & { under: string | null },
): Promise<Page<OrgView>> {
  const rows = await tx.execute<{
    id: number;
    key: string;
    name: string;
    level: string;
    parent: string | null;
    active_from: string | null;
    active_to: string | null;
    review: string;
  }>(sql`
    SELECT o.id, o.key, o.name, o.level, p.key AS parent, o.active_from::text, o.active_to::text, o.review
    FROM org o LEFT JOIN LATERAL (SELECT parent_id FROM org_membership m
      WHERE m.org_id = o.id AND m.ended_at IS NULL ORDER BY m.from_day DESC LIMIT 1) m ON true
    LEFT JOIN org p ON p.id = m.parent_id AND p.id <> 0
    WHERE o.id > ${of.after} AND (${of.under}::text IS NULL OR o.id IN (
      SELECT c.descendant_id FROM org_closure c JOIN org a ON a.id = c.ancestor_id WHERE a.key = ${of.under}::text))
    ORDER BY o.id LIMIT ${of.limit + 1}`);
  return pageOf([...rows], {
    limit: of.limit,
    positionOf: (row) => row.id,
    show: ({ key, name, level, parent, active_from, active_to, review }) => ({
      key,
      name,
      level,
      parent,
      activeFrom: active_from,
      activeTo: active_to,
      review,
    }),
  });
}

/** The catalogue, in the order every table shows it. */
export async function listIndicators(tx: Transaction): Promise<Record<string, unknown>[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    SELECT key, name, unit, report_unit AS "reportUnit", report_decimals AS "reportDecimals", type, direction, decimals,
           no_january AS "noJanuary", to_jsonb(due_months) AS "dueMonths", lag_months AS "lagMonths",
           roll_up AS "rollUp", formula, part_of AS "partOf", growth_basis AS "growthBasis", rank_by AS "rankBy",
           position AS "order", group_name AS "group"
    FROM indicator ORDER BY position, key`);
  return [...rows];
}

/** The targets of an org or a subtree in a year; every version with `history`, else the newest. */
export async function listTargets(
  tx: Transaction,
  of: PageRequest & { org: string | null; under: string | null; year: number | null; history: boolean },
): Promise<Page<Record<string, unknown>>> {
  const rows = await tx.execute<TargetRow>(sql`
    SELECT v.id AS position, t.id, t.org_id, t.indicator_id, o.key AS org, t.year, i.key AS indicator, t.measure, t.grade, v.version, v.deciding,
           v.comparator, v.value::text AS value, v.plan, v.weight::text AS weight, v.scoring, v.source, v.responsible,
           v.policy_key AS policy, v.reason, v.due_on::text AS due, v.cap::text AS cap, v.applies_from, v.known_at
    FROM target t JOIN org o ON o.id = t.org_id JOIN indicator i ON i.id = t.indicator_id
    JOIN target_version v ON v.target_id = t.id
    WHERE v.id > ${of.after} AND (${of.year}::integer IS NULL OR t.year = ${of.year}::integer)
      AND (${of.org}::text IS NULL OR o.key = ${of.org}::text)
      AND (${of.under}::text IS NULL OR o.id IN (
        SELECT c.descendant_id FROM org_closure c JOIN org a ON a.id = c.ancestor_id WHERE a.key = ${of.under}::text))
      AND (${of.history} OR v.version = (SELECT max(n.version) FROM target_version n WHERE n.target_id = t.id))
    ORDER BY v.id LIMIT ${of.limit + 1}`);
  const fullYearOf = await lastFullYears(tx, rows);
  return pageOf([...rows], {
    limit: of.limit,
    positionOf: (row) => Number(row.position),
    show: ({ position: _, applies_from, known_at, org_id, indicator_id, ...row }) => ({
      ...row,
      ...overLastYear(row, fullYearOf({ orgId: org_id, indicatorId: indicator_id, year: row.year })),
      appliesFrom: `${row.year}-${String(applies_from).padStart(2, '0')}`,
      knownAt: new Date(String(known_at)).toISOString(),
    }),
  });
}

interface TargetRow extends Record<string, unknown> {
  position: string;
  org_id: number;
  indicator_id: number;
  year: number;
  measure: string;
  value: string;
}

/** What the year before came to, and the growth over it that a target asks for (domain.md §5). */
function overLastYear({ measure, value }: Pick<TargetRow, 'measure' | 'value'>, lastYear: string | null) {
  const base = measure === 'value' && lastYear !== null ? Fraction.parse(lastYear) : null;
  const growth =
    base && base.sign > 0
      ? Fraction.parse(value).dividedBy(base).minus(Fraction.ONE).times(Fraction.HUNDRED)
      : null;
  return { lastYear: measure === 'value' ? lastYear : null, impliedGrowth: growth?.toDecimal(2) ?? null };
}

/** The full year before each target's, as it is in force. One query. */
async function lastFullYears(tx: Transaction, rows: readonly TargetRow[]) {
  const wanted = rows.map(({ org_id, indicator_id, year }) => ({ org_id, indicator_id, year: year - 1 }));
  const figures = await tx.execute<{
    id: string;
    org_id: number;
    indicator_id: number;
    year: number;
    grade: string;
    withdrawn: boolean;
    value: string | null;
  }>(sql`
    SELECT DISTINCT f.id::text AS id, f.org_id, f.indicator_id, f.year, f.grade, f.withdrawn, f.value::text AS value
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) AS w(org_id integer, indicator_id integer, year integer)
    JOIN figure f USING (org_id, indicator_id, year) WHERE f.month = 12`);
  const groups = groupBy(figures, (row) => `${row.org_id}/${row.indicator_id}/${row.year}`);
  return ({ orgId, indicatorId, year }: { orgId: number; indicatorId: number; year: number }) => {
    const revisions = groups.get(`${orgId}/${indicatorId}/${year - 1}`) ?? [];
    return figureInForce(revisions.map((row) => ({ ...row, id: Number(row.id) })))?.value ?? null;
  };
}
