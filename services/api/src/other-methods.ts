import { Problem } from '@xushi/protocol';
import type { FastifyInstance, HTTPMethods } from 'fastify';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Answers the methods that a path is not served with: OPTIONS with what is (`Allow`), the others with 405. Call it
 * after all of the path's own routes.
 */
export function answerOtherMethods(
  server: FastifyInstance,
  routes: readonly { method: string; path: string }[],
): void {
  const paths = new Map<string, Set<string>>();
  for (const { method, path } of routes) {
    const served = paths.get(path) ?? new Set(['OPTIONS']);
    paths.set(path, served.add(method));
    if (method === 'GET') served.add('HEAD');
  }
  for (const [url, served] of paths) {
    const allow = METHODS.filter((method) => served.has(method)).join(', ');
    server.options(url, (_request, reply) => reply.code(204).header('allow', allow).send());
    server.route({
      method: METHODS.filter((method) => !served.has(method)),
      url,
      // Before a body is read, and whatever its type.
      onRequest: async (request) => {
        throw new Problem('methodNotAllowed', {
          params: { method: request.method, allowed: allow },
          headers: { allow },
        });
      },
      handler: () => undefined,
    });
  }
}
