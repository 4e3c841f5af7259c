import { withOurKeys } from '@xushi/registry';
import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

t.test('what another system calls orgs and indicators may be written wherever ours may', async (t) => {
  const { ask, call, keyFor, sql } = await openCounty(t, NOW);
  const codes = {
    orgs: { '431123': 'county', '431123001': 'park', 'a:b/~c': 'sister' },
    indicators: { 'B-01': 'output', 甲: 'share' },
  };
  t.match(await call('PUT', '/v1/aliases/stats', codes), {
    status: 200,
    body: { system: 'stats', ...codes },
  });
  t.same(await ask('GET', '/v1/aliases/stats'), { system: 'stats', ...codes });
  const [park, output] = ['alias:stats:431123001', 'alias:stats:B-01'];

  // Path, query, lists, nested members: handlers see our keys only.
  t.match(
    await ask('PUT', `/v1/orgs/${park}/duty`, { indicators: [{ indicator: output, from: '2017-01' }] }),
    { org: 'park' },
  );
  t.match(await ask('POST', '/v1/targets', { org: park, year: 2017, indicator: output, value: '100' }), {
    version: 1,
  });
  t.match(
    await ask('POST', '/v1/submissions', {
      org: park,
      period: '2017-11',
      values: [
        { indicator: output, value: '5' },
        { indicator: 'alias:stats:甲', value: '80' },
      ],
    }),
    { org: 'park', revision: 1 },
  );
  const figures = await ask<{ data: unknown[] }>('GET', `/v1/figures?org=${park}&indicator=${output}`);
  t.match(figures.data, [{ org: 'park', indicator: 'output', value: '5' }]);
  t.equal(figures.data.length, 1);
  t.match((await ask<{ data: unknown[] }>('GET', '/v1/orgs?under=alias:stats:431123')).data, [
    { key: 'county' },
    { key: 'park' },
    { key: 'sister' },
  ]);
  t.match(await ask('PUT', '/v1/peer-groups/g', { orgs: [park, 'alias:stats:a:b/~c'] }), { version: 1 });
  t.match(await ask('PUT', '/v1/orgs/hill', { name: '岗', level: 'park', parent: 'alias:stats:431123' }), {
    parent: 'county',
  });
  t.match(
    await ask('PUT', '/v1/indicators/heavy', { name: '重工业', unit: '亿元', type: 'flow', partOf: output }),
    { partOf: 'output' },
  );
  t.match((await sql`SELECT members FROM peer_group_version`)[0]?.members.length, 2);

  // Every one that nobody knows, at its place.
  const wrong = await call('POST', '/v1/submissions', {
    org: 'alias:stats:1',
    period: '2017-11',
    values: [
      { indicator: 'alias:erp:B-01', value: '5' },
      { indicator: 'alias:stats', value: '5' },
      { indicator: output, value: '6' },
    ],
  });
  t.same(
    [wrong.status, faultsOf(wrong)],
    [422, ['/org unknownAlias', '/values/0/indicator unknownAlias', '/values/1/indicator unknownAlias']],
  );
  t.same(
    faultsOf(await call('GET', '/v1/figures?org=alias:stats:B-01')),
    ['/org unknownAlias'],
    'an indicator’s code is no org’s',
  );
  t.same(faultsOf(await call('PUT', '/v1/orgs/alias:stats:1', { name: 'x', level: 'park' })), [
    '/key unknownAlias',
  ]);
  const text = await call('POST', '/v1/submissions', {
    org: 'park',
    period: '2017-11',
    reason: 'alias:stats:1',
    values: [{ indicator: 'output', value: '7', note: park }],
  });
  t.equal(text.status, 201, 'words are words');

  // What it says is replaced whole, and the audit says what it was.
  const next = { orgs: { '9': 'park' } };
  t.match(await call('PUT', '/v1/aliases/stats', next, { headers: { 'x-request-id': 'second' } }), {
    status: 200,
  });
  t.equal((await call('GET', `/v1/figures?org=${park}`)).status, 422);
  const { data } = await ask<{ data: object[] }>('GET', '/v1/audit?action=aliases.set&subject=stats');
  t.match(data, [
    { before: null, after: codes },
    { before: codes, after: { ...next, indicators: {} }, requestId: 'second' },
  ]);

  // Whose orgs and indicators there are is checked, and whose the caller may name.
  const unknown = await call('PUT', '/v1/aliases/stats', {
    orgs: { 'x/y': 'nowhere' },
    indicators: { z: 'nothing' },
  });
  t.same(
    [unknown.status, faultsOf(unknown)],
    [422, ['/indicators/z unknownIndicator', '/orgs/x~1y unknownOrg']],
  );
  const key = await keyFor('county', 'admin');
  t.same(faultsOf(await call('PUT', '/v1/aliases/stats', { orgs: { '1': 'other-park' } }, { key })), [
    '/orgs/1 unknownOrg',
  ]);
  t.equal((await call('PUT', '/v1/aliases/Not_A_Slug', {})).status, 422);
  t.equal((await call('PUT', '/v1/aliases/stats', { orgs: { '': 'park' } })).status, 422);
});

