import { chmod, mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Account } from './account.js';
import { EmbeddedPostgresError, reasonOf } from './errors.js';
import { mayEnter } from './reach.js';

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
 * Lets the server's account enter the folders that are ours. Those above belong to others; how the server gets
 * through them is found when it is to be started.
 */
export async function openOwnFolders(directory: Directory, account: Account | undefined): Promise<void> {
  if (!account) return;
  for (let folder = directory.root; ; folder = dirname(folder)) {
    if (!(await mayEnter(folder, account))) {
      await chmod(folder, ((await stat(folder)).mode & 0o7777) | 0o011);
    }
    if (folder === directory.ours) return;
  }
}
