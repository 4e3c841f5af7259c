import type { Unit } from '@xushi/events';
import { evaluationRequests, outdatedStandings } from '@xushi/protocol';
import type { SQL } from 'drizzle-orm';

/** Asks for the org-years that the query names (`org_id`, `year`) to be judged anew. */
export async function requestEvaluation(unit: Unit, query: SQL): Promise<void> {
  await unit.append(evaluationRequests(await orgYearsOf(unit, query)));
}

/**
 * Asks for the standings below the orgs that the query names (`org_id`, `year`) to be made anew: ranks and means of
 * their members, and what they add up to. `orgId`: the org that was changed, whom its changer may write of.
 */
export async function requestStandings(unit: Unit, query: SQL, orgId = 0): Promise<void> {
  const parents = await orgYearsOf(unit, query);
  if (parents.length > 0) await unit.append([outdatedStandings({ parents }, orgId)]);
}

async function orgYearsOf(unit: Unit, query: SQL) {
  const rows = await unit.tx.execute<{ org_id: number; year: number }>(query);
  return rows.map((row) => ({ orgId: row.org_id, year: row.year }));
}
