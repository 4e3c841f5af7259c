import { toError } from '@xushi/platform';
import { Problem } from '@xushi/protocol';
import type { Context } from '@xushi/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from './authenticate.js';
import { docsPage } from './docs-page.js';

export const OPERATIONS = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs'].map((path) => ({
  method: 'GET',
  path,
}));

/** What the operator and his tools ask of the process: alive, ready, measured, documented. No limit holds for these. */
export function operations(server: FastifyInstance, context: Context, authenticate: Authenticate): void {
  server.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const parts: Record<string, string> = {};
    for (const [name, probe] of [
      ['database', () => context.store.ping()],
      ['queue', () => context.doorbells.ping()],
    ] as const) {
      parts[name] = await probe().then(
        () => 'ok',
        (fault) => toError(fault).message,
      );
    }
    const ready = Object.values(parts).every((state) => state === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'notReady', ...parts });
  });
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    await refuseStrangers(authenticate, request);
    return reply
      .header('content-type', context.metrics.registry.contentType)
      .send(await context.metrics.registry.metrics());
  });
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  server.get('/docs', { schema: { hide: true } }, async (request, reply) => {
    await refuseStrangers(authenticate, request);
    return reply.header('content-type', 'text/html; charset=utf-8').send(docsPage(server.swagger()));
  });
}

/** Metrics and docs are for this machine, or for an admin's key. */
async function refuseStrangers(authenticate: Authenticate, request: FastifyRequest): Promise<void> {
  const address = request.socket.remoteAddress ?? '';
  if (/^(127\.|::1$|::ffff:127\.)/.test(address)) return;
  const { role } = await authenticate(request);
  if (role !== 'admin') throw new Problem('notAuthenticated');
}
