import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { startApi } from '@xushi/api';
import { ADMIN_KEY } from '@xushi/testing';
import t, { type Test } from 'tap';
import { openCounty } from '../county.js';

const SHEET = { org: 'park', period: '2017-11', values: [{ indicator: 'output', value: '5' }] };
const REQUEST_MS = 1000;

/** An api that listens, with short patience, and what came of bytes sent to it. */
async function open(t: Test, requestMs = REQUEST_MS) {
  const county = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const api = await startApi(county.context, { requestMs, lookMs: 100, connections: 20 });
  t.teardown(() => api.stop());
  const port = Number(new URL(api.url).port);
  const socket = async (): Promise<Socket> => {
    const made = connect(port, '127.0.0.1');
    made.on('error', () => undefined);
    t.teardown(() => made.destroy());
    await once(made, 'connect');
    return made;
  };
  /** Everything that comes back until the server closes the connection. */
  const rest = async (from: Socket): Promise<string> => {
    const chunks: Buffer[] = [];
    from.on('data', (chunk: Buffer) => chunks.push(chunk));
    if (!from.closed) await once(from, 'close');
    return Buffer.concat(chunks).toString('utf8');
  };
  return {
    ...county,
    url: api.url,
    socket,
    rest,
    raw: async (bytes: string): Promise<string> => {
      const made = await socket();
      made.write(bytes);
      return rest(made);
    },
    ask: async (
      method: string,
      path: string,
      init: { body?: unknown; headers?: Record<string, string> } = {},
    ) => {
      const answer = await fetch(`${api.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${ADMIN_KEY}`, ...init.headers },
        ...(init.body === undefined ? {} : { body: init.body as string }),
      });
      const text = await answer.text();
      const json = answer.headers.get('content-type')?.includes('json') && text !== '';
      return {
        status: answer.status,
        allow: answer.headers.get('allow'),
        type: answer.headers.get('content-type'),
        text,
        body: (json ? JSON.parse(text) : {}) as Record<string, unknown>,
      };
    },
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const head = (length: number) =>
  `POST /v1/submissions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ADMIN_KEY}\r\n` +
  `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

t.test('a body beyond a bound is refused by its code, and nothing is stored', async (t) => {
  const { ask, rowCounts } = await open(t);
  const before = await rowCounts();
  const sheet = JSON.stringify(SHEET);
  const beyond: [name: string, body: string | Buffer, status: number, code: string, headers?: object][] = [
    ['bytes', sheet.padEnd(4 * 1024 * 1024 + 1), 413, 'bodyTooLarge'],
    ['depth', `{"org":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'bodyTooComplex'],
    ['10 MB of nesting', '['.repeat(10_000_000), 413, 'bodyTooLarge'],
    ['4 MB of nesting', '['.repeat(4_000_000), 400, 'bodyTooComplex'],
    ['entries', `[${Array(200_001).fill(1).join()}]`, 400, 'bodyTooComplex'],
    ['a string', `{"org":"${'a'.repeat(65_537)}"}`, 400, 'bodyTooComplex'],
    ['a number', `{"org":${'1'.repeat(1001)}}`, 400, 'bodyTooComplex'],
    [
      '150,000 unknown members',
      JSON.stringify(Object.fromEntries(Array.from({ length: 150_000 }, (_, n) => [`m${n}`, 1]))),
      422,
      'invalid',
    ],
    ['another charset', Buffer.from('{"org":"\xd4\xb0\xc7\xf8"}', 'latin1'), 400, 'bodyNotJson'],
    ['another type', sheet, 415, 'mediaTypeNotSupported', { 'content-type': 'text/plain' }],
    ['compressed', sheet, 415, 'mediaTypeNotSupported', { 'content-encoding': 'gzip' }],
  ];
  for (const [name, body, status, code, headers] of beyond) {
    const begun = performance.now();
    const answer = await ask('POST', '/v1/submissions', { body, headers: { ...JSON_TYPE, ...headers } });
    t.match(answer, { status, type: /problem\+json/, body: { status, code, requestId: String } }, name);
    const took = performance.now() - begun;
    t.ok(took < 10_000, `${name}: ${took.toFixed(0)} ms`);
    t.ok(answer.text.length < 1024 * 1024, `${name}: the answer is no flood either`);
  }
  t.same(await rowCounts(), before);
  t.equal((await ask('POST', '/v1/submissions', { body: `\ufeff${sheet}`, headers: JSON_TYPE })).status, 201);
});

