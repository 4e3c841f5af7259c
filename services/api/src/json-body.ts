import { Problem } from '@xushi/protocol';
import type { FastifyInstance } from 'fastify';
import { parse } from 'lossless-json';

/** A decimal of so many digits comes back from a binary floating-point number as it went in. */
const SAFE_DIGITS = 15;

/**
 * Reads JSON bodies exactly. A number that a binary floating-point number would change arrives as its own text,
 * which every decimal field takes; the same member twice, which the language's parser would let pass with the
 * last one, is refused. What Fastify's own parser refuses (`__proto__`, broken JSON) stays refused.
 */
export function readJsonExactly(server: FastifyInstance): void {
  const strict = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    strict(request, String(body), (fault) => {
      if (fault) return done(fault);
      try {
        done(null, parse(String(body), undefined, numberOf));
      } catch (cause) {
        done(new Problem('bodyNotJson', { cause }));
      }
    });
  });
}

function numberOf(text: string): number | string {
  const value = Number(text);
  const digits = text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '');
  return Number.isFinite(value) && digits.length <= SAFE_DIGITS ? value : text;
}
