import t from 'tap';
import { type County, type Evaluation, openCounty } from '../county.js';

const OUTPUT = { org: 'park', year: 2017, indicator: 'output' };
/** Against 120, of which a twelfth is due a month: even but for March, which lags by 2.5 points. */
const FIRST_HALF = [20, 27, 40, 50, 60];

const judgedBy = (rows: Evaluation[]) =>
  rows.map(
    ({ period, target, light }) => `${period.slice(5)} v${(target as { version: number }).version} ${light}`,
  );

/** A target of 120 is cut to 96 in July: 70 of 96 in July, 72 in August. Before it: 120. */
async function openWithCut(t: Parameters<typeof openCounty>[0]): Promise<County> {
  const county = await openCounty(t, '2017-07-20T09:00:00+08:00');
  await county.ask('POST', '/v1/targets', { ...OUTPUT, value: '120' });
  for (const [index, value] of FIRST_HALF.entries())
    await county.report(`2017-0${index + 2}`, [{ indicator: 'output', value }]);
  const source = { document: '关于调整年度目标的通知', number: '7号' };
  await county.ask('POST', '/v1/targets', {
    ...{ ...OUTPUT, value: '96', appliesFrom: '2017-07' },
    ...{ reason: '年中调整', source },
  });
  await county.drain();
  await county.moveTo('2017-09-05T09:00:00+08:00');
  for (const [month, value] of [
    [7, 70],
    [8, 72],
  ])
    await county.report(`2017-0${month}`, [{ indicator: 'output', value }]);
  return county;
}

const rerun = async (county: County, reason: string) => {
  const answer = await county.call('POST', '/v1/evaluations/rerun', { org: 'park', year: 2017, reason });
  await county.drain();
  return answer;
};

t.test('months keep the version that judged them until a re-run is asked for', async (t) => {
  const county = await openWithCut(t);
  const before = await county.evaluations('org=park');
  t.same(judgedBy(before), [
    ...['02 v1 green', '03 v1 yellow', '04 v1 green', '05 v1 green', '06 v1 green'],
    // 72.92 − 58.33; 75 − 66.67.
    ...['07 v2 green', '08 v2 green'],
  ]);
  const operandsOf = (row: Evaluation | undefined) =>
    (row?.operands as Record<string, unknown> | undefined)?.target;
  t.match(operandsOf(before[1]), { version: 1, value: '120', appliesFrom: '2017-01', before: null });
  t.match(operandsOf(before.at(-1)), {
    ...{ version: 2, value: '96', appliesFrom: '2017-07', reason: '年中调整', source: { number: '7号' } },
    before: { version: 1, value: '120', comparator: 'atLeast' },
  });
  const { now: then } = await county.ask<{ now: string }>('GET', '/v1/clock');
  const asOf = (moment: string) => county.evaluations(`org=park&asOf=${encodeURIComponent(moment)}`);

  await county.moveTo('2017-09-10T09:00:00+08:00');
  t.match(await rerun(county, '统一按新目标评价'), { status: 202, body: { org: 'park', year: 2017 } });
  const after = await county.evaluations('org=park');
  // March: 27 of 96 is 28.125 %, 3.125 points ahead.
  t.same(
    judgedBy(after),
    [2, 3, 4, 5, 6, 7, 8].map((month) => `0${month} v2 green`),
  );
  t.match(after[1], { completionRate: '28.13', paceGap: '3.13' });
  t.match(operandsOf(after[1]), { version: 2, before: { version: 1, value: '120' } });
  t.same(judgedBy(await asOf(then)), judgedBy(before), 'what was judged before is still told');
  const changes = await county.sql<{ line: string }[]>`
    SELECT concat_ws(' ', reason, before->>'light', before->>'targetVersion', after->>'light', after->>'targetVersion') AS line
    FROM evaluation_change WHERE month = 3 ORDER BY id`;
  t.same(
    changes.map(({ line }) => line),
    ['reported yellow 1', 'targetRevised yellow 1 green 2'],
  );
  t.match(await county.alerts('park'), [{ state: 'resolved', life: ['3 raised', '4 resolved'] }]);
  const audit = await county.ask<{ data: unknown[] }>('GET', '/v1/audit?limit=500');
  t.match(
    audit.data.filter((row) => (row as { action: string }).action === 'evaluation.rerun'),
    [{ subject: 'park/2017', after: { reason: '统一按新目标评价' } }],
  );

  await county.moveTo('2017-09-12T09:00:00+08:00');
  await county.ask('POST', '/v1/targets', {
    ...OUTPUT,
    value: '240',
    reason: '再调整',
    appliesFrom: '2017-06',
  });
  await county.drain();
  t.same(
    judgedBy(await county.evaluations('org=park')),
    // 60, 70 and 72 of 240: 25.00, 29.17 and 30.00 against 50.00, 58.33 and 66.67.
    ['02 v2 green', '03 v2 green', '04 v2 green', '05 v2 green', '06 v3 red', '07 v3 red', '08 v3 red'],
    'a version that comes after the re-run applies as it says',
  );
  await county.report('2017-03', [{ indicator: 'output', value: 20 }], { reason: '核实' });
  t.match(
    (await county.evaluations('org=park&period=2017-03'))[0],
    { target: { version: 2 }, paceGap: '-4.17' },
    'and the re-run holds for what is judged again',
  );
  await rerun(county, '再次');
  t.same(
    judgedBy(await county.evaluations('org=park')).map((line) => line.slice(0, 5)),
    [2, 3, 4, 5, 6, 7, 8].map((month) => `0${month} v3`),
  );
});

t.test('a re-run needs its reason, an org of the caller, and a commander', async (t) => {
  const county = await openWithCut(t);
  for (const org of ['park', 'sister']) await county.ask('PUT', `/v1/people/of-${org}`, { name: org, org });
  const ask = (body: object, options = {}) =>
    county.call('POST', '/v1/evaluations/rerun', { org: 'park', year: 2017, reason: '因', ...body }, options);
  t.equal((await ask({ reason: undefined })).status, 422);
  t.equal((await ask({ reason: '' })).status, 422);
  t.equal((await ask({ org: 'nowhere' })).status, 404);
  t.equal((await ask({}, { key: await county.keyFor('sister', 'commander', 'of-sister') })).status, 404);
  t.equal((await ask({}, { key: await county.keyFor('park', 'reporter') })).status, 403);
  t.equal((await ask({}, { key: await county.keyFor('park', 'commander') })).status, 403, 'a machine');
  t.equal((await ask({}, { key: await county.keyFor('park', 'commander', 'of-park') })).status, 202);
});
