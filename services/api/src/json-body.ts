import { isUtf8 } from 'node:buffer';
import { Problem } from '@xushi/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJson } from './json-text.js';
import { noteAliases } from './take-aliases.js';

/**
 * Reads JSON bodies exactly and within bounds. Bytes that are no UTF-8 (GB18030, say) are refused: read as UTF-8 they
 * would be stored as other characters. Throws `Problem`.
 */
export function readJsonExactly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      // Clients commonly name the type where they send nothing, which is what a call without a body wants.
      const { schema } = request.routeOptions as { schema?: { body?: unknown } };
      if (body.length === 0 && !schema?.body) return undefined;
      if (!isUtf8(body)) throw new Problem('bodyNotJson');
      const text = body.toString('utf8').replace(/^\uFEFF/, '');
      noteAliases(request, text);
      return readJson(text);
    },
  );
}
