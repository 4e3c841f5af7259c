import type { Reactor, StoredEvent, Unit } from '@xushi/events';
import { evaluationRequests, type OutdatedStandings } from '@xushi/protocol';
import { integers } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { addUpMembers } from './add-up.js';

import type { OrgYear } from './org-year.js';
import { lockPeerSets, type PeerSet, readPeerSets } from './peer-sets.js';
import { rankMembers } from './standings.js';
import { writeRollUps } from './write-roll-ups.js';
import { endLeftGroups, writeStandings } from './write-standings.js';

/** Sets of peers are made anew together until they have this many members: their judgements are in memory at once. */
const MOST_MEMBERS = 120;

/**
 * Makes standings and roll-ups anew where a member's judgement changed (domain.md §6): positions, means, and what
 * members add up to. However many members changed, a set of peers is made once a batch. A roll-up that changed asks
 * for its org to be judged, whose standings then follow, up to the top.
 */
export const standingsReactor: Reactor = {
  name: 'standings',
  service: 'evaluator',
  types: ['standings.outdated'],
  batch: 200,
  async react(unit, events) {
    const { changed, parents, regrouped } = await namedBy(unit, events);
    await endLeftGroups(unit, regrouped);
    const sets = await readPeerSets(unit.tx, { changed, parents });
    const afterRegrouping = parents.length + regrouped.length > 0;
    for (const some of inPortions(sets)) await remake(unit, { sets: some, regrouped: afterRegrouping });
  },
};

/** The sets in their order, in portions of few enough members; a larger set is one by itself. */
function* inPortions(sets: readonly PeerSet[]): Generator<PeerSet[]> {
  let portion: PeerSet[] = [];
  let members = 0;
  for (const set of sets) {
    if (portion.length > 0 && members + set.members.length > MOST_MEMBERS) {
      yield portion;
      portion = [];
      members = 0;
    }
    portion.push(set);
    members += set.members.length;
  }
  if (portion.length > 0) yield portion;
}

async function remake(
  unit: Unit,
  { sets, regrouped }: { sets: PeerSet[]; regrouped: boolean },
): Promise<void> {
  await lockPeerSets(unit.tx, sets);
  const changed = await writeRollUps(unit, { sets, sums: await addUpMembers(unit.tx, sets) });
  await writeStandings(unit, { sets, lines: await rankMembers(unit, sets), regrouped });
  await unit.append(evaluationRequests(changed));
}

/** What a batch of events names, each org-year once. */
async function namedBy(
  unit: Unit,
  events: StoredEvent[],
): Promise<{ changed: OrgYear[]; parents: OrgYear[]; regrouped: number[] }> {
  const payloads = events.map(({ payload }) => payload as OutdatedStandings);
  const orgs = [...new Set(payloads.flatMap((payload) => payload.orgs ?? []))];
  const everyYear =
    orgs.length === 0
      ? []
      : await unit.tx.execute<{ org_id: number; year: number }>(
          sql`SELECT DISTINCT org_id, year FROM evaluation WHERE org_id = ANY (${integers(orgs)})`,
        );
  return {
    changed: unique([
      ...payloads.flatMap((payload) => payload.orgYears ?? []),
      ...everyYear.map((row) => ({ orgId: row.org_id, year: row.year })),
    ]),
    parents: unique(payloads.flatMap((payload) => payload.parents ?? [])),
    regrouped: orgs,
  };
}

const unique = (orgYears: OrgYear[]): OrgYear[] => [
  ...new Map(orgYears.map((entry) => [`${entry.orgId}/${entry.year}`, entry])).values(),
];
