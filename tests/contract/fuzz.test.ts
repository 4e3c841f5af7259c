import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { openApiDocument, startApi } from '@xushi/api';
import { ADMIN_KEY, type TestAnswer } from '@xushi/testing';
import fc from 'fast-check';
import t, { type Test } from 'tap';
import { openCounty } from '../county.js';
import { BROKEN, bodyOf, LARGE, WORDS, write } from './hostile.js';
import { type Ground, SAMPLES, type Sample } from './samples.js';

const SEED = Number(process.env.XUSHI_TEST_SEED ?? randomInt(2 ** 31));
const REQUESTS = 200;
const AT_ONCE = 8;
/** No answer may take longer, on a machine that does much else. */
const SLOWEST_MS = 20_000;

interface Operation {
  operationId: string;
  method: string;
  path: string;
  parameters: { name: string; in: string }[];
  body: object | null;
}

interface Request {
  method: string;
  url: string;
  body?: string;
  headers: Record<string, string>;
  key: string | null;
}

const document = openApiDocument() as {
  paths: Record<string, Record<string, Record<string, never>>>;
  components: { schemas: Record<string, object> };
};

/** Every operation that the document has: what is added to it is walked as well. */
const OPERATIONS: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const {
      operationId,
      parameters = [],
      requestBody,
    } = operation as unknown as {
      operationId: string;
      parameters?: Operation['parameters'];
      requestBody?: { content: Record<string, { schema: object }> };
    };
    const body = requestBody?.content['application/json']?.schema ?? null;
    return { operationId, method: method.toUpperCase(), path, parameters, body };
  }),
);

const resolve = (ref: string) => document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {};

