import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's own folder, from a built file of the tests. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** How a program ended and what it said. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

/**
 * A program with these variables and no others. Through `env`, since what runs the tests puts more into the
 * environment of whatever a test starts.
 */
export function alone(env: Record<string, string>, file: string, args: string[]): [string, string[]] {
  return ['env', ['-i', ...Object.entries(env).map(([name, value]) => `${name}=${value}`), file, ...args]];
}

/** Runs a program to its end, with nothing in its environment but `env`. */
export async function run(
  file: string,
  args: string[],
  options: { env: Record<string, string> },
): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(...alone(options.env, file, args), {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said, seconds: (performance.now() - begun) / 1000 };
}

/** The living processes whose command line names this. */
export function processesNaming(text: string): string[] {
  return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(text) && !/^\s*\d+\s+Z/.test(line));
}
