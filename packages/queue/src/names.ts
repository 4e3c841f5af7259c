import { DoorbellError } from './errors.js';

/** BullMQ builds keys with colons, and takes names of digits alone for numbers. */
const allowed = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Refuses what BullMQ would misread, before anything is written under it. */
export function checkNames(what: string, names: Iterable<string>): void {
  for (const name of names) {
    if (allowed.test(name)) continue;
    throw new DoorbellError(
      'queueMisnamed',
      `${what} ${JSON.stringify(name)} cannot be used for a queue: begin with a letter, go on with letters, digits, - and _.`,
    );
  }
}
