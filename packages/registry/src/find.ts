import { Problem } from '@xushi/protocol';
import { type Transaction, tables } from '@xushi/store';
import { eq, inArray } from 'drizzle-orm';

export type OrgRow = typeof tables.org.$inferSelect;
export type IndicatorRow = typeof tables.indicator.$inferSelect;

/** The org with this key within the transaction's scope. Throws `Problem` 404 otherwise. */
export async function findOrg(tx: Transaction, key: string): Promise<OrgRow> {
  const [row] = await tx.select().from(tables.org).where(eq(tables.org.key, key));
  if (!row) throw new Problem('orgNotFound', { params: { org: key } });
  return row;
}

/** The catalogue's indicators with these keys, by key; unknown ones are missing. */
export async function findIndicators(tx: Transaction, keys: string[]): Promise<Map<string, IndicatorRow>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.select().from(tables.indicator).where(inArray(tables.indicator.key, keys));
  return new Map(rows.map((row) => [row.key, row]));
}
