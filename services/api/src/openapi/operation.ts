import type { AnswerShape, Endpoint, QueryParameter } from '../endpoint.js';
import { PATH_PARTS } from '../parameters.js';
import type { Components, Json } from './components.js';
import { problemName, problemStatuses } from './problems.js';

/** Headers of every answer. */
export const ANSWER_HEADERS: Json = { 'x-request-id': { $ref: '#/components/headers/RequestId' } };

/** A path as OpenAPI writes it: `/v1/orgs/{key}`. */
export const documentPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

export const operationIdOf = ({ operationId, method, path }: Endpoint): string =>
  operationId ??
  `${method.toLowerCase()}${path
    .replace(/^\/v1/, '')
    .replace(/[^a-zA-Z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** An endpoint as the document's operation. */
export function operationOf(endpoint: Endpoint, components: Components): Json {
  const { body, takes } = endpoint;
  const types = takes?.types ?? ['application/json'];
  const shape = body ?? takes?.shape;
  const reach = endpoint.wholeInstallation ? '; a key of the whole installation' : '';
  return {
    operationId: operationIdOf(endpoint),
    summary: endpoint.summary,
    description: `Lowest role: ${endpoint.role ?? 'reporter'}${reach}.`,
    tags: [endpoint.tag],
    parameters: parametersOf(endpoint, components),
    ...(body || takes
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              types.map((type) => [type, { schema: shape ? components.place(shape) : FILE }]),
            ),
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(endpoint.answers).map(([status, answer]) => [
          status,
          responseOf(endpoint, typeof answer === 'string' ? { description: answer } : answer, components),
        ]),
      ),
      ...Object.fromEntries(
        problemStatuses(endpoint).map((status) => [
          status,
          { $ref: `#/components/responses/${problemName(status)}` },
        ]),
      ),
    },
  };
}

const FILE: Json = { type: 'string', format: 'binary' };

function responseOf(endpoint: Endpoint, answer: AnswerShape, components: Components): Json {
  const types = [answer.contentType ?? (answer.body ? 'application/json' : [])].flat();
  return {
    description: answer.description,
    headers: {
      ...ANSWER_HEADERS,
      ...(endpoint.method === 'POST'
        ? { 'idempotency-replayed': { $ref: '#/components/headers/IdempotencyReplayed' } }
        : {}),
      ...Object.fromEntries(
        Object.entries(answer.headers ?? {}).map(([name, description]) => [
          name,
          { description, schema: { type: 'string' } },
        ]),
      ),
    },
    ...(types.length === 0
      ? {}
      : {
          content: Object.fromEntries(
            types.map((type) => [
              type,
              { schema: /json$/.test(type) && answer.body ? components.place(answer.body) : FILE },
            ]),
          ),
        }),
  };
}

function parametersOf(endpoint: Endpoint, components: Components): Json[] {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const parameter = (place: 'path' | 'query', name: string, of: QueryParameter): Json => ({
    name,
    in: place,
    required: place === 'path' || (of.required ?? false),
    description: of.description,
    schema: components.place(of.schema),
  });
  return [
    ...names.map((name) => parameter('path', name, PATH_PARTS[name] ?? TEXT)),
    ...Object.entries(endpoint.query ?? {}).map(([name, of]) =>
      parameter('query', name, typeof of === 'string' ? { ...TEXT, description: of } : of),
    ),
    ...(endpoint.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(endpoint.ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    { $ref: '#/components/parameters/AcceptLanguage' },
  ];
}

const TEXT: QueryParameter = { schema: { type: 'string' }, description: 'text' };
