import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient } from '@xushi/client';
import {
  backends,
  checkedFetch,
  cloneDatabase,
  freePort,
  redisOfRun,
  TEST_SECRET_KEY,
  temporaryFolder,
} from '@xushi/testing';
import t, { type Test } from 'tap';
import { until } from '../faults/until.js';
import { INDICATORS, SHEET, setUpShuangpai } from '../shuangpai.js';

const SERVICES = ['api', 'evaluator', 'notifier', 'reporter', 'scheduler'];
const KEY = 'xushi_processes_admin_key_01234';

if (!redisOfRun()) t.comment('no Redis was found: not run with Redis as the queue');

for (const backend of backends()) {
  t.test(`every service in a process of its own, the queue on ${backend}`, async (t) => {
    const { url, stop } = await startServices(t, { backend });
    const client = createClient({ url, key: KEY });
    await until('the api is ready', () =>
      checkedFetch(`${url}/readyz`)
        .then((answer) => answer.ok)
        .catch(() => false),
    );
    await setUpShuangpai({
      call: async (method, path, body) => {
        const answer = await checkedFetch(`${url}${path}`, {
          method,
          headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return { status: answer.status, headers: {}, body: (await answer.json()) as never };
      },
    });
    await client.post('/v1/receivers', {
      name: '指挥部',
      channel: 'email',
      to: 'a@b.example',
      org: 'shuangpai',
    });
    await client.post('/v1/submissions', SHEET);
    const report = await client.post('/v1/reports', {
      org: 'shuangpai-park',
      period: '2017-11',
    });
    await until('all is settled', async () => (await client.get('/v1/clock')).settled);

    const alerts = await client.get('/v1/alerts', { query: { under: 'shuangpai', state: 'open' } });
    t.match(alerts.data, [{ light: 'red' }]);
    t.equal(alerts.data.length, 1);
    const evaluations = await client.get('/v1/evaluations', {
      query: { org: 'shuangpai-park', period: '2017-11' },
    });
    t.equal(evaluations.data.length, Object.keys(INDICATORS).length + 1);
    const deliveries = await client.get('/v1/deliveries');
    t.match(
      deliveries.data.find((entry) => entry.type === 'alert.raised'),
      { state: 'delivered' },
    );
    const params = { id: report.id, format: 'html' };
    const file = await client.download('/v1/reports/{id}/report.{format}', { params });
    const html = String(await file.bytes());
    t.match(html, '−10.19个百分点', 'the report waited for the judgement');

    // The monthly tick is the scheduler's own doing, on its way to the goal.
    await client.put('/v1/clock', { now: '2017-12-12T09:00:00+08:00' });
    await until('all is settled', async () => (await client.get('/v1/clock')).settled);
    const events = await client.get('/v1/events', { query: { types: 'dispatch.list' } });
    t.equal(events.data.length, 1, 'one list for one park and month');
    t.same(
      await stop(),
      SERVICES.map(() => 0),
      'every service ends well when asked to',
    );
  });
}

/** Starts all services on a database of the test's own; `stop` asks them to end and answers their exit codes. */
async function startServices(
  t: Test,
  { backend }: { backend: 'postgres' | 'redis' },
): Promise<{ url: string; stop(): Promise<(number | null)[]> }> {
  const port = await freePort();
  const redis = backend === 'redis' ? redisOfRun() : null;
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: await cloneDatabase(t),
    ...(redis ? { REDIS_URL: redis } : {}),
    XUSHI_SECRET_KEY: TEST_SECRET_KEY,
    XUSHI_ADMIN_KEY: KEY,
    XUSHI_CLOCK: 'simulated:2017-12-05T09:00:00+08:00',
    XUSHI_SEED: 'none',
    XUSHI_DATA_DIR: temporaryFolder(t),
    XUSHI_PORT: String(port),
    XUSHI_LOG_LEVEL: 'error',
  };
  const children = SERVICES.map((service): ChildProcess => {
    const main = fileURLToPath(new URL(`../../../services/${service}/dist/src/main.js`, import.meta.url));
    return spawn(process.execPath, [main], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  });
  const stop = () =>
    Promise.all(
      children.map(async (child) => {
        child.kill('SIGTERM');
        return child.exitCode ?? ((await once(child, 'exit'))[0] as number | null);
      }),
    );
  t.teardown(() => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  });
  return { url: `http://127.0.0.1:${port}`, stop };
}
