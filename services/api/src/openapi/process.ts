import type { Json } from './components.js';
import { ANSWER_HEADERS } from './operation.js';
import { problemName } from './problems.js';

/** What the operator and his tools ask of the process (operations.ts), as the document's paths. */
export function processPaths(): Record<string, Json> {
  const path = (
    operationId: string,
    of: { summary: string; responses: Record<string, Json>; guarded?: boolean },
  ): Json => ({
    get: {
      operationId,
      summary: of.summary,
      description: of.guarded ? 'From this machine, or with an admin’s key.' : 'For anybody.',
      tags: ['process'],
      security: of.guarded ? [{}, { key: [] }] : [],
      responses: { ...of.responses, ...refusals(414, 415, 431, ...(of.guarded ? [401, 500, 503] : [])) },
    },
  });
  return {
    '/healthz': path('health', {
      summary: '进程在运行 / The process lives',
      responses: { 200: answer('it lives', 'application/json', statusOf(['ok'])) },
    }),
    '/readyz': path('ready', {
      summary: '数据库和队列可用 / Database and queue answer',
      responses: {
        200: answer('ready', 'application/json', PARTS),
        503: answer('what does not answer says why', 'application/json', PARTS),
      },
    }),
    '/metrics': path('metrics', {
      summary: '监控指标 / Metrics',
      responses: { 200: answer('Prometheus text', 'text/plain', { type: 'string' }) },
      guarded: true,
    }),
    '/openapi.json': path('openapi', {
      summary: '接口描述 / This document',
      responses: { 200: answer('OpenAPI 3.1', 'application/json', { type: 'object' }) },
    }),
    '/docs': path('docs', {
      summary: '接口一览 / The list of calls as a page',
      responses: { 200: answer('a page', 'text/html', { type: 'string' }) },
      guarded: true,
    }),
  };
}

const statusOf = (words: string[], more: Json = {}): Json => ({
  type: 'object',
  additionalProperties: false,
  required: ['status', ...Object.keys(more)],
  properties: { status: { type: 'string', enum: words }, ...more },
});

const PARTS = statusOf(['ok', 'notReady'], {
  database: { type: 'string', description: 'ok, or what went wrong' },
  queue: { type: 'string', description: 'ok, or what went wrong' },
});

const answer = (description: string, type: string, schema: Json): Json => ({
  description,
  headers: ANSWER_HEADERS,
  content: { [type]: { schema } },
});

const refusals = (...statuses: number[]): Record<string, Json> =>
  Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${problemName(status)}` }]),
  );
