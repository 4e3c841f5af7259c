import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** Waits until nobody else writes what is named so, and keeps it so until the transaction ends. */
export async function oneWriter(tx: Transaction, name: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`xushi.${name}`}))`);
}
