import type { NewEvent, Unit } from '@xushi/events';
import type { SQL } from 'drizzle-orm';

/** Org-years named in one event: what one batch of judging takes. */
const ORG_YEARS_PER_EVENT = 100;

/**
 * Asks for the standings below the orgs that the query names (`org_id`, `year`) to be made anew: ranks and means of
 * their members, and what they add up to.
 */
export async function requestStandings(unit: Unit, query: SQL): Promise<void> {
  const rows = await unit.tx.execute<{ org_id: number; year: number }>(query);
  if (rows.length === 0) return;
  const parents = rows.map((row) => ({ orgId: row.org_id, year: row.year }));
  await unit.append([{ type: 'standings.outdated', orgId: 0, payload: { parents } }]);
}

/** Asks for the org-years that the query names (`org_id`, `year`) to be judged anew. */
export async function requestEvaluation(unit: Unit, query: SQL): Promise<void> {
  const rows = await unit.tx.execute<{ org_id: number; year: number }>(query);
  const orgYears = rows.map((row) => ({ orgId: row.org_id, year: row.year }));
  const events: NewEvent[] = [];
  for (let start = 0; start < orgYears.length; start += ORG_YEARS_PER_EVENT) {
    const slice = orgYears.slice(start, start + ORG_YEARS_PER_EVENT);
    events.push({ type: 'evaluation.requested', orgId: slice[0]?.orgId ?? 0, payload: { orgYears: slice } });
  }
  await unit.append(events);
}
