import { figureInForce, type Indicator, type Plan } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type OrgYear, orgYearRows } from './org-year.js';
import { loadPolicies, type PolicyBook } from './policies.js';

export type CatalogueIndicator = Indicator & { id: number; reportUnit: string; reportDecimals: number };

/** A figure in force, as stored: exact decimals. */
export interface FigureInForce {
  id: number;
  grade: string;
  value: string | null;
  yoy: string | null;
  historical: boolean;
  withdrawn: boolean;
  submissionId: string;
}

/** A version of a target's terms, as stored. */
export interface StoredVersion {
  version: number;
  deciding: boolean;
  comparator: string;
  value: string;
  plan: Plan;
  policyKey: string | null;
  appliesFrom: number;
  backJudgedThrough: number;
  responsible: { post?: string; unit?: string } | null;
}

export interface StoredTarget {
  id: number;
  indicatorId: number;
  measure: string;
  grade: string;
  versions: StoredVersion[];
}

/** Everything that judging one org-year reads. */
export interface YearFile extends OrgYear {
  orgKey: string;
  orgName: string;
  activeFrom: string | null;
  targets: StoredTarget[];
  /** By indicator: months 1…12 at positions 0…11. */
  figures: Map<number, (FigureInForce | null)[]>;
  /** Last year's cumulative figures in force, for `lastYear` plans. */
  lastYear: Map<number, (FigureInForce | null)[]>;
  duty: { indicator: string; from: string; to: string | null }[];
}

export interface LoadedYears {
  files: YearFile[];
  indicators: Map<number, CatalogueIndicator>;
  policies: PolicyBook;
}

/** Reads what judging the given org-years needs, in a constant number of queries. */
export async function loadYears(tx: Transaction, orgYears: readonly OrgYear[]): Promise<LoadedYears> {
  const scope = orgYearRows(orgYears);
  const orgs = await tx.execute<{
    id: number;
    key: string;
    name: string;
    active_from: string | null;
    duty: YearFile['duty'] | null;
  }>(sql`
    SELECT o.id, o.key, o.name, o.active_from::text AS active_from,
           (SELECT d.indicators FROM duty d WHERE d.org_id = o.id ORDER BY d.version DESC LIMIT 1) AS duty
    FROM org o WHERE o.id IN (SELECT org_id FROM ${scope})`);
  const targets = await tx.execute<TargetRow>(sql`
    SELECT t.org_id, t.year, t.id, t.indicator_id, t.measure, t.grade, v.version, v.deciding, v.comparator,
           v.value::text AS value, v.plan, v.policy_key, v.applies_from, v.back_judged_through, v.responsible
    FROM ${scope} JOIN target t ON t.org_id = s.org_id AND t.year = s.year
    JOIN target_version v ON v.target_id = t.id ORDER BY t.id, v.version`);
  const figures = await tx.execute<FigureRow>(sql`
    SELECT f.id::text AS id, f.org_id, f.year, f.month, f.indicator_id, f.grade, f.value::text AS value,
           f.yoy::text AS yoy, f.historical, f.withdrawn, f.submission_id, s.year AS for_year
    FROM ${scope} JOIN figure f ON f.org_id = s.org_id AND f.year IN (s.year, s.year - 1)
    ORDER BY f.id`);
  const catalogue = await tx.execute<IndicatorRow>(sql`SELECT * FROM indicator`);
  const policies = await loadPolicies(tx, orgYears);

  const orgById = new Map(orgs.map((row) => [row.id, row]));
  const targetsOf = groupBy(targets, (row) => `${row.org_id}/${row.year}`);
  const figuresOf = groupBy(figures, (row) => `${row.org_id}/${row.for_year}`);
  const files = orgYears.flatMap((orgYear): YearFile[] => {
    const org = orgById.get(orgYear.orgId);
    if (!org) return [];
    const key = `${orgYear.orgId}/${orgYear.year}`;
    const rows = figuresOf.get(key) ?? [];
    return [
      {
        ...orgYear,
        orgKey: org.key,
        orgName: org.name,
        activeFrom: org.active_from,
        duty: org.duty ?? [],
        targets: targetsFrom(targetsOf.get(key) ?? []),
        figures: figuresByIndicator(rows.filter((row) => row.year === orgYear.year)),
        lastYear: figuresByIndicator(rows.filter((row) => row.year === orgYear.year - 1)),
      },
    ];
  });
  return { files, indicators: new Map(catalogue.map((row) => [row.id, indicatorFrom(row)])), policies };
}

interface TargetRow extends Record<string, unknown> {
  org_id: number;
  year: number;
  id: number;
  indicator_id: number;
  measure: string;
  grade: string;
  version: number;
  deciding: boolean;
  comparator: string;
  value: string;
  plan: Plan;
  policy_key: string | null;
  applies_from: number;
  back_judged_through: number;
  responsible: { post?: string; unit?: string } | null;
}

interface FigureRow extends Record<string, unknown> {
  id: string;
  org_id: number;
  year: number;
  for_year: number;
  month: number;
  indicator_id: number;
  grade: string;
  value: string | null;
  yoy: string | null;
  historical: boolean;
  withdrawn: boolean;
  submission_id: string;
}

interface IndicatorRow extends Record<string, unknown> {
  id: number;
  key: string;
  name: string;
  type: Indicator['type'];
  direction: Indicator['direction'];
  unit: string;
  report_unit: string;
  report_decimals: number;
  decimals: number;
  no_january: boolean;
  due_months: number[] | string | null;
  lag_months: number;
}

function indicatorFrom(row: IndicatorRow): CatalogueIndicator {
  const due = row.due_months;
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    type: row.type,
    direction: row.direction,
    unit: row.unit,
    reportUnit: row.report_unit,
    reportDecimals: row.report_decimals,
    decimals: row.decimals,
    noJanuary: row.no_january,
    dueMonths: typeof due === 'string' ? due.slice(1, -1).split(',').filter(Boolean).map(Number) : due,
    lagMonths: row.lag_months,
    rollUp: 'none',
    formula: null,
    rankBy: null,
  };
}

function targetsFrom(rows: TargetRow[]): StoredTarget[] {
  const targets = new Map<number, StoredTarget>();
  for (const row of rows) {
    const target = targets.get(row.id) ?? {
      id: row.id,
      indicatorId: row.indicator_id,
      measure: row.measure,
      grade: row.grade,
      versions: [],
    };
    target.versions.push({
      version: row.version,
      deciding: row.deciding,
      comparator: row.comparator,
      value: row.value,
      plan: row.plan,
      policyKey: row.policy_key,
      appliesFrom: row.applies_from,
      backJudgedThrough: row.back_judged_through,
      responsible: row.responsible,
    });
    targets.set(row.id, target);
  }
  return [...targets.values()];
}

function figuresByIndicator(rows: FigureRow[]): Map<number, (FigureInForce | null)[]> {
  const byIndicator = new Map<number, (FigureInForce | null)[]>();
  for (const [key, group] of groupBy(rows, (row) => `${row.indicator_id}/${row.month}`)) {
    const [indicatorId, month] = key.split('/').map(Number) as [number, number];
    const months = byIndicator.get(indicatorId) ?? Array<FigureInForce | null>(12).fill(null);
    months[month - 1] = figureInForce(
      group.map((row) => ({
        id: Number(row.id),
        grade: row.grade,
        value: row.value,
        yoy: row.yoy,
        historical: row.historical,
        withdrawn: row.withdrawn,
        submissionId: row.submission_id,
      })),
    );
    byIndicator.set(indicatorId, months);
  }
  return byIndicator;
}
