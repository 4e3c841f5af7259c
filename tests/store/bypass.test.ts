import { prepareDatabase } from '@xushi/runtime';
import { openStore } from '@xushi/store';
import { databaseUrl, startTestPostgres, TEST_SECRET_KEY } from '@xushi/testing';
import postgres from 'postgres';
import t from 'tap';

t.test('the store does not open where the api’s role could see every subtree', async (t) => {
  // A server of its own: roles belong to a whole server.
  const server = await startTestPostgres();
  t.teardown(() => server.stop());
  const admin = postgres(server.url, { max: 1 });
  t.teardown(() => admin.end());
  await admin`CREATE DATABASE installation`;
  const url = databaseUrl(server.url, 'installation');
  await prepareDatabase({ secretKey: TEST_SECRET_KEY, databaseUrl: url });
  const open = async () => {
    const store = await openStore({
      url,
      secretKey: TEST_SECRET_KEY,
      apiConnections: 1,
      workerConnections: 1,
    });
    await store.close();
  };
  await t.resolves(open());
  for (const power of ['BYPASSRLS', 'SUPERUSER']) {
    await admin.unsafe(`ALTER ROLE xushi_api ${power}`);
    await t.rejects(open(), { code: 'apiRoleBypasses' }, power);
    await admin.unsafe(`ALTER ROLE xushi_api NO${power}`);
  }
  // What the role may do as a member of another is a way around too.
  await admin.unsafe('GRANT xushi_worker TO xushi_api');
  await t.rejects(open(), { code: 'apiRoleBypasses' }, 'a member of a role that bypasses');
  await admin.unsafe('REVOKE xushi_worker FROM xushi_api');
  await t.resolves(open());
});
