import t from 'tap';
import { type Evaluation, faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

const output = (value: string) => [{ indicator: 'output', value }];
const MOVES = [
  { parent: 'county', from: '2000-01-01', to: '2017-06-30' },
  { parent: 'other-county', from: '2017-07-01', to: null },
];

/** A park that may move from `county` to `other-county`, and the figures of both. */
async function openMover(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, NOW);
  const { ask, report, evaluations, drain } = county;
  const body = { name: '总产值', unit: '亿元', type: 'flow', decimals: 2, rollUp: 'sum' };
  await ask('PUT', '/v1/indicators/output', body);
  const put = async (rest: Record<string, unknown>) => {
    const org = { name: 'mover', level: 'park', activeFrom: '2000-01-01' };
    await ask('PUT', '/v1/orgs/mover', { ...org, ...rest });
    await drain();
  };
  await put({ parent: 'county' });
  for (const [month, mover, park, other] of [
    ['06', '60', '10', '5'],
    ['07', '70', '11', '6'],
  ] as const) {
    await report(`2017-${month}`, output(mover), { org: 'mover' });
    await report(`2017-${month}`, output(park));
    await report(`2017-${month}`, output(other), { org: 'other-park' });
  }
  const at = async (org: string, month: string, indicator = 'output'): Promise<Evaluation | undefined> =>
    (await evaluations(`org=${org}&period=2017-${month}&indicator=${indicator}`))[0];
  const sums = async () =>
    Promise.all(
      ['county', 'other-county'].flatMap((org) =>
        ['06', '07'].map(async (month) => (await at(org, month))?.figure ?? null),
      ),
    );
  return { ...county, put, at, sums };
}

t.test('who moves on 1 July counts where it belonged at the end of each month', async (t) => {
  const { put, sums, evaluations } = await openMover(t);
  t.same(await sums(), ['70', '81', '5', '6']);
  await put({ memberships: MOVES });
  t.same(await sums(), ['70', '11', '5', '76'], 'with its whole year, from the month of the move on');
  await put({ parent: 'other-county' });
  t.same(await sums(), ['70', '11', '5', '76'], 'a parent that is its parent already changes nothing');
  await put({});
  t.same(await sums(), ['70', '11', '5', '76']);
  const past = '2017-12-05T01:00:00.000Z';
  t.same(await evaluations(`org=county&asOf=${past}`), [], 'nothing was known then');
  await put({ parent: 'county' });
  // From today on, so that November is still the other county’s.
  t.same(await sums(), ['70', '11', '5', '76']);
});

t.test('one that belongs nowhere for a time counts nowhere', async (t) => {
  const { put, sums } = await openMover(t);
  await put({
    memberships: [
      { parent: 'county', from: '2000-01-01', to: '2017-07-30' },
      { parent: 'other-county', from: '2017-08-01' },
    ],
  });
  t.same(await sums(), ['70', '11', '5', '6']);
});

t.test('peers and the parent to compare with are those of the month', async (t) => {
  const { put, report, at, ask, evaluations } = await openMover(t);
  const growth = (value: string) => [{ indicator: 'growth', value }];
  for (const [org, june, july] of [
    ['mover', '8', '8'],
    ['park', '9', '9'],
    ['other-park', '7', '7'],
    ['county', '10', '10.5'],
    ['other-county', '5', '5.5'],
  ] as const) {
    await report('2017-06', growth(june), { org });
    await report('2017-07', growth(july), { org });
  }
  t.match(await at('mover', '07', 'growth'), {
    ...{ rank: { position: 2, of: 2 }, peerGap: { value: '-2.50', reference: '10.5' } },
  });
  await put({ memberships: MOVES });
  t.match(await at('mover', '06', 'growth'), {
    ...{ rank: { position: 2, of: 2 }, peerGap: { value: '-2.00', reference: '10' } },
  });
  t.match(await at('mover', '07', 'growth'), {
    rank: { position: 1, of: 2, previous: null },
    peerGap: { value: '2.50', reference: '5.5' },
  });
  t.match(await at('park', '06', 'growth'), { rank: { position: 1, of: 2 } });
  t.match(await at('park', '07', 'growth'), { rank: { position: 1, of: 1 } });
  t.match(await at('other-park', '07', 'growth'), { rank: { position: 2, of: 2 } });
  await report('2017-07', growth('9'), { org: 'other-county', reason: 'feedback' });
  t.match(await at('mover', '07', 'growth'), { peerGap: { value: '-1.00', reference: '9' } });
  const under = async (org: string) => new Set((await evaluations(`under=${org}`)).map((row) => row.org));
  t.ok((await under('other-county')).has('mover'));
  const { data } = await ask<{ data: { key: string; parent: string }[] }>('GET', '/v1/orgs?under=city');
  t.match(
    data.find(({ key }) => key === 'mover'),
    { parent: 'other-county' },
  );
});

t.test('stretches that overlap or are out of order are refused, and nothing changes', async (t) => {
  const { call, rowCounts, sums } = await openMover(t);
  const before = await rowCounts();
  const [first, second] = MOVES;
  for (const [memberships, faults] of [
    [[{ ...first, to: '2017-07-01' }, second], ['/memberships/0 membershipOrder']],
    [[second, first], ['/memberships/0 membershipOrder']],
    [[{ ...first, to: null }, second], ['/memberships/0 membershipOrder']],
    [[first, { ...second, to: '2017-06-01' }], ['/memberships/1 membershipOrder']],
    [[first, { ...second, from: '2017-06-31' }], ['/memberships/1/from notADate']],
    [[first, { ...second, parent: 'nowhere' }], ['/memberships/1/parent unknownParent']],
    [[first, { ...second, parent: 'mover' }], ['/parent orgCycle']],
  ] as const) {
    const body = { name: 'mover', level: 'park', activeFrom: '2000-01-01', memberships };
    const answer = await call('PUT', '/v1/orgs/mover', body);
    t.same([answer.status, faultsOf(answer)], [422, faults], JSON.stringify(memberships));
  }
  const body = { name: 'mover', level: 'park', parent: 'county', memberships: MOVES };
  t.same(faultsOf(await call('PUT', '/v1/orgs/mover', body)), ['/parent membershipOrder']);
  t.same(await rowCounts(), before);
  t.same(await sums(), ['70', '81', '5', '6']);
});
