import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '@xushi/api';
import { drain } from '@xushi/events';
import { type Config, createLog, readConfig, type WallClock } from '@xushi/platform';
import { establishAdminKey } from '@xushi/registry';
import { type Context, openContext } from '@xushi/runtime';
import { checkAnswer } from './contract.js';
import { cloneDatabase, type Lifetime, redisOfRun, TEST_SECRET_KEY } from './database.js';

export const ADMIN_KEY = 'xushi_test_admin_key_0123456789';

export type Backend = 'postgres' | 'redis';

/** The queue backends this run can use; Redis where one was found. */
export const backends = (): Backend[] => (redisOfRun() ? ['postgres', 'redis'] : ['postgres']);

/** What a request of the test got. */
export interface TestAnswer<T = Record<string, unknown>> {
  status: number;
  headers: Record<string, unknown>;
  body: T;
}

/** An installation of the test's own: its database, context and interface, without listening on a port. */
export interface TestInstallation {
  context: Context;
  databaseUrl: string;
  dataDir: string;
  /** One request through the interface, with the admin's key unless another is given. */
  call<T = Record<string, unknown>>(
    method: string,
    url: string,
    body?: unknown,
    options?: { key?: string | null; headers?: Record<string, string> },
  ): Promise<TestAnswer<T>>;
  /** Runs all reactors until nothing is owed: no queue, no waiting. */
  drain(): Promise<void>;
}

export interface InstallationOptions {
  /** ISO moment at which business time starts. */
  at: string;
  backend?: Backend;
  env?: Record<string, string>;
  databaseUrl?: string;
  dataDir?: string;
  wall?: WallClock;
  queuePrefix?: string;
}

/** Opens an installation that is gone when the test is over. */
export async function openInstallation(t: Lifetime, options: InstallationOptions): Promise<TestInstallation> {
  const databaseUrl = options.databaseUrl ?? (await cloneDatabase(t));
  const dataDir = options.dataDir ?? temporaryFolder(t);
  const redis = options.backend === 'redis' ? redisOfRun() : null;
  const config: Config = readConfig({
    XUSHI_CLOCK: `simulated:${options.at}`,
    XUSHI_SEED: 'none',
    XUSHI_DATA_DIR: dataDir,
    XUSHI_LOG_LEVEL: 'error',
    XUSHI_PORT: '0',
    // A test of limits sets its own.
    XUSHI_RATE_LIMIT: '0',
    XUSHI_FAILED_KEY_LIMIT: '0',
    DATABASE_URL: databaseUrl,
    ...(redis ? { REDIS_URL: redis } : {}),
    ...options.env,
  });
  const context = await openContext({
    config,
    secretKey: TEST_SECRET_KEY,
    databaseUrl,
    workers: 6,
    requests: 8,
    name: 'test',
    overrides: {
      queuePrefix: options.queuePrefix ?? `t${randomBytes(6).toString('hex')}`,
      log: createLog({ level: config.logLevel, name: 'test' }),
      ...(options.wall ? { wall: options.wall } : {}),
    },
  });
  t.teardown(() => context.close());
  await context.work((unit) => establishAdminKey(unit, ADMIN_KEY));
  const server = await buildServer(context);
  t.teardown(() => server.close());
  return {
    context,
    databaseUrl,
    dataDir,
    async call(method, url, body, { key = ADMIN_KEY, headers = {} } = {}) {
      const answer = await server.inject({
        method: method as 'GET',
        url,
        headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      checkAnswer({
        method,
        url,
        status: answer.statusCode,
        contentType: answer.headers['content-type'] as string | undefined,
        body: answer.body,
      });
      const json = /[/+]json/.test(String(answer.headers['content-type'] ?? ''));
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: (json ? answer.json() : answer.body) as never,
      };
    },
    drain: () => drain(context.workshop, context.reactors),
  };
}

export function temporaryFolder(t: Lifetime): string {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-test-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
