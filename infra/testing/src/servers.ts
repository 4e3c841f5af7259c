import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { openEmbeddedPostgres } from '@xushi/embedded';

/** A server that tests talk to, with its address. */
export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** A Postgres of its own in a temporary directory; its data need not survive. */
export async function startTestPostgres(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xushi-test-postgres-'));
  const server = await openEmbeddedPostgres({ dataDir, fsync: false, maxConnections: 400 });
  return {
    url: server.adminUrl,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A Redis or Valkey of its own, or null where this machine has no such program. */
export async function startTestRedis(): Promise<TestServer | null> {
  const program = ['redis-server', 'valkey-server'].map(findProgram).find((path) => path !== null);
  if (!program) return null;
  const port = await freePort();
  const child = spawn(
    program,
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const chunk of child.stdout) {
    if (String(chunk).includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Where a program stands on the PATH, or null. */
export function findProgram(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && existsSync(path)) return path;
  }
  return null;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
