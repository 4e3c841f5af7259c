import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Cause } from '@xushi/events';
import { traceparentOf } from '@xushi/platform';
import { Problem, Slug } from '@xushi/protocol';
import { findOrg } from '@xushi/registry';
import type { Context } from '@xushi/runtime';
import type { Principal } from '@xushi/store';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { authenticate, authorise } from './authenticate.js';
import type { Answer, Call, Endpoint } from './endpoint.js';
import { ENDPOINTS } from './endpoints.js';
import { once } from './idempotency.js';
import { readJsonExactly } from './json-body.js';
import { operations } from './operations.js';
import { answerProblem, languageOf } from './problems.js';

const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** The HTTP interface on a context. Not listening yet: tests inject, the service listens. */
export async function buildServer(context: Context): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 60_000,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
    },
    ajv: {
      customOptions: {
        allErrors: true,
        removeAdditional: false,
        coerceTypes: false,
        useDefaults: false,
        strict: false,
      },
    },
    // Answers are written as they are; their shapes are documented and tested, not cut to size on the way out.
    schemaErrorFormatter: (errors) =>
      Object.assign(new Error('the request does not fit its schema'), { validation: errors }) as never,
  });
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
  readJsonExactly(server);
  server.setErrorHandler((thrown, request, reply) => answerProblem(context, thrown, request, reply));
  server.setNotFoundHandler((request, reply) =>
    answerProblem(context, new Problem('notFound'), request, reply),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    };
    context.metrics.requestSeconds.observe(labels, reply.elapsedTime / 1000);
  });
  await server.register(async (scope) => {
    operations(scope, context);
    for (const endpoint of ENDPOINTS) route(scope, context, endpoint);
  });
  await server.ready();
  return server;
}

/** Who sent a request, found out before its body is read. */
const principals = new WeakMap<FastifyRequest, Principal>();

function route(server: FastifyInstance, context: Context, endpoint: Endpoint): void {
  const query = Object.keys(endpoint.query ?? {});
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: {
      ...(endpoint.body ? { body: endpoint.body } : {}),
      ...(names.length > 0
        ? {
            params: {
              type: 'object',
              properties: Object.fromEntries(
                names.map((name) => [name, name === 'key' ? Slug : { type: 'string' }]),
              ),
              required: names,
            },
          }
        : {}),
      // A question that nobody understands is refused, not answered as if it had not been asked.
      ...(endpoint.method === 'GET' || query.length > 0
        ? {
            querystring: {
              type: 'object',
              additionalProperties: false,
              properties: Object.fromEntries(query.map((name) => [name, { type: 'string' }])),
            },
          }
        : {}),
    },
    // Who may not is told so before a word is said about the body.
    onRequest: async (request) => {
      const principal = await authenticate(context, request);
      authorise(principal, endpoint);
      principals.set(request, principal);
    },
    handler: (request, reply) => handle(context, endpoint, { request, reply }),
  });
}

async function handle(
  context: Context,
  endpoint: Endpoint,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const principal = principals.get(request);
  if (!principal) throw new Problem('notAuthenticated');
  const cause: Cause = {
    personId: principal.personId,
    keyId: principal.keyId,
    requestId: request.id,
    traceparent: traceparentOf(request.headers.traceparent),
  };
  const idempotencyKey = idempotencyKeyOf(endpoint, request);
  const answer = await context.scoped(principal, cause, async (unit) => {
    const call = {
      unit,
      cause,
      principal,
      context,
      body: request.body as never,
      params: request.params as Record<string, string>,
      query: request.query as Record<string, string | undefined>,
      language: languageOf(request),
      ifMatch: ifMatchOf(request),
    };
    await refuseStrangeOrgs(call);
    const work = (): Promise<Answer> => endpoint.handle(call);
    if (idempotencyKey === null) return work();
    const keyed = {
      principal,
      route: `${endpoint.method} ${request.url}`,
      idempotencyKey,
      body: request.body,
    };
    return once(unit, keyed, work);
  });
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.status === 204) return reply.send();
  if (Buffer.isBuffer(answer.body)) return reply.send(answer.body);
  if (isStream(answer.body)) return reply.send(Readable.from(answer.body));
  return reply.header('content-type', 'application/json; charset=utf-8').send(answer.body);
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** An org named in the query must be one of the key's subtree: an empty list would read as if it had nothing. */
async function refuseStrangeOrgs({ unit, query }: Pick<Call, 'unit' | 'query'>): Promise<void> {
  for (const key of [query.org, query.under]) if (key !== undefined) await findOrg(unit.tx, key);
}

function idempotencyKeyOf(endpoint: Endpoint, request: FastifyRequest): string | null {
  const given = request.headers['idempotency-key'];
  if (endpoint.method !== 'POST' || given === undefined) return null;
  if (typeof given === 'string' && given.length > 0 && given.length <= 255) return given;
  throw new Problem('invalid', {
    faults: [
      { pointer: '', code: 'shape', params: { message: 'Idempotency-Key must have 1 to 255 characters' } },
    ],
  });
}

function ifMatchOf(request: FastifyRequest): number | null {
  const given = request.headers['if-match'];
  if (given === undefined) return null;
  const match = /^"?(\d{1,9})"?$/.exec(given);
  if (match?.[1]) return Number(match[1]);
  throw new Problem('invalid', {
    faults: [{ pointer: '', code: 'shape', params: { message: 'If-Match must be a revision number' } }],
  });
}
