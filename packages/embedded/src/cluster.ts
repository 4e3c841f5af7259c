import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { superuser } from './access.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { Directory } from './directory.js';
import { EmbeddedPostgresError, systemCode } from './errors.js';
import { lastLines } from './log-file.js';
import { runProgram } from './program.js';

/** The major version of the cluster that is there, or undefined where none is. */
export async function readMajor(directory: Directory): Promise<string | undefined> {
  try {
    return (await readFile(join(directory.cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    throw new EmbeddedPostgresError(
      'dataDirNotWritable',
      `${directory.cluster} cannot be read (${systemCode(thrown)}): start as the user who made it.`,
      thrown,
    );
  }
}

export function checkMajor(options: { found: string; binaries: Binaries; directory: Directory }): void {
  const { found, binaries, directory } = options;
  if (found === binaries.major) return;
  throw new EmbeddedPostgresError(
    'otherMajor',
    `${directory.cluster} was made by Postgres ${found} and this release brings Postgres ${binaries.major}: start the release that made it, back up, and restore the backup into an empty data directory with this one.`,
  );
}

/**
 * Makes a new cluster beside its place and renames it into place when it is complete, so that one that was
 * killed half-way is never taken for a cluster. What such a one left is removed first.
 */
export async function initialiseCluster(options: {
  directory: Directory;
  binaries: Binaries;
  account: Account | undefined;
  password: string;
  fsync: boolean;
}): Promise<void> {
  const { directory, binaries, account } = options;
  await removeUnfinished(directory.root);
  const name = `cluster-new-${randomBytes(6).toString('hex')}`;
  const fresh = join(directory.root, name);
  const passwordFile = join(directory.root, `${name}.password`);
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (account) {
    await chown(fresh, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const ended = await runProgram({
    file: binaries.initdb,
    args: [
      `--pgdata=${fresh}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // Without these and without LANG the cluster would be SQL_ASCII, and its order that of the machine.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(options.fsync ? [] : ['--no-sync']),
    ],
    account,
    cwd: '/',
  });
  await rm(passwordFile, { force: true });
  if (ended.code !== 0) {
    await removeUnfinished(directory.root);
    const said = lastLines(ended.output) || ended.error?.message || `signal ${ended.signal}`;
    throw new EmbeddedPostgresError(
      'initialiseFailed',
      `A database could not be made in ${directory.root}: free some disk space or set XUSHI_DATA_DIR to another folder, then start again. It said: ${said}`,
      ended.error,
    );
  }
  await rename(fresh, directory.cluster).catch((thrown: unknown) => {
    throw new EmbeddedPostgresError(
      'initialiseFailed',
      `${directory.cluster} is there but is no database: move it away, or put the database back from a backup, then start again.`,
      thrown,
    );
  });
  if (options.fsync) await syncFolder(directory.root);
}

async function removeUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith('cluster-new-')) continue;
    // An initdb that outlived its process may still be writing; what it leaves goes at the next start.
    await rm(join(root, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** Makes the rename itself survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
