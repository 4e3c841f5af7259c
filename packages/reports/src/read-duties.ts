import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** An indicator that an org must report, with the periods between which it must. */
export interface DutyEntry {
  orgId: number;
  indicator: string;
  from: string;
  to: string | null;
}

/** What each org must report, by its newest reporting duty. One query. */
export async function readDuties(tx: Transaction, orgIds: number[]): Promise<DutyEntry[]> {
  const rows = await tx.execute<{
    org_id: number;
    indicators: { indicator: string; from: string; to: string | null }[];
  }>(sql`
    SELECT DISTINCT ON (d.org_id) d.org_id, d.indicators FROM duty d
    WHERE d.org_id IN (SELECT value::integer FROM jsonb_array_elements_text(${JSON.stringify(orgIds)}::text::jsonb))
    ORDER BY d.org_id, d.version DESC`);
  return rows.flatMap((row) => row.indicators.map((entry) => ({ orgId: row.org_id, ...entry })));
}

/** Whether the duty holds in a period. */
export function isInForce(entry: Pick<DutyEntry, 'from' | 'to'>, period: string): boolean {
  return entry.from <= period && (entry.to === null || period <= entry.to);
}
