/** An org's year, as events name what is to be judged. */
export interface NamedOrgYear {
  orgId: number;
  year: number;
}

/** Org-years named in one event: few enough that a transaction's rows stay small in memory beside its neighbours'. */
const ORG_YEARS_PER_EVENT = 25;

/** The events that ask for org-years to be judged anew. `rerun` is the reason that somebody gave. */
export function evaluationRequests(
  orgYears: readonly NamedOrgYear[],
  rerun?: string,
): { type: string; orgId: number; payload: Record<string, unknown> }[] {
  const events = [];
  for (let start = 0; start < orgYears.length; start += ORG_YEARS_PER_EVENT) {
    const slice = orgYears.slice(start, start + ORG_YEARS_PER_EVENT);
    events.push({
      type: 'evaluation.requested',
      orgId: slice[0]?.orgId ?? 0,
      payload: { orgYears: slice, ...(rerun === undefined ? {} : { rerun }) },
    });
  }
  return events;
}

/** What a `standings.outdated` event names: whose standings, and whose members' sum, have to be made anew. */
export interface OutdatedStandings {
  /** Orgs whose own judgement changed. */
  orgYears?: NamedOrgYear[];
  /** Orgs whose members changed. */
  parents?: NamedOrgYear[];
  /** Orgs that joined or left a group of peers: every year of theirs. */
  orgs?: number[];
}

/** The event that asks for standings to be made anew; `orgId`: within the scope of whoever asks. */
export const outdatedStandings = (payload: OutdatedStandings, orgId = 0) => ({
  type: 'standings.outdated',
  orgId,
  payload: { ...payload } as Record<string, unknown>,
});
