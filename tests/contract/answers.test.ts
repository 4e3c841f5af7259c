import { checkAnswer, openInstallation } from '@xushi/testing';
import t from 'tap';

const JSON_TYPE = 'application/json; charset=utf-8';
const PAGE = { method: 'GET', url: '/v1/orgs?limit=1', status: 200, contentType: JSON_TYPE };
const ORG = {
  key: 'a',
  name: '甲',
  level: 'park',
  parent: null,
  activeFrom: '2020-01-01',
  activeTo: null,
  review: 'none',
};
const pageOf = (...data: unknown[]) => JSON.stringify({ data, nextCursor: null });

t.test('an answer that the document does not know ends a test', async (t) => {
  checkAnswer({ ...PAGE, body: pageOf(ORG) });
  t.throws(() => checkAnswer({ ...PAGE, body: pageOf({ ...ORG, secret: 1 }) }), /additional.*secret/);
  t.throws(() => checkAnswer({ ...PAGE, body: pageOf({ ...ORG, level: 'village' }) }), /allowed values/);
  t.throws(() => checkAnswer({ ...PAGE, body: pageOf({ ...ORG, activeFrom: '2020-02-30' }) }), /"date"/);
  const { name: _, ...nameless } = ORG;
  t.throws(() => checkAnswer({ ...PAGE, body: pageOf(nameless) }), /required.*name/);
  t.throws(() => checkAnswer({ ...PAGE, body: '{"data":[]}' }), /nextCursor/);
  t.throws(() => checkAnswer({ ...PAGE, status: 201, body: pageOf(ORG) }), /status 201/);
  t.throws(() => checkAnswer({ ...PAGE, contentType: 'text/html', body: pageOf(ORG) }), /media type/);
  t.throws(() => checkAnswer({ ...PAGE, url: '/v1/strange', body: '{}' }), /strange.*status 200/);
  const gone = { method: 'DELETE', url: '/v1/receivers/0', status: 204, contentType: null };
  checkAnswer({ ...gone, body: '' });
  t.throws(() => checkAnswer({ ...gone, body: '{}' }), /with the body/);
});

t.test('a problem has a code of its status', async (t) => {
  const { call } = await openInstallation(t, { at: '2021-10-08T09:00:00+08:00' });
  const refused = await call('GET', '/v1/orgs', undefined, { key: null });
  t.equal(refused.status, 401);
  const of = { ...PAGE, contentType: 'application/problem+json' };
  const body = (more: object) => JSON.stringify({ ...refused.body, ...more });
  checkAnswer({ ...of, status: 401, body: body({}) });
  t.throws(() => checkAnswer({ ...of, status: 401, body: body({ code: 'notFound' }) }), /\/code/);
  t.throws(() => checkAnswer({ ...of, status: 401, body: body({ status: 404 }) }), /\/status/);
  t.throws(() => checkAnswer({ ...of, status: 409, body: body({ status: 409 }) }), /status 409/, 'a GET');
});
