import type { DutyEntry, DutyVersion, Roll } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { sql } from 'drizzle-orm';
import { integers } from './integers.js';
import type { Transaction } from './store.js';

/** The reporting duties of orgs, every version, oldest first; `orgIds` null: of all orgs. One query. */
export async function readDuties(
  tx: Transaction,
  orgIds: Iterable<number> | null,
): Promise<Map<number, DutyVersion[]>> {
  const rows = await tx.execute<{
    org_id: number;
    known_at: string;
    due_day: number;
    due_time: string;
    roll: Roll;
    min_workdays: number;
    indicators: DutyEntry[];
  }>(sql`
    SELECT org_id, known_at, due_day, due_time, roll, min_workdays, indicators FROM duty
    WHERE ${orgIds === null ? sql`true` : sql`org_id = ANY (${integers(orgIds)})`} ORDER BY org_id, version`);
  const versions = rows.map((row) => ({
    orgId: row.org_id,
    version: {
      knownAt: new Date(row.known_at),
      dueDay: row.due_day,
      dueTime: row.due_time,
      roll: row.roll,
      minWorkdays: row.min_workdays,
      indicators: row.indicators,
    },
  }));
  const byOrg = groupBy(versions, ({ orgId }) => orgId);
  return new Map([...byOrg].map(([orgId, group]) => [orgId, group.map(({ version }) => version)]));
}
