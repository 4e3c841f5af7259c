import { openInstallation } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import t from 'tap';
import { laggingSheet, NOW, registerWebhook, setUpCounty, setUpPark, YEAR } from './parks.js';
import { startReceiver } from './receiver.js';
import { recordOf } from './record.js';
import { runServices } from './services.js';
import { until } from './until.js';

const PARKS = 20;

t.test('every connection to Postgres breaks, again and again: nothing dies, all is done once', async (t) => {
  const receiver = await startReceiver(t);
  const installation = await openInstallation(t, {
    at: NOW,
    env: { XUSHI_WEBHOOK_ALLOW: receiver.address, XUSHI_LOG_LEVEL: 'silent' },
  });
  const { call, context, databaseUrl } = installation;
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined });
  t.teardown(() => sql.end({ timeout: 1 }));
  await setUpCounty(call);
  const { secret } = await registerWebhook(call, 'county', receiver.url('/county'));
  receiver.expect('/county', secret);
  const parks = Array.from({ length: PARKS }, (_, position) => `park-${position + 1}`);
  for (const org of ['calm', ...parks]) await setUpPark(call, org);
  await installation.drain();
  await runServices(t, context);
  await call('POST', '/v1/submissions', laggingSheet('calm'));
  await until('the first is done', () => done(sql));
  const expected = await recordOf(sql, 'calm');
  t.equal(expected.alerts.length, 1, 'one warning where nothing breaks');

  let broken = 0;
  for (const org of parks) {
    const letGo = await holdJudging(sql, org);
    const headers = { 'idempotency-key': org };
    await until('it is accepted', async () => {
      const { status } = await call('POST', '/v1/submissions', laggingSheet(org), { headers });
      return status === 201;
    });
    // By turns in the middle of a judgement, and wherever everybody stands.
    await until('its judging waits', () => judgingWaits(sql));
    broken += await breakAll(sql);
    await letGo();
    broken += await breakAll(sql);
  }
  await until('everything is done', () => done(sql));
  for (const org of parks) {
    t.strictSame(
      await recordOf(sql, org),
      expected,
      `${org}: the same rows as where nothing breaks, each once`,
    );
  }
  t.equal(new Set(receiver.heard.map(({ id }) => id)).size, PARKS + 1, 'each told under one webhook-id');
  t.comment(
    `› ${broken} connections broken under the services at work: ${PARKS} submissions done, each once`,
  );
});

async function breakAll(sql: Sql): Promise<number> {
  const rows = await sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'xushi%'`;
  return rows.length;
}

async function holdJudging(sql: Sql, org: string): Promise<() => Promise<void>> {
  const held = await sql.reserve();
  await held`BEGIN`;
  await held`SELECT pg_advisory_xact_lock(id, ${YEAR}::integer) FROM org WHERE key = ${org}`;
  return async () => {
    await held`ROLLBACK`;
    held.release();
  };
}

async function judgingWaits(sql: Sql): Promise<boolean> {
  const rows = await sql`
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`;
  return rows.length > 0;
}

/** A minute of wall time holds back what was claimed by somebody whose connection broke: here it is over. */
async function done(sql: Sql): Promise<boolean> {
  await sql`UPDATE delivery SET lease_until = now() - interval '1 second' WHERE state = 'pending' AND lease_until < now() + interval '55 seconds'`;
  const [row] = await sql<{ done: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM delivery) AND NOT EXISTS (SELECT 1 FROM outstanding)
       AND NOT EXISTS (SELECT 1 FROM delivery WHERE state = 'pending') AS done`;
  return row?.done ?? false;
}
