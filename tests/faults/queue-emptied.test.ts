import { type Context, prepareDatabase } from '@xushi/runtime';
import { cloneDatabase, openInstallation, TEST_SECRET_KEY, type TestInstallation } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import t, { type Test } from 'tap';
import { NO_REDIS, ownRedis } from './own-redis.js';
import {
  type Call,
  laggingSheet,
  mustBe,
  NOW,
  registerWebhook,
  setUpCounty,
  setUpPark,
  YEAR,
} from './parks.js';
import { type Receiver, startReceiver } from './receiver.js';
import { type ParkRecord, recordOf } from './record.js';
import { runServices } from './services.js';
import { until } from './until.js';

const PARKS = 12;

t.test('BullMQ’s schema in Postgres is dropped and made again', (t) => emptied(t, null));

t.test('Redis is flushed', async (t) => {
  const redis = await ownRedis(t);
  if (!redis) return t.plan(0, NO_REDIS);
  return emptied(t, redis);
});

async function emptied(whole: Test, redis: { url: string; flush(): Promise<void> } | null): Promise<void> {
  const receiver = await startReceiver(whole);
  const installation = await openInstallation(whole, {
    at: NOW,
    databaseUrl: await cloneDatabase(t),
    env: { XUSHI_WEBHOOK_ALLOW: receiver.address, ...(redis ? { REDIS_URL: redis.url } : {}) },
  });
  const { context, databaseUrl } = installation;
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined });
  whole.teardown(() => sql.end({ timeout: 1 }));
  const lose = () => (redis ? redis.flush() : loseSchema(sql, databaseUrl));
  const place = { installation, sql, receiver };

  await setUpCounty(installation.call);
  const { secret } = await registerWebhook(installation.call, 'county', receiver.url('/county'));
  receiver.expect('/county', secret);
  const early = await setUpParks(place, 'early');
  const late = await setUpParks(place, 'late');
  await installation.drain();
  const expected = await withoutLoss(place);
  whole.equal(expected.alerts.length, 1, 'one warning where nothing is lost');

  await whole.test('before anybody answers', async (t) => {
    for (const org of early) await mustBe(installation.call, 'POST', '/v1/submissions', laggingSheet(org));
    const before = await until('rings wait', () => waitingFor(place, 1));
    await lose();
    const rings = await context.doorbells.waiting('evaluator');
    const owed = await outstanding(sql);
    t.equal(rings, 0, 'no ring is left');
    t.equal(owed, before.owed, 'every event is');
    t.comment(`› emptied before anybody answered: ${before.rings} rings lost, ${owed} events still owed`);
    await runServices(whole, context);
    await allDoneOnce(t, place, { parks: early, expected });
  });

  await whole.test('while workers answer', async (t) => {
    const letGo = await holdJudging(sql, late.slice(0, 2));
    for (const [position, org] of late.entries()) {
      await mustBe(installation.call, 'POST', '/v1/submissions', laggingSheet(org));
      if (position < 2) await until('a worker is held', async () => (await workersHeld(sql)) > position);
    }
    // Two of the rings are being answered, by workers that are held; the others wait.
    const before = await until('rings wait', () => waitingFor(place, 3));
    await lose();
    const owed = await outstanding(sql);
    t.ok(owed > 0, 'work is owed');
    t.comment(`› emptied under two busy workers: ${before.rings} rings lost, ${owed} events still owed`);
    await letGo();
    await allDoneOnce(t, place, { parks: late, expected });
  });
}

interface Place {
  installation: TestInstallation;
  sql: Sql;
  receiver: Receiver;
}

async function setUpParks({ installation }: Place, name: string): Promise<string[]> {
  const parks = Array.from({ length: PARKS }, (_, position) => `${name}-${position + 1}`);
  for (const org of parks) await setUpPark(installation.call as Call, org);
  return parks;
}

/** What a park's record is where nothing gets lost; found without any queue. */
async function withoutLoss(place: Place): Promise<ParkRecord> {
  const { installation, sql } = place;
  await setUpPark(installation.call, 'calm');
  await mustBe(installation.call, 'POST', '/v1/submissions', laggingSheet('calm'));
  await installation.drain();
  await installation.context.sender.runOnce();
  return recordOf(sql, 'calm');
}

async function waitingFor({ installation, sql }: Place, rings: number) {
  const found = { rings: await waiting(installation.context), owed: await outstanding(sql) };
  return found.rings >= rings && found.owed > 0 ? found : null;
}

const waiting = (context: Context): Promise<number> => context.doorbells.waiting('evaluator');

async function outstanding(sql: Sql): Promise<number> {
  const [row] = await sql<{ owed: number }[]>`SELECT count(*)::integer AS owed FROM outstanding`;
  return row?.owed ?? 0;
}

/** Keeps whoever judges these parks waiting. */
async function holdJudging(sql: Sql, parks: string[]): Promise<() => Promise<void>> {
  const held = await sql.reserve();
  await held`BEGIN`;
  await held`SELECT pg_advisory_xact_lock(id, ${YEAR}::integer) FROM org WHERE key = ANY (${parks})`;
  return async () => {
    await held`ROLLBACK`;
    held.release();
  };
}

async function workersHeld(sql: Sql): Promise<number> {
  const rows = await sql`
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`;
  return rows.length;
}

/** Drops what BullMQ keeps, under the feet of whoever uses it, and makes it again as a start does. */
async function loseSchema(sql: Sql, databaseUrl: string): Promise<void> {
  for (;;) {
    try {
      await sql`DROP SCHEMA xushi_queue CASCADE`;
      break;
    } catch (fault) {
      // A worker at work and the drop waited for each other.
      if ((fault as { code?: string }).code !== '40P01') throw fault;
    }
  }
  await prepareDatabase({ secretKey: TEST_SECRET_KEY, databaseUrl });
}

async function allDoneOnce(
  t: Test,
  { sql, receiver }: Place,
  of: { parks: string[]; expected: ParkRecord },
): Promise<void> {
  await until('everything is done', async () => {
    const [row] = await sql<{ done: boolean }[]>`
      SELECT NOT EXISTS (SELECT 1 FROM outstanding) AND NOT EXISTS (SELECT 1 FROM delivery WHERE state = 'pending') AS done`;
    return row?.done;
  });
  for (const org of of.parks) {
    t.strictSame(await recordOf(sql, org), of.expected, `${org}: the same rows as without a loss, each once`);
  }
  const ids = await sql<{ id: string }[]>`
    SELECT d.id FROM delivery d JOIN org o ON o.id = d.org_id JOIN delivery_item i ON i.delivery_id = d.id
    JOIN event e ON e.id = i.event_id JOIN org about ON about.id = e.org_id WHERE about.key = ANY (${of.parks})`;
  const told = receiver.heard.filter(({ id }) => ids.some((row) => row.id === id));
  t.equal(ids.length, of.parks.length, 'one delivery a park');
  t.equal(told.length, of.parks.length, 'each told once');
  t.ok(
    told.every(({ fault }) => fault === null),
    'each signed rightly',
  );
}
