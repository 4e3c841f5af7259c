import { toError } from '@xushi/platform';
import { Problem } from '@xushi/protocol';
import type { Context } from '@xushi/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from './authenticate.js';
import { docsPage } from './docs-page.js';
import { openApiDocument } from './openapi/document.js';

export const OPERATIONS = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs'].map((path) => ({
  method: 'GET',
  path,
}));

/** What the operator and his tools ask of the process: alive, ready, measured, documented. No limit holds for these. */
export function operations(server: FastifyInstance, context: Context, authenticate: Authenticate): void {
  const document = openApiDocument();
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
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
  server.get('/metrics', async (request, reply) => {
    await refuseStrangers(authenticate, request);
    return reply
      .header('content-type', context.metrics.registry.contentType)
      .send(await context.metrics.registry.metrics());
  });
  server.get('/openapi.json', async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(document)),
  );
  server.get('/docs', async (request, reply) => {
    await refuseStrangers(authenticate, request);
    return reply.header('content-type', 'text/html; charset=utf-8').send(docsPage(document));
  });
}

/** Metrics and docs are for this machine, or for an admin's key. */
async function refuseStrangers(authenticate: Authenticate, request: FastifyRequest): Promise<void> {
  const address = request.socket.remoteAddress ?? '';
  if (/^(127\.|::1$|::ffff:127\.)/.test(address)) return;
  const { role } = await authenticate(request);
  if (role !== 'admin') throw new Problem('notAuthenticated');
}
