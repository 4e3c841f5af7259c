import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@xushi/embedded';
import { freePort, temporaryFolder } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import t, { type Test } from 'tap';
import { NO_REDIS, ownRedis } from './own-redis.js';
import { laggingSheet, mustBe, NOW, registerWebhook, setUpCounty, setUpPark, YEAR } from './parks.js';
import { type Receiver, startReceiver } from './receiver.js';
import { type ParkRecord, recordOf } from './record.js';
import { type Standalone, startStandalone } from './standalone.js';
import { until } from './until.js';

/** How far a submission had come when everything was killed. */
const STAGES = {
  accepted: 'accepted, not evaluated',
  evaluated: 'evaluated, not planned',
  planned: 'planned, not sent',
  underWay: 'claimed for sending, not recorded',
  done: 'delivered',
} as const;
type Stage = keyof typeof STAGES;

/** Who dies: the process that runs everything, or its Postgres in the same instant too. */
type Victims = 'node' | 'node and Postgres';

/** What the test keeps hold of, so that the work stops there, and when it then strikes. */
interface Moment {
  name: string;
  hold: 'nothing' | 'judging' | 'planning' | 'sending' | 'answering';
  /** Null: at the first byte of the 201. */
  comes: ((round: Round) => Promise<boolean>) | null;
}

interface Round {
  org: string;
  orgId: number;
  receiverId: string;
  sql: Sql;
  receiver: Receiver;
}

const MOMENTS = {
  answered: { name: 'at the first byte of the 201', hold: 'nothing', comes: null },
  judging: { name: 'while its judging waits', hold: 'judging', comes: waitingFor('advisory') },
  judged: { name: 'once its warning is seen', hold: 'nothing', comes: (round) => seen(round, 'alert') },
  planning: { name: 'while its planning waits', hold: 'planning', comes: waitingFor('transactionid') },
  planned: { name: 'once its delivery is seen', hold: 'nothing', comes: (round) => seen(round, 'delivery') },
  sending: { name: 'while its sending waits', hold: 'sending', comes: (round) => seen(round, 'delivery') },
  heard: {
    name: 'while its receiver takes time to answer',
    hold: 'answering',
    comes: async ({ receiver, org }) => receiver.at(`/${org}`).length > 0,
  },
  recorded: {
    name: 'once its delivery is recorded',
    hold: 'nothing',
    comes: (round) => seen(round, 'delivery_attempt'),
  },
} satisfies Record<string, Moment>;

const { answered, judging, judged, planning, planned, sending, heard, recorded } = MOMENTS;

const WITH_NODE: Moment[] = [
  answered,
  judging,
  judged,
  planning,
  planned,
  sending,
  heard,
  answered,
  judged,
  recorded,
];
const WITH_POSTGRES: Moment[] = [answered, judging, judged, planning, sending, heard, answered];
const ON_REDIS: Moment[] = [answered, judging, judged, planning, heard];

