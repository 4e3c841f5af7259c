import { PROBLEMS } from '@xushi/protocol';
import type { Endpoint } from '../endpoint.js';
import type { Json } from './components.js';

const codesOf = (wanted: number): string[] =>
  Object.entries(PROBLEMS).flatMap(([code, [status]]) => (status === wanted ? [code] : []));

const STATUSES = [...new Set(Object.values(PROBLEMS).map(([status]) => status as number))].sort();

/** Which statuses of refusals and failures an endpoint may answer with. */
export function problemStatuses(
  endpoint: Pick<Endpoint, 'method' | 'role' | 'wholeInstallation' | 'problems'>,
) {
  const reads = endpoint.method === 'GET';
  const anybody = (endpoint.role ?? 'reporter') === 'reporter' && !endpoint.wholeInstallation;
  const never = new Set<number>([
    // Nothing is read of a GET's body, and a GET changes nothing that could be in another state.
    ...(reads ? [409, 413, 415] : []),
    ...(reads && anybody ? [403] : []),
  ]);
  const also = endpoint.problems ?? [];
  return STATUSES.filter((status) => !never.has(status) || also.includes(status));
}

export const problemName = (status: number): string => `Problem${status}`;

/** The shape of every refusal: RFC 9457. `code` is one of the status. */
export function problemSchemas(): Record<string, Json> {
  const text = { type: 'string' };
  const fields = {
    type: { type: 'string', pattern: '^urn:xushi:problem:\\w+$' },
    title: { ...text, description: 'what the code says, in the reader’s language' },
    detail: text,
    requestId: text,
    errors: {
      type: 'array',
      description: 'every fault at once',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { ...text, description: 'JSON pointer into the body, or /name of a query parameter' },
          code: { $ref: '#/components/schemas/ProblemCode' },
          message: text,
        },
      },
    },
  };
  const of = (status: number): Json => ({
    type: 'object',
    additionalProperties: false,
    required: ['type', 'title', 'status', 'detail', 'code', 'requestId', 'errors'],
    properties: { ...fields, status: { const: status }, code: { type: 'string', enum: codesOf(status) } },
  });
  return {
    ProblemCode: { type: 'string', enum: Object.keys(PROBLEMS) },
    ...Object.fromEntries(STATUSES.map((status) => [problemName(status), of(status)])),
  };
}

export function problemResponses(headers: Json): Record<string, Json> {
  return Object.fromEntries(
    STATUSES.map((status) => [
      problemName(status),
      {
        description: codesOf(status).join(', '),
        headers,
        content: {
          'application/problem+json': { schema: { $ref: `#/components/schemas/${problemName(status)}` } },
        },
      },
    ]),
  );
}
