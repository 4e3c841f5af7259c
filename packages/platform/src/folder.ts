import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, one at a time. Node's own recursive `mkdir` never comes back where a parent
 * is a place in which nothing can be made (`/proc`). Throws the fault of the first that cannot be made.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (fault) {
    // Another process may have made it meanwhile.
    if ((fault as { code?: string }).code !== 'EEXIST') throw fault;
  }
}
