import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { checkedFetch } from '@xushi/testing';
import type { Test } from 'tap';
import type { Call } from './parks.js';
import { alone } from './processes.js';

export const MAIN = fileURLToPath(new URL('../../../services/standalone/dist/src/main.js', import.meta.url));

const ADMIN_KEY = 'xushi_admin_key_of_a_test';

/** A process that runs everything, and what it was started with. */
export interface Standalone {
  pid: number;
  call: Call;
  /** Sends one POST and acts within the very callback that brings the first byte of the answer. */
  postAndAct(url: string, body: unknown, act: () => void): Promise<number>;
  exited: Promise<unknown>;
}

/** Starts it in `dataDir` and waits until it says that it is ready. */
export async function startStandalone(
  t: Test,
  options: { dataDir: string; port: number; env: Record<string, string> },
): Promise<Standalone> {
  const { dataDir, port, env } = options;
  const variables = {
    PATH: process.env.PATH ?? '',
    XUSHI_DATA_DIR: dataDir,
    XUSHI_PORT: String(port),
    XUSHI_ADMIN_KEY: ADMIN_KEY,
    XUSHI_SEED: 'none',
    XUSHI_LOG_LEVEL: 'error',
    ...env,
  };
  const child = spawn(...alone(variables, process.execPath, [MAIN]), { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  t.teardown(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await exited;
  });
  await ready(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    pid: child.pid ?? 0,
    exited,
    call: async (method, path, body) => {
      const answer = await checkedFetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${ADMIN_KEY}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    postAndAct: (path, body, act) => postAndAct({ port, path, body: JSON.stringify(body), act }),
  };
}

async function ready(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('/ ready')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => reject(new Error(`it ended before it was ready:\n${said}`)));
  });
}

/** By hand, since a client of HTTP would tell of the answer some turns of the loop later. */
function postAndAct(of: { port: number; path: string; body: string; act: () => void }): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(of.port, '127.0.0.1');
    socket.once('data', (chunk: Buffer) => {
      of.act();
      socket.destroy();
      resolve(Number(chunk.toString('latin1').slice(9, 12)));
    });
    socket.on('error', reject);
    socket.write(
      [
        `POST ${of.path} HTTP/1.1`,
        'host: 127.0.0.1',
        `authorization: Bearer ${ADMIN_KEY}`,
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(of.body)}`,
        '',
        of.body,
      ].join('\r\n'),
    );
  });
}