t.test('what stands around a body has bounds as well', async (t) => {
  const { ask, raw } = await open(t);
  t.match(await ask('GET', `/v1/orgs?under=${'a'.repeat(5000)}`), {
    status: 414,
    body: { code: 'urlTooLong' },
  });
  const crowd = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`x-${n}`, '1']));
  t.match(await ask('GET', '/v1/orgs', { headers: crowd }), {
    status: 431,
    body: { code: 'headersTooLarge' },
  });
  t.match(
    await raw(`GET /v1/orgs HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`),
    /^HTTP\/1.1 431 .*"code":"headersTooLarge"/s,
  );
  t.match(await raw('NONSENSE\r\n\r\n'), /^HTTP\/1.1 400 .*"code":"requestNotReadable"/s);
  t.match(
    await raw('GET /v1/orgs HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n'),
    /^HTTP\/1.1 400 /,
    'two lengths',
  );
  t.match(await ask('GET', '/v1/%ff'), { status: 400, body: { code: 'requestNotReadable' } });
  t.match(await ask('GET', '/v1/orgs?under=a%00'), {
    status: 422,
    body: { errors: [{ pointer: '/under', code: 'textNotStorable' }] },
  });
  t.match(await ask('GET', '/v1/orgs?under=city&under=park'), {
    status: 422,
    body: { errors: [{ pointer: '/under', code: 'shape' }] },
  });
});

t.test(
  'a body that stops half-way, or trickles, is cut off in bounded time and stores nothing',
  async (t) => {
    const { socket, rest, rowCounts, ask } = await open(t);
    const before = await rowCounts();
    const sheet = JSON.stringify(SHEET);
    const begun = performance.now();
    const halves = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const made = await socket();
        made.write(head(sheet.length) + sheet.slice(0, 20));
        return rest(made);
      }),
    );
    for (const answer of halves) t.match(answer, /^HTTP\/1.1 408 .*"code":"requestTimeout"/s);
    const slow = await socket();
    slow.write(head(sheet.length));
    const answer = rest(slow);
    const trickle = setInterval(() => slow.write(' '), 50);
    t.match(await answer, /^HTTP\/1.1 408 /, 'a byte now and then keeps nothing open');
    clearInterval(trickle);
    t.ok(performance.now() - begun < 10 * REQUEST_MS);
    const gone = await socket();
    gone.write(head(sheet.length) + sheet.slice(0, 20));
    gone.destroy();
    t.same(await rowCounts(), before, 'nothing is stored');
    t.equal(
      (await ask('POST', '/v1/submissions', { body: sheet, headers: JSON_TYPE })).status,
      201,
      'and it serves on',
    );
  },
);

t.test('more connections than there may be are not taken, and room that is made is used', async (t) => {
  const { socket, url } = await open(t, 60_000);
  const taken = await Promise.all(Array.from({ length: 20 }, () => socket()));
  const beyond = await socket();
  if (!beyond.closed) await once(beyond, 'close');
  t.pass('the one beyond is closed at once');
  for (const one of taken) {
    one.destroy();
    await once(one, 'close');
  }
  let status = 0;
  while (status !== 200)
    status = await fetch(`${url}/healthz`).then(
      (answer) => answer.status,
      () => 0,
    );
  t.equal(status, 200);
});

t.test('a path says which methods it is served with', async (t) => {
  const { ask, call } = await open(t);
  for (const [method, path, allow] of [
    ['DELETE', '/v1/submissions', 'GET, HEAD, POST, OPTIONS'],
    ['GET', '/v1/submissions/validate', 'POST, OPTIONS'],
    ['PATCH', '/v1/orgs/park', 'PUT, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
  ] as const) {
    const body = method === 'POST' || method === 'PATCH' ? 'not even JSON' : undefined;
    const answer = await ask(method, path, { body });
    t.match(answer, { status: 405, allow, body: { code: 'methodNotAllowed' } }, `${method} ${path}`);
    t.match(await ask('OPTIONS', path), { status: 204, allow, text: '' });
  }
  t.match(await ask('POST', '/v1/nothing', { body: '{}', headers: JSON_TYPE }), {
    status: 404,
    body: { code: 'notFound' },
  });
  const got = await ask('GET', '/v1/orgs');
  const headOnly = await ask('HEAD', '/v1/orgs');
  t.match(headOnly, { status: 200, type: got.type, text: '' });
  t.equal(
    (await ask('HEAD', '/v1/orgs', { headers: { authorization: 'Bearer nobody-has-this' } })).status,
    401,
  );
  const { body } = await call<{ paths: Record<string, object> }>('GET', '/openapi.json');
  for (const methods of Object.values(body.paths))
    t.notOk('options' in methods, 'and the document stays as it was');
  // A client that names a type where it sends nothing.
  t.equal(
    (await ask('DELETE', '/v1/keys/00000000-0000-0000-0000-000000000000', { headers: JSON_TYPE })).status,
    404,
  );
});
