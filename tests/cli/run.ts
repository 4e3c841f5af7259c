import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ADMIN_KEY } from '@xushi/testing';
import { root } from '../readme/pages.js';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line as a process of its own, as a clone's user does, and gives how it ended. */
export async function xushi(
  given: string[],
  { url, key = ADMIN_KEY, input = '' }: { url?: string; key?: string | null; input?: string } = {},
): Promise<Ended> {
  const { XUSHI_URL: _, XUSHI_KEY: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, 'scripts', 'xushi.mjs'), ...given], {
    env: { ...env, ...(url ? { XUSHI_URL: url } : {}), ...(key ? { XUSHI_KEY: key } : {}) },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  // A program that is called wrongly ends before it reads.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
