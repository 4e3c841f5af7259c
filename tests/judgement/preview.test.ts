import t from 'tap';
import { type County, openCounty } from '../county.js';
import { Random, seedOfRun } from '../end-to-end/random.js';

const NOW = '2018-01-12T09:00:00+08:00';
const SPAN = { org: 'county', from: '2017-03', to: '2017-08' };

/** Green down to one point below the target, red beyond it. */
const LENIENT = {
  rules: [{ light: 'red', when: { all: [{ field: 'gap', op: 'lt', value: '-1' }] } }, { light: 'green' }],
};

interface Previewed extends Record<string, unknown> {
  kind: string;
  org: string;
  indicator: string;
  opened: string;
  closed: string | null;
  worst: string;
  transitions: { period: string; reason: string }[];
}
interface Preview {
  opened: number;
  closed: number;
  inForce: { opened: number; closed: number };
  alerts: Previewed[];
}

const preview = (county: County, key: string, body: object = SPAN) =>
  county.ask<Preview>('POST', `/v1/policies/${key}/preview`, body);

/** Eight months of the park, three of its sister, against 80; under the preset these go yellow below it. */
async function openWithHistory(t: Parameters<typeof openCounty>[0]): Promise<County> {
  const county = await openCounty(t, NOW);
  const shares = { park: [79, 81, 79, 78, 82, 79, 79, 81], sister: [80, 79, 79] };
  for (const [org, values] of Object.entries(shares)) {
    await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80' });
    for (const [index, value] of values.entries())
      await county.report(`2017-0${index + 1}`, [{ indicator: 'share', value }], { org });
  }
  await county.ask('PUT', '/v1/policies/lenient', LENIENT);
  await county.drain();
  return county;
}

t.test(
  'a preview lists what would have opened and closed, beside what did, and writes nothing',
  async (t) => {
    const county = await openWithHistory(t);
    const before = await county.rowCounts();
    const said = await preview(county, 'lenient');
    t.same(await county.rowCounts(), before);
    t.match(said, {
      ...{ policy: { key: 'lenient', version: 1 }, ...SPAN },
      // April alone; the sister’s February warning ends with the span’s first month.
      ...{ opened: 1, closed: 2 },
      // March to May, June to August; the sister’s of February goes on.
      inForce: { opened: 2, closed: 2 },
    });
    t.same(
      said.alerts.map(({ org, opened, closed, worst }) => `${org} ${opened} ${closed} ${worst}`).sort(),
      ['park 2017-04 2017-05 red', 'sister 2017-02 2017-03 yellow'],
    );
    t.match(said.alerts.find(({ org }) => org === 'park')?.transitions, [
      { period: '2017-04', reason: 'raised', light: 'red', from: null, to: 'open' },
      { period: '2017-05', reason: 'resolved', light: 'green', from: 'open', to: 'resolved' },
    ]);
    t.same(await preview(county, 'lenient'), said, 'the same once more');
    const preset = await preview(county, 'gap-5-10');
    t.match(
      preset,
      { opened: 2, closed: 2, policy: { key: 'gap-5-10', version: 1 } },
      'a preset can be asked about',
    );
  },
);

t.test('in a preview too the nearest wins', async (t) => {
  const county = await openWithHistory(t);
  await county.ask('PUT', '/v1/policies/always', { rules: [{ light: 'orange' }] });
  await county.ask('PUT', '/v1/policies/always/scopes', [{ org: 'park', from: '2017-01' }]);
  await county.drain();
  const park = async (body: object) =>
    (await preview(county, 'lenient', { ...SPAN, ...body })).alerts
      .filter(({ org }) => org === 'park')
      .map(({ opened, closed, worst }) => `${opened} ${closed} ${worst}`);
  // Orange from January on: nothing of it begins in the span, but it moves in it.
  t.same(await park({}), ['2017-01 null orange'], 'what hangs on the park is nearer than the county');
  t.same(
    await park({ org: 'park' }),
    ['2017-01 2017-03 orange', '2017-04 2017-05 red'],
    'on the same org the one from a later month',
  );
  await county.ask('PUT', '/v1/policies/always/scopes', [
    { org: 'park', indicator: 'share', from: '2017-01' },
  ]);
  await county.drain();
  t.same(await park({ org: 'park' }), ['2017-01 null orange'], 'one for the indicator is nearer');
  await county.ask('PUT', '/v1/policies/always/scopes', [{ org: 'city', from: '2017-01' }]);
  await county.drain();
  t.same(
    await park({}),
    ['2017-01 2017-03 orange', '2017-04 2017-05 red'],
    'what hangs further up is further off',
  );
});

