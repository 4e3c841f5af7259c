import type { Unit } from '@xushi/events';
import { tables } from '@xushi/store';
import { and, desc, eq, ne } from 'drizzle-orm';

const { target, targetVersion } = tables;

/** A version as stored. */
export type VersionRow = typeof targetVersion.$inferSelect;

/** What a target is of. */
export interface TargetKey {
  orgId: number;
  year: number;
  indicatorId: number;
  measure: string;
  grade: string;
}

/** The targets of the key, whatever their grade. */
const isOf = (key: TargetKey) =>
  and(
    eq(target.orgId, key.orgId),
    eq(target.year, key.year),
    eq(target.indicatorId, key.indicatorId),
    eq(target.measure, key.measure),
  );

/** Its newest version; null: there is none yet. */
export async function latestVersion(unit: Unit, key: TargetKey): Promise<VersionRow | null> {
  const [found] = await unit.tx
    .select({ version: targetVersion })
    .from(targetVersion)
    .innerJoin(target, eq(target.id, targetVersion.targetId))
    .where(and(isOf(key), eq(target.grade, key.grade)))
    .orderBy(desc(targetVersion.version))
    .limit(1);
  return found?.version ?? null;
}

/** The newest versions of the key's other grades that decide. */
export async function otherDeciding(unit: Unit, key: TargetKey): Promise<VersionRow[]> {
  const rows = await unit.tx
    .selectDistinctOn([target.id], { version: targetVersion })
    .from(targetVersion)
    .innerJoin(target, eq(target.id, targetVersion.targetId))
    .where(and(isOf(key), ne(target.grade, key.grade)))
    .orderBy(target.id, desc(targetVersion.version));
  return rows.flatMap(({ version }) => (version.deciding ? [version] : []));
}

/** One grade decides (domain.md §5): whichever did until now goes on beside it, as a version of its own that says so. */
export async function stopDeciding(
  unit: Unit,
  versions: readonly VersionRow[],
  of: { appliesFrom: number; reason: string | null },
): Promise<void> {
  for (const { id: _, ...latest } of versions) {
    await unit.tx.insert(targetVersion).values({
      ...latest,
      version: latest.version + 1,
      deciding: false,
      reason: of.reason ?? '改由另一档目标定灯 / another grade decides',
      appliesFrom: of.appliesFrom,
      knownAt: unit.now,
    });
  }
}

/** Makes the target that versions are of. */
export async function insertTarget(unit: Unit, key: TargetKey): Promise<number> {
  const [row] = await unit.tx.insert(target).values(key).returning({ id: target.id });
  if (!row) throw new Error('the target was not stored');
  return row.id;
}
