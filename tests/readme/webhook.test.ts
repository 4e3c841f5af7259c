import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient, type Operation, type RowOf } from '@xushi/client';
import { ADMIN_KEY, freePort, temporaryFolder } from '@xushi/testing';
import t, { type Test } from 'tap';
import { startInstance } from './instance.js';
import { blocksOf, pageOf, root } from './pages.js';

const examples = new Map(
  blocksOf(pageOf('README.md'), 'js').map((text) => [/^\/\/ ([\w-]+\.mjs)/.exec(text)?.[1] ?? '', text]),
);

for (const verifier of ['verify.mjs', 'verify-with-client.mjs']) {
  t.test(`the README’s receiver takes real webhooks, checked by ${verifier}`, async (t) => {
    const port = await freePort();
    const url = await startInstance(t, { XUSHI_WEBHOOK_ALLOW: `127.0.0.1:${port}` });
    const client = createClient({ url, key: ADMIN_KEY });
    await client.put('/v1/orgs/{key}', { name: '示例园区', level: 'park' }, { params: { key: 'demo-park' } });
    await client.put(
      '/v1/indicators/{key}',
      { name: '工业集中度（示例）', unit: '%', type: 'ratio' },
      { params: { key: 'demo-ratio' } },
    );
    await client.post('/v1/targets', { org: 'demo-park', year: 2021, indicator: 'demo-ratio', value: '60' });
    const made = await client.post('/v1/receivers', {
      name: '示例',
      channel: 'webhook',
      url: `http://127.0.0.1:${port}/hook`,
      org: 'demo-park',
    });
    const program = await startReceiver(t, {
      verifier,
      port,
      secret: 'secret' in made ? (made.secret ?? '') : '',
    });

    await client.post('/v1/submissions', {
      org: 'demo-park',
      period: '2021-09',
      values: [{ indicator: 'demo-ratio', value: '58' }],
    });
    t.equal(
      await program.nextLine(),
      'alert.raised 示例园区 工业集中度（示例） 低于年度目标2.00个百分点（黄灯）',
    );

    const delivery = await deliveryOf(client, 'alert.raised');
    await client.post('/v1/deliveries/{id}/redeliver', {}, { params: { id: delivery.id } });
    await attempts(client, 2);
    await client.post('/v1/reports', { org: 'demo-park', period: '2021-09' });
    t.equal(await program.nextLine(), 'report.ready ', 'what came twice is told once');

    const forged = await fetch(`http://127.0.0.1:${port}/hook`, {
      method: 'POST',
      headers: {
        'webhook-id': delivery.id,
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
      },
      body: '{}',
    });
    t.equal(forged.status, 401, 'what was not signed is refused');
    t.equal((await fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', body: '{}' })).status, 401);
  });
}

type Delivery = RowOf<Operation<'/v1/deliveries', 'get'>>;

async function deliveryOf(client: Client, type: string): Promise<Delivery> {
  const { data } = await client.get('/v1/deliveries');
  const found = data.find((delivery) => delivery.type === type);
  if (!found) throw new Error(`no delivery of ${type}`);
  return found;
}

/** Waits until the warning's delivery has been attempted so many times. */
async function attempts(client: Client, count: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { attempts, state } = await deliveryOf(client, 'alert.raised');
    if (attempts.length >= count && state === 'delivered') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the delivery was not attempted ${count} times`);
}

/** Runs receive.mjs as the page has it, with one of the verifiers in place of verify.mjs. */
async function startReceiver(t: Test, of: { verifier: string; port: number; secret: string }) {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(root, 'tests', 'node_modules', '@xushi'), join(folder, 'node_modules', '@xushi'));
  writeFileSync(join(folder, 'verify.mjs'), examples.get(of.verifier) ?? '');
  writeFileSync(join(folder, 'receive.mjs'), examples.get('receive.mjs') ?? '');
  const program = spawn(process.execPath, ['receive.mjs'], {
    cwd: folder,
    env: { ...process.env, PORT: String(of.port), XUSHI_WEBHOOK_SECRET: of.secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.teardown(() => stop(program));
  await listening(of.port);
  const lines = linesOf(program);
  return { nextLine: async (): Promise<string> => (await lines.next()).value ?? '' };
}

async function* linesOf(program: ChildProcess): AsyncGenerator<string> {
  let text = '';
  for await (const chunk of program.stdout?.setEncoding('utf8') ?? []) {
    const lines = (text + chunk).split('\n');
    text = lines.pop() ?? '';
    yield* lines;
  }
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the receiver does not listen');
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return;
  program.kill();
  await once(program, 'exit');
}