t.test('killed at any moment after the 201, a submission is judged, warned of and told once', async (t) => {
  const dataDir = temporaryFolder(t);
  const port = await freePort();
  const receiver = await startReceiver(t);
  const redis = await ownRedis(t);
  const counts = new Map<string, number>();
  let expected: ParkRecord | null = null;
  let number = 0;

  const kills = async (t: Test, of: { victims: Victims; moments: Moment[]; redisUrl?: string }) => {
    const { victims, moments, redisUrl } = of;
    const env = {
      XUSHI_CLOCK: `simulated:${NOW}`,
      XUSHI_WEBHOOK_ALLOW: receiver.address,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    };
    let running = await startStandalone(t, { dataDir, port, env });
    if (expected === null) {
      await setUpCounty(running.call);
      const round = await openRound(running, { dataDir, receiver, org: `park-${++number}` });
      await mustBe(running.call, 'POST', '/v1/submissions', laggingSheet(round.org));
      expected = await finished(round);
      t.equal(expected.alerts.length, 1, 'one warning where nothing is killed');
      t.equal(receiver.at(`/${round.org}`).length, 1, 'told once');
      await round.sql.end();
    }
    for (const moment of moments) {
      const round = await openRound(running, { dataDir, receiver, org: `park-${++number}` });
      const { stage, secondAttempt } = await strike(running, { round, moment, victims, dataDir });
      const row = `${victims}${redisUrl ? ', rings on Redis' : ''}`;
      counts.set(`${row}/${stage}`, (counts.get(`${row}/${stage}`) ?? 0) + 1);
      running = await startStandalone(t, { dataDir, port, env });

      const after = { ...round, sql: connectTo(dataDir) };
      if (stage === 'underWay') await endLease(after);
      const record = await finished(after);
      await after.sql.end();
      const what = `killed ${moment.name} (${STAGES[stage]}):`;
      t.strictSame(record, expected, `${what} the same rows as without it, each once`);
      const told = receiver.at(`/${round.org}`);
      t.strictSame([...new Set(told.map(({ fault }) => fault))], [null], `${what} signed rightly`);
      t.equal(new Set(told.map(({ id }) => id)).size, 1, `${what} told under one webhook-id`);
      t.ok(told.length === 1 || (told.length === 2 && secondAttempt), `${what} told ${told.length} times`);
    }
    process.kill(running.pid, 'SIGTERM');
    await running.exited;
  };

  await t.test('node alone', (t) => kills(t, { victims: 'node', moments: WITH_NODE }));
  await t.test('node and its Postgres', (t) =>
    kills(t, { victims: 'node and Postgres', moments: WITH_POSTGRES }),
  );
  await t.test('node alone, rings on Redis', { skip: redis ? false : NO_REDIS }, (t) =>
    kills(t, { victims: 'node', moments: ON_REDIS, redisUrl: redis?.url ?? '' }),
  );

  const total = (stage: Stage) =>
    [...counts].reduce((sum, [key, count]) => sum + (key.endsWith(`/${stage}`) ? count : 0), 0);
  const stages = Object.keys(STAGES) as Stage[];
  t.comment(
    `› ${stages.reduce((sum, stage) => sum + total(stage), 0)} kills, by how far the submission had come:`,
  );
  for (const stage of stages) {
    const shares = [...counts].filter(([key]) => key.endsWith(`/${stage}`));
    const detail = shares.map(([key, count]) => `${key.slice(0, key.indexOf('/'))} ${count}`).join('; ');
    t.comment(`›   ${STAGES[stage]}: ${total(stage)}${detail ? ` (${detail})` : ''}`);
  }
  t.ok(total('accepted') > 0, 'some kills fell between acceptance and evaluation');
  t.ok(total('evaluated') + total('planned') + total('underWay') > 0, 'some between evaluation and delivery');
});

/** A park of its own with a receiver of its own, quiet before its sheet comes. */
async function openRound(
  running: Standalone,
  of: { dataDir: string; receiver: Receiver; org: string },
): Promise<Round> {
  const { receiver, org } = of;
  await setUpPark(running.call, org);
  const { id, secret } = await registerWebhook(running.call, org, receiver.url(`/${org}`));
  receiver.expect(`/${org}`, secret);
  const sql = connectTo(of.dataDir);
  const [row] = await sql<{ id: number }[]>`SELECT id FROM org WHERE key = ${org}`;
  const orgId = row?.id ?? 0;
  await until(`${org} is set up`, async () => (await recordOf(sql, org)).owed.length === 0);
  return { org, orgId, receiverId: id, sql, receiver };
}

