import type { FigureGrade, Fraction } from '@xushi/domain';
import { readFraction, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, inForceAt } from './as-of.js';
import { entry } from './figures.js';
import { type OrgYear, ofOrgYears } from './org-year.js';

/** What the members of an org add up to in one month (园区合计). */
export interface RolledUp {
  value: Fraction | null;
  lastYear: Fraction | null;
  grade: FigureGrade | null;
  reported: number;
  of: number;
  missing: { key: string; name: string }[];
  complete: boolean;
  /** When it was first whole, business time in ms; null: not yet. */
  firstKnownMs: number | null;
  historical: boolean;
}

/** A roll-up as it is stored. */
export interface RollUpRow {
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  value: string | null;
  last_year: string | null;
  grade: FigureGrade | null;
  reported: number;
  of_count: number;
  missing: RolledUp['missing'];
  complete: boolean;
  historical: boolean;
  /** When it was first whole, in ms. */
  whole_at: number | null;
}

/** The roll-ups of some org-years by indicator, months 1…12 at 0…11. */
export interface RollUpBook {
  /** Months 1…12 at 0…11, empty where nothing was added up; undefined: none of the year. */
  yearOf(of: {
    orgId: number;
    year: number;
    indicatorId: number;
  }): readonly (RolledUp | undefined)[] | undefined;
  indicatorsOf(orgId: number, year: number): Iterable<number>;
  find(of: { orgId: number; year: number; month: number; indicatorId: number }): RolledUp | null;
}

/** Reads what the members of the given org-years added up to. One query. */
export async function loadRollUps(
  tx: Transaction,
  of: { orgYears: readonly OrgYear[]; asOf: AsOf },
): Promise<RollUpBook> {
  const rows = await tx.execute<RollUpRow & Record<string, unknown>>(sql`
    SELECT r.org_id, r.year, r.month, r.indicator_id, r.value, r.last_year, r.grade, r.reported, r.of_count, r.missing,
           r.complete, r.historical, (extract(epoch FROM r.whole_at) * 1000)::float8 AS whole_at
    FROM ${ofOrgYears(of.orgYears, 'roll_up', 'r')} WHERE ${inForceAt(of.asOf, 'r')}`);
  const orgs = new Map<number, Map<number, Map<number, RolledUp[]>>>();
  for (const row of rows) {
    const years = entry(orgs, row.org_id, () => new Map<number, Map<number, RolledUp[]>>());
    const indicators = entry(years, row.year, () => new Map<number, RolledUp[]>());
    const months = entry(indicators, row.indicator_id, (): RolledUp[] => []);
    months[row.month - 1] = {
      value: readFraction(row.value),
      lastYear: readFraction(row.last_year),
      grade: row.grade,
      reported: row.reported,
      of: row.of_count,
      missing: row.missing,
      complete: row.complete,
      firstKnownMs: row.whole_at,
      historical: row.historical,
    };
  }
  const yearOf: RollUpBook['yearOf'] = ({ orgId, year, indicatorId }) =>
    orgs.get(orgId)?.get(year)?.get(indicatorId);
  return {
    yearOf,
    indicatorsOf: (orgId, year) => orgs.get(orgId)?.get(year)?.keys() ?? [],
    find: (of) => yearOf(of)?.[of.month - 1] ?? null,
  };
}
