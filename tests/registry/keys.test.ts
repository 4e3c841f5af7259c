import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

t.test('a key reaches its subtree in its role until it is revoked, and not a request longer', async (t) => {
  const { ask, call, keyFor, sql } = await openCounty(t, NOW);
  const { id, secret } = await ask<{ id: string; secret: string }>('POST', '/v1/keys', {
    name: 'county',
    role: 'commander',
    org: 'county',
  });
  const status = async (method: string, url: string, body?: unknown) =>
    (await call(method, url, body, { key: secret })).status;
  t.equal(await status('GET', '/v1/figures?org=park'), 200);
  t.equal(await status('GET', '/v1/figures?org=other-park'), 404);
  t.equal(await status('GET', '/v1/audit'), 403);
  t.equal(await status('POST', '/v1/keys', { name: 'x', role: 'reporter', org: 'park' }), 403);
  t.equal(await status('PUT', '/v1/clock', { now: NOW }), 403);
  t.same((await sql`SELECT 1 FROM api_key WHERE position(${secret}::bytea in hash) > 0`).length, 0);
  t.equal((await call('DELETE', `/v1/keys/${id}`)).status, 204);
  t.equal(await status('GET', '/v1/figures?org=park'), 401);
  t.equal((await call('DELETE', `/v1/keys/${id}`)).status, 404, 'revoked once');
  const scoped = await keyFor('county', 'admin');
  const [other] = await sql<{ id: string }[]>`SELECT id FROM api_key WHERE org_id = 0`;
  t.equal(
    (await call('DELETE', `/v1/keys/${other?.id}`, undefined, { key: scoped })).status,
    404,
    'one above',
  );
  t.equal(
    (await call('POST', '/v1/keys', { name: 'x', role: 'admin', org: 'city' }, { key: scoped })).status,
    404,
  );
  t.equal(
    (await call('POST', '/v1/keys', { name: 'x', role: 'admin', org: 'park' }, { key: scoped })).status,
    201,
  );
  const person = await call('POST', '/v1/keys', {
    name: 'x',
    role: 'reporter',
    org: 'park',
    person: 'nobody',
  });
  t.same([person.status, faultsOf(person)], [422, ['/person unknownPerson']]);
  t.equal((await call('POST', '/v1/keys', { name: 'x', role: 'king', org: 'park' })).status, 422);
});

t.test('the last key that may do everything stays, whoever revokes at once', async (t) => {
  const { ask, call, sql } = await openCounty(t, NOW);
  await ask('POST', '/v1/keys', { name: 'county admin', role: 'admin', org: 'county' });
  const ids = async () =>
    (await sql<{ id: string }[]>`SELECT id FROM api_key WHERE org_id = 0 AND revoked_at IS NULL`).map(
      (row) => row.id,
    );
  const [only = ''] = await ids();
  t.match(await call('DELETE', `/v1/keys/${only}`), { status: 409, body: { code: 'lastAdminKey' } });
  for (let round = 0; round < 5; round += 1) {
    const { secret } = await ask<{ secret: string }>('POST', '/v1/keys', {
      name: 'second',
      role: 'admin',
      org: 'all',
    });
    const [one, other] = await ids();
    const answers = await Promise.all([
      call('DELETE', `/v1/keys/${one}`, undefined, { key: secret }),
      call('DELETE', `/v1/keys/${other}`),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    t.equal(statuses[0], 204);
    // Too late to be let in, or let in and refused.
    t.ok([401, 409].includes(statuses[1] ?? 0), `round ${round + 1}: ${statuses}`);
    if ((await ids()).length !== 1) return t.fail('nobody can administer this installation any more');
    // The key of the tests must be the one that stays.
    await sql`UPDATE api_key SET revoked_at = CASE WHEN name = 'admin' THEN NULL ELSE now() END WHERE org_id = 0`;
  }
});

t.test('the secret of a repeated request is not shown again', async (t) => {
  const { call } = await openCounty(t, NOW);
  const issue = () =>
    call(
      'POST',
      '/v1/keys',
      { name: 'x', role: 'reporter', org: 'park' },
      { headers: { 'idempotency-key': 'k' } },
    );
  const first = await issue();
  const again = await issue();
  t.match([first.status, again.status], [201, 201]);
  t.same(again.body, { id: first.body.id, secretAlreadyShown: true });
});

t.test('a person belongs to a subtree and is changed from within it only', async (t) => {
  const { ask, call, keyFor, sql } = await openCounty(t, NOW);
  const person = (name: string, org?: string) => ({ name, phone: '0746', ...(org ? { org } : {}) });
  t.equal((await call('PUT', '/v1/people/li', person('李', 'park'))).status, 201);
  t.equal((await call('PUT', '/v1/people/li', person('李', 'county'))).status, 200);
  const key = await keyFor('other-county', 'admin');
  t.match(await call('PUT', '/v1/people/li', person('x', 'other-park'), { key }), {
    status: 404,
    body: { code: 'notFound' },
  });
  t.match(await call('PUT', '/v1/people/wang', person('王', 'park'), { key }), {
    status: 404,
    body: { code: 'orgNotFound' },
  });
  t.equal(
    (await call('PUT', '/v1/people/wang', person('王'), { key })).status,
    201,
    'the key’s own org where none is named',
  );
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => call('PUT', '/v1/people/zhao', person('赵', 'park'))),
  );
  t.same([...new Set(answers.map(({ status }) => status))].sort(), [200, 201]);
  const people =
    await sql`SELECT p.key, p.name, o.key AS org FROM person p JOIN org o ON o.id = p.org_id ORDER BY p.key`;
  t.same(
    people.map((row) => ({ ...row })),
    [
      { key: 'li', name: '李', org: 'county' },
      { key: 'wang', name: '王', org: 'other-county' },
      { key: 'zhao', name: '赵', org: 'park' },
    ],
  );
  const secret = await keyFor('park', 'reporter', 'zhao');
  await call(
    'POST',
    '/v1/submissions',
    { org: 'park', period: '2017-11', values: [{ indicator: 'output', value: 1 }] },
    { key: secret },
  );
  t.match(await sql`SELECT p.key FROM submission s JOIN person p ON p.id = s.person_id`, [{ key: 'zhao' }]);
  t.ok(await ask('GET', '/v1/orgs'));
});
