import { newSecret } from '@xushi/platform';
import { adminKeyExists, establishAdminKey } from '@xushi/registry';
import { sql } from 'drizzle-orm';
import type { Context } from './context.js';

/**
 * Makes sure that somebody can administer the installation: the configured key, or one made on the first start.
 * Answers the secret of one made just now, to be shown once; null otherwise. Of several processes starting at
 * once only one makes it.
 */
export async function adminKeyOf(context: Context): Promise<string | null> {
  return context.work(async (unit) => {
    await unit.tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('xushi.admin_key'))`);
    const given = context.config.adminKey;
    if (given !== null) {
      await establishAdminKey(unit, given);
      return null;
    }
    if (await adminKeyExists(unit)) return null;
    const made = newSecret('xushi');
    await establishAdminKey(unit, made);
    return made;
  });
}

/** The line that shows a new admin key to whoever starts the installation. */
export const adminKeyLine = (secret: string): string =>
  `  管理密钥，只显示这一次 / admin key, shown this once: ${secret}`;
