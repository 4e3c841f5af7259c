import type { Unit } from '@xushi/events';
import { sql } from 'drizzle-orm';

/**
 * Whether everything that is due now has been done: no event owed, no delivery to be sent, in any subtree. Dead
 * letters do not count. Asked of a function of the database, since the api sees its own subtree only.
 */
export async function isSettled(unit: Unit): Promise<boolean> {
  const [row] = await unit.tx.execute<{ settled: boolean }>(
    sql`SELECT xushi_settled(${unit.now.toISOString()}::timestamptz) AS settled`,
  );
  return row?.settled ?? false;
}
