import { openInstallation } from '@xushi/testing';
import t from 'tap';

const NOBODY = '00000000-0000-0000-0000-000000000000';

t.test('what is not there is 404, what is wrong is 422, and neither is our fault', async (t) => {
  const { call } = await openInstallation(t, { at: '2021-10-08T09:00:00+08:00' });
  for (const [method, url, body] of [
    ['POST', `/v1/deliveries/${NOBODY}/redeliver`, {}],
    ['DELETE', `/v1/receivers/${NOBODY}`],
    ['DELETE', `/v1/keys/${NOBODY}`],
    ['POST', `/v1/reports/${NOBODY}/finalize`, {}],
    ['GET', `/v1/alerts/${NOBODY}`],
    ['GET', '/v1/alerts/1'],
    ['GET', '/v1/orgs?under=nobody'],
  ] as const) {
    t.match(await call(method, url, body), { status: 404 }, `${method} ${url}`);
  }
  const invalid = (pointer: string, code: string) => ({
    status: 422,
    body: { code: 'invalid', errors: [{ pointer, code }] },
  });
  t.match(await call('GET', '/v1/deliveries?cursor=x'), invalid('/cursor', 'notACursor'));
  t.match(await call('GET', '/v1/events?after=x'), invalid('/after', 'notACursor'));
  t.match(
    await call('PUT', '/v1/orgs/Not-A-Slug', { name: '示例', level: 'park' }),
    invalid('/key', 'shape'),
    'a key that no body could name again is refused',
  );
});
