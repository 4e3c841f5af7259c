import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { isAlive, killOwner, open, query, startOwner, temporaryDir } from './support.js';

t.test('a server whose process was killed is adopted', async (t) => {
  const dataDir = await temporaryDir(t);
  const owner = await startOwner(t, dataDir);
  await query(owner.said.adminUrl ?? '', (sql) => sql`create table kept as select 7 as n`);
  await killOwner(owner);
  t.ok(await isAlive(owner.said.pid ?? 0), 'the server outlives its process');

  const server = await open(t, { dataDir });
  t.match(server, { adopted: true, pid: owner.said.pid, port: owner.said.port });
  t.same(await query(server.adminUrl, (sql) => sql`select n from kept`), [{ n: 7 }]);
  await server.stop();
  t.notOk(await isAlive(server.pid), 'an adopted server is stopped like one of our own');
});

t.test('a left server with other settings is started again instead', async (t) => {
  const dataDir = await temporaryDir(t);
  const owner = await startOwner(t, dataDir);
  await killOwner(owner);
  const server = await open(t, { dataDir, maxConnections: 80 });
  t.equal(server.adopted, false);
  t.not(server.pid, owner.said.pid);
  t.same(await query(server.adminUrl, (sql) => sql`show max_connections`), [{ max_connections: '80' }]);
});

t.test('a server that was killed too recovers, and its stale pid file goes', async (t) => {
  const dataDir = await temporaryDir(t);
  const owner = await startOwner(t, dataDir);
  await query(owner.said.adminUrl ?? '', (sql) => sql`create table kept as select 8 as n`);
  await killOwner(owner);
  process.kill(owner.said.pid ?? 0, 'SIGKILL');
  t.ok((await readdir(join(dataDir, 'cluster'))).includes('postmaster.pid'));

  const server = await open(t, { dataDir });
  t.equal(server.adopted, false);
  t.same(await query(server.adminUrl, (sql) => sql`select n from kept`), [{ n: 8 }]);
});

t.test('a pid file whose number belongs to another program now is stale', async (t) => {
  const dataDir = await temporaryDir(t);
  const first = await open(t, { dataDir });
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8');
  await first.stop();
  await writeFile(pidFile, text.replace(String(first.pid), String(process.pid)));

  const second = await open(t, { dataDir });
  t.equal(second.adopted, false);
  t.not(second.pid, process.pid);
});

t.test('an initialisation that was killed half-way is begun again', async (t) => {
  const dataDir = await temporaryDir(t);
  const unfinished = join(dataDir, 'cluster-new-0123456789ab');
  await mkdir(join(unfinished, 'base'), { recursive: true });
  await writeFile(join(unfinished, 'PG_VERSION'), '18\n');
  await writeFile(`${unfinished}.password`, 'left behind');
  await writeFile(join(dataDir, 'postgres.json'), JSON.stringify({ port: 1, password: 'chosen-before' }));

  const server = await open(t, { dataDir });
  t.match(server.adminUrl, /chosen-before/);
  t.not(server.port, 1, 'a port that cannot be had is replaced');
  t.same((await readdir(dataDir)).sort(), ['cluster', 'owner', 'postgres.json', 'postgres.log']);
});

t.test('a port that somebody took in the meantime is replaced, and the new one kept', async (t) => {
  const dataDir = await temporaryDir(t);
  const first = await open(t, { dataDir });
  await first.stop();
  const squatter = createServer().listen(first.port, '127.0.0.1');
  t.teardown(() => squatter.close());
  await new Promise((resolve) => squatter.on('listening', resolve));

  const second = await open(t, { dataDir });
  t.not(second.port, first.port);
  t.same(await query(second.adminUrl, (sql) => sql`select 1 as n`), [{ n: 1 }]);
  t.match(JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')), { port: second.port });
});
