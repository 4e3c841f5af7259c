import type { StoredEvent } from '@xushi/events';
import { rowsOf, upsertRows } from './beside.js';
import { parkIds, reportMonth, YEAR } from './data-set.js';
import type { Ground } from './ground.js';
import { took } from './measure.js';

/** Pairs of one park judged, from the call to the commit, and its rows upserted bare; ms. */
export interface OnePark {
  judged: number[];
  bare: number[];
}

/** Lets one park after another report its last month anew, and judges it; the bare upsert is measured in turn. */
export async function judgeSingly(ground: Ground, runs: number): Promise<OnePark> {
  const { sql, of } = ground;
  const ids = parkIds(of);
  const result: OnePark = { judged: [], bare: [] };
  for (let run = 0; run < runs; run += 1) {
    const orgId = ids[run % ids.length]!;
    const revision = 100 + run;
    const month = of.months.at(-1) ?? 1;
    await reportMonth(sql, { month, revision, spread: 0.4 + (run % 5) / 10, orgIds: [orgId] });
    const event = await acceptedEvent(ground, { orgId, month, revision });
    result.judged.push(await judgeEvent(ground, event));
    const rows = (await rowsOf(sql, orgId)).map((row) => ({ ...row, consecutive_lag: run % 7 }));
    result.bare.push(await took(() => upsertRows(sql, rows)));
  }
  return result;
}

async function judgeEvent({ context }: Ground, event: StoredEvent): Promise<number> {
  const evaluate = context.reactors.find(({ name }) => name === 'evaluate')!;
  return took(() => context.workshop.work((unit) => evaluate.react(unit, [event])));
}

/** The event that intake would have appended for the sheet. */
async function acceptedEvent(
  { sql }: Ground,
  of: { orgId: number; month: number; revision: number },
): Promise<StoredEvent> {
  const [sheet] = await sql<{ id: string; key: string }[]>`
    SELECT s.id, o.key FROM submission s JOIN org o ON o.id = s.org_id
    WHERE s.org_id = ${of.orgId} AND s.year = ${YEAR} AND s.month = ${of.month} AND s.revision = ${of.revision}`;
  return {
    id: 0,
    type: 'submission.accepted',
    orgId: of.orgId,
    at: new Date(),
    payload: {
      org: sheet?.key,
      period: `${YEAR}-${String(of.month).padStart(2, '0')}`,
      submission: sheet?.id,
      revision: of.revision,
      historical: false,
      years: [YEAR],
    },
    personId: null,
    keyId: null,
    requestId: null,
    traceparent: null,
  };
}
