import t from 'tap';
import { type County, faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';
/** Always the given light: whose policy it was can be read from it. */
const always = (light: string) => ({ rules: [{ light }] });
const lights = async ({ evaluations, drain }: County, query = 'org=park') => {
  await drain();
  return (await evaluations(query)).map(({ period, light }) => `${period.slice(5)} ${light}`);
};

t.test('the nearest policy wins, from its month on, and what changes is judged anew at once', async (t) => {
  const county = await openCounty(t, NOW);
  const { ask, report } = county;
  for (const org of ['park', 'sister']) {
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80' });
    for (const month of [3, 4, 5])
      await report(`2017-0${month}`, [{ indicator: 'share', value: '79' }], { org });
  }
  t.same(await lights(county), ['03 yellow', '04 yellow', '05 yellow']);
  for (const light of ['red', 'orange', 'green'])
    await ask('PUT', `/v1/policies/all-${light}`, always(light));
  await ask('PUT', '/v1/policies/all-red/scopes', [{ org: 'city', from: '2017-04' }]);
  t.same(await lights(county), ['03 yellow', '04 red', '05 red']);
  await ask('PUT', '/v1/policies/all-orange/scopes', [{ org: 'county', from: '2017-01' }]);
  t.same(
    await lights(county),
    ['03 orange', '04 orange', '05 orange'],
    'nearer, though from an earlier month',
  );
  await ask('PUT', '/v1/policies/all-green/scopes', [{ org: 'park', indicator: 'share', from: '2017-05' }]);
  t.same(await lights(county), ['03 orange', '04 orange', '05 green']);
  t.same(await lights(county, 'org=sister'), ['03 orange', '04 orange', '05 orange']);
  await ask('POST', '/v1/targets', {
    ...{ org: 'park', year: 2017, indicator: 'share', value: '80' },
    ...{ policy: 'all-red', reason: 'its own', appliesFrom: '2017-04' },
  });
  t.same(await lights(county), ['03 orange', '04 red', '05 red'], 'one that the target names is nearest');
  await ask('PUT', '/v1/policies/all-orange/scopes', []);
  t.same(await lights(county, 'org=sister'), ['03 yellow', '04 red', '05 red'], 'taken down');
  t.match(await ask('PUT', '/v1/policies/all-red', always('green')), { version: 2 });
  t.same(
    await lights(county, 'org=sister'),
    ['03 yellow', '04 green', '05 green'],
    'a new version of what hangs',
  );
  t.same(await lights(county), ['03 yellow', '04 green', '05 green'], 'and of what is named');
  await ask('PUT', '/v1/policies/gap-5-10', always('orange'));
  t.same(
    await lights(county, 'org=sister'),
    ['03 orange', '04 green', '05 green'],
    'and of what judges by default',
  );
  const reasons = await county.sql<{ reason: string }[]>`
    SELECT DISTINCT reason FROM evaluation_change WHERE org_id = (SELECT id FROM org WHERE key = 'sister') ORDER BY 1`;
  t.same(
    reasons.map(({ reason }) => reason),
    ['policyRevised', 'reported'],
  );
});

t.test('a policy’s alertFrom, fromMonth and clearThrough are followed', async (t) => {
  const county = await openCounty(t, NOW);
  const { ask, report, alerts } = county;
  const rules = [
    { light: 'red', when: { all: [{ field: 'gap', op: 'lt', value: '-10.0' }] } },
    { light: 'yellow', when: { any: [{ field: 'gap', op: 'lt', value: 0 }] } },
    { light: 'green' },
  ];
  await ask('PUT', '/v1/policies/mine', { rules, fromMonth: 3, alertFrom: 'red', clearThrough: 'yellow' });
  await ask('POST', '/v1/targets', {
    org: 'park',
    year: 2017,
    indicator: 'share',
    value: '80',
    policy: 'mine',
  });
  for (const [month, value] of [
    [2, 60],
    [3, 75],
    [4, 69.99],
    [5, 81],
    [6, 82],
  ])
    await report(`2017-0${month}`, [{ indicator: 'share', value }]);
  t.same(await lights(county), ['02 null', '03 yellow', '04 red', '05 yellow', '06 green']);
  t.match(await alerts('park'), [{ life: ['4 raised', '5 resolved'] }]);
});

t.test('a policy with a fault is refused, a scope with a fault too', async (t) => {
  const { call, ask, rowCounts } = await openCounty(t, NOW);
  await ask('PUT', '/v1/policies/mine', always('green'));
  const before = await rowCounts();
  const red = (value: unknown) => ({ light: 'red', when: { all: [{ field: 'gap', op: 'lt', value }] } });
  for (const [body, faults] of [
    [{ rules: [{ light: 'green' }, { light: 'red' }] }, ['/rules/0 ruleFault', '/rules/1/light ruleFault']],
    [{ rules: [red('x')] }, ['/rules/0/when/all/0/value notDecimal']],
    [{ rules: [red('1e3')] }, ['/rules/0/when/all/0/value notDecimal']],
  ] as const) {
    const answer = await call('PUT', '/v1/policies/mine', body);
    t.same([answer.status, faultsOf(answer)], [422, [...faults]], JSON.stringify(body));
  }
  const scopes = await call('PUT', '/v1/policies/mine/scopes', [
    { indicator: 'x', from: '2017-13' },
    { target: 99999, from: '2017-01' },
    { org: 'nowhere', from: '2017-01' },
  ]);
  t.same(faultsOf(scopes), [
    '/0/from notAPeriod',
    '/0/indicator unknownIndicator',
    '/1/target shape',
    '/2/org unknownOrg',
  ]);
  t.equal((await call('PUT', '/v1/policies/none/scopes', [])).status, 404);
  t.same(await rowCounts(), before);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call('PUT', '/v1/policies/mine', always('red'))),
  );
  t.same(answers.map(({ body }) => body.version).sort(), [2, 3, 4, 5, 6]);
});

t.test('another policy worsens, ends and raises warnings; it finds no figure wrong', async (t) => {
  const { ask, report, drain, alerts } = await openCounty(t, NOW);
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '80' });
  await report('2017-05', [{ indicator: 'share', value: '78' }]);
  await report('2017-06', [{ indicator: 'share', value: '78' }]);
  const policy = async (rules: [light: string, below: string][]) => {
    await ask('PUT', '/v1/policies/other', {
      rules: [
        ...rules.map(([light, below]) => ({
          light,
          when: { all: [{ field: 'gap', op: 'lt', value: below }] },
        })),
        { light: 'green' },
      ],
    });
    await ask('PUT', '/v1/policies/other/scopes', [{ org: 'county', from: '2017-01' }]);
    await drain();
  };
  await policy([['red', '0']]);
  t.match(await alerts('park'), [
    { state: 'open', light: 'red', life: ['5 raised', '6 persisted', '6 worsened'] },
  ]);
  await policy([['red', '-5']]);
  t.match(await alerts('park'), [
    { state: 'resolved', life: ['5 raised', '6 persisted', '6 worsened', '6 resolved'] },
  ]);
  await policy([['yellow', '-1']]);
  t.match(await alerts('park'), [
    { state: 'resolved' },
    { state: 'open', light: 'yellow', life: ['6 raised'] },
  ]);
});
