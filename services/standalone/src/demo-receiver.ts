import { createServer } from 'node:http';
import { verifyWebhook, type WebhookMessage } from '@xushi/client';
import type { Running } from '@xushi/platform';

/** A webhook that reached the demonstration's receiver with a valid signature. */
export interface Received {
  id: string;
  message: WebhookMessage;
}

/** A small program as a command centre might write it: takes webhooks on loopback and checks their signatures. */
export interface DemoReceiver extends Running {
  url: string;
  /** `127.0.0.1:port`, for the list of addresses that webhooks may reach. */
  address: string;
  received: Received[];
  refused: number;
  /** The secret to check with, known once the receiver is registered. */
  expect(secret: string): void;
}

const LARGEST_BODY = 1024 * 1024;

export async function startDemoReceiver(): Promise<DemoReceiver> {
  let secret: string | null = null;
  const receiver = { received: [] as Received[], refused: 0 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_BODY) chunks.push(chunk);
    });
    request.on('end', () => {
      try {
        if (secret === null) throw new Error('not registered yet');
        const body = Buffer.concat(chunks).toString('utf8');
        const message = verifyWebhook({ secret, headers: request.headers, body });
        const id = String(request.headers['webhook-id']);
        if (!receiver.received.some((known) => known.id === id)) receiver.received.push({ id, message });
        response.writeHead(204).end();
      } catch {
        receiver.refused += 1;
        response.writeHead(401).end();
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${port}/webhooks/xushi`,
    address: `127.0.0.1:${port}`,
    expect: (given: string) => {
      secret = given;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
