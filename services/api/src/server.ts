import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Cause } from '@xushi/events';
import { traceparentOf } from '@xushi/platform';
import { Problem, refuse, Slug } from '@xushi/protocol';
import { findOrg } from '@xushi/registry';
import type { Context } from '@xushi/runtime';
import type { Principal } from '@xushi/store';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Authenticate, authorise, createAuthenticate } from './authenticate.js';
import { BOUNDS, type Bounds, holdBounds, serverOptions } from './bounds.js';
import type { Answer, Call, Endpoint } from './endpoint.js';
import { ENDPOINTS } from './endpoints.js';
import { once } from './idempotency.js';
import { readJsonExactly } from './json-body.js';
import { OPERATIONS, operations } from './operations.js';
import { answerOtherMethods } from './other-methods.js';
import { answerProblem, languageOf } from './problems.js';
import { sentBody, takeAliases } from './take-aliases.js';

/** The HTTP interface on a context. Not listening yet: tests inject, the service listens. */
export async function buildServer(context: Context, given: Partial<Bounds> = {}): Promise<FastifyInstance> {
  const bounds = { ...BOUNDS, ...given };
  const server: FastifyInstance = Fastify({
    ...serverOptions(bounds),
    logger: false,
    frameworkErrors: (fault, request, reply) => answerProblem(context, fault, request, reply),
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
  holdBounds(server, bounds);
  server.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    };
    context.metrics.requestSeconds.observe(labels, reply.elapsedTime / 1000);
  });
  await server.register(async (scope) => {
    const authenticate = createAuthenticate(context);
    operations(scope, context, authenticate);
    for (const endpoint of ENDPOINTS) await mount(scope, { context, authenticate }, endpoint);
    answerOtherMethods(scope, [...OPERATIONS, ...ENDPOINTS]);
  });
  await server.ready();
  return server;
}

/** An endpoint with bodies of its own has them read by itself, and no JSON. */
async function mount(
  server: FastifyInstance,
  of: { context: Context; authenticate: Authenticate },
  endpoint: Endpoint,
): Promise<void> {
  const { takes } = endpoint;
  if (!takes) return route(server, of, endpoint);
  await server.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...takes.types], (request: FastifyRequest, payload: IncomingMessage) =>
      takes.read(request, payload),
    );
    route(scope, of, endpoint);
  });
}

/** Parameters of paths that are keys. */
const SLUGS = new Set(['key', 'system']);

/** Who sent a request, found out before its body is read. */
const callers = new WeakMap<FastifyRequest, { principal: Principal; cause: Cause }>();

function route(
  server: FastifyInstance,
  { context, authenticate }: { context: Context; authenticate: Authenticate },
  endpoint: Endpoint,
): void {
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
                names.map((name) => [name, SLUGS.has(name) ? Slug : { type: 'string' }]),
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
      const principal = await authenticate(request);
      authorise(principal, endpoint);
      const cause = {
        personId: principal.personId,
        keyId: principal.keyId,
        requestId: request.id,
        traceparent: traceparentOf(request.headers.traceparent),
      };
      callers.set(request, { principal, cause });
    },
    // Before anything is checked against a schema, which knows our keys only.
    preValidation: async (request) => {
      refuseNul(request);
      const caller = callers.get(request);
      if (caller) await takeAliases(context, request, { ...caller, path: endpoint.path });
    },
    handler: (request, reply) => handle(context, endpoint, { request, reply }),
  });
}

async function handle(
  context: Context,
  endpoint: Endpoint,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const caller = callers.get(request);
  if (!caller) throw new Problem('notAuthenticated');
  const { principal, cause } = caller;
  const idempotencyKey = idempotencyKeyOf(endpoint, request);
  const asked = {
    ...{ cause, principal, context, body: request.body as never, language: languageOf(request) },
    params: request.params as Record<string, string>,
    query: request.query as Record<string, string | undefined>,
  };
  if (endpoint.handleOpen) {
    return send(reply, await endpoint.handleOpen({ ...asked, request, idempotencyKey }));
  }
  const answer = await context.scoped(principal, cause, async (unit) => {
    const call = { ...asked, unit, ifMatch: ifMatchOf(request) };
    await refuseStrangeOrgs(call);
    const work = (): Promise<Answer> => endpoint.handle(call);
    if (idempotencyKey === null) return work();
    const keyed = {
      principal,
      route: `${endpoint.method} ${request.url}`,
      idempotencyKey,
      body: sentBody(request),
    };
    return once(unit, keyed, work);
  });
  return send(reply, answer);
}

/** How much of an answer that is made while it is sent may wait for its reader. */
const MOST_WAITING_BYTES = 1024 * 1024;

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.status === 204) return reply.send();
  if (Buffer.isBuffer(answer.body)) return reply.send(answer.body);
  if (isStream(answer.body)) {
    const options = { objectMode: false, highWaterMark: MOST_WAITING_BYTES };
    return reply.send(Readable.from(answer.body, options));
  }
  return reply.header('content-type', 'application/json; charset=utf-8').send(answer.body);
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** An org named in the query must be one of the key's subtree: an empty list would read as if it had nothing. */
async function refuseStrangeOrgs({ unit, query }: Pick<Call, 'unit' | 'query'>): Promise<void> {
  for (const key of [query.org, query.under]) if (key !== undefined) await findOrg(unit.tx, key);
}

/** A character that no column can hold, in the path or the query. Throws `Problem`. */
function refuseNul(request: FastifyRequest): void {
  const given = { ...(request.params as object), ...(request.query as object) };
  const faults = Object.entries(given).flatMap(([name, value]) =>
    String(value).includes('\0') ? [{ pointer: `/${name}`, code: 'textNotStorable' as const }] : [],
  );
  refuse(faults);
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
