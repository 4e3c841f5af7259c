import { randomBytes } from 'node:crypto';
import { prepareDatabase } from '@xushi/runtime';
import postgres from 'postgres';
import { startTestPostgres } from './servers.js';

/** The secret key of every test installation: the roles of one test server share their passwords. */
export const TEST_SECRET_KEY = 'a secret key for tests only';

const TEMPLATE = 'xushi_template';

/** What something made for a test, or for a program that measures, needs of it: to be undone at its end. */
export interface Lifetime {
  teardown(run: () => unknown): unknown;
}

/** The same server, another database. */
export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Makes the template that tests clone: roles, migrations and the queue's schema, once a run. */
export async function prepareTemplate(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await sql.end();
  }
  await prepareDatabase({ secretKey: TEST_SECRET_KEY, databaseUrl: databaseUrl(adminUrl, TEMPLATE) });
}

/** A database of the test's own, cloned from the template and dropped when the test is over. */
export async function cloneDatabase(t: Lifetime): Promise<string> {
  const adminUrl = await serverOfRun(t);
  const name = `t_${randomBytes(8).toString('hex')}`;
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await sql.begin(async (tx) => {
    // CREATE DATABASE cannot run in a transaction; the lock is held by this one while another connection creates.
    await tx`SELECT pg_advisory_xact_lock(hashtext('xushi.test.template'))`;
    const creator = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    try {
      await creator.unsafe(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    } finally {
      await creator.end();
    }
  });
  t.teardown(async () => {
    await sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await sql.end();
  });
  return databaseUrl(adminUrl, name);
}

let own: Promise<string> | undefined;

/** The run's server, or one of this file's own where the file is run by itself. */
async function serverOfRun(t: Lifetime): Promise<string> {
  const given = process.env.XUSHI_TEST_POSTGRES_URL;
  if (given) return given;
  own ??= (async () => {
    const server = await startTestPostgres();
    t.teardown(() => server.stop());
    await prepareTemplate(server.url);
    return server.url;
  })();
  return own;
}

/** The run's Redis, or null with the reason printed by the caller. */
export const redisOfRun = (): string | null => process.env.XUSHI_TEST_REDIS_URL ?? null;
