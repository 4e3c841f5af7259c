import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { openEmbeddedPostgres } from '@xushi/embedded';
import type { PgQueryable } from 'bullmq';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import type { Test } from 'tap';
import { type BackendOptions, migrateQueue } from '../src/index.js';

/** A server that keeps rings, which a test may treat badly. */
export interface TestBackend {
  options: BackendOptions;
  /** Everything that was kept is gone, under the feet of whoever uses it. */
  lose(): Promise<void>;
  /** Undefined where the server is not ours to stop. */
  outage?: { begin(): Promise<void>; end(): Promise<void> };
}

export async function postgresBackend(t: Test): Promise<TestBackend> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xushi-queue-'));
  await chmod(dataDir, 0o755);
  let server = await openEmbeddedPostgres({ dataDir, fsync: false });
  t.teardown(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });
  const url = server.adminUrl;
  const schema = 'bells';
  await migrateQueue(url, schema);
  return {
    options: { kind: 'postgres', url, schema, maxConnections: 6 },
    async lose() {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        while (!(await dropped(client, schema)));
      } finally {
        await client.end();
      }
      await migrateQueue(url, schema);
    },
    outage: {
      begin: () => server.stop(),
      end: async () => {
        server = await openEmbeddedPostgres({ dataDir, fsync: false });
        if (server.adminUrl !== url) throw new Error('the server came back elsewhere');
      },
    },
  };
}

/** False where a worker at work and the drop waited for each other. */
async function dropped(client: PgQueryable, schema: string): Promise<boolean> {
  try {
    await client.query(`drop schema ${schema} cascade`);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === '40P01') return false;
    throw thrown;
  }
}

/** Undefined where there is no Redis to test with; the test is then skipped and says why. */
export async function redisBackend(t: Test): Promise<TestBackend | undefined> {
  // One of the test's own may be stopped; the run's is only used where there is no program to start.
  const program = await findProgram('redis-server');
  const given = process.env.XUSHI_TEST_REDIS_URL;
  if (!program && given) return { options: { kind: 'redis', url: given }, lose: () => removeOurs(given) };
  if (!program) {
    t.plan(0, 'there is no redis-server on this machine and XUSHI_TEST_REDIS_URL is not set');
    return undefined;
  }
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await startRedis(program, port);
  t.teardown(() => stop(server));
  return {
    options: { kind: 'redis', url },
    lose: () => command(url, (redis) => redis.flushall()),
    outage: {
      begin: () => stop(server),
      end: async () => {
        server = await startRedis(program, port);
      },
    },
  };
}

async function startRedis(program: string, port: number): Promise<ChildProcess> {
  const server = spawn(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()],
    { stdio: 'ignore' },
  );
  await command(`redis://127.0.0.1:${port}`, (redis) => redis.ping());
  return server;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}

async function command(url: string, run: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  redis.on('error', () => undefined);
  await run(redis);
  await redis.quit();
}

/** Somebody else's server: what tests wrote begins with their prefix. */
async function removeOurs(url: string): Promise<void> {
  await command(url, async (redis) => {
    const keys = await redis.keys('xushi-test-*');
    if (keys.length > 0) await redis.del(...keys);
  });
}

async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
