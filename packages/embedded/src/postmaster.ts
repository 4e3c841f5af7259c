import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Directory } from './directory.js';
import { systemCode } from './errors.js';
import { commandOf, identify, type ProcessIdentity } from './process-identity.js';

/** What a server writes about itself into its cluster. */
export interface Postmaster {
  pid: number;
  startedEpoch: number;
  port: number;
  ready: boolean;
}

function pidFile(directory: Directory): string {
  return join(directory.cluster, 'postmaster.pid');
}

/** Undefined where no server runs or ran to a bad end; fields it has not come to yet are 0. */
export async function readPostmaster(directory: Directory): Promise<Postmaster | undefined> {
  let text: string;
  try {
    text = await readFile(pidFile(directory), 'utf8');
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
  const lines = text.split('\n');
  return {
    pid: Math.abs(Number(lines[0]) || 0),
    startedEpoch: Number(lines[2]) || 0,
    port: Number(lines[3]) || 0,
    ready: lines[7]?.trim() === 'ready',
  };
}

/**
 * The living server of this cluster, if there is one. A number that another program got in the meantime is not
 * it: a server names its cluster among its arguments.
 */
export async function livingPostmaster(
  directory: Directory,
): Promise<{ postmaster: Postmaster; process: ProcessIdentity } | undefined> {
  const postmaster = await readPostmaster(directory);
  if (!postmaster || postmaster.pid === 0) return undefined;
  const process = await identify(postmaster.pid);
  if (!process || !(await commandOf(postmaster.pid)).includes(directory.cluster)) return undefined;
  return { postmaster, process };
}

/**
 * Removes the pid file of a dead server; says whether there was one. Sessions that outlive their server for a
 * moment are no danger: Postgres finds them by the memory they share and does not start before they have gone.
 */
export async function removeStalePidFile(directory: Directory): Promise<boolean> {
  if (!(await readPostmaster(directory))) return false;
  await rm(pidFile(directory), { force: true });
  return true;
}
