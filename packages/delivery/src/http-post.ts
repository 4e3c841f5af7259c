import http from 'node:http';
import https from 'node:https';
import { XushiError } from '@xushi/platform';
import { type AddressGuard, hostOf, notAllowed, portOf } from './address-guard.js';

export interface HttpAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** The first `keepBytes` of it. */
  body: Buffer;
}

/**
 * Posts a body to where the guard lets it, on a connection of its own. Redirects are answers like any other.
 * Whatever lasts longer than `timeoutMs` in all is cut off, and so is an answer beyond `keepBytes`: once the
 * status is there, it counts. Throws where no status came.
 */
export function post(options: {
  url: URL;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  keepBytes: number;
  guard: AddressGuard;
}): Promise<HttpAnswer> {
  const { url, guard } = options;
  const refusal = guard.refusalOf(url);
  if (refusal) return Promise.reject(notAllowed(refusal));
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request({
      method: 'POST',
      hostname: hostOf(url),
      port: portOf(url),
      path: url.pathname + url.search,
      headers: { ...options.headers, 'content-length': String(Buffer.byteLength(options.body)) },
      agent: false,
      lookup: guard.lookupFor(url),
    });
    let takeWhatCame: (() => void) | undefined;
    const timer = setTimeout(() => {
      takeWhatCame?.();
      request.destroy(new XushiError('timedOut', `no answer within ${options.timeoutMs} ms`));
    }, options.timeoutMs);

    // The name was checked when it was resolved; an address in its place never was. This one is connected to.
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        const refused = guard.refusalOfAddress(socket.remoteAddress ?? '', url);
        if (refused) request.destroy(notAllowed(refused));
      });
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      takeWhatCame = () => {
        const body = Buffer.concat(chunks).subarray(0, options.keepBytes);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length < options.keepBytes) return;
        takeWhatCame?.();
        request.destroy();
      });
      response.on('error', () => undefined);
      response.on('close', () => takeWhatCame?.());
    });
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(timer);
      if (!takeWhatCame) reject(new XushiError('connectionClosed', 'the connection ended without an answer'));
    });
    request.end(options.body);
  });
}
