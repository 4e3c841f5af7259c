import { chmod, mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Account } from './account.js';
import { EmbeddedPostgresError, reasonOf } from './errors.js';

/** Where things lie in a data directory. */
export interface Directory {
  root: string;
  /** The topmost folder that was made just now, else the directory itself: from there down all is ours. */
  ours: string;
  /** Postgres's own folder, only ever renamed into place complete. */
  cluster: string;
  /** Port and password, 0600. */
  access: string;
  log: string;
}

/** Makes the directory and shows that it can be written, before anything else is tried in it. */
export async function prepareDirectory(dataDir: string): Promise<Directory> {
  const wanted = resolve(dataDir);
  try {
    const made = await mkdir(wanted, { recursive: true });
    const root = await realpath(wanted);
    const trial = join(root, `trial-${process.pid}`);
    await writeFile(trial, '');
    await rm(trial, { force: true });
    return {
      root,
      ours: made ? await realpath(made) : root,
      cluster: join(root, 'cluster'),
      access: join(root, 'postgres.json'),
      log: join(root, 'postgres.log'),
    };
  } catch (thrown) {
    throw new EmbeddedPostgresError(
      'dataDirNotWritable',
      `The data directory ${wanted} cannot be written (${reasonOf(thrown)}): set XUSHI_DATA_DIR to a folder this user may write.`,
      thrown,
    );
  }
}

/**
 * Lets the server's account enter the directory. Folders of our own get the missing permission; those above
 * belong to others (/root is the common one), so there we only say what is in the way.
 */
export async function makeReachable(directory: Directory, account: Account | undefined): Promise<void> {
  if (!account) return;
  for (let folder = directory.root, own = true; ; folder = dirname(folder)) {
    if (!(await mayEnter(folder, account))) {
      if (!own) throw unreachable(folder, account);
      await chmod(folder, ((await stat(folder)).mode & 0o7777) | 0o011);
    }
    if (folder === dirname(folder)) return;
    if (folder === directory.ours) own = false;
  }
}

function unreachable(folder: string, account: Account): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'dataDirUnreachable',
    `Postgres runs as user ${account.name}, who may not enter ${folder}: set XUSHI_DATA_DIR to a folder outside it, such as /var/lib/xushi, or allow it with chmod o+x ${folder}.`,
  );
}

async function mayEnter(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
