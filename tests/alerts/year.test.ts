import t from 'tap';
import { openCounty } from '../county.js';

/** The share of each month against 80, and what it does to the warning. */
const YEAR: [month: number, share: string | null, light: string | null, happens: string | null][] = [
  [1, '80', 'green', null],
  [2, '79', 'yellow', 'raised'],
  [3, '74', 'orange', 'worsened'],
  [4, '73.5', 'orange', 'persisted'],
  [5, '72.5', 'orange', 'worsened'],
  [6, null, null, null],
  [7, '74.9', 'orange', 'improved'],
  [8, '80.01', 'green', 'resolved'],
  [9, '81', 'green', null],
  [10, '69', 'red', 'raised'],
  [11, '70.001', 'orange', 'improved'],
  [12, '79.9', 'yellow', 'settled'],
];

t.test('a year of months: what happens to a warning is told in order, and one at most is open', async (t) => {
  const { ask, report, alerts, sql, evaluations } = await openCounty(t, '2018-01-05T09:00:00+08:00');
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '80' });
  for (const [month, share] of YEAR) {
    const period = `2017-${String(month).padStart(2, '0')}`;
    const values =
      share === null ? [{ indicator: 'output', value: '1' }] : [{ indicator: 'share', value: share }];
    await report(period, values);
    const open = (await alerts('park')).filter(({ state }) => state === 'open');
    const isOpen = (month >= 2 && month <= 7) || month === 10 || month === 11;
    t.equal(
      open.length,
      isOpen ? 1 : 0,
      `month ${month}: ${isOpen ? 'one is open, also where not reported' : 'none is'}`,
    );
  }
  t.same(
    (await evaluations('org=park&indicator=share')).map(({ light }) => light),
    YEAR.filter(([, share]) => share !== null).map(([, , light]) => light),
  );
  const [first, second, ...more] = await alerts('park');
  t.same(more, []);
  t.match(first, {
    state: 'resolved',
    verdict: null,
    periods: { first: '2017-02', latest: '2017-08' },
    life: ['2 raised', '3 worsened', '4 persisted', '5 worsened', '7 improved', '8 resolved'],
  });
  t.match(second, {
    state: 'settled',
    verdict: 'missed',
    light: 'yellow',
    periods: { first: '2017-10', latest: '2017-12' },
    life: ['10 raised', '11 improved', '12 settled'],
  });
  const events = await sql<{ line: string }[]>`
    SELECT payload->'alert'->>'id' || ' ' || substr(payload->'alert'->>'period', 6)::integer || ' ' || substr(type, 7) AS line
    FROM event WHERE type LIKE 'alert.%' ORDER BY id`;
  const told = [first, second].flatMap((alert) => alert?.life.map((step) => `${alert.id} ${step}`));
  t.same(
    events.map(({ line }) => line),
    told,
    'one event a transition, in the same order',
  );
  const steps = await sql`
    SELECT t.from_state, t.to_state, t.reason FROM alert_transition t JOIN alert a ON a.id = t.alert_id
    ORDER BY a.sequence, t.id`;
  t.same(
    steps.map(({ from_state }) => from_state),
    [null, ...Array(5).fill('open'), null, 'open', 'open'],
  );
});

t.test('the level of a warning follows its light, and its words the month', async (t) => {
  const { ask, report, alerts } = await openCounty(t, '2018-01-05T09:00:00+08:00');
  const responsible = { unit: '县发改局', post: '局长' };
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '80', responsible });
  for (const [month, share, level] of [
    [2, '79', 'daily'],
    [3, '75', 'weekly'],
    [4, '70', 'monthly'],
    [5, '76', 'daily'],
  ]) {
    await report(`2017-0${month}`, [{ indicator: 'share', value: share }]);
    const title = new RegExp(`集中度 低于年度目标${(80 - Number(share)).toFixed(2)}个百分点`);
    t.match(await alerts('park'), [{ level, title, owner: '县发改局' }], `${share}`);
  }
});
