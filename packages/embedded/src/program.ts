import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Account } from './account.js';

/** How a program ended and what it said. */
export interface ProgramEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
  /** Set where it could not be started at all. */
  error?: Error;
}

/**
 * The environment of every Postgres program: nothing of ours, so that it behaves the same under systemd, in a
 * container and in a shell, and its messages stay in English for the places that read them.
 */
export const programEnvironment = { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC' };

/** Whether it is there and we may run it. */
export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** How to start a program so that it runs as the account. */
export interface Launch {
  file: string;
  args: string[];
  /** Who it is started as: nobody else than us where it changes users by itself. */
  user: { uid?: number; gid?: number };
}

export function launchAs(account: Account | undefined, file: string, args: string[]): Launch {
  if (!account) return { file, args, user: {} };
  const { uid, gid, setpriv } = account;
  if (!setpriv) return { file, args, user: { uid, gid } };
  return { file: setpriv, args: [...throughClosedFolders(account), '--', file, ...args], user: {} };
}

/**
 * Keeps one capability of root's, to search and read whatever the permissions say, and drops the rest for good.
 * setpriv then becomes the program: the process is the same, and so are its number and its signals.
 */
function throughClosedFolders({ uid, gid }: Account): string[] {
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    // access(2), by which Postgres looks for its own files, disregards the capabilities of all but root without it.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--no-new-privs',
  ];
}

/** Runs a short program to its end and collects both of its outputs. Never throws. */
export function runProgram(options: {
  file: string;
  args: string[];
  account: Account | undefined;
  cwd: string;
}): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    let output = '';
    const { file, args, user } = launchAs(options.account, options.file, options.args);
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: programEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: null, signal: null, output, error }));
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
}
