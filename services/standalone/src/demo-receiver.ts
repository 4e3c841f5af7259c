import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { verifyWebhook } from '@xushi/client';
import { makeFolder, type Running } from '@xushi/platform';

/** What a start leaves for the next one, so that a replay that was cut short finds its receiver again. */
interface Kept {
  port: number;
  id: string;
  secret: string;
}

/**
 * A small program as a command centre might write it: takes webhooks on loopback and answers 204 only where the
 * signature is right. Whatever was delivered to it was verified.
 */
export interface DemoReceiver extends Running {
  url: string;
  /** `127.0.0.1:port`, for the list of addresses that webhooks may reach. */
  address: string;
  /** Its id as a receiver of the installation; null before it is registered. */
  id: string | null;
  refused: number;
  /** It was registered: this is the secret to check with. */
  registered(receiver: { id: string; secret: string }): void;
}

const LARGEST_BODY = 1024 * 1024;

/** Listens where it did before, if it can; `path` is the file that keeps port and secret. */
export async function startDemoReceiver(path: string): Promise<DemoReceiver> {
  let kept = readKept(path);
  const state = { id: kept?.id ?? null, refused: 0 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_BODY) chunks.push(chunk);
    });
    request.on('end', () => {
      try {
        if (kept === null) throw new Error('not registered yet');
        const body = Buffer.concat(chunks).toString('utf8');
        verifyWebhook({ secret: kept.secret, headers: request.headers, body });
        response.writeHead(204).end();
      } catch {
        state.refused += 1;
        response.writeHead(401).end();
      }
    });
  });
  const listen = (port: number) =>
    new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
  if (!kept || !(await listen(kept.port))) {
    kept = null;
    state.id = null;
    await listen(0);
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/webhooks/xushi`,
    address: `127.0.0.1:${port}`,
    registered(receiver: { id: string; secret: string }) {
      kept = { port, ...receiver };
      state.id = receiver.id;
      makeFolder(dirname(path));
      writeFileSync(path, JSON.stringify(kept), { mode: 0o600 });
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

function readKept(path: string): Kept | null {
  if (!existsSync(path)) return null;
  try {
    const { port, id, secret } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Kept>;
    return port && id && secret ? { port, id, secret } : null;
  } catch {
    // Cut short while it was written: the receiver is registered anew.
    return null;
  }
}
