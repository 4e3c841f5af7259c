import { STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import { PROBLEMS, Problem, type ProblemCode, problemBody } from '@xushi/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What a request may cost before anybody knows whose it is. The body's own bounds are in json-text.ts. */
export interface Bounds {
  bodyBytes: number;
  /** Bytes of the request line and all headers together, and how many headers. */
  headerBytes: number;
  headers: number;
  urlCharacters: number;
  /** From the first byte of a request to its last; headers have a third of it. */
  requestMs: number;
  /** How often it is looked whether a request has taken too long. */
  lookMs: number;
  connections: number;
}

export const BOUNDS: Bounds = {
  bodyBytes: 4 * 1024 * 1024,
  headerBytes: 16 * 1024,
  headers: 100,
  urlCharacters: 4096,
  requestMs: 60_000,
  lookMs: 5000,
  connections: 4096,
};

/** The bounds that Fastify and Node hold by themselves. */
export function serverOptions(bounds: Bounds) {
  return {
    bodyLimit: bounds.bodyBytes,
    // A request's own time is held below: lines in bulk take as long as there are any.
    requestTimeout: 0,
    routerOptions: { maxParamLength: 300 },
    http: {
      maxHeaderSize: bounds.headerBytes,
      headersTimeout: Math.ceil(bounds.requestMs / 3),
      connectionsCheckingInterval: bounds.lookMs,
    },
    clientErrorHandler: answerUnreadable,
  };
}

/** Requests that may take as long as they go on: each piece of them is waited for instead. */
const unhurried = new WeakSet<FastifyRequest>();
export const takeYourTime = (request: FastifyRequest): unknown => unhurried.add(request);

/** Ends a request whose last byte has not come in time, as Node ends one whose headers have not. */
function holdTime(request: FastifyRequest, reply: FastifyReply, { requestMs }: Bounds): void {
  const { raw } = request;
  // What is injected comes whole.
  if (!(raw.socket instanceof Socket)) return;
  const timer = setTimeout(() => {
    if (raw.complete || unhurried.has(request)) return;
    answerUnreadable({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, raw.socket);
  }, requestMs);
  reply.raw.once('close', () => clearTimeout(timer));
}

/** The pieces of a body, each of which has to come in time. Throws `Problem` 408. */
export async function* piecesInTime(
  body: AsyncIterable<Uint8Array>,
  waitMs: number,
): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Problem('requestTimeout')), waitMs);
    });
    const next = await Promise.race([pieces.next(), late]).finally(() => clearTimeout(timer));
    if (next.done) return;
    yield next.value;
  }
}

/** The rest: too many connections are not taken, and too much around a request is refused before it is looked at. */
export function holdBounds(server: FastifyInstance, bounds: Bounds): void {
  server.server.maxConnections = bounds.connections;
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.raw.rawHeaders.length / 2 > bounds.headers) throw new Problem('headersTooLarge');
    if (request.url.length > bounds.urlCharacters) throw new Problem('urlTooLong');
    holdTime(request, reply, bounds);
    const coding = request.headers['content-encoding'];
    if (coding !== undefined && coding !== 'identity') throw new Problem('mediaTypeNotSupported');
  });
}

/** What Node says of a connection whose request never became one. */
const UNREADABLE: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTimeout',
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
};

/** Answers what is no request (too slow, headers too large, no HTTP) as a problem, and closes the connection. */
function answerUnreadable(fault: { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed) return;
  const code = UNREADABLE[fault.code ?? ''] ?? 'requestNotReadable';
  const [status] = PROBLEMS[code];
  const body = JSON.stringify(problemBody(new Problem(code), 'zh', ''));
  if (socket.writable) {
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n` +
        `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
  // What is still being sent is not waited for.
  socket.destroySoon();
}
