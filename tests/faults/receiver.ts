import { once } from 'node:events';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { Test } from 'tap';

/** One request that reached the receiver. */
export interface Heard {
  path: string;
  /** `webhook-id`: the same on every attempt at one delivery. */
  id: string;
  type: string;
  /** What the Standard Webhooks library says against its signature; null where it is right. */
  fault: string | null;
}

/** A program that takes webhooks on loopback, one path a registration, and checks every signature. */
export interface Receiver {
  /** For XUSHI_WEBHOOK_ALLOW. */
  address: string;
  heard: Heard[];
  at(path: string): Heard[];
  url(path: string): string;
  /** The secret to check with, known once the receiver is registered. */
  expect(path: string, secret: string): void;
  /** What to answer; 204 unless told. A promise keeps the sender waiting. */
  answer(by: (heard: Heard) => number | Promise<number>): void;
}

export async function startReceiver(t: Test): Promise<Receiver> {
  const secrets = new Map<string, string>();
  const heard: Heard[] = [];
  let answer: (heard: Heard) => number | Promise<number> = () => 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const path = request.url ?? '';
      const body = Buffer.concat(chunks).toString('utf8');
      const one = {
        path,
        id: String(request.headers['webhook-id']),
        type: String((JSON.parse(body) as { type: unknown }).type),
        fault: faultOf(secrets.get(path) ?? '', body, request.headers as Record<string, string>),
      };
      heard.push(one);
      response.writeHead(await answer(one)).end();
    });
    request.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const bound = server.address();
  const address = `127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  return {
    address,
    heard,
    at: (path) => heard.filter((one) => one.path === path),
    url: (path) => `http://${address}${path}`,
    expect: (path, secret) => secrets.set(path, secret),
    answer: (by) => {
      answer = by;
    },
  };
}

function faultOf(secret: string, body: string, headers: Record<string, string>): string | null {
  try {
    new Webhook(secret).verify(body, headers);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