/** Submits, strikes at the moment, and says how far the submission had come by then. */
async function strike(
  running: Standalone,
  of: { round: Round; moment: Moment; victims: Victims; dataDir: string },
): Promise<{ stage: Stage; secondAttempt: boolean }> {
  const { round, moment, victims, dataDir } = of;
  const postmaster = Number(
    readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  const kill = () => {
    process.kill(running.pid, 'SIGKILL');
    if (victims === 'node and Postgres') process.kill(postmaster, 'SIGKILL');
  };
  const letGo = await hold(round, moment.hold);
  const act = moment.comes === null ? kill : () => undefined;
  const status = await running.postAndAct('/v1/submissions', laggingSheet(round.org), act);
  if (status !== 201) throw new Error(`the submission was answered ${status}`);
  const { comes } = moment;
  if (comes !== null) {
    await until(`${moment.name}`, () => comes(round));
    kill();
  }
  await running.exited;
  await letGo(victims === 'node');
  const stage = victims === 'node' ? await stageOnceQuiet(round) : await stageOfCrashed(round, dataDir);
  await round.sql.end({ timeout: 0 }).catch(() => undefined);
  return { stage, secondAttempt: stage === 'underWay' };
}

/** Takes what the next step needs, so that it waits there; the answer gives it back, to a Postgres that lives. */
async function hold(round: Round, what: Moment['hold']): Promise<(postgresLives: boolean) => Promise<void>> {
  const { sql, receiver, orgId, receiverId } = round;
  if (what === 'answering') {
    let letGo = () => {};
    const gone = new Promise<number>((resolve) => {
      letGo = () => resolve(204);
    });
    receiver.answer(({ path }) => (path === `/${round.org}` ? gone : 204));
    return async () => {
      receiver.answer(() => 204);
      letGo();
    };
  }
  if (what === 'nothing') return async () => {};
  const held = await sql.reserve();
  await held`BEGIN`;
  if (what === 'judging') await held`SELECT pg_advisory_xact_lock(${orgId}::integer, ${YEAR}::integer)`;
  // A new delivery refers to its receiver and waits for this; what sends it asks for less and passes it by.
  if (what === 'planning') await held`SELECT 1 FROM receiver WHERE id = ${receiverId} FOR UPDATE`;
  // The other way round: a delivery may refer to it, but nobody may claim from it.
  if (what === 'sending') await held`SELECT 1 FROM receiver WHERE id = ${receiverId} FOR NO KEY UPDATE`;
  return async (postgresLives) => {
    if (!postgresLives) return;
    await held`ROLLBACK`;
    held.release();
  };
}

/** A session of the product waits for a lock of this kind. */
function waitingFor(kind: 'advisory' | 'transactionid') {
  return async ({ sql }: Round): Promise<boolean> => {
    const rows = await sql`
      SELECT 1 FROM pg_stat_activity
      WHERE application_name LIKE 'xushi%' AND wait_event_type = 'Lock' AND wait_event = ${kind}`;
    return rows.length > 0;
  };
}

async function seen(
  { sql, orgId }: Round,
  table: 'alert' | 'delivery' | 'delivery_attempt',
): Promise<boolean> {
  const rows = await sql`SELECT 1 FROM ${sql(table)} WHERE org_id = ${orgId}`;
  return rows.length > 0;
}

/** Postgres lives on: what the dead process had begun is rolled back or committed before anything is read. */
async function stageOnceQuiet(round: Round): Promise<Stage> {
  await until('the sessions of the dead process have ended', async () => {
    const rows = await round.sql`SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'xushi%'`;
    return rows.length === 0;
  });
  return stageOf(round.sql, round.orgId);
}

/** Postgres died too: it is brought up to be read, and killed again, so that the restart finds it as it was. */
async function stageOfCrashed(round: Round, dataDir: string): Promise<Stage> {
  const server = await openEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  const sql = connectTo(dataDir);
  try {
    return await stageOf(sql, round.orgId);
  } finally {
    await sql.end();
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
  }
}

async function stageOf(sql: Sql, orgId: number): Promise<Stage> {
  const [row] = await sql<{ evaluated: boolean; state: string | null; attempts: number | null }[]>`
    SELECT s.evaluated_at IS NOT NULL AS evaluated, d.state, d.attempts
    FROM submission s LEFT JOIN delivery d ON d.org_id = s.org_id WHERE s.org_id = ${orgId}`;
  if (!row) throw new Error('the submission was answered 201 and is not there');
  if (!row.evaluated) return 'accepted';
  if (row.state === null) return 'evaluated';
  if (row.state === 'delivered') return 'done';
  return row.attempts === 0 ? 'planned' : 'underWay';
}

/** A claim holds for a minute of wall time, whoever made it: here the minute is over. */
async function endLease({ sql, orgId }: Round): Promise<void> {
  await sql`UPDATE delivery SET lease_until = now() - interval '1 second' WHERE org_id = ${orgId} AND state = 'pending'`;
}

/** The park's record once nothing is owed for it and its warning is delivered. */
async function finished({ sql, org, orgId }: Round): Promise<ParkRecord> {
  await until(`${org} is done`, async () => {
    const [row] = await sql<{ done: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM submission WHERE org_id = ${orgId} AND evaluated_at IS NOT NULL)
         AND EXISTS (SELECT 1 FROM delivery WHERE org_id = ${orgId} AND state = 'delivered')
         AND NOT EXISTS (SELECT 1 FROM delivery WHERE org_id = ${orgId} AND state = 'pending')
         AND NOT EXISTS (SELECT 1 FROM outstanding w JOIN event e ON e.id = w.event_id WHERE e.org_id = ${orgId}) AS done`;
    return row?.done;
  });
  return recordOf(sql, org);
}

/** The installation's own Postgres, as its superuser, under a name that is not the product's. */
function connectTo(dataDir: string): Sql {
  const { port, password } = JSON.parse(readFileSync(join(dataDir, 'postgres', 'postgres.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  return postgres({
    host: '127.0.0.1',
    port,
    database: 'xushi',
    username: 'postgres',
    password,
    max: 3,
    onnotice: () => undefined,
    connection: { application_name: 'the test' },
  });
}
