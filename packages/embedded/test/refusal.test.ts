import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { openEmbeddedPostgres } from '../src/index.js';
import { isAlive, killOwner, open, query, startOwner, temporaryDir } from './support.js';

t.test('a directory in use is refused, with the process that uses it', async (t) => {
  const dataDir = await temporaryDir(t);
  const owner = await startOwner(t, dataDir);
  await t.rejects(openEmbeddedPostgres({ dataDir, fsync: false }), {
    name: 'EmbeddedPostgresError',
    code: 'dataDirInUse',
    message: new RegExp(`in use by process ${owner.process.pid}: stop that process`),
  });
  t.same(
    await query(owner.said.adminUrl ?? '', (sql) => sql`select 1 as n`),
    [{ n: 1 }],
    'its server goes on',
  );
});

t.test('a directory this process has open already is refused too', async (t) => {
  const dataDir = await temporaryDir(t);
  const server = await open(t, { dataDir });
  await t.rejects(openEmbeddedPostgres({ dataDir }), { code: 'dataDirInUse' });
  t.ok(await isAlive(server.pid));
});

t.test('of processes that race for a directory exactly one wins', async (t) => {
  const dataDir = await temporaryDir(t);
  for (const state of ['new', 'left by a killed owner', 'left by another']) {
    const owners = await Promise.all(Array.from({ length: 4 }, () => startOwner(t, dataDir)));
    const winners = owners.filter((owner) => owner.said.port !== undefined);
    const losers = owners.filter((owner) => owner.said.code === 'dataDirInUse');
    t.equal(winners.length, 1, state);
    t.equal(losers.length, 3, state);
    for (const loser of losers) t.match(loser.said.message, `process ${winners[0]?.process.pid}:`);
    if (winners[0]) await killOwner(winners[0]);
  }
  const server = await open(t, { dataDir });
  t.equal(server.adopted, true);
});

t.test('a cluster of another major version is refused untouched', async (t) => {
  const dataDir = await temporaryDir(t);
  const server = await open(t, { dataDir });
  await server.stop();
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');
  await t.rejects(openEmbeddedPostgres({ dataDir }), {
    code: 'otherMajor',
    message: /made by Postgres 17 .* brings Postgres 18: start the release that made it/,
  });
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '18\n');
  await t.resolves(open(t, { dataDir }), 'a refusal leaves the directory free');
});

t.test('a directory that cannot be written is refused', async (t) => {
  const file = join(await temporaryDir(t), 'file');
  await writeFile(file, '');
  await t.rejects(openEmbeddedPostgres({ dataDir: join(file, 'data') }), {
    code: 'dataDirNotWritable',
    message: /cannot be written .* set XUSHI_DATA_DIR/,
  });
});

t.test('a lost password is told', async (t) => {
  const dataDir = await temporaryDir(t);
  const server = await open(t, { dataDir });
  await server.stop();
  await rm(join(dataDir, 'postgres.json'));
  await t.rejects(openEmbeddedPostgres({ dataDir }), { code: 'passwordLost', message: /from a backup/ });
  await writeFile(join(dataDir, 'postgres.json'), '{"port":');
  await t.rejects(openEmbeddedPostgres({ dataDir }), { code: 'passwordLost', message: /from a backup/ });
});

t.test('a server that does not start is told in its own words', async (t) => {
  const dataDir = await temporaryDir(t);
  const server = await open(t, { dataDir });
  await server.stop();
  await writeFile(join(dataDir, 'cluster', 'postgresql.conf'), 'shared_buffers = many\n');
  await t.rejects(openEmbeddedPostgres({ dataDir }), {
    code: 'startFailed',
    message: /did not start .* It said: .*shared_buffers/,
  });
});

t.test('an initialisation that fails is told in its own words and leaves nothing', async (t) => {
  const dataDir = await temporaryDir(t);
  const owner = await startOwner(t, dataDir, 'ulimit -f 200; exec');
  t.match(owner.said, { code: 'initialiseFailed', message: /free some disk space .* It said: .*initdb/ });
  t.same((await readdir(dataDir)).sort(), ['postgres.json']);
  await t.resolves(open(t, { dataDir }), 'the next start succeeds');
});

t.test('a folder in the place of the cluster that is none is left alone', async (t) => {
  const dataDir = await temporaryDir(t);
  await mkdir(join(dataDir, 'cluster', 'other'), { recursive: true });
  await t.rejects(openEmbeddedPostgres({ dataDir, fsync: false }), {
    code: 'initialiseFailed',
    message: /is no database: move it away/,
  });
  t.same(await readdir(join(dataDir, 'cluster')), ['other']);
});
