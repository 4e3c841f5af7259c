import { lastEndedMonth, type Plan, REPLAYED_YEARS, type WorkCalendar } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { integers, readCalendars, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, knownBy } from './as-of.js';
import { type Catalogue, loadCatalogue } from './catalogue.js';
import { FIGURE_COLUMNS, FigureBook, type FigureRow } from './figures.js';
import { loadOperands, type OperandBook } from './operands.js';
import { inLockOrder, type OrgYear, ofOrgYears } from './org-year.js';
import { type KnownOrg, loadOrgs } from './orgs.js';
import { loadPolicies, type PolicyBook, type TrialPolicy } from './policies.js';
import { loadReferences, type ReferenceBook } from './references.js';
import { loadRollUps, type RollUpBook } from './roll-ups.js';

/** A version of a target's terms, as stored. */
export interface StoredVersion {
  version: number;
  deciding: boolean;
  comparator: string;
  value: string;
  plan: Plan;
  policyKey: string | null;
  appliesFrom: number;
  responsible: { post?: string; unit?: string } | null;
  weight: string | null;
  scoring: string | null;
  cap: string | null;
  dueOn: string | null;
  reason: string | null;
  source: Record<string, unknown> | null;
  knownAt: Date;
}

export interface StoredTarget {
  id: number;
  indicatorId: number;
  measure: string;
  grade: string;
  versions: StoredVersion[];
}

/** Everything that is an org-year's own. */
export interface YearFile extends OrgYear {
  org: KnownOrg;
  targets: StoredTarget[];
  /** The last time the whole year was asked to be judged anew. */
  rerunAt: Date | null;
}

/** Everything that judging some org-years reads. */
export interface LoadedYears {
  files: YearFile[];
  catalogue: Catalogue;
  policies: PolicyBook;
  figures: FigureBook;
  operands: OperandBook;
  rollUps: RollUpBook;
  references: ReferenceBook;
  calendarOf(orgId: number): WorkCalendar | null;
  /** The last sheet of an org after a year, counted from January of the year; 0: none, or no indicator trails. */
  sheetsAfter(of: OrgYear): number;
  /** The last month of a year that is over at the moment of which is judged; 0: none is. */
  endedMonthOf(year: number): number;
}

/** When is judged, and by which clocks days begin. */
export interface BusinessTime {
  now: Date;
  timeZone: string;
}

export interface LoadOptions {
  /** Business time: milestones are judged up to the last month that is over then, or at `asOf` where that is earlier. */
  at: BusinessTime;
  /** What was known then; null: what is known. */
  asOf?: AsOf;
  trial?: TrialPolicy;
  /** Only what concerns this indicator. */
  indicatorIds?: readonly number[];
}

/**
 * Reads what judging the given org-years needs, as it was known at a moment, in a constant number of queries that go
 * out together.
 */
export async function loadYears(
  tx: Transaction,
  orgYears: readonly OrgYear[],
  { at, asOf = null, trial, indicatorIds }: LoadOptions,
): Promise<LoadedYears> {
  const orgIds = [...new Set(orgYears.map((entry) => entry.orgId))];
  const years = [...new Set(orgYears.map((entry) => entry.year))];
  const only = (alias: string) =>
    indicatorIds === undefined
      ? sql`true`
      : sql`${sql.raw(alias)}.indicator_id = ANY (${integers(indicatorIds)})`;
  const [orgs, targets, figures, catalogue, policies, operands, rollUps, references, reruns, later] =
    await Promise.all([
      loadOrgs(tx, { orgIds, asOf }),
      tx.execute<TargetRow>(sql`
        SELECT t.org_id, t.year, t.id, t.indicator_id, t.measure, t.grade, v.version, v.deciding, v.comparator,
               v.value::text AS value, v.plan, v.policy_key, v.applies_from, v.responsible,
               v.weight::text AS weight, v.scoring, v.cap::text AS cap, v.due_on::text AS due_on, v.reason, v.source,
               v.known_at
        FROM ${ofOrgYears(orgYears, 'target', 't')}
        JOIN target_version v ON v.target_id = t.id
        WHERE v.known_at <= ${knownBy(asOf)} AND ${only('t')} ORDER BY t.id, v.version`),
      // Earlier years are for plans that follow the last one, and for forecasts.
      tx.execute<FigureRow>(sql`
        SELECT ${sql.raw(FIGURE_COLUMNS)} FROM ${ofOrgYears(withEarlierYears(orgYears), 'figure', 'f')}
        WHERE f.known_at <= ${knownBy(asOf)} ORDER BY f.id`),
      loadCatalogue(tx, asOf),
      loadPolicies(tx, { orgIds, asOf, trial }),
      loadOperands(tx, { orgIds, years, asOf }),
      loadRollUps(tx, { orgYears, asOf }),
      loadReferences(tx, { orgYears, asOf }),
      tx.execute<{ org_id: number; year: number; at: string }>(sql`
        SELECT r.org_id, r.year, max(r.known_at) AS at FROM ${ofOrgYears(orgYears, 'evaluation_rerun', 'r')}
        WHERE r.known_at <= ${knownBy(asOf)} GROUP BY r.org_id, r.year`),
      loadSheetsAfter(tx, { orgYears, asOf }),
    ]);
  const targetsOf = groupBy(targets, (row) => `${row.org_id}/${row.year}`);
  const rerunAt = new Map(reruns.map((row) => [`${row.org_id}/${row.year}`, new Date(row.at)]));
  const files = orgYears.flatMap((orgYear): YearFile[] => {
    const org = orgs.get(orgYear.orgId);
    if (!org) return [];
    const key = `${orgYear.orgId}/${orgYear.year}`;
    return [
      {
        ...orgYear,
        org,
        targets: targetsFrom(targetsOf.get(key) ?? []),
        rerunAt: rerunAt.get(key) ?? null,
      },
    ];
  });
  return {
    files,
    catalogue,
    policies,
    figures: new FigureBook(figures),
    operands,
    rollUps,
    references,
    sheetsAfter: ({ orgId, year }) => later.get(`${orgId}/${year}`) ?? 0,
    calendarOf: await calendarsFor(tx, { files, asOf }),
    endedMonthOf: endedMonths(years, {
      at: asOf !== null && asOf < at.now ? asOf : at.now,
      timeZone: at.timeZone,
    }),
  };
}

