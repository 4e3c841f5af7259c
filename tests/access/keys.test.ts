import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { faultsOf } from '../county.js';

const HOUR_MS = 3_600_000;

/** An installation whose wall clock the test moves. */
async function open(test: typeof t) {
  let at = new Date('2021-10-08T01:00:00Z').getTime();
  const installation = await openInstallation(test, {
    at: '2021-10-08T09:00:00+08:00',
    wall: { now: () => new Date(at) },
  });
  const { call } = installation;
  const issue = async (more: object = {}) =>
    (await call('POST', '/v1/keys', { name: '园区系统', role: 'reporter', org: 'all', ...more })).body as {
      id: string;
      secret: string;
    };
  return {
    ...installation,
    issue,
    wait: (hours: number) => {
      at += hours * HOUR_MS;
    },
    letsIn: async (key: string) => (await call('GET', '/v1/orgs', undefined, { key })).status === 200,
    listed: async (query = '') => {
      const { body } = await call<{ data: Record<string, unknown>[] }>('GET', `/v1/keys${query}`);
      return body.data;
    },
  };
}

t.test('a key is given another secret, and the one before stays good for a while', async (t) => {
  const { call, issue, wait, letsIn, listed } = await open(t as never);
  const { id, secret } = await issue();
  const rotate = (body: object, headers = {}) => call('POST', `/v1/keys/${id}/rotate`, body, { headers });
  const first = await rotate({}, { 'idempotency-key': 'r' });
  t.match(first, { status: 200, body: { id, secret: /^xushi_/, previousUntil: '2021-10-09T01:00:00.000Z' } });
  const second = String(first.body.secret);
  t.match(await rotate({}, { 'idempotency-key': 'r' }), {
    status: 200,
    body: { id, secretAlreadyShown: true, secret: undefined },
  });
  t.same([await letsIn(secret), await letsIn(second)], [true, true], 'both for a day');
  wait(23.9);
  t.ok(await letsIn(secret));
  t.match(
    (await listed()).find((key) => key.id === id),
    { previousUntil: '2021-10-09T01:00:00.000Z' },
  );
  wait(0.1);
  t.same([await letsIn(secret), await letsIn(second)], [false, true], 'then the new one only');
  t.match(
    (await listed()).find((key) => key.id === id),
    { previousUntil: null },
  );

  const third = String((await rotate({ overlapHours: 168 })).body.secret);
  const fourth = String((await rotate({ overlapHours: 0 })).body.secret);
  t.same(
    [await letsIn(second), await letsIn(third), await letsIn(fourth)],
    [false, false, true],
    'without overlap at once, and what was before that as well',
  );
  t.same(faultsOf(await rotate({ overlapHours: 169 })), ['/overlapHours shape']);
  t.same(faultsOf(await rotate({ overlapHours: -1 })), ['/overlapHours shape']);

  await rotate({});
  t.equal((await call('DELETE', `/v1/keys/${id}`)).status, 204);
  t.notOk(await letsIn(fourth), 'revoked at once, with the secret before');
  t.equal((await rotate({})).status, 404);
});

t.test('a key ends when it was said to', async (t) => {
  const { call, issue, wait, letsIn, listed } = await open(t as never);
  const { id, secret } = await issue({ expiresAt: '2021-10-08T12:00:00+08:00' });
  t.match(
    (await listed()).find((key) => key.id === id),
    { expiresAt: '2021-10-08T04:00:00.000Z' },
  );
  wait(2.9);
  t.ok(await letsIn(secret));
  wait(0.1);
  t.notOk(await letsIn(secret));
  for (const [expiresAt, fault] of [
    ['2021-10-08T04:00:00Z', '/expiresAt expiryInPast'],
    ['2021-10-32T04:00:00Z', '/expiresAt notAMoment'],
    ['tomorrow', '/expiresAt shape'],
  ] as const) {
    const answer = await call('POST', '/v1/keys', { name: 'x', role: 'reporter', org: 'all', expiresAt });
    t.same([answer.status, faultsOf(answer)], [422, [fault]], expiresAt);
  }
});

t.test('the list of keys says when each was used, to the hour, and costs a request no write', async (t) => {
  const { call, issue, wait, letsIn, listed, databaseUrl } = await open(t as never);
  const { default: postgres } = await import('postgres');
  const sql = postgres(databaseUrl, { max: 1 });
  t.teardown(() => sql.end());
  const { id, secret } = await issue();
  const used = async () => (await listed()).find((key) => key.id === id)?.lastUsedAt;
  t.equal(await used(), null);
  const version = async () => String((await sql`SELECT xmin FROM api_key WHERE id = ${id}`)[0]?.xmin);
  await Promise.all(Array.from({ length: 10 }, () => letsIn(secret)));
  t.equal(await used(), '2021-10-08T01:00:00.000Z');
  const written = await version();
  wait(0.5);
  await letsIn(secret);
  t.equal(await version(), written, 'the row was not written again');
  wait(0.5);
  await letsIn(secret);
  t.equal(await used(), '2021-10-08T02:00:00.000Z');
  t.not(await version(), written);

  const text = JSON.stringify(await listed());
  t.notMatch(text, secret);
  t.notMatch(text, /hash|secret/i);
  await call('DELETE', `/v1/keys/${id}`);
  t.notOk((await listed()).some((key) => key.id === id));
  t.match(
    (await listed('?revoked=true')).find((key) => key.id === id),
    { revokedAt: String },
  );
  const { body } = await call<{ data: unknown[]; nextCursor: string }>(
    'GET',
    '/v1/keys?revoked=true&limit=1',
  );
  t.equal(body.data.length, 1);
  t.ok(body.nextCursor);
});
