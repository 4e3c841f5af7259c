import { startApi } from '@xushi/api';
import { ApiProblem, createClient, Unreachable } from '@xushi/client';
import { ADMIN_KEY, freePort } from '@xushi/testing';
import t, { type Test } from 'tap';
import { type County, openCounty } from '../county.js';
import { badLine, type Fate } from './proxy.js';

let installation: County;
let url: string;

t.before(async () => {
  installation = await openCounty(t, '2021-04-02T09:00:00+08:00');
  const api = await startApi(installation.context);
  t.teardown(() => api.stop());
  url = api.url;
});

/** The county behind a bad line of its own. */
async function behind(t: Test, fates: Fate[], patience: { attemptMs?: number; totalMs?: number } = {}) {
  const line = await badLine(t, url, fates);
  const client = createClient({ url: line.url, key: ADMIN_KEY, patience });
  return { ...installation, line, client };
}

const SHEET = { org: 'park', period: '2021-03', values: [{ indicator: 'output', value: '10' }] };

t.test('a read comes through a line that refuses, cuts, is silent and late', async (t) => {
  const fates: Fate[] = ['refused', { cutAfter: 0 }, { cutAfter: 300 }, 'silent', { lateBy: 50 }];
  const { client, line } = await behind(t, fates, { attemptMs: 3000 });
  const { data } = await client.get('/v1/orgs', { query: { under: 'park' } });
  t.match(data, [{ key: 'park' }]);
  t.equal(line.connections, 5, 'the fifth was the first that answered');
});

t.test('a sheet whose answer is cut is stored once, and its answer is the first one', async (t) => {
  const { client, call, line } = await behind(t, [{ cutAfter: 0 }, { cutAfter: 200 }]);
  const answer = await client.post('/v1/submissions', SHEET);
  t.match(answer, { org: 'park', revision: 1, state: 'accepted' });
  t.equal(line.connections, 3);
  const { body } = await call<{ data: unknown[] }>('GET', '/v1/submissions?org=park');
  t.equal(body.data.length, 1, 'nothing twice');
});

t.test('without an idempotency key a post is tried once', async (t) => {
  const { client, call, line } = await behind(t, [{ cutAfter: 0 }]);
  const fault = await client
    .post('/v1/submissions', { ...SHEET, org: 'sister' }, { idempotencyKey: null })
    .catch(String);
  t.match(fault, 'Unreachable');
  t.equal(line.connections, 1);
  const { body } = await call<{ data: unknown[] }>('GET', '/v1/submissions?org=sister');
  t.equal(body.data.length, 1, 'though it was stored: nobody can know');
});

t.test('puts and removals are tried again', async (t) => {
  const { client, line, call } = await behind(t, ['refused', { cutAfter: 0 }, { cutAfter: 0 }]);
  await client.put('/v1/orgs/{key}', { name: '新园区', level: 'park' }, { params: { key: 'new-park' } });
  const key = { name: '甲', role: 'reporter', org: 'park' } as const;
  const { body } = await call<{ id: string }>('POST', '/v1/keys', key);
  await client.remove('/v1/keys/{id}', { params: { id: body.id } });
  t.ok(line.connections >= 4);
});

t.test('who is silent is left within the time, and who does not listen is told of', async (t) => {
  const { client } = await behind(t, Array(20).fill('silent'), { attemptMs: 150, totalMs: 700 });
  const begun = performance.now();
  const fault = await client.get('/v1/clock').catch((thrown: unknown) => thrown);
  t.ok(fault instanceof Unreachable && fault.reason === 'timeout', String(fault));
  t.ok(performance.now() - begun < 5000, 'not longer than it may take');

  const url = `http://127.0.0.1:${await freePort()}`;
  const nobody = createClient({ url, key: ADMIN_KEY, patience: { retries: 1 } });
  const refused = await nobody.get('/v1/clock').catch((thrown: unknown) => thrown);
  t.ok(refused instanceof Unreachable && refused.reason === 'connection', String(refused));
  t.match(String(refused), 'ECONNREFUSED', 'it is said why');
});

