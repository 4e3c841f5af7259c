import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareTemplate } from './database.js';
import { startTestPostgres, startTestRedis } from './servers.js';
import { createTapPrinter } from './tap-printer.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

/** Two files at a time: the machines that run this have two cores. */
const JOBS = 2;
/** A file that takes longer has a leak. */
const TIMEOUT_SECONDS = 300;

export interface TestRun {
  passed: number;
  failed: number;
  skipped: number;
  /** False where the runner itself failed. */
  complete: boolean;
}

/**
 * Runs the built test files of the given package folders against one Postgres and, where there is one, one Redis.
 * With XUSHI_REQUIRE_REDIS a missing Redis is a failure; otherwise it is said what was not run.
 */
export async function runTests(options: { folders: string[]; filters: string[] }): Promise<TestRun> {
  const files = options.folders
    .flatMap((folder) => testFiles(join(root, folder, 'dist')))
    .map((path) => path.slice(root.length + 1))
    .filter(
      (path) =>
        options.filters.length === 0 ||
        options.filters.some((filter) => path.replace('/dist/', '/').includes(filter)),
    );
  if (files.length === 0) {
    console.log('no test file matches');
    return { passed: 0, failed: 1, skipped: 0, complete: false };
  }
  const given = process.env.REDIS_URL ?? null;
  const redis = given ? null : await startTestRedis();
  const redisUrl = given ?? redis?.url ?? null;
  if (!redisUrl) {
    console.log(
      'No redis-server, valkey-server or REDIS_URL was found: the queue was tested on Postgres only, not on Redis.',
    );
    if (process.env.XUSHI_REQUIRE_REDIS) return { passed: 0, failed: 1, skipped: 0, complete: false };
  }
  const postgres = await startTestPostgres();
  try {
    await prepareTemplate(postgres.url);
    return await runTap(files, {
      ...process.env,
      XUSHI_TEST_POSTGRES_URL: postgres.url,
      ...(redisUrl ? { XUSHI_TEST_REDIS_URL: redisUrl } : {}),
    });
  } finally {
    await postgres.stop();
    await redis?.stop();
  }
}

async function runTap(files: string[], env: NodeJS.ProcessEnv): Promise<TestRun> {
  const tap = spawn(
    join(root, 'node_modules', '.bin', 'tap'),
    [
      'run',
      '--disable-coverage',
      '--reporter=tap',
      `--jobs=${JOBS}`,
      `--timeout=${TIMEOUT_SECONDS}`,
      ...files,
    ],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const printer = createTapPrinter((line) => console.log(line));
  tap.stdout.setEncoding('utf8');
  tap.stdout.on('data', (text: string) => printer.write(text));
  const code = await new Promise<number>((resolve) => tap.on('close', (status) => resolve(status ?? 1)));
  const counts = printer.end();
  const failed = counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0);
  return { ...counts, failed, complete: counts.complete };
}

function testFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.js'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
