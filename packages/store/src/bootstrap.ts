import { XushiError } from '@xushi/platform';
import type postgres from 'postgres';
import { connect, connectionFault, placeOf } from './connection.js';
import { QUEUE_SCHEMA, ROLES, type RoleName, rolePassword, roleUrl } from './roles.js';

/** The oldest Postgres whose features (security on functions, xid8, MERGE-free upserts) the schema relies on. */
const OLDEST_MAJOR = 14;

/**
 * Makes sure that our roles exist, with passwords derived from the secret key, and may use the database of
 * `url`. A url whose user may create roles does it; any other url only works once that has been done.
 * Throws `XushiError` with one sentence where it cannot. Safe to run from many processes at once.
 */
export async function bootstrapDatabase(options: { url: string; secretKey: string }): Promise<void> {
  if ((await stateOf(options)) === 'ready') return;
  const sql = connect(options.url, { max: 1, name: 'xushi bootstrap' });
  try {
    const [server] = await sql<{ major: number; creates: boolean; superuser: boolean; database: string }[]>`
      SELECT current_setting('server_version_num')::int / 10000 AS major, rolcreaterole OR rolsuper AS creates,
             rolsuper AS superuser, current_database() AS database
      FROM pg_roles WHERE rolname = current_user`.catch((fault) => {
      throw connectionFault(options.url, fault);
    });
    if (!server || server.major < OLDEST_MAJOR) {
      throw new XushiError(
        'databaseTooOld',
        `the Postgres at ${placeOf(options.url)} has major version ${server?.major}: xushi needs ${OLDEST_MAJOR} or newer`,
      );
    }
    if (!server.creates) {
      throw new XushiError(
        'databaseNotPrepared',
        `the user of DATABASE_URL may not create roles and xushi's roles do not work with this XUSHI_SECRET_KEY: start once with a DATABASE_URL whose user may create roles, or give the key the database was prepared with`,
      );
    }
    await sql.begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(hashtext('xushi.bootstrap'))`;
      // Another process may have done it meanwhile, and be granting already what the migrations grant.
      const state = await stateOf(options);
      if (state === 'ready') return;
      if (state === 'noRoles') await makeRoles(tx, options.secretKey);
      await tx`GRANT CONNECT, TEMPORARY ON DATABASE ${tx(server.database)} TO ${tx(ROLES.owner)}, ${tx(ROLES.worker)}, ${tx(ROLES.api)}, ${tx(ROLES.queue)}`;
      // The queue makes its own schema again where it was dropped.
      await tx`GRANT CREATE ON DATABASE ${tx(server.database)} TO ${tx(ROLES.owner)}, ${tx(ROLES.queue)}`;
      await tx`GRANT USAGE, CREATE ON SCHEMA public TO ${tx(ROLES.owner)}`;
      if (!server.superuser) await tx.unsafe(`GRANT ${ROLES.queue} TO current_user`);
      await tx.unsafe(`CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA} AUTHORIZATION ${ROLES.queue}`);
    });
  } finally {
    await sql.end();
  }
}

async function makeRoles(tx: postgres.TransactionSql, secretKey: string): Promise<void> {
  for (const role of Object.keys(ROLES) as RoleName[]) {
    const name = ROLES[role];
    const bypass = role === 'worker' ? 'BYPASSRLS' : 'NOBYPASSRLS';
    const password = rolePassword(secretKey, role);
    const [known] = await tx`SELECT 1 FROM pg_roles WHERE rolname = ${name}`;
    // Names and the derived password are of a fixed alphabet: nothing to escape.
    await tx.unsafe(`${known ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN ${bypass} PASSWORD '${password}'`);
  }
}

/**
 * How far a database is prepared. Roles belong to the server, rights to the database: one that was restored or
 * copied has the first without the second.
 */
async function stateOf(options: {
  url: string;
  secretKey: string;
}): Promise<'ready' | 'noRights' | 'noRoles'> {
  const sql = connect(roleUrl(options.url, 'owner', options.secretKey), { max: 1, name: 'xushi bootstrap' });
  try {
    const [row] = await sql<{ ready: boolean }[]>`
      SELECT has_database_privilege(current_user, current_database(), 'CREATE')
         AND has_schema_privilege(current_user, 'public', 'CREATE')
         AND EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = ${QUEUE_SCHEMA}) AS ready`;
    return row?.ready ? 'ready' : 'noRights';
  } catch (fault) {
    const code = (fault as { code?: string }).code;
    // Wrong password or no such role: the roles are not there yet.
    if (code === '28P01' || code === '28000') return 'noRoles';
    // The role is there and may not connect to this database.
    if (code === '42501') return 'noRights';
    throw connectionFault(options.url, fault);
  } finally {
    await sql.end();
  }
}
