import { spawn } from 'node:child_process';
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

/** Runs a short program to its end and collects both of its outputs. Never throws. */
export function runProgram(options: {
  file: string;
  args: string[];
  account: Account | undefined;
  cwd: string;
}): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(options.file, options.args, {
      cwd: options.cwd,
      env: programEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.account ? { uid: options.account.uid, gid: options.account.gid } : {}),
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