t.test('every operation answers hostile requests with a refusal, and stores nothing of them', async (t) => {
  t.comment(`› XUSHI_TEST_SEED=${SEED} repeats this run`);
  const ids = OPERATIONS.map(({ operationId }) => operationId);
  const without = ids.filter((id) => !(id in SAMPLES));
  t.same(without, [], 'operations without a good sample: add one to tests/contract/samples.ts');
  t.same(
    Object.keys(SAMPLES).filter((id) => !ids.includes(id)),
    [],
    'samples of no operation',
  );
  const { ground, keys } = await lay(t);
  const walked = Object.keys(SAMPLES).flatMap((id) => OPERATIONS.filter((each) => each.operationId === id));
  let slowest = { ms: 0, name: '' };
  let sent = 0;
  for (const operation of walked) {
    const sample = SAMPLES[operation.operationId]!;
    const id = await sample.first?.(ground);
    const good = requestOf(operation, sample, { id, key: keys[sample.who ?? 'admin']! });
    const answer = await send(ground, good);
    t.ok(
      answer.status < 300,
      `${operation.operationId}: a good request is answered ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`,
    );
    const requests = drawn(operation, {
      sample,
      good,
      // Who decides about others has reported nothing himself.
      keys: Object.values({ ...keys, zhou: keys.li! }),
      index: walked.indexOf(operation),
    });
    t.ok(requests.length >= REQUESTS, operation.operationId);
    const failed: string[] = [];
    /** Sends all, and gives back those that were refused. */
    const sendAll = async (batch: Request[]): Promise<Request[]> => {
      const refused: Request[] = [];
      const queue = [...batch];
      const worker = async () => {
        for (let next = queue.pop(); next; next = queue.pop()) {
          const begun = performance.now();
          const status = await send(ground, next).then(
            (got) => got.status,
            (fault: Error) => fault.message,
          );
          const ms = performance.now() - begun;
          sent += 1;
          if (ms > slowest.ms) slowest = { ms, name: operation.operationId };
          if (typeof status === 'string' || status >= 500) failed.push(`${status} ${told(next)}`);
          else if (status >= 400) refused.push(next);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return refused;
    };
    // What was taken left rows, and may let through what was refused before: refusals are sent again by themselves,
    // until nothing but refusals comes.
    for (let rest = requests; rest.length > 0; ) {
      const before = await ground.county.rowCounts();
      const refused = await sendAll(rest);
      if (refused.length === rest.length || operation.method === 'GET') {
        t.same(await ground.county.rowCounts(), before, `${operation.operationId}: rows`);
        break;
      }
      rest = refused;
    }
    t.same(failed.slice(0, 5), [], operation.operationId);
  }
  t.ok(slowest.ms < SLOWEST_MS, `slowest ${slowest.name}`);
  t.comment(
    `› ${sent} requests to ${walked.length} operations, the slowest ${slowest.ms.toFixed(0)} ms (${slowest.name})`,
  );
});

t.test('a body that stops half-way, or goes on, stores nothing', async (t) => {
  const { ground } = await lay(t);
  const api = await startApi(ground.county.context, { requestMs: 600, lookMs: 100 });
  t.teardown(() => api.stop());
  const { hostname, port } = new URL(api.url);
  const bodies = OPERATIONS.filter(({ body, method }) => body !== null && method !== 'GET');
  const before = await ground.county.rowCounts();
  await Promise.all(
    bodies.flatMap(({ method, path, operationId }) =>
      [40, -10].map(async (more) => {
        const body = Buffer.from(write(SAMPLES[operationId]?.body ?? {}));
        const half = body.subarray(0, Math.floor(body.length / 2));
        const answer = await new Promise<string>((done, fail) => {
          const socket = connect(Number(port), hostname);
          let text = '';
          socket.on('data', (chunk) => {
            text += chunk;
          });
          socket.on('close', () => done(text));
          socket.on('error', fail);
          socket.write(
            `${method} ${path.replace(/\{\w+\}/g, 'x')} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ADMIN_KEY}\r\n` +
              `content-type: application/json\r\nconnection: close\r\ncontent-length: ${half.length + more}\r\n\r\n`,
          );
          socket.write(half);
        });
        t.match(answer, /^HTTP\/1\.1 4\d\d /, `${operationId} ${more}`);
      }),
    ),
  );
  t.same(await ground.county.rowCounts(), before);
});

/** A county as the samples need it, with a key of every role. */
async function lay(t: Test): Promise<{ ground: Ground; keys: Record<string, string> }> {
  const county = await openCounty(t, '2017-07-05T09:00:00+08:00');
  const { ask, call, drain, keyFor, sql } = county;
  for (const [key, name] of [
    ['wang', '王'],
    ['li', '李'],
    ['zhou', '周'],
  ])
    await ask('PUT', `/v1/people/${key}`, { name, org: 'all' });
  const keys: Record<string, string> = {
    admin: ADMIN_KEY,
    wang: await keyFor('city', 'commander', 'wang'),
    li: await keyFor('city', 'commander', 'li'),
    zhou: await keyFor('city', 'commander', 'zhou'),
    reviewer: await keyFor('county', 'reviewer', 'li'),
    reporter: await keyFor('park', 'reporter', 'wang'),
    system: await keyFor('park', 'reporter'),
    stranger: await keyFor('other-county', 'commander'),
  };
  const wang = { key: keys.wang! };
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [{ indicator: 'output', from: '2017-05' }] });
  await ask('POST', '/v1/receivers', { name: '指挥部', channel: 'email', to: 'a@b.example', org: 'city' });
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '120' });
  await sql`UPDATE org SET review = 'required' WHERE key = 'sister'`;
  const sheet = (org: string, period: string, value: string) => ({
    org,
    period,
    values: [{ indicator: 'output', value }],
  });
  await ask('POST', '/v1/submissions', sheet('park', '2017-05', '40'));
  const submission = await ask('POST', '/v1/submissions', sheet('park', '2017-06', '50'));
  const { body: report } = await call('POST', '/v1/reports', { org: 'park', period: '2017-06' }, wang);
  await drain();
  const { data } = await ask<{ data: { id: string; kind: string }[] }>('GET', '/v1/alerts?org=park');
  let sheets = 10;
  const ground: Ground = {
    county,
    wang,
    alert: data.find(({ kind }) => kind === 'indicatorLagging')?.id ?? '',
    submission: String(submission.id),
    report: String(report.id),
    receiver: async () =>
      String(
        (await ask('POST', '/v1/receivers', { name: '甲', channel: 'email', to: 'a@b.example', org: 'park' }))
          .id,
      ),
    async reviewed() {
      sheets += 1;
      const body = { ...sheet('sister', '2017-06', String(sheets)), reason: '更正' };
      return String((await call('POST', '/v1/submissions', body, wang)).body.id);
    },
  };
  return { ground, keys };
}

const send = ({ county }: Ground, { method, url, body, headers, key }: Request): Promise<TestAnswer> =>
  county.call(method, url, body, { key, headers });

const told = ({ method, url, body = '', headers }: Request): string =>
  `${method} ${url.slice(0, 300)} ${JSON.stringify(headers)} ${body.slice(0, 500)}`;

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'multipart/form-data; boundary=line' };

const formOf = (file: string): string =>
  `--line\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n${file}\r\n--line--\r\n`;