t.test('a caller who gives up is heard at once, within a try and between two', async (t) => {
  const { client } = await behind(t, ['silent', ...Array<Fate>(20).fill('refused')]);
  for (const at of ['try', 'wait']) {
    const giveUp = new AbortController();
    const asking = client.get('/v1/clock', { signal: giveUp.signal });
    setTimeout(() => giveUp.abort(new Error('enough')), 60);
    await t.rejects(asking, { message: 'enough' }, at);
  }
});

t.test('a refusal tells every fault and is not tried again', async (t) => {
  const { client, line } = await behind(t, []);
  const values = [
    { indicator: 'output', value: '8,6' },
    { indicator: 'nothing', value: '1' },
  ];
  const fault = await client.post('/v1/submissions', { ...SHEET, values }).catch((thrown: unknown) => thrown);
  t.ok(fault instanceof ApiProblem);
  t.match(fault, { status: 422, problem: { code: 'invalid' } });
  t.same(
    (fault as ApiProblem).problem.errors.map(({ pointer, code }) => [pointer, code]),
    [
      ['/values/0/value', 'notPlainDecimal'],
      ['/values/1/indicator', 'unknownIndicator'],
    ],
  );
  t.equal(line.connections, 1);
});

t.test('a list is read page by page, each row once', async (t) => {
  const { client, call } = await behind(t, []);
  for (let number = 1; number <= 7; number += 1) {
    await call('PUT', `/v1/orgs/extra-${number}`, { name: `园区${number}`, level: 'park', parent: 'park' });
  }
  const keys: unknown[] = [];
  for await (const row of client.each('/v1/orgs', { query: { under: 'park', limit: 3 } })) {
    keys.push((row as { key: string }).key);
  }
  t.equal(keys.length, 8);
  t.equal(new Set(keys).size, 8);
});

t.test('many sheets are taken a line each, and a bad one does not stop the rest', async (t) => {
  const { client, call } = await behind(t, []);
  const sheet = (org: string) => ({ ...SHEET, org, period: '2021-02' });
  const answers = [];
  for await (const answer of client.bulk([sheet('park'), sheet('nowhere'), sheet('sister')]))
    answers.push(answer);
  t.match(answers, [
    { line: 1, status: 201, submission: { org: 'park', revision: 1 } },
    { line: 2, problem: { errors: [{ code: 'unknownOrg' }] } },
    { line: 3, status: 201, submission: { org: 'sister', revision: 1 } },
  ]);
  const whole = client.bulk([sheet('other-park'), sheet('nowhere')], { atomic: true });
  await t.rejects(whole.next(), /^422 invalid/);
  const { body } = await call<{ data: unknown[] }>('GET', '/v1/submissions?period=2021-02');
  t.equal(body.data.length, 2, 'of the whole nothing');
});

t.test('a file comes under its name', async (t) => {
  const { client, report } = await behind(t, []);
  await report('2021-03', [{ indicator: 'output', value: '10' }]);
  const query = { under: 'county', period: '2021-03' };
  const file = await client.download('/v1/scoreboard.xlsx', { query });
  t.match(file.name, /\.xlsx$/);
  t.equal(String((await file.bytes()).subarray(0, 2)), 'PK');
});

t.test('calls that the document does not know do not compile, and are not found', async (t) => {
  const { client } = await behind(t, []);
  // @ts-expect-error no such path
  await t.rejects(client.get('/v1/nothing'), { status: 404 });
  // @ts-expect-error no such parameter
  await t.rejects(client.get('/v1/alerts', { query: { colour: 'red' } }), { status: 422 });
  // @ts-expect-error a field of another type
  await t.rejects(client.post('/v1/reports', { org: 'park', period: 2021 }), { status: 422 });
  // @ts-expect-error the path needs its key
  await t.rejects(client.put('/v1/people/{key}', { name: '甲', org: 'park' }), RangeError);
  t.throws(() => createClient({ url: 'ftp://a.example', key: ADMIN_KEY }), /http/);
  t.throws(() => createClient({ url: 'http://a.example', key: '密钥' }), /ASCII/);
});
