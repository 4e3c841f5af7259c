import { openInstallation } from '@xushi/testing';
import t from 'tap';

const NOBODY = '00000000-0000-0000-0000-000000000000';

t.test('what is not there is 404, what is wrong is 422, and neither is our fault', async (t) => {
  const { call } = await openInstallation(t, { at: '2021-10-08T09:00:00+08:00' });
  await call('PUT', '/v1/people/li', { name: '李' });
  const { body: own } = await call('POST', '/v1/keys', {
    name: '李',
    role: 'admin',
    org: 'all',
    person: 'li',
  });
  const key = String(own.secret);
  for (const [method, url, body] of [
    ['POST', `/v1/deliveries/${NOBODY}/redeliver`, {}],
    ['DELETE', `/v1/receivers/${NOBODY}`],
    ['DELETE', `/v1/keys/${NOBODY}`],
    ['POST', `/v1/reports/${NOBODY}/finalize`, {}],
    ['GET', `/v1/alerts/${NOBODY}`],
    ['GET', '/v1/alerts/1'],
    ['GET', '/v1/orgs?under=nobody'],
  ] as const) {
    t.match(await call(method, url, body, { key }), { status: 404 }, `${method} ${url}`);
  }
  const invalid = (pointer: string, code: string) => ({
    status: 422,
    body: { code: 'invalid', errors: [{ pointer, code }] },
  });
  t.match(await call('GET', '/v1/deliveries?cursor=x'), invalid('/cursor', 'notACursor'));
  t.match(await call('GET', '/v1/events?after=x'), invalid('/after', 'notACursor'));
  const { body } = await call<{ paths: Record<string, { get?: object }> }>('GET', '/openapi.json');
  const asked = Object.keys(body.paths).filter((path) => path.startsWith('/v1/') && body.paths[path]?.get);
  t.ok(asked.includes('/v1/indicators') && asked.includes('/v1/receivers'));
  for (const path of asked) {
    const url = path
      .replace('{key}', 'all')
      .replace('{year}', '2021')
      .replace(/\{\w+\}/g, NOBODY);
    t.match(await call('GET', `${url}?zzz=1`), invalid('/zzz', 'unknownField'), path);
  }
  t.match(
    await call('PUT', '/v1/orgs/Not-A-Slug', { name: '示例', level: 'park' }),
    invalid('/key', 'shape'),
    'a key that no body could name again is refused',
  );
});

t.test('a list that comes whole is cut where somebody asks for pages', async (t) => {
  const { call } = await openInstallation(t, { at: '2021-10-08T09:00:00+08:00' });
  const keys = ['a', 'b', 'c'];
  for (const [order, key] of keys.entries()) {
    await call('PUT', `/v1/indicators/${key}`, { name: key, unit: '家', type: 'count', order });
  }
  type List = { data: { key: string }[]; nextCursor: string | null };
  const ask = async (query: string) => {
    const { body } = await call<List>('GET', `/v1/indicators${query}`);
    return { keys: body.data.map(({ key }) => key), next: body.nextCursor };
  };
  t.same(await ask(''), { keys, next: null });
  const first = await ask('?limit=2');
  t.same(first.keys, ['a', 'b']);
  t.same(await ask(`?limit=2&cursor=${first.next}`), { keys: ['c'], next: null });
  t.same(await ask('?limit=3'), { keys, next: null });
});
