import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareDatabase } from '@xushi/runtime';
import { databaseUrl, startTestPostgres, TEST_SECRET_KEY } from '@xushi/testing';
import postgres from 'postgres';
import t from 'tap';

const secretKey = TEST_SECRET_KEY;
const migrations = fileURLToPath(new URL('../../../packages/store/migrations/', import.meta.url));
const committed = readdirSync(migrations).filter((name) => name.endsWith('.sql'));

t.test('a new server is prepared by twenty at once, and preparing it again changes nothing', async (t) => {
  const server = await startTestPostgres();
  t.teardown(() => server.stop());
  const admin = postgres(server.url, { max: 1 });
  await admin`CREATE DATABASE installation`;
  await admin.end();
  const url = databaseUrl(server.url, 'installation');
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () => prepareDatabase({ secretKey, databaseUrl: url })),
  );
  t.same(
    outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : [])),
    [],
  );
  const sql = postgres(url, { max: 1 });
  t.teardown(() => sql.end());
  const everything = async () => ({
    // The oids say that nothing was dropped and made again.
    classes:
      await sql`SELECT oid, relname, relkind, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY oid`,
    functions:
      await sql`SELECT oid, proname, proacl::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY oid`,
    policies: await sql`SELECT oid, polname FROM pg_policy ORDER BY oid`,
    applied: await sql`SELECT * FROM drizzle.__drizzle_migrations ORDER BY id`,
    orgs: await sql`SELECT * FROM org`,
  });
  const before = await everything();
  t.equal(before.applied.length, committed.length);
  t.match(before.orgs, [{ id: 0, key: 'all' }]);
  await prepareDatabase({ secretKey, databaseUrl: url });
  t.same(await everything(), before);
});
