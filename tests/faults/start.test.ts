import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@xushi/embedded';
import { cloneDatabase, freePort } from '@xushi/testing';
import postgres from 'postgres';
import t, { type Test } from 'tap';
import { type Ended, processesNaming, run } from './processes.js';
import { MAIN, startStandalone } from './standalone.js';

const PATH = process.env.PATH ?? '';

/** A start takes about two seconds; these are for a machine that does a dozen other things. */
const SECONDS_OF_A_SECOND_START = 30;

t.test('npm start -- --once in an empty environment', async (t) => {
  const dataDir = folder(t);
  const env = { PATH, XUSHI_DATA_DIR: dataDir, XUSHI_PORT: String(await freePort()) };
  const npmStart = () => run('npm', ['start', '--', '--once'], { env });

  await t.test('the first one loads the seeds and shows the main job', async (t) => {
    const first = await npmStart();
    t.equal(first.code, 0, first.stderr);
    t.match(first.stdout, /双牌工业集中区 2017年1—11月/);
    for (const line of [
      /规模以上工业总产值 +55亿元 +50\.6亿元 +92\.00 +91\.67 +\+0\.33 +绿灯/,
      /规模以上工业总产值（增速） +21% +45\.2% .*\+24\.20 +绿灯/,
      /规模以上工业增加值（增速） +8% +8\.6% .*\+0\.60 +绿灯/,
      /税金（增速） +20% +36\.5% .*\+16\.50 +绿灯/,
      /工业集中度 +80% +69\.81% .*-10\.19 +红灯/,
      /主导产业占比 +— +86\.8% /,
      /预警 1 条/,
      /工业集中度 低于年度目标10\.19个百分点（红灯）/,
      /邮件 \/ mail: .*\.eml/,
      /webhook：已收到并验签/,
    ]) {
      t.match(first.stdout, line);
    }
    t.equal(first.stdout.match(/admin key, shown this once/g)?.length, 1, 'the admin key is shown');
    t.strictSame(processesNaming(dataDir), [], 'nothing is left running');
    t.comment(`› npm start -- --once in an empty folder: ${first.seconds.toFixed(1)} s`);
  });

  await t.test('the second one takes seconds and repeats nothing', async (t) => {
    const before = await everything(dataDir);
    t.ok(before.events > 0 && before.deliveries > 0 && before.mails > 0, JSON.stringify(before));
    const second = await npmStart();
    t.equal(second.code, 0, second.stderr);
    t.ok(second.seconds < SECONDS_OF_A_SECOND_START, `${second.seconds} s`);
    t.notMatch(second.stdout, /shown this once/, 'the admin key is not made again');
    t.strictSame(await everything(dataDir), before, 'not a row and not a mail more');
    t.strictSame(processesNaming(dataDir), [], 'nothing is left running');
    t.comment(`› the second start: ${second.seconds.toFixed(1)} s, nothing repeated (${said(before)})`);
  });

  await t.test('a database of another major', async (t) => {
    const copy = folder(t);
    cpSync(dataDir, copy, { recursive: true, preserveTimestamps: true });
    writeFileSync(join(copy, 'postgres', 'cluster', 'PG_VERSION'), '12\n');
    const ended = await start({ XUSHI_DATA_DIR: copy });
    refused(t, ended, /made by Postgres 12 and this release brings Postgres \d+: .*back/);
    t.strictSame(processesNaming(copy), [], 'nothing is left running');
  });
});

