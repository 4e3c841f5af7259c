import { readFile, stat } from 'node:fs/promises';
import { getuid } from 'node:process';
import { EmbeddedPostgresError, systemCode } from './errors.js';

/** The unprivileged user the server runs as when we are root: Postgres refuses to run as root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
  /** The program to start through, where a folder on the way is closed to the account. */
  setpriv?: string;
}

/** In order of preference; both exist on nearly every system, and no system is given a user it did not have. */
const candidates = ['postgres', 'nobody'];

/** None where we are not root: the server then runs as we do. An existing cluster keeps its owner. */
export async function findAccount(clusterDir: string): Promise<Account | undefined> {
  if (getuid?.() !== 0) return undefined;
  const accounts = await readAccounts();
  const owner = await ownerOf(clusterDir);
  if (owner !== undefined && owner !== 0) {
    const kept = accounts.find((account) => account.uid === owner);
    if (kept) return kept;
  }
  for (const name of candidates) {
    const found = accounts.find((account) => account.name === name);
    if (found && found.uid !== 0) return found;
  }
  throw new EmbeddedPostgresError(
    'accountMissing',
    `Postgres does not run as root and there is no user ${candidates.join(' or ')} to run it as: create one (useradd --system postgres) or start as another user.`,
  );
}

async function readAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

async function ownerOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).uid;
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}