t.test('a preview of what is not there, or of no span, is refused', async (t) => {
  const county = await openWithHistory(t);
  const ask = (key: string, body: object, options = {}) =>
    county.call('POST', `/v1/policies/${key}/preview`, { ...SPAN, ...body }, options);
  t.equal((await ask('none', {})).status, 404);
  t.match(await ask('lenient', { org: 'nowhere' }), { body: { code: 'orgNotFound' } });
  for (const [body, pointer] of [
    [{ from: '2017-13' }, '/from'],
    [{ to: '2017' }, '/to'],
    [{ to: '2017-02' }, '/to'],
    [{ from: '2010-01' }, '/to'],
  ] as const) {
    t.match(await ask('lenient', body), { status: 422, body: { errors: [{ pointer }] } }, pointer);
  }
  const key = await county.keyFor('county', 'reviewer');
  t.equal((await ask('lenient', {}, { key })).status, 403);
});

const ORGS = ['park', 'sister'];
const INDICATORS = ['output', 'share'];

/** Two parks and two indicators, month by month as it comes. */
async function live(
  t: Parameters<typeof openCounty>[0],
  of: { seed: number; hung: boolean },
): Promise<County> {
  const random = new Random(of.seed);
  const county = await openCounty(t, NOW);
  const rules = (['red', 'orange'] as const).map((light, index) => ({
    light,
    when: {
      any: ['gap', 'paceGap'].map((field) => ({ field, op: 'lt', value: random.whole(-9, -4) + 6 * index })),
    },
  }));
  await county.ask('PUT', '/v1/policies/tried', {
    rules: [...rules, { light: 'green' }],
    clearThrough: 'yellow',
  });
  if (of.hung) await county.ask('PUT', '/v1/policies/tried/scopes', [{ org: 'county', from: '2017-04' }]);
  for (const org of ORGS) {
    await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value: 120 });
    await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: 80 });
  }
  for (let month = 1; month <= 12; month += 1) {
    for (const org of ORGS) {
      if (random.chance(0.1)) continue;
      const outlook = { fullYear: random.whole(110, 130), reason: '订单' };
      const values = [
        {
          indicator: 'output',
          value: 10 * month + random.whole(-9, 9),
          ...(random.chance(0.3) ? { outlook } : {}),
        },
        { indicator: 'share', value: 80 + random.whole(-9, 6) },
      ];
      const period = `2017-${String(month).padStart(2, '0')}`;
      await county.report(period, random.chance(0.1) ? values.slice(0, 1) : values, { org });
    }
  }
  return county;
}

const SEVERITY = ['green', 'yellow', 'orange', 'red'];

t.test('what a preview foretells is what happens where the policy really hangs', async (t) => {
  const seed = seedOfRun();
  t.comment(`› XUSHI_TEST_SEED=${seed} repeats this run`);
  const stored = await live(t, { seed, hung: false });
  const { alerts } = await preview(stored, 'tried', { org: 'county', from: '2017-04', to: '2017-12' });
  const hung = await live(t, { seed, hung: true });
  const lines: string[] = [];
  for (const org of ORGS) {
    for (const { kind, state, subject, periods, transitions } of await hung.alerts(org)) {
      if (!transitions.some(({ month }) => month >= 4)) continue;
      const worst = Math.max(...transitions.map(({ light }) => SEVERITY.indexOf(light)));
      const closed = state === 'open' ? null : periods.latest;
      lines.push([kind, org, subject.indicator, periods.first, closed, SEVERITY[worst]].join(' '));
    }
  }
  t.ok(lines.length > 0, 'something happens');
  t.same(
    alerts
      .map((each) => [each.kind, each.org, each.indicator, each.opened, each.closed, each.worst].join(' '))
      .sort(),
    lines.sort(),
    `seed ${seed}`,
  );
  t.same([...new Set(lines.map((line) => line.split(' ')[2]))].sort(), INDICATORS);
});