t.test('a start that cannot be is one sentence, and leaves nothing running', async (t) => {
  const databaseUrl = await cloneDatabase(t);

  await t.test('the port is in use', async (t) => {
    const dataDir = folder(t);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.teardown(() => server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ended = await start({ XUSHI_DATA_DIR: dataDir, XUSHI_PORT: String(port) });
    refused(t, ended, new RegExp(`port ${port} on 127.0.0.1 is in use: .*XUSHI_PORT`));
    t.strictSame(processesNaming(dataDir), [], 'its Postgres is stopped again');
  });

  await t.test('the data directory is a file', async (t) => {
    const file = join(folder(t), 'data');
    writeFileSync(file, '');
    refused(t, await start({ XUSHI_DATA_DIR: file }), /is a file, .*XUSHI_DATA_DIR/);
    const withKey = { XUSHI_DATA_DIR: file, XUSHI_SECRET_KEY: 'a secret key that is given' };
    refused(t, await start(withKey), /XUSHI_DATA_DIR: .*not a directory/);
  });

  await t.test('the data directory may not be written', async (t) => {
    // The superuser may write anywhere but in a place where nothing can be made.
    const superuser = process.getuid?.() === 0;
    const closed = superuser ? '/proc/closed' : join(folder(t), 'closed');
    if (!superuser) mkdirSync(closed, { mode: 0o555 });
    const ended = await start({ XUSHI_DATA_DIR: closed });
    refused(t, ended, /data directory .*closed.*XUSHI_DATA_DIR/);
  });

  await t.test('the data directory is in use', async (t) => {
    const dataDir = folder(t);
    const port = await freePort();
    const running = await startStandalone(t, { dataDir, port, env: {} });
    const before = processesNaming(join(dataDir, 'postgres', 'cluster')).length;
    const ended = await start({ XUSHI_DATA_DIR: dataDir });
    refused(t, ended, new RegExp(`in use by process ${running.pid}: .*XUSHI_DATA_DIR`));
    t.equal((await running.call('GET', '/v1/orgs')).status, 200, 'the first one goes on');
    t.equal(processesNaming(join(dataDir, 'postgres', 'cluster')).length, before, 'with its one Postgres');
    process.kill(running.pid, 'SIGTERM');
    t.strictSame(await running.exited, [0, null], 'a signal stops it in good order');
    t.strictSame(processesNaming(dataDir), [], 'and nothing is left running');
  });

  await t.test('DATABASE_URL leads nowhere', async (t) => {
    const dataDir = folder(t);
    const port = await freePort();
    const ended = await start({
      XUSHI_DATA_DIR: dataDir,
      DATABASE_URL: `postgres://xushi:secret@127.0.0.1:${port}/xushi`,
    });
    refused(t, ended, new RegExp(`no Postgres answers at 127.0.0.1:${port}/xushi: .*DATABASE_URL`));
    t.notMatch(ended.stderr, /secret/, 'the password is not shown');
  });

  await t.test('the password in DATABASE_URL is wrong', async (t) => {
    const url = new URL(databaseUrl);
    url.password = 'not-the-password';
    const ended = await start({ XUSHI_DATA_DIR: folder(t), DATABASE_URL: url.toString() });
    refused(t, ended, /refuses the user or password of DATABASE_URL/);
    t.notMatch(ended.stderr, /not-the-password/, 'the password is not shown');
  });

  await t.test('DATABASE_URL names no database', async (t) => {
    const url = new URL(databaseUrl);
    url.pathname = '/nothing_of_the_kind';
    const ended = await start({ XUSHI_DATA_DIR: folder(t), DATABASE_URL: url.toString() });
    refused(t, ended, /has no such database: create it, or correct DATABASE_URL/);
  });

  await t.test('a variable has no meaning', async (t) => {
    const ended = await start({ XUSHI_DATA_DIR: folder(t), XUSHI_PORT: 'eighty', XUSHI_CLOCK: 'yesterday' });
    refused(t, ended, /XUSHI_PORT .*XUSHI_CLOCK/);
  });
});

async function start(env: Record<string, string>): Promise<Ended> {
  return run(process.execPath, [MAIN], {
    env: { PATH, XUSHI_PORT: String(await freePort()), XUSHI_SEED: 'none', ...env },
  });
}

/** One sentence on standard error that says this, no stack, and an exit that is no success. */
function refused(t: Test, ended: Ended, sentence: RegExp): void {
  t.match(ended.stderr, sentence);
  t.match(ended.stderr, /^xushi: [^\n]+\n$/, 'one line');
  t.notMatch(ended.stderr, /\bat .*\.js:\d+/, 'no stack');
  t.equal(ended.code, 1, 'exit code 1');
  t.comment(`› ${ended.stderr.trim()}`);
}

/** How much there is in a data directory, by what an installation leaves behind. */
async function everything(dataDir: string): Promise<Record<'events' | 'deliveries' | 'mails', number>> {
  const server = await openEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  const url = new URL(server.adminUrl);
  url.pathname = '/xushi';
  const sql = postgres(url.toString(), { max: 1 });
  try {
    const [{ counted = {} } = {}] = await sql<{ counted: Record<string, number> }[]>`
      SELECT jsonb_build_object(
        'orgs', (SELECT count(*) FROM org), 'submissions', (SELECT count(*) FROM submission),
        'evaluations', (SELECT count(*) FROM evaluation), 'alerts', (SELECT count(*) FROM alert),
        'transitions', (SELECT count(*) FROM alert_transition), 'events', (SELECT count(*) FROM event),
        'deliveries', (SELECT count(*) FROM delivery), 'attempts', (SELECT count(*) FROM delivery_attempt),
        'reports', (SELECT count(*) FROM report), 'ticks', (SELECT count(*) FROM tick),
        'receivers', (SELECT count(*) FROM receiver), 'audit', (SELECT count(*) FROM audit)) AS counted`;
    const mails = readdirSync(join(dataDir, 'mail')).length;
    return { events: 0, deliveries: 0, ...counted, mails };
  } finally {
    await sql.end();
    await server.stop();
  }
}

const said = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');

/** A folder that is gone when the test is over, and that every user may enter. */
function folder(t: Test): string {
  const path = mkdtempSync(join(tmpdir(), 'xushi-start-'));
  chmodSync(path, 0o755);
  t.teardown(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  return path;
}