function requestOf(
  { method, path }: Operation,
  { path: parts = {}, query = {}, body, file, lines, text }: Sample,
  { id, key }: { id: string | undefined; key: string },
): Request {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? id ?? ''));
  const search = new URLSearchParams(query).toString();
  return {
    method,
    url: search ? `${filled}?${search}` : filled,
    key,
    headers: body === undefined ? {} : lines ? { 'content-type': lines } : JSON_TYPE,
    ...(body === undefined ? {} : { body: write(body) }),
    ...(file === undefined ? {} : { headers: FORM_TYPE, body: formOf(file) }),
    ...(text ? { headers: { 'content-type': text.type }, body: text.body } : {}),
  };
}

/** Hostile requests to one operation: its body, query, path, headers and key, one of them wrong at a time. */
function drawn(
  operation: Operation,
  of: { sample: Sample; good: Request; keys: string[]; index: number },
): Request[] {
  const { sample, good, keys, index } = of;
  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constant(good.key) },
    { weight: 2, arbitrary: fc.constantFrom(...keys) },
  );
  const word = fc.constantFrom(...WORDS);
  const names = [
    ...operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name),
    ...['extra', '__proto__', 'limit', 'cursor'],
  ];
  const [bare = ''] = good.url.split('?');
  const type = sample.lines ? { 'content-type': sample.lines } : JSON_TYPE;
  const query = fc
    .array(fc.tuple(fc.constantFrom(...names), word), { minLength: 1, maxLength: 3 })
    .map((pairs) => {
      const search = new URLSearchParams(sample.query ?? {});
      for (const [name, value] of pairs) search.append(name, wellFormed(value));
      return { ...good, url: `${bare}?${search}` };
    });
  const rawQuery = fc
    .constantFrom(
      '?%',
      '?%00',
      '?%ff=1',
      '?a=%ud800',
      '?=',
      '?&&',
      `?${'a=1&'.repeat(500)}`,
      '?org[]=x',
      '?%zz',
    )
    .map((text) => ({ ...good, url: bare + text }));
  const path = word.map((text) => ({
    ...good,
    url: operation.path.replace(/\{\w+\}/g, encodeURIComponent(wellFormed(text))),
  }));
  const headers = fc
    .constantFrom<Record<string, string>>(
      { 'idempotency-key': 'x'.repeat(256) },
      { 'idempotency-key': '' },
      { 'if-match': 'abc' },
      { 'if-match': '"999999999"' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json; charset=gb18030' },
      { 'content-type': 'multipart/form-data' },
      { 'content-type': '' },
      { 'content-encoding': 'gzip' },
      { 'accept-language': 'x'.repeat(3000) },
      { 'x-request-id': '../../x' },
      { traceparent: 'zz' },
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${'x'.repeat(3000)}` },
      { authorization: 'Basic eDp5' },
      { expect: '200-ok' },
    )
    .map((more) => ({ ...good, headers: { ...good.headers, ...more } }));
  const withBody = (body: fc.Arbitrary<string>) =>
    body.map((text): Request => ({ ...good, body: text, headers: type }));
  /** A file with a cell or two of it replaced, or with its end cut off. */
  const cells = (sample.file ?? '').split(/(?<=[,\n])|(?=[,\n])/);
  const file = fc
    .array(fc.tuple(fc.nat(Math.max(0, cells.length - 1)), word), { minLength: 1, maxLength: 2 })
    .map((changes) => cells.map((cell, at) => changes.find(([place]) => place === at)?.[1] ?? cell).join(''));
  const forms = fc
    .oneof(
      { weight: 6, arbitrary: file.map(formOf) },
      { weight: 1, arbitrary: fc.constantFrom(...BROKEN).map(formOf) },
      { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
    )
    .map((body): Request => ({ ...good, body, headers: FORM_TYPE }));
  const taken =
    sample.file === undefined ? withBody(bodyOf(sample.body ?? {}, operation.body, resolve)) : forms;
  const bodies = operation.method === 'GET' ? [] : [taken];
  const request = fc
    .tuple(
      fc.oneof(
        ...bodies.map((arbitrary) => ({ weight: 8, arbitrary })),
        ...(operation.method === 'GET'
          ? []
          : [{ weight: 2, arbitrary: withBody(fc.constantFrom(...BROKEN)) }]),
        { weight: operation.method === 'GET' ? 6 : 1, arbitrary: query },
        { weight: 1, arbitrary: rawQuery },
        { weight: operation.path.includes('{') ? 2 : 0, arbitrary: path },
        { weight: 1, arbitrary: headers },
      ),
      key,
    )
    .map(([each, who]): Request => ({ ...each, key: who }));
  const all = fc.sample(request, { numRuns: REQUESTS, seed: SEED + index });
  const large = LARGE.map((body): Request => ({ ...good, body, headers: type }));
  return operation.method === 'GET' || index % 10 > 0 ? all : [...all, ...large];
}

/** Half of a pair has no place in an address: what a client would put there instead. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
