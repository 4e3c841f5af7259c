import type { Unit } from '@xushi/events';
import { outdatedStandings, type PeerGroupBody, Problem, refuse } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { desc, eq, inArray } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { oneWriter } from './one-writer.js';

const { org, peerGroupVersion } = tables;

/**
 * Names a group of peers (domain.md §6): its orgs are ranked among each other instead of among their siblings. A new
 * version replaces the last one whole; an empty one ends the group. Throws `Problem`.
 */
export async function putPeerGroup(
  unit: Unit,
  of: { key: string; principal: Principal; body: PeerGroupBody },
): Promise<{ key: string; version: number }> {
  const keys = [...new Set(of.body.orgs)];
  const known = keys.length === 0 ? [] : await unit.tx.select().from(org).where(inArray(org.key, keys));
  refuse(
    of.body.orgs.flatMap((key, position) =>
      known.some((row) => row.key === key && row.id !== 0)
        ? []
        : [{ pointer: `/orgs/${position}`, code: 'unknownOrg' as const, params: { org: key } }],
    ),
  );
  await oneWriter(unit.tx, `peers.${of.key}`);
  const [latest] = await unit.tx
    .select()
    .from(peerGroupVersion)
    .where(eq(peerGroupVersion.key, of.key))
    .orderBy(desc(peerGroupVersion.version))
    .limit(1);
  const version = (latest?.version ?? 0) + 1;
  const stored = await unit.tx
    .insert(peerGroupVersion)
    .values({
      key: of.key,
      version,
      orgId: of.principal.orgId,
      members: known.map((row) => row.id).sort((a, b) => a - b),
      knownAt: unit.now,
    })
    .onConflictDoNothing()
    .returning({ version: peerGroupVersion.version });
  // There is such a group outside the caller's scope.
  if (stored.length === 0) throw new Problem('notFound');
  await recordAudit(unit, {
    orgId: of.principal.orgId,
    action: 'peers.set',
    subject: of.key,
    before: latest ? { orgs: await keysOf(unit, latest.members) } : null,
    detail: { orgs: keys },
  });
  const touched = [...new Set([...(latest?.members ?? []), ...known.map((row) => row.id)])];
  await unit.append([outdatedStandings({ orgs: touched }, of.principal.orgId)]);
  return { key: of.key, version };
}

/** Keys of orgs, in order of creation. */
async function keysOf(unit: Unit, ids: number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await unit.tx.select({ key: org.key }).from(org).where(inArray(org.id, ids)).orderBy(org.id);
  return rows.map(({ key }) => key);
}