t.test('a code counts below whoever said it, the nearest first, and opens no other subtree', async (t) => {
  const { ask, call, keyFor } = await openCounty(t, NOW);
  const [county, park, other] = [
    await keyFor('county', 'admin'),
    await keyFor('park', 'reporter'),
    await keyFor('other-county', 'admin'),
  ];
  await ask('PUT', '/v1/aliases/erp', { orgs: { P: 'other-park', Q: 'park' }, indicators: { I: 'output' } });
  t.equal(
    (
      await call(
        'PUT',
        '/v1/aliases/erp',
        { orgs: { P: 'sister' }, indicators: { I: 'share' } },
        { key: county },
      )
    ).status,
    200,
  );
  const figures = async (query: string, key?: string) =>
    (await call('GET', `/v1/figures?${query}`, undefined, key ? { key } : {})).status;
  t.equal(await figures('org=alias:erp:P'), 200, 'the root’s word at the root');
  t.equal(await figures('org=alias:erp:P', county), 200, 'the county’s word in the county');
  t.match((await call('GET', '/v1/aliases/erp', undefined, { key: county })).body, {
    orgs: { P: 'sister', Q: 'park' },
    indicators: { I: 'share' },
  });
  t.match((await call('GET', '/v1/aliases/erp', undefined, { key: park })).body, {
    orgs: { Q: 'park' },
    indicators: { I: 'share' },
  });
  t.equal(
    await figures('org=alias:erp:P', park),
    422,
    'what lies outside the key’s subtree is not known to it',
  );
  t.equal(await figures('org=alias:erp:Q', other), 422);
  t.match((await call('GET', '/v1/aliases/erp', undefined, { key: other })).body, {
    orgs: { P: 'other-park' },
    indicators: { I: 'output' },
  });
  t.equal((await call('PUT', '/v1/aliases/erp', {}, { key: park })).status, 403);
  await call('PUT', '/v1/aliases/erp', {}, { key: county });
  t.match(
    await ask('GET', '/v1/aliases/erp'),
    { orgs: { P: 'other-park' } },
    'taking back one’s own leaves the others’',
  );
});

t.test('many bodies are read with one query, and none where nothing is an alias', async (t) => {
  const { ask, context } = await openCounty(t, NOW);
  await ask('PUT', '/v1/aliases/erp', { orgs: { P: 'park' }, indicators: { I: 'output' } });
  const line = (indicator: string) => ({ org: 'alias:erp:P', values: [{ indicator }] });
  const given = [
    ...Array.from({ length: 500 }, () => line('alias:erp:I')),
    line('alias:erp:J'),
    line('share'),
  ];
  const before = structuredClone(given);
  let queries = 0;
  const counted = <T>(run: (tx: never) => Promise<T>) =>
    context.store.scoped({ orgId: 0 }, (tx) =>
      run(
        new Proxy(tx, {
          get: (target, name) => {
            if (name === 'execute') queries += 1;
            const value = Reflect.get(target, name) as unknown;
            return typeof value === 'function' ? value.bind(target) : value;
          },
        }) as never,
      ),
    );
  const { value, faults } = await counted((tx) => withOurKeys(tx, given));
  t.equal(queries, 1);
  t.same(faults, [
    { pointer: '/500/values/0/indicator', code: 'unknownAlias', params: { alias: 'alias:erp:J' } },
  ]);
  t.same(value[0], { org: 'park', values: [{ indicator: 'output' }] });
  t.same(value.at(-1), { org: 'park', values: [{ indicator: 'share' }] });
  t.same(given, before, 'what was given is left as it was');
  await counted((tx) => withOurKeys(tx, [{ org: 'park', note: 'alias:erp:P' }]));
  t.equal(queries, 1);
});

t.test('a repeated request is told by what was sent, whatever its codes mean by now', async (t) => {
  const { ask, call } = await openCounty(t, NOW);
  await ask('PUT', '/v1/aliases/erp', { orgs: { P: 'park' } });
  const send = (org: string) =>
    call(
      'POST',
      '/v1/submissions',
      { org, period: '2017-11', values: [{ indicator: 'output', value: '5' }] },
      { headers: { 'idempotency-key': 'k' } },
    );
  const first = await send('alias:erp:P');
  t.match(first, { status: 201, body: { org: 'park' }, headers: { etag: '"1"' } });
  await ask('PUT', '/v1/aliases/erp', { orgs: { P: 'sister' } });
  const again = await send('alias:erp:P');
  t.same([again.status, again.body], [201, first.body]);
  t.match(again.headers, { etag: '"1"', 'idempotency-replayed': 'true' }, 'with its headers');
  t.match(await send('park'), { status: 409, body: { code: 'idempotencyConflict' } }, 'another body');
});
