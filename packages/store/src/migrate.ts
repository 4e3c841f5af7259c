import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './connection.js';
import { roleUrl } from './roles.js';

/** The committed migrations, found from the sources and from the built files alike. */
export const migrationsFolder = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'migrations'))) folder = dirname(folder);
  return join(folder, 'migrations');
})();

/**
 * Brings the database to this version's schema, as its owner. Running it twice changes nothing; of many at once
 * one works and the others wait for it.
 */
export async function migrateDatabase(options: { url: string; secretKey: string }): Promise<void> {
  const sql = connect(roleUrl(options.url, 'owner', options.secretKey), { max: 1, name: 'xushi migrations' });
  try {
    await sql`SELECT pg_advisory_lock(hashtext('xushi.migrations'))`;
    await migrate(drizzle(sql), { migrationsFolder });
  } finally {
    await sql.end();
  }
}
