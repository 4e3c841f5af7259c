import { openApiDocument } from '@xushi/api';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** One answer that a test got. */
export interface SeenAnswer {
  method: string;
  /** Path with its query. */
  url: string;
  status: number;
  /** The header; absent where there is no body. */
  contentType: string | null | undefined;
  /** As text. */
  body: string;
}

interface Response {
  $ref?: string;
  content?: Record<string, { schema: object }>;
}

interface Operation {
  pointer: string;
  operationId: string;
  responses: Record<string, Response>;
}

interface Document {
  paths: Record<string, Record<string, Omit<Operation, 'pointer'>>>;
  webhooks: Record<string, unknown>;
  components: { responses: Record<string, Response> };
}

/**
 * Holds an answer against the OpenAPI document: its status, its media type and the shape of its body. Shapes are
 * compiled when they are first met. Throws an Error that names what the document does not know.
 */
export function checkAnswer(answer: SeenAnswer): void {
  const operation = operationOf(answer.method, answer.url);
  const name = operation?.operationId ?? `${answer.method} ${answer.url}`;
  const unknown = (what: string) =>
    new Error(`the OpenAPI document does not know this answer of ${name}: ${what}`);
  const { method, status } = answer;
  // What a path is served with is HTTP's own question.
  if (method === 'OPTIONS' && status === 204 && answer.body === '') return;
  const type = answer.contentType?.split(';')[0]?.trim() ?? null;
  // What no operation stands for is not found, or not with this method; anything else would be an operation that nobody wrote down.
  const [pointer, response] = operation
    ? responseOf(operation, status)
    : status === 404 || status === 405
      ? resolved({ $ref: `#/components/responses/Problem${status}` })
      : [];
  if (!response || pointer === undefined) throw unknown(`status ${status} ${answer.body.slice(0, 400)}`);
  const content = response.content ?? {};
  if (Object.keys(content).length === 0 || method === 'HEAD') {
    if (answer.body !== '') throw unknown(`${status} with the body ${answer.body.slice(0, 400)}`);
    return;
  }
  if (type === null || !content[type]) throw unknown(`${status} with the media type ${type}`);
  if (!/json$/.test(type)) return;
  const check = checkOf(`${pointer}/content/${escapePointer(type)}/schema`);
  const texts = type.endsWith('ndjson') ? answer.body.split('\n').filter(Boolean) : [answer.body];
  const faults = texts.flatMap((text) => faultsOf(check, JSON.parse(text)));
  if (faults.length > 0)
    throw unknown(`${status}\n  ${faults.join('\n  ')}\n  in ${answer.body.slice(0, 2000)}`);
}

/** Holds the body of a webhook against the document. Throws an Error that names what does not fit. */
export function checkWebhook(body: { type: string }): void {
  const { webhooks } = contract().document;
  if (!webhooks[body.type]) throw new Error(`the OpenAPI document does not know the webhook ${body.type}`);
  const place = `#/webhooks/${escapePointer(body.type)}/post/requestBody/content/application~1json/schema`;
  const faults = faultsOf(checkOf(place), body);
  if (faults.length > 0) throw new Error(`the webhook ${body.type}:\n  ${faults.join('\n  ')}`);
}

/** `fetch` of a server of ours whose answer is held against the document. */
export async function checkedFetch(url: string | URL, init: RequestInit = {}): Promise<globalThis.Response> {
  const answer = await fetch(url, init);
  const { pathname, search } = new URL(url);
  checkAnswer({
    method: init.method ?? 'GET',
    url: pathname + search,
    status: answer.status,
    contentType: answer.headers.get('content-type'),
    body: await answer.clone().text(),
  });
  return answer;
}

function faultsOf(check: ValidateFunction, value: unknown): string[] {
  if (check(value)) return [];
  return (check.errors ?? [])
    .slice(0, 20)
    .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

const escapePointer = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1');

let read: { document: Document; ajv: Ajv2020; places: [RegExp, string][] } | undefined;
const checks = new Map<string, ValidateFunction>();

function contract() {
  if (read) return read;
  const document = openApiDocument() as unknown as Document;
  // Unknown keywords are OpenAPI's own; every fault is told, since the test ends with the first answer.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'openapi');
  // A path without parts goes before one whose part could mean it.
  const places = Object.keys(document.paths)
    .sort((one, other) => Number(one.includes('{')) - Number(other.includes('{')))
    .map((path): [RegExp, string] => [
      new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]*')}$`),
      path,
    ]);
  read = { document, ajv, places };
  return read;
}

function operationOf(method: string, url: string): Operation | null {
  const { document, places } = contract();
  const path = url.split('?')[0] ?? '';
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
  for (const [pattern, documentPath] of places) {
    const operation = pattern.test(path) ? document.paths[documentPath]?.[verb] : undefined;
    if (operation) return { ...operation, pointer: `#/paths/${escapePointer(documentPath)}/${verb}` };
  }
  return null;
}

function responseOf(operation: Operation, status: number): [string, Response] | [] {
  const response = operation.responses[status];
  return response ? resolved(response, `${operation.pointer}/responses/${status}`) : [];
}

function resolved(response: Response, pointer = ''): [string, Response] | [] {
  if (!response.$ref) return [pointer, response];
  const shared = contract().document.components.responses[response.$ref.split('/').at(-1) ?? ''];
  return shared ? [response.$ref, shared] : [];
}

function checkOf(pointer: string): ValidateFunction {
  const known = checks.get(pointer);
  if (known) return known;
  // A JSON pointer within a URI: the braces of a path are no characters of one.
  const check = contract().ajv.compile({ $ref: `openapi${encodeURI(pointer)}` });
  checks.set(pointer, check);
  return check;
}
