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

/** Runs a program to its end. */
export async function run(
  file: string,
  args: string[],
  options: { env: Record<string, string>; user?: { uid: number; gid: number } },
): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(file, args, {
    cwd: ROOT,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.user,
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
