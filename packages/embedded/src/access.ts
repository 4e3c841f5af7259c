import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { EmbeddedPostgresError, systemCode } from './errors.js';

/** The server listens here only; nothing outside the machine can reach it. */
export const host = '127.0.0.1';
export const superuser = 'postgres';

/** What a process needs to reach the server: kept beside the cluster, readable by its owner alone. */
export interface Access {
  port: number;
  password: string;
}

/** Reads postgres.json; undefined where there is none yet. */
export async function readAccess(file: string): Promise<Access | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
  try {
    const { port, password } = JSON.parse(text) as Partial<Access>;
    if (Number.isInteger(port) && typeof password === 'string') return { port: port as number, password };
  } catch {
    // Told below, with the same words as for missing fields.
  }
  throw new EmbeddedPostgresError(
    'passwordLost',
    `${file} cannot be read as {port, password}: put it back from a backup of the data directory.`,
  );
}

/** Through a rename: a process killed in the middle leaves the old file or the new one, never half of one. */
export async function writeAccess(file: string, access: Access): Promise<void> {
  const fresh = `${file}.new`;
  await writeFile(fresh, `${JSON.stringify({ ...access, user: superuser })}\n`, { mode: 0o600 });
  await rename(fresh, file);
}

export async function newAccess(): Promise<Access> {
  return { port: await freePort(), password: randomBytes(24).toString('hex') };
}

export function adminUrl(access: Access): string {
  return `postgres://${superuser}:${access.password}@${host}:${access.port}/postgres`;
}

/** A port nobody listens on now; somebody may take it before the server does, so starting tries again. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
