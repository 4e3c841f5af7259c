import { cloneDatabase, openInstallation } from '@xushi/testing';
import t, { type Test } from 'tap';
import { NO_REDIS, ownRedis } from './own-redis.js';
import { laggingSheet, mustBe, NOW, registerWebhook, setUpCounty, setUpPark } from './parks.js';
import { startReceiver } from './receiver.js';
import { runServices } from './services.js';
import { until } from './until.js';

interface Attempt {
  attempt: number;
  at: string;
  outcome: string;
  code: number | null;
}
interface Delivery {
  id: string;
  state: string;
  type: string;
  attempts: Attempt[];
}

t.test('a receiver that fails twice is told at the third attempt, rings in Postgres', (t) =>
  failing(t, null),
);

t.test('a receiver that fails twice is told at the third attempt, rings on Redis', async (t) => {
  const redis = await ownRedis(t);
  if (!redis) return t.plan(0, NO_REDIS);
  return failing(t, redis.url);
});

async function failing(whole: Test, redisUrl: string | null): Promise<void> {
  const receiver = await startReceiver(whole);
  const installation = await openInstallation(whole, {
    at: NOW,
    databaseUrl: await cloneDatabase(t),
    env: { XUSHI_WEBHOOK_ALLOW: receiver.address, ...(redisUrl ? { REDIS_URL: redisUrl } : {}) },
  });
  const { call } = installation;
  await setUpCounty(call);
  await setUpPark(call, 'park');
  const { secret } = await registerWebhook(call, 'park', receiver.url('/park'));
  receiver.expect('/park', secret);
  receiver.answer(() => (receiver.heard.length <= 2 ? 500 : 200));
  await runServices(whole, installation.context);

  const deliveries = async () =>
    (await call<{ data: Delivery[] }>('GET', '/v1/deliveries')).body.data as [Delivery, ...Delivery[]];
  const clock = async () => (await call<{ now: string; settled: boolean }>('GET', '/v1/clock')).body;
  const moveTo = async (moment: Date) => {
    await mustBe(call, 'PUT', '/v1/clock', { now: moment.toISOString() });
    await until('the clock is there', async () => (await clock()).settled);
  };

  await mustBe(call, 'POST', '/v1/submissions', laggingSheet('park'));
  await until('the first attempt is recorded', async () => (await deliveries())[0]?.attempts.length === 1);
  whole.match(await deliveries(), [{ state: 'pending', attempts: [{ outcome: 'retry', code: 500 }] }]);
  whole.equal(receiver.heard.length, 1, 'nothing more before its time');

  const start = new Date((await clock()).now).getTime();
  await moveTo(new Date(start + 3600_000));
  const [delivery, ...others] = await deliveries();
  whole.equal(others.length, 0, 'one delivery');
  whole.match(delivery, {
    state: 'delivered',
    type: 'alert.raised',
    attempts: [
      { attempt: 1, outcome: 'retry', code: 500 },
      { attempt: 2, outcome: 'retry', code: 500 },
      { attempt: 3, outcome: 'delivered', code: 200 },
    ],
  });
  whole.equal(delivery.attempts.length, 3, 'three attempts');
  const waits = delivery.attempts.slice(1).map(({ at }, position) => {
    const before = delivery.attempts[position] as Attempt;
    return (new Date(at).getTime() - new Date(before.at).getTime()) / 1000;
  }) as [number, number];
  whole.ok(waits[0] >= 4 && waits[0] < 10, `the second about 5 s after the first: ${waits[0]}`);
  whole.ok(waits[1] >= 240 && waits[1] < 370, `the third about 5 min after the second: ${waits[1]}`);

  whole.strictSame(
    receiver.heard.map(({ id, type, fault }) => ({ id, type, fault })),
    [1, 2, 3].map(() => ({ id: delivery.id, type: 'alert.raised', fault: null })),
    'heard three times under one webhook-id, each signed rightly',
  );
  await moveTo(new Date(start + 24 * 3600_000));
  whole.equal(receiver.heard.length, 3, 'and never again');
  whole.comment(
    `› 500, 500, 200: one webhook-id, three attempts, ${waits.join(' s and ')} s apart by the business clock`,
  );
}
