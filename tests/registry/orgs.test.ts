import t from 'tap';
import { type County, faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

/** Every org below another, from the tree as it stands and from the closure; they must agree. */
async function below({ ask, sql }: County, under: string): Promise<string[]> {
  const { data } = await ask<{ data: { key: string }[] }>('GET', `/v1/orgs?under=${under}`);
  const walked = await sql<{ key: string }[]>`
    WITH RECURSIVE found AS (
      SELECT id FROM org WHERE key = ${under}
      UNION ALL SELECT m.org_id FROM org_membership m JOIN found f ON m.parent_id = f.id WHERE m.to_day IS NULL AND m.ended_at IS NULL)
    SELECT key FROM org JOIN found USING (id) ORDER BY key`;
  const listed = data.map(({ key }) => key).sort();
  if (JSON.stringify(listed) !== JSON.stringify(walked.map(({ key }) => key))) {
    throw new Error(`the closure says ${listed}, the tree ${walked.map(({ key }) => key)}`);
  }
  return listed;
}

t.test('an org moves with all that is below it, and its past membership stays', async (t) => {
  const county = await openCounty(t, NOW);
  const { ask, call, sql } = county;
  const org = (level: string, parent: string) => ({ name: level, level, parent, activeFrom: '2000-01-01' });
  await ask('PUT', '/v1/orgs/cluster', org('cluster', 'park'));
  await ask('PUT', '/v1/orgs/firm', org('enterprise', 'cluster'));
  const moved = await call('PUT', '/v1/orgs/park', { ...org('park', 'other-county'), name: 'moved' });
  t.equal(moved.status, 200);
  t.same(await below(county, 'county'), ['county', 'sister']);
  t.same(await below(county, 'other-county'), ['cluster', 'firm', 'other-county', 'other-park', 'park']);
  t.same(await below(county, 'city'), [
    'city',
    'cluster',
    'county',
    'firm',
    'other-county',
    'other-park',
    'park',
    'sister',
  ]);
  const memberships = async () =>
    (
      await sql`SELECT p.key AS parent, m.from_day::text AS from, m.to_day::text AS to FROM org_membership m
        JOIN org o ON o.id = m.org_id JOIN org p ON p.id = m.parent_id WHERE o.key = 'park' AND m.ended_at IS NULL ORDER BY m.from_day`
    ).map((row) => ({ ...row }));
  const past = { parent: 'county', from: '2000-01-01', to: '2017-12-04' };
  t.same(await memberships(), [past, { parent: 'other-county', from: '2017-12-05', to: null }]);
  await ask('PUT', '/v1/orgs/park', org('park', 'city'));
  t.same(await memberships(), [past, { parent: 'city', from: '2017-12-05', to: null }], 'twice on one day');
  t.same(await below(county, 'other-county'), ['other-county', 'other-park']);
});

t.test('an org cannot come to stand below itself', async (t) => {
  const county = await openCounty(t, NOW);
  const before = await county.rowCounts();
  for (const parent of ['county', 'park']) {
    const answer = await county.call('PUT', '/v1/orgs/county', { name: 'county', level: 'county', parent });
    t.same([answer.status, faultsOf(answer)], [422, ['/parent orgCycle']]);
  }
  const none = await county.call('PUT', '/v1/orgs/park', { name: 'park', level: 'park', parent: 'nowhere' });
  t.same(faultsOf(none), ['/parent unknownParent']);
  t.equal((await county.call('PUT', '/v1/orgs/all', { name: 'x', level: 'city' })).status, 422);
  t.equal(
    (await county.call('PUT', '/v1/orgs/all', { name: 'x', level: 'county' })).status,
    404,
    'the root of all',
  );
  for (const activeFrom of ['2017-02-30', '0000-01-01']) {
    const answer = await county.call('PUT', '/v1/orgs/new', {
      name: 'new',
      level: 'park',
      parent: 'county',
      activeFrom,
    });
    t.same([answer.status, faultsOf(answer)], [422, ['/activeFrom notADate']], activeFrom);
  }
  const turned = { name: 'new', level: 'park', activeFrom: '2017-03-01', activeTo: '2017-02-28' };
  t.same(faultsOf(await county.call('PUT', '/v1/orgs/new', turned)), ['/activeTo datesNotOrdered']);
  t.same(await county.rowCounts(), before);
  t.same(await below(county, 'county'), ['county', 'park', 'sister']);
});

t.test('two moves at once cannot close a circle', async (t) => {
  const county = await openCounty(t, NOW);
  const put = (key: string, parent: string) =>
    county.call('PUT', `/v1/orgs/${key}`, { name: key, level: 'county', parent, activeFrom: '2000-01-01' });
  const answers = await Promise.all([put('county', 'other-county'), put('other-county', 'county')]);
  t.same(answers.map(({ status }) => status).sort(), [200, 422]);
  t.equal((await below(county, 'city')).length, 6);
});

t.test('an admin of a county touches what is below it, and neither siblings nor what is above', async (t) => {
  const county = await openCounty(t, NOW);
  const { call, keyFor, rowCounts } = county;
  const key = await keyFor('county', 'admin');
  const put = (org: string, parent: string | null) =>
    call('PUT', `/v1/orgs/${org}`, { name: org, level: 'park', parent }, { key });
  const before = await rowCounts();
  t.match(await put('sister', 'other-county'), {
    status: 422,
    body: { errors: [{ code: 'unknownParent' }] },
  });
  t.match(
    await put('sister', null),
    { status: 422, body: { errors: [{ code: 'unknownParent' }] } },
    'not to the root',
  );
  t.match(await put('new', 'city'), { status: 422, body: { errors: [{ code: 'unknownParent' }] } });
  for (const org of ['other-park', 'other-county', 'city', 'county']) {
    t.match(await put(org, 'county'), { status: 404, body: { code: 'orgNotFound' } }, org);
  }
  t.equal(
    (await call('PUT', '/v1/indicators/x', { name: 'x', unit: '家', type: 'count' }, { key })).status,
    403,
  );
  t.equal((await call('PUT', '/v1/calendar/2017', { daysOff: [], workdays: [] }, { key })).status, 404);
  t.equal((await call('PUT', '/v1/orgs/other-park/duty', { indicators: [] }, { key })).status, 404);
  t.equal(
    (
      await call(
        'POST',
        '/v1/targets',
        { org: 'other-park', year: 2017, indicator: 'share', value: 1 },
        { key },
      )
    ).status,
    404,
  );
  t.equal((await call('PUT', '/v1/policies/mine', { rules: [{ light: 'green' }] }, { key })).status, 403);
  t.same(await rowCounts(), before);
  t.equal((await put('new', 'county')).status, 201);
  t.equal((await put('new', 'park')).status, 200);
  const seen = await call<{ data: { key: string }[] }>('GET', '/v1/orgs', undefined, { key });
  t.same(seen.body.data.map((org) => org.key).sort(), ['county', 'new', 'park', 'sister']);
});
