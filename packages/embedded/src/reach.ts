import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { env } from 'node:process';
import type { Account } from './account.js';
import { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './errors.js';
import { isExecutable, runProgram } from './program.js';

/** What the server's account must get to, and what it is called when it cannot. */
export interface Destination {
  folder: string;
  code: EmbeddedPostgresErrorCode;
}

/**
 * The account as programs are to be started: plainly where it may enter every folder on its way, else through
 * setpriv. Folders above ours belong to others (/root and a temporary folder of root's are the common ones), so
 * their permissions stay as they are.
 */
export async function findWay(options: {
  account: Account | undefined;
  destinations: Destination[];
  /** Where setpriv may be, unless told otherwise. */
  places?: string[];
}): Promise<Account | undefined> {
  const { account, destinations } = options;
  if (!account) return undefined;
  for (const { folder, code } of destinations) {
    const closed = await closedFolder(folder, account);
    if (closed === undefined) continue;
    const tried = await trySetpriv({ account, destinations, places: options.places ?? setprivPlaces() });
    if (tried.account) return tried.account;
    throw new EmbeddedPostgresError(
      code,
      `Postgres runs as user ${account.name}, who may not enter ${closed}, and setpriv, which could let it through, ${tried.why}: put xushi and XUSHI_DATA_DIR elsewhere (such as /opt/xushi and /var/lib/xushi), start as a normal user, or set DATABASE_URL to a Postgres of your own.`,
    );
  }
  return account;
}

/**
 * Tries it before anything depends on it: a container may not have the capability to give, and a setpriv other
 * than that of util-linux may not know what we ask of it.
 */
async function trySetpriv(options: {
  account: Account;
  destinations: Destination[];
  places: string[];
}): Promise<{ account?: Account; why: string }> {
  let why = 'was not found (it is part of util-linux)';
  for (const setpriv of options.places) {
    if (!(await isExecutable(setpriv))) continue;
    const account = { ...options.account, setpriv };
    const tried = await runProgram({
      file: '/bin/sh',
      args: [
        '-c',
        'for folder; do test -x "$folder" || exit 1; done',
        'sh',
        ...options.destinations.map(({ folder }) => folder),
      ],
      account,
      cwd: '/',
    });
    if (tried.code === 0) return { account, why };
    why = `could not (${tried.error?.message ?? (tried.output.trim() || 'the way stays closed')})`;
  }
  return { why };
}

/** An environment without a PATH, or with a short one, is no reason to do without. */
function setprivPlaces(): string[] {
  const folders = [...(env.PATH ?? '').split(':').filter(isAbsolute), '/usr/bin', '/bin'];
  return [...new Set(folders)].map((folder) => join(folder, 'setpriv'));
}

/** The first folder, from the given one upwards, that the account may not enter. */
async function closedFolder(folder: string, account: Account): Promise<string | undefined> {
  if (!(await mayEnter(folder, account))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : closedFolder(parent, account);
}

export async function mayEnter(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
