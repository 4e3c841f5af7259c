import { ApiProblem, createClient, Unreachable } from '@xushi/client';
import t, { type Test } from 'tap';
import { problem, type Said, speaker } from './speaker.js';

const KEY = 'xushi_a_key_that_nobody_else_has';
const OK: Said = { status: 200, body: { now: '2021-10-08T01:00:00.000Z' } };

async function told(t: Test, answers: Said[], patience: { totalMs?: number; retries?: number } = {}) {
  const { url, asked } = await speaker(t, answers);
  return { client: createClient({ url, key: KEY, patience }), asked };
}

t.test('what says “not now” is asked again, not before the time it names', async (t) => {
  const { client, asked } = await told(t, [
    { ...problem(503, 'notReady'), headers: { 'retry-after': '1' } },
    problem(429, 'tooManyRequests'),
    { status: 502, body: '<html>bad gateway</html>' },
    OK,
  ]);
  const begun = performance.now();
  t.match(await client.get('/v1/clock'), OK.body as object);
  t.ok(performance.now() - begun >= 1000, 'the second that was asked for');
  t.equal(asked.length, 4);
});

t.test('a date is compared with the server’s clock, not with ours', async (t) => {
  const { client, asked } = await told(t, [
    {
      ...problem(503, 'notReady'),
      headers: { date: 'Wed, 06 Dec 2017 09:00:00 GMT', 'retry-after': 'Wed, 06 Dec 2017 09:00:01 GMT' },
    },
    OK,
  ]);
  const begun = performance.now();
  await client.get('/v1/clock');
  const took = performance.now() - begun;
  t.ok(took >= 1000 && took < 3000, `${took} ms`);
  t.equal(asked.length, 2);
});

t.test('who asks for more time than there is gets none', async (t) => {
  const wait = { ...problem(429, 'tooManyRequests'), headers: { 'retry-after': '3600' } };
  const { client, asked } = await told(t, [wait], { totalMs: 5000 });
  const begun = performance.now();
  await t.rejects(client.get('/v1/clock'), { message: /^429 tooManyRequests/ });
  t.ok(performance.now() - begun < 1000, 'it is said at once');
  t.equal(asked.length, 1);
});

t.test('a post keeps its key on every try, and no other has it', async (t) => {
  const { client, asked } = await told(t, [
    problem(503, 'notReady'),
    problem(409, 'idempotencyInFlight'),
    { status: 201, body: { id: 'r' } },
  ]);
  const report = { org: 'park', period: '2021-03' };
  await client.post('/v1/reports', report);
  await client.post('/v1/reports', report);
  await client.post('/v1/reports', report, { idempotencyKey: 'mine' });
  await client.post('/v1/reports', report, { idempotencyKey: null });
  const keys = asked.map(({ headers }) => headers['idempotency-key']);
  t.equal(keys.length, 6);
  t.equal(new Set(keys.slice(0, 3)).size, 1);
  t.equal(new Set(keys).size, 4);
  t.same(keys.slice(4), ['mine', undefined]);
});

t.test('a conflict that stays is told at once', async (t) => {
  const { client, asked } = await told(t, [problem(409, 'idempotencyConflict')]);
  await t.rejects(client.post('/v1/reports', { org: 'park', period: '2021-03' }), {
    message: /^409 idempotencyConflict/,
  });
  t.equal(asked.length, 1);
});

t.test('what is not xushi is told as such', async (t) => {
  const moved = await told(t, [{ status: 301, headers: { location: 'https://elsewhere.example/' } }]);
  const away = await moved.client
    .post('/v1/reports', { org: 'park', period: '2021-03' })
    .catch((fault: unknown) => fault);
  t.ok(away instanceof Unreachable && away.reason === 'notXushi', String(away));
  t.match(String(away), 'elsewhere.example');
  t.equal(moved.asked.length, 1);

  const page = await told(t, [{ status: 200, body: '<html>log in</html>' }]);
  const login = await page.client.get('/v1/clock').catch((fault: unknown) => fault);
  t.ok(login instanceof Unreachable && login.reason === 'notXushi', String(login));

  const gateway = await told(t, [{ status: 404, body: '<html>nginx</html>' }]);
  const lost = await gateway.client.get('/v1/clock').catch((fault: unknown) => fault);
  t.ok(lost instanceof ApiProblem);
  t.match(lost, { status: 404, problem: { code: 'unknown', errors: [] } });
});

t.test('names in a path are written so that they stay one name', async (t) => {
  const { client, asked } = await told(t, [OK]);
  await client.get('/v1/submissions/{id}', { params: { id: 'a/b?c#d' } });
  await client.get('/v1/orgs', { query: { under: 'a&b=c', limit: undefined } });
  t.same(
    asked.map(({ url }) => url),
    ['/v1/submissions/a%2Fb%3Fc%23d', '/v1/orgs?under=a%26b%3Dc'],
  );
});
