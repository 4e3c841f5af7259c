import type { Comparator, Measure, Plan, TargetGrade } from '@xushi/domain';
import { type Transaction, tables } from '@xushi/store';
import { and, asc, eq, inArray } from 'drizzle-orm';

const { target, targetVersion } = tables;

/** One version of a target, as stored. */
export interface TargetVersionRow {
  targetId: number;
  orgId: number;
  year: number;
  indicatorId: number;
  measure: Measure;
  grade: TargetGrade;
  version: number;
  deciding: boolean;
  comparator: Comparator;
  /** Plain decimal. */
  value: string;
  plan: Plan;
  appliesFrom: number;
  source: unknown;
  /** Why the version was made; null of the first. */
  reason: string | null;
  responsible: { post?: string; unit?: string } | null;
}

/** All versions of the orgs' targets of the years, oldest first. */
export async function readTargets(
  tx: Transaction,
  of: { orgIds: number[]; years: number[] },
): Promise<TargetVersionRow[]> {
  if (of.orgIds.length === 0 || of.years.length === 0) return [];
  const rows = await tx
    .select({
      targetId: target.id,
      orgId: target.orgId,
      year: target.year,
      indicatorId: target.indicatorId,
      measure: target.measure,
      grade: target.grade,
      version: targetVersion.version,
      deciding: targetVersion.deciding,
      comparator: targetVersion.comparator,
      value: targetVersion.value,
      plan: targetVersion.plan,
      appliesFrom: targetVersion.appliesFrom,
      source: targetVersion.source,
      reason: targetVersion.reason,
      responsible: targetVersion.responsible,
    })
    .from(target)
    .innerJoin(targetVersion, eq(targetVersion.targetId, target.id))
    .where(and(inArray(target.orgId, of.orgIds), inArray(target.year, of.years)))
    .orderBy(asc(target.id), asc(targetVersion.version));
  return rows.map((row) => ({
    ...row,
    measure: row.measure as Measure,
    grade: row.grade as TargetGrade,
    comparator: row.comparator as Comparator,
    responsible: row.responsible ?? null,
  }));
}

/** The version that judges a month: of those that apply by then the latest, the newest of equals. */
export function versionRowAt(versions: readonly TargetVersionRow[], month: number): TargetVersionRow | null {
  return versions.reduce<TargetVersionRow | null>(
    (found, version) =>
      version.appliesFrom <= month && (!found || version.version > found.version) ? version : found,
    null,
  );
}
