import { WEBHOOK_DATA, WEBHOOK_SAMPLES, webhookBody } from '@xushi/protocol';
import type { Endpoint } from '../endpoint.js';
import { ENDPOINTS } from '../endpoints.js';
import { Components, type Json } from './components.js';
import { ANSWER_HEADERS, documentPath, operationOf } from './operation.js';
import { problemResponses, problemSchemas } from './problems.js';
import { processPaths } from './process.js';

/** What each group of endpoints is about. */
const TAGS: Readonly<Record<string, string>> = {
  reference: '单位、指标、任务、目标、日历 / Orgs, indicators, duties, targets, calendars, light policies',
  submissions: '报送与数据 / Sheets and their figures',
  judgement: '评价、灯色、得分 / Evaluations, lights, scores',
  alerts: '预警 / Warnings and what is done about them',
  events: '事件 / What happened, as a stream and as webhooks',
  delivery: '接收方与投递 / Who hears of what, and what was sent',
  reports: '月度调度会材料 / The material of the monthly meeting',
  access: '人员、密钥、审计 / People, keys, audit',
  clock: '业务时钟 / The business clock',
  process: '进程 / The process: alive, ready, measured, documented',
};

/**
 * The OpenAPI 3.1 document of the interface: from the endpoints' declarations, whose bodies are the schemas that
 * check requests. Every event that webhooks carry is described beside the calls.
 */
export function openApiDocument(endpoints: readonly Endpoint[] = ENDPOINTS): Json {
  const components = new Components();
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const path = documentPath(endpoint.path);
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, components) };
  }
  const webhooks = Object.fromEntries(
    Object.entries(WEBHOOK_DATA).map(([type, data]) => [
      type,
      { post: webhookOf(type, components.place(webhookBody(type, data))) },
    ]),
  );
  const used = new Set([...endpoints.map(({ tag }) => tag), 'events', 'process']);
  return {
    openapi: '3.1.0',
    info: {
      title: 'xushi 序时',
      version: '1',
      description: '园区指标序时进度与滞后预警接口 / Progress of industrial parks against the year’s targets',
    },
    servers: [{ url: '/', description: 'the installation that serves this document' }],
    security: [{ key: [] }],
    tags: [...used].map((name) => ({ name, description: TAGS[name] ?? name })),
    paths: { ...processPaths(), ...paths },
    webhooks,
    components: {
      schemas: { ...components.schemas, ...problemSchemas() },
      responses: problemResponses(ANSWER_HEADERS),
      parameters: PARAMETERS,
      headers: HEADERS,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key: `POST /v1/keys`' } },
    },
  };
}

function webhookOf(type: string, schema: Json): Json {
  const operationId = `on${type.replace(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const header = (name: string, description: string) => ({
    ...{ name, in: 'header', required: true, description },
    schema: { type: 'string' },
  });
  return {
    operationId,
    summary: type,
    description: 'Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.',
    tags: ['events'],
    security: [],
    parameters: [
      header('webhook-id', 'the same on every retry'),
      header('webhook-timestamp', 'seconds since 1970'),
      header('webhook-signature', 'v1, base64 of the HMAC-SHA256 over id.timestamp.body'),
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema, example: WEBHOOK_SAMPLES.find((sample) => sample.type === type) },
      },
    },
    responses: {
      '2XX': { description: 'taken' },
      410: { description: 'wants no more: the receiver is disabled' },
    },
  };
}

const PARAMETERS: Json = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key with the same body gets the first answer again; with another body 409.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The revision that is to be replaced, 0 for none; 409 where another is in force.',
    schema: { type: 'string', pattern: '^"?\\d{1,9}"?$' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'Chinese, or English where `en` comes first.',
    schema: { type: 'string' },
  },
};

const HEADERS: Json = {
  RequestId: { description: 'names the request in the log', schema: { type: 'string' } },
  IdempotencyReplayed: {
    description: 'true: the first answer to this Idempotency-Key again',
    schema: { type: 'string', enum: ['true'] },
  },
};
