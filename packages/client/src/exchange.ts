import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Asked {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Text, or pieces that are made while they are sent; asked for anew on every try. */
  body?: string | (() => AsyncIterable<Uint8Array>);
  /** On a connection of its own: one that has idled may be dead, and what is tried once finds out too late. */
  alone?: boolean;
}

/** An answer whose head has come; its body comes as it is read. */
export interface Answered {
  url: string;
  status: number;
  statusText: string;
  headers: IncomingMessage['headers'];
  body: IncomingMessage;
}

/**
 * One request and the head of its answer, which may come while the body still goes out. Written on `node:http`, since
 * `fetch` runs ahead of a server that does not read. Redirects are not followed: a POST that is led elsewhere would
 * arrive there as a GET. `sent` is told of every piece that went out. Throws what the connection says.
 */
export function exchange(asked: Asked, signal: AbortSignal, sent: () => void = () => {}): Promise<Answered> {
  const { method, url, headers, body, alone = false } = asked;
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const out = send(url, { method, headers, signal, ...(alone ? { agent: false } : {}) });
    // Once it is answered, what becomes of the rest of the request does not matter.
    out.on('error', reject);
    out.on('response', (answer) =>
      resolve({
        url,
        status: answer.statusCode ?? 0,
        statusText: answer.statusMessage ?? '',
        headers: answer.headers,
        body: answer,
      }),
    );
    if (typeof body !== 'function') out.end(body);
    else sendPieces(out, body(), sent).catch((fault) => out.destroy(fault as Error));
  });
}

async function sendPieces(
  out: ClientRequest,
  pieces: AsyncIterable<Uint8Array>,
  sent: () => void,
): Promise<void> {
  for await (const piece of pieces) {
    if (out.destroyed) return;
    if (!out.write(piece)) await drained(out);
    sent();
  }
  out.end();
}

/** Until more can be written, or nothing ever will. */
function drained(out: ClientRequest): Promise<void> {
  if (out.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      out.off('drain', done).off('close', done);
      resolve();
    };
    out.on('drain', done).on('close', done);
  });
}

/** All of an answer's body as text. */
export async function textOf({ body }: Answered): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
