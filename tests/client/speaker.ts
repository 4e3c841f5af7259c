import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Test } from 'tap';

export interface Speaker {
  url: string;
  /** What was asked, in order, with the bodies that were read whole. */
  asked: { method: string; url: string; headers: IncomingMessage['headers']; body: Buffer }[];
}

export type Said = { status: number; headers?: Record<string, string>; body?: unknown };

/** A server that says what it is told to, one answer a request; when they are used up the last one again. */
export async function speaker(t: Test, answers: Said[]): Promise<Speaker> {
  const asked: Speaker['asked'] = [];
  const url = await listenTo(t, async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { method = '', url = '', headers } = request;
    const said = answers[Math.min(asked.length, answers.length - 1)]!;
    asked.push({ method, url, headers, body: Buffer.concat(pieces) });
    const isText = typeof said.body === 'string';
    response.writeHead(said.status, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...said.headers,
    });
    response.end(said.body === undefined || isText ? said.body : JSON.stringify(said.body));
  });
  return { url, asked };
}

/** A server of the test's own; answers its address. */
export async function listenTo(
  t: Test,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<string> {
  const server = createServer((request, response) => {
    // Who is cut off has nothing to be told.
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

/** A refusal as the interface writes it. */
export const problem = (status: number, code: string): Said => ({
  status,
  body: {
    type: `urn:xushi:problem:${code}`,
    title: code,
    status,
    detail: code,
    code,
    requestId: 'r-1',
    errors: [],
  },
});
