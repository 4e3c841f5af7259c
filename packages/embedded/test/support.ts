import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import type { Test } from 'tap';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, openEmbeddedPostgres } from '../src/index.js';
import { identify } from '../src/process-identity.js';

/** A folder of its own that everybody may enter: what lies below it is reached without more rights. */
export async function temporaryDir(t: Test): Promise<string> {
  const dir = await closedDir(t);
  await chmod(dir, 0o755);
  return dir;
}

/** One that nobody else may enter. */
export async function closedDir(t: Test): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'xushi-embedded-'));
  t.teardown(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
}

/** Opened without waiting for the disk, and stopped when the test ends. */
export async function open(
  t: Test,
  options: Partial<EmbeddedPostgresOptions> & { dataDir: string },
): Promise<EmbeddedPostgres> {
  const server = await openEmbeddedPostgres({ fsync: false, ...options });
  t.teardown(() => server.stop());
  return server;
}

export async function query<T>(url: string, ask: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

export interface Opened {
  adminUrl: string;
  pid: number;
  port: number;
  adopted: boolean;
}

export interface Owner {
  process: ChildProcess;
  said: Partial<Opened> & { code?: string; message?: string };
  exited: Promise<unknown>;
}

/**
 * Starts a process that opens a data directory, with nothing in its environment, and waits for its line. `how`
 * is the way a shell starts it; `script` may be that of another installation.
 */
export async function startOwner(
  t: Test,
  dataDir: string,
  how = 'exec',
  script = fileURLToPath(new URL('./owner.js', import.meta.url)),
): Promise<Owner> {
  const child = spawn('/bin/sh', ['-c', `${how} "$0" "$@"`, process.execPath, script, dataDir], {
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  t.teardown(async () => {
    child.stdin.end();
    await exited;
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, said: JSON.parse(line), exited };
}

export async function killOwner(owner: Owner): Promise<void> {
  owner.process.kill('SIGKILL');
  await owner.exited;
}

/** A process that has ended but that nobody has asked after is not alive. */
export async function isAlive(pid: number): Promise<boolean> {
  return (await identify(pid)) !== undefined;
}
