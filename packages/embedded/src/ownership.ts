import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError, reasonOf, systemCode } from './errors.js';
import { identify, isSame, type ProcessIdentity } from './process-identity.js';

/** The right to run the server of a data directory. */
export interface Ownership {
  /** Idempotent. */
  release(): Promise<void>;
}

let claims = 0;

/** Each round, some process takes or gives up the claim; so many in a row means a folder that was copied. */
const patience = 100;

/**
 * Claims a data directory for this process. The claim is a folder `owner` that holds who made it, so that both
 * steps that can race are one rename each, which fails where the other process was first: renaming a complete
 * claim onto an existing one, and moving a dead owner's claim away under a name made from that owner (two
 * processes that saw the same dead owner cannot move a living one's claim by mistake).
 */
export async function claimDirectory(root: string): Promise<Ownership> {
  const place = join(root, 'owner');
  const self = await identify(process.pid);
  if (!self) throw new EmbeddedPostgresError('dataDirNotWritable', 'This process cannot be identified.');
  claims += 1;
  const mine = join(root, `owner-claim-${process.pid}-${claims}`);
  await rm(mine, { recursive: true, force: true });
  await mkdir(mine);
  await writeDurably(join(mine, 'process.json'), JSON.stringify(self));
  try {
    for (let round = 0; !(await renamed(mine, place)); round += 1) {
      if (round === patience) throw unreadable(place, 'its owner does not change');
      const owner = await readOwner(place);
      if (!owner) continue;
      if (await isSame(owner)) throw inUse(root, owner);
      await renamed(place, join(root, `owner-gone-${owner.pid}-${owner.started.replaceAll(/\W/g, '-')}`));
    }
  } catch (thrown) {
    await rm(mine, { recursive: true, force: true });
    throw thrown;
  }
  await sweep(root);
  let released: Promise<void> | undefined;
  return {
    release: () => {
      released ??= release(place, mine);
      return released;
    },
  };
}

async function release(place: string, mine: string): Promise<void> {
  if (await renamed(place, mine)) await rm(mine, { recursive: true, force: true });
}

/** False where the target exists already, or the source does not any more. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return false;
    throw thrown;
  }
}

/** Synced, so that a power cut does not leave a claim nobody can read. */
async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Undefined where the owner has just released it. */
async function readOwner(place: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(join(place, 'process.json'), 'utf8')) as ProcessIdentity;
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    throw unreadable(place, reasonOf(thrown), thrown);
  }
}

/** How many marks of dead owners stay: a rival that was slow to act on one must still find it taken. */
const marksKept = 16;

async function sweep(root: string): Promise<void> {
  const marks: { path: string; madeAt: number }[] = [];
  for (const name of await readdir(root)) {
    const path = join(root, name);
    const claimant = /^owner-claim-(\d+)-/.exec(name)?.[1];
    if (claimant && !(await identify(Number(claimant)))) await rm(path, { recursive: true, force: true });
    if (name.startsWith('owner-gone-')) marks.push({ path, madeAt: (await stat(path)).mtimeMs });
  }
  marks.sort((one, other) => other.madeAt - one.madeAt);
  for (const { path } of marks.slice(marksKept)) await rm(path, { recursive: true, force: true });
}

function unreadable(place: string, why: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'dataDirInUse',
    `${place} does not say who uses this data directory (${why}): remove that folder if no xushi runs on it.`,
    cause,
  );
}

function inUse(root: string, owner: ProcessIdentity): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'dataDirInUse',
    `The data directory ${root} is in use by process ${owner.pid}: stop that process, or set XUSHI_DATA_DIR to another folder.`,
  );
}