/** Worked out once a year: files are many, years few. */
function endedMonths(
  years: readonly number[],
  of: { at: Date; timeZone: string },
): LoadedYears['endedMonthOf'] {
  const ended = new Map(years.map((year) => [year, lastEndedMonth(year, of)]));
  return (year) => ended.get(year) ?? lastEndedMonth(year, of);
}

const withEarlierYears = (orgYears: readonly OrgYear[]): OrgYear[] =>
  inLockOrder(
    orgYears.flatMap(({ orgId, year }) =>
      Array.from({ length: REPLAYED_YEARS + 2 }, (_, back) => ({ orgId, year: year - back })),
    ),
  );

/** By org and year the last sheet of the year after it, 13 for January's; only where some indicator trails. */
async function loadSheetsAfter(
  tx: Transaction,
  { orgYears, asOf }: { orgYears: readonly OrgYear[]; asOf: AsOf },
): Promise<Map<string, number>> {
  const following = orgYears.map(({ orgId, year }) => ({ orgId, year: year + 1 }));
  const rows = await tx.execute<{ org_id: number; year: number; month: number }>(sql`
    SELECT f.org_id, f.year - 1 AS year, 12 + max(f.month) AS month
    FROM ${ofOrgYears(following, 'figure', 'f')}
    WHERE f.known_at <= ${knownBy(asOf)} AND NOT f.withdrawn AND (f.value IS NOT NULL OR f.yoy IS NOT NULL)
      AND EXISTS (SELECT 1 FROM indicator WHERE lag_months > 0)
    GROUP BY f.org_id, f.year`);
  return new Map(rows.map(({ org_id, year, month }) => [`${org_id}/${year}`, month]));
}

/** Only milestones are judged by working days. */
async function calendarsFor(
  tx: Transaction,
  { files, asOf }: { files: YearFile[]; asOf: AsOf },
): Promise<LoadedYears['calendarOf']> {
  const dated = files.filter(({ targets }) =>
    targets.some(({ versions }) => versions.some(({ dueOn }) => dueOn !== null)),
  );
  if (dated.length === 0) return () => null;
  const years = new Set(
    dated.flatMap(({ year, targets }) => [
      year - 1,
      year,
      year + 1,
      ...targets.flatMap(({ versions }) =>
        versions.flatMap(({ dueOn }) => (dueOn === null ? [] : [Number(dueOn.slice(0, 4))])),
      ),
    ]),
  );
  return readCalendars(tx, { orgIds: dated.map(({ orgId }) => orgId), years: [...years], asOf });
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
  responsible: { post?: string; unit?: string } | null;
  weight: string | null;
  scoring: string | null;
  cap: string | null;
  due_on: string | null;
  reason: string | null;
  source: Record<string, unknown> | null;
  known_at: string;
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
      responsible: row.responsible,
      weight: row.weight,
      scoring: row.scoring,
      cap: row.cap,
      dueOn: row.due_on,
      reason: row.reason,
      source: row.source,
      knownAt: new Date(row.known_at),
    });
    targets.set(row.id, target);
  }
  return [...targets.values()];
}
