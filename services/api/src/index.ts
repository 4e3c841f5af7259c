import { type Running, toError, XushiError } from '@xushi/platform';
import type { Context } from '@xushi/runtime';
import type { Bounds } from './bounds.js';
import { buildServer } from './server.js';

export { readJson } from './json-text.js';
export { openApiDocument } from './openapi/document.js';
export { buildServer } from './server.js';

/**
 * The api: listens on the configured host and port; `bounds` in place of its own are for tests. Throws `XushiError`
 * where the port is taken.
 */
export async function startApi(
  context: Context,
  bounds: Partial<Bounds> = {},
): Promise<Running & { url: string }> {
  const { host, port } = context.config;
  const server = await buildServer(context, bounds);
  try {
    await server.listen({ host, port });
  } catch (fault) {
    await server.close();
    const code = (fault as { code?: string }).code;
    const said =
      code === 'EADDRINUSE'
        ? `port ${port} on ${host} is in use: stop what listens there or set XUSHI_PORT`
        : code === 'EACCES'
          ? `this user may not listen on port ${port}: set XUSHI_PORT to one above 1023`
          : `cannot listen on ${host}:${port}: ${toError(fault).message}`;
    throw new XushiError('portNotAvailable', said, { cause: fault });
  }
  const address = server.server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const shown = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${shown}:${actual}`, stop: () => server.close() };
}
