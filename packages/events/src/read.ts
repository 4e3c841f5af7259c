import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

export interface PublicEvent {
  cursor: string;
  type: string;
  org: string;
  at: string;
  data: Record<string, unknown>;
}

/** What the house asks of itself, by its own row numbers: nothing that happened to anybody. */
const HOUSEKEEPING = ['standings.outdated'];

/**
 * Events after a cursor, oldest first, of the reader's subtree. Read behind the oldest running transaction and
 * ordered by transaction first: polling `id > last` would miss rows that commit late.
 */
export async function readEvents(
  tx: Transaction,
  options: { after: string | null; types: string[] | null; limit: number },
): Promise<PublicEvent[]> {
  const [xid, id] = options.after === null ? ['0', '0'] : decodeCursor(options.after);
  const rows = await tx.execute<{
    xid: string;
    id: string;
    type: string;
    org: string;
    at: string;
    payload: Record<string, unknown>;
  }>(sql`
    SELECT e.xid::text AS xid, e.id::text AS id, e.type, o.key AS org, e.at, e.payload
    FROM event e JOIN org o ON o.id = e.org_id
    WHERE e.xid < pg_snapshot_xmin(pg_current_snapshot()) AND e.type <> ALL (${`{${HOUSEKEEPING.join(',')}}`}::text[])
      AND (e.xid, e.id) > (${xid}::text::xid8, ${id}::bigint)
      AND (${options.types === null ? null : `{${options.types.join(',')}}`}::text[] IS NULL
           OR e.type = ANY (${options.types === null ? null : `{${options.types.join(',')}}`}::text[]))
    ORDER BY e.xid, e.id LIMIT ${options.limit}`);
  return rows.map((row) => ({
    cursor: Buffer.from(`${row.xid}.${row.id}`).toString('base64url'),
    type: row.type,
    org: row.org,
    at: new Date(row.at).toISOString(),
    data: row.payload,
  }));
}

/** Throws RangeError for anything that is not a cursor given out before. */
function decodeCursor(cursor: string): [string, string] {
  const match = /^(\d{1,20})\.(\d{1,19})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match?.[1] || !match[2]) throw new RangeError('not a cursor');
  return [match[1], match[2]];
}
