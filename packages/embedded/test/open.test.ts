import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import t from 'tap';
import { openEmbeddedPostgres } from '../src/index.js';
import { isAlive, open, query, startOwner, temporaryDir } from './support.js';

t.test('a first start makes a database that speaks UTF-8 and listens on this machine only', async (t) => {
  const dataDir = join(await temporaryDir(t), '数据 dir', 'deeper');
  const said: string[] = [];
  const server = await open(t, { dataDir, log: (message) => said.push(message) });

  t.equal(server.host, '127.0.0.1');
  t.equal(server.adopted, false);
  t.ok(await isAlive(server.pid));
  t.match(said, [/^making a new database/, /^Postgres 18/]);
  const settings = await query(server.adminUrl, async (sql) => {
    const [row] = await sql`
      select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
             current_setting('listen_addresses') as addresses, current_setting('max_connections') as connections,
             current_setting('unix_socket_directories') as sockets, current_setting('fsync') as fsync,
             upper('é') as upper
        from pg_database where datname = 'postgres'`;
    return row;
  });
  t.match(settings, {
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    addresses: '127.0.0.1',
    sockets: '',
    connections: '60',
    fsync: 'off',
    upper: 'É',
  });
  t.equal((await stat(join(dataDir, 'postgres.json'))).mode & 0o777, 0o600);
  t.equal((await stat(join(dataDir, 'cluster'))).mode & 0o777, 0o700);
  t.same((await readdir(dataDir)).sort(), ['cluster', 'owner', 'postgres.json', 'postgres.log']);
});

t.test('a wrong password is refused', async (t) => {
  const server = await open(t, { dataDir: await temporaryDir(t) });
  const url = new URL(server.adminUrl);
  url.password = 'guessed';
  const sql = postgres(url.href, { max: 1 });
  await t.rejects(sql`select 1`, { code: '28P01' });
  await sql.end();
});

t.test('a second start keeps data, port and password; stop waits and may be called twice', async (t) => {
  const dataDir = await temporaryDir(t);
  const first = await openEmbeddedPostgres({ dataDir, fsync: false });
  await query(first.adminUrl, async (sql) => {
    await sql`create table kept (word text)`;
    await sql`insert into kept values ('序时')`;
  });
  await Promise.all([first.stop(), first.stop()]);
  await first.stop();
  t.notOk(await isAlive(first.pid));
  t.notOk((await readdir(dataDir)).includes('owner'));

  const second = await open(t, { dataDir });
  t.equal(second.adopted, false);
  t.equal(second.adminUrl, first.adminUrl);
  t.same(await query(second.adminUrl, (sql) => sql`select word from kept`), [{ word: '序时' }]);
});

t.test('data is flushed to disk unless told otherwise', async (t) => {
  const server = await openEmbeddedPostgres({ dataDir: await temporaryDir(t), maxConnections: 20 });
  t.teardown(() => server.stop());
  const [row] = await query(
    server.adminUrl,
    (sql) => sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync,
                        current_setting('full_page_writes') as pages, current_setting('max_connections') as max`,
  );
  t.same(row, { fsync: 'on', sync: 'on', pages: 'on', max: '20' });
});

t.test('opens with nothing in the environment', async (t) => {
  const owner = await startOwner(t, await temporaryDir(t));
  t.equal(owner.said.adopted, false, owner.said.message ?? 'opened');
  const [row] = await query(owner.said.adminUrl ?? '', (sql) => sql`show server_encoding`);
  t.same(row, { server_encoding: 'UTF8' });
});
