import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { type County, openCounty } from '../county.js';
import { SHEET, setUpShuangpai, TARGETS } from '../shuangpai.js';

interface Line {
  indicator: string;
  measure: string;
  counted: boolean;
  why: string;
  points: string | null;
  arithmetic: string | null;
}
interface Score {
  org: string;
  score: string | null;
  weights: string;
  points: string;
  lines: Line[];
  adjustments: { points: string; reason: string }[];
}

const scoreOf =
  ({ ask }: Pick<County, 'ask'>) =>
  async (org: string, period: string): Promise<Score> => {
    const { data } = await ask<{ data: Score[] }>('GET', `/v1/scores?under=${org}&period=${period}`);
    const found = data.find((score) => score.org === org);
    if (!found) throw new Error(`${org} has no score`);
    return found;
  };

/** The lines as `indicator why arithmetic`, sorted. */
const said = ({ lines }: Score) =>
  lines.map(({ indicator, why, arithmetic }) => `${indicator} ${why} ${arithmetic}`).sort();

t.test('双牌 2017年1—11月 with five weights of 20 scores 80.00', async (t) => {
  const installation = await openInstallation(t, { at: '2017-12-05T09:00:00+08:00' });
  const { call, drain } = installation;
  await setUpShuangpai(installation);
  for (const { indicator, measure = 'value' } of TARGETS as { indicator: string; measure?: string }[]) {
    const answer = await call('POST', '/v1/targets', {
      ...{ org: 'shuangpai-park', year: 2017, indicator, measure, weight: '20', reason: '考核' },
    });
    t.equal(answer.status, 201);
  }
  await call('POST', '/v1/submissions', SHEET);
  await drain();
  const { body } = await call<{ data: Score[] }>('GET', '/v1/scores?under=shuangpai&period=2017-11');
  const line = { weight: '20', counted: true };
  t.match(body, {
    data: [
      {
        ...{ org: 'shuangpai-park', orgName: '双牌工业集中区', period: '2017-11', score: '80.00' },
        ...{ points: '80.00', weights: '100', rule: { key: 'kaohe', version: 1 }, adjustments: [] },
      },
    ],
  });
  const [score] = body.data;
  t.same(
    score?.lines.map(({ indicator, measure, arithmetic, why }) => [indicator, measure, arithmetic, why]),
    [
      // 92.00 ÷ 91.67 is above 100%, and counts as 100%.
      ['gross-output', 'value', '20 × 1 = 20.00', 'onPlan'],
      ['gross-output', 'yoy', '20 × 1 = 20.00', 'met'],
      ['value-added', 'yoy', '20 × 1 = 20.00', 'met'],
      ['tax-paid', 'yoy', '20 × 1 = 20.00', 'met'],
      ['industrial-concentration', 'value', '20 × 0 = 0.00', 'missed'],
    ],
  );
  for (const each of score?.lines ?? []) t.match(each, line);
});

t.test('each way of scoring, and weights that are not alike', async (t) => {
  const county = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const { ask, report } = county;
  await ask('PUT', '/v1/indicators/invested', { name: '投资', unit: '亿元', type: 'flow', decimals: 2 });
  const targets = [
    { indicator: 'output', value: '120', weight: 30 },
    { indicator: 'firms', value: '12', weight: 10, scoring: 'proportional' },
    { indicator: 'invested', value: '100', weight: 10, scoring: 'proportional', cap: '120' },
    { indicator: 'share', value: '60', weight: 20, scoring: 'rankStep' },
    { indicator: 'growth', value: '8', weight: 20 },
    { indicator: 'growth', value: '6', grade: 'own', weight: 20 },
    { indicator: 'output', measure: 'yoy', value: '5' },
  ];
  for (const target of targets) await ask('POST', '/v1/targets', { org: 'park', year: 2017, ...target });
  await report('2017-06', [{ indicator: 'share', value: '75' }], { org: 'sister' });
  await report('2017-06', [
    { indicator: 'output', value: '45', yoy: '6' },
    { indicator: 'firms', value: '9' },
    { indicator: 'invested', value: '130' },
    { indicator: 'share', value: '70' },
    { indicator: 'growth', value: '7.9' },
  ]);
  const score = await scoreOf(county)('park', '2017-06');
  t.same(said(score), [
    // 9 of 12.
    'firms proportional 10 × 0.75 = 7.50',
    'growth missed 20 × 0 = 0.00',
    // 130% is capped at 120%.
    'invested proportional 10 × 1.2 = 12.00',
    // 37.5 ÷ 50.
    'output behindPlan 30 × 0.75 = 22.50',
    'output noWeight null',
    // Second of two.
    'share ranked 20 × 0.95 = 19.00',
  ]);
  // 61 of 90.
  t.match(score, { points: '61.00', weights: '90', score: '67.78' });
});

t.test('what is not reported counts 0; what is not due or has no target yet leaves the base', async (t) => {
  const county = await openCounty(t, '2017-07-05T09:00:00+08:00');
  const { ask, report } = county;
  const at = scoreOf(county);
  const duty = [
    { indicator: 'output', from: '2017-01' },
    { indicator: 'firms', from: '2017-06' },
  ];
  await ask('PUT', '/v1/orgs/park/duty', { indicators: duty });
  await ask('PUT', '/v1/indicators/quarter', {
    ...{ name: '季度', unit: '%', type: 'ratio', dueMonths: [3, 6, 9, 12] },
  });
  const targets = [
    { indicator: 'output', value: '120', weight: 40 },
    { indicator: 'share', value: '60', weight: 20 },
    { indicator: 'firms', value: '8', weight: 20 },
    { indicator: 'quarter', value: '1', weight: 10 },
    { indicator: 'growth', value: '5', weight: 10, appliesFrom: '2017-06' },
  ];
  for (const org of ['park', 'sister']) {
    for (const target of targets) await ask('POST', '/v1/targets', { org, year: 2017, ...target });
  }
  await report('2017-05', [
    { indicator: 'output', value: '50' },
    { indicator: 'growth', value: '9' },
  ]);
  const may = await at('park', '2017-05');
  t.same(said(may), [
    'firms notDue null',
    'growth noTarget null',
    'output onPlan 40 × 1 = 40.00',
    'quarter notDue null',
    'share notReported 20 × 0 = 0.00',
  ]);
  // 40 of 60.
  t.match(may, { score: '66.67', weights: '60' });
  const june = await at('sister', '2017-06');
  t.same(
    said(june).map((line) => line.split(' ').slice(0, 2).join(' ')),
    ['firms', 'growth', 'output', 'quarter', 'share'].map((key) => `${key} notReported`),
    'who reports nothing has all of it counted',
  );
  t.match(june, { score: '0.00', weights: '100' });
  t.match(await at('sister', '2017-02'), { score: '0.00' });
  t.match(await at('sister', '2017-08'), { score: null, weights: '0' }, 'a period that is not open yet');
});

t.test('points given and taken by hand stand beside with their reason', async (t) => {
  const county = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const { ask, call, report, keyFor } = county;
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '60', weight: 7 });
  await report('2017-06', [{ indicator: 'share', value: '61' }]);
  const adjust = (points: unknown, reason: string) =>
    call('POST', '/v1/scores/adjustments', { org: 'park', year: 2017, points, reason });
  t.equal((await adjust('2', '获省级表彰')).status, 201);
  t.equal((await adjust('-1.25', '安全事故')).status, 201);
  t.match(await scoreOf(county)('park', '2017-06'), {
    ...{ score: '100.75', points: '7.00', weights: '7' },
    adjustments: [
      { points: '2', reason: '获省级表彰' },
      { points: '-1.25', reason: '安全事故' },
    ],
  });
  t.match((await adjust('two', 'x')).status, 422);
  t.match((await adjust('1', '')).status, 422);
  const key = await keyFor('park', 'reporter');
  const body = { org: 'park', year: 2017, points: '5', reason: 'mine' };
  t.equal((await call('POST', '/v1/scores/adjustments', body, { key })).status, 403);
  await call('PUT', '/v1/people/li', { name: '李', org: 'sister' });
  const commander = await keyFor('sister', 'commander', 'li');
  t.equal((await call('POST', '/v1/scores/adjustments', body, { key: commander })).status, 404);
  const outside = await call('GET', '/v1/scores?under=park&period=2017-06', undefined, { key: commander });
  t.equal(outside.status, 404);
});

t.test('the board shows every park with a target, as JSON and as CSV that no spreadsheet runs', async (t) => {
  const { ask, call, report } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await ask('PUT', '/v1/orgs/sister', {
    ...{ name: '=HYPERLINK("x")', level: 'park', parent: 'county', activeFrom: '2000-01-01' },
  });
  for (const org of ['park', 'sister']) {
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value: '120' });
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', measure: 'yoy', value: '8' });
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80' });
  }
  await report('2017-05', [{ indicator: 'output', value: '49', yoy: '9' }]);
  await report('2017-06', [
    { indicator: 'output', value: '60', yoy: '1' },
    { indicator: 'growth', value: '3' },
  ]);
  t.match(await ask('GET', '/v1/scoreboard?under=county&period=2017-06'), {
    ...{ under: 'county', period: '2017-06' },
    indicators: [{ key: 'output' }, { key: 'share' }, { key: 'growth' }],
    orgs: [
      {
        ...{ org: 'park', level: 'park', lights: { green: 0, yellow: 0, orange: 1, red: 0 }, notReported: 1 },
        cells: {
          // Of two targets the worse light, with its gap.
          output: { state: 'evaluated', light: 'orange', lightBefore: 'yellow', figure: '60', gap: '-7.00' },
          share: { state: 'notReported', light: null },
          growth: { state: 'noTarget', light: null, figure: '3' },
        },
      },
      {
        ...{ org: 'sister', lights: { green: 0, yellow: 0, orange: 0, red: 0 }, notReported: 2 },
        cells: { output: { state: 'notReported' }, share: { state: 'notReported' } },
      },
    ],
  });
  const csv = await call('GET', '/v1/scoreboard.csv?under=county&period=2017-06');
  t.match(csv.headers['content-type'], /^text\/csv; charset=utf-8/);
  t.same(`${csv.body}`.split('\r\n'), [
    '\ufeff单位,总产值（亿元）,集中度（%）,增加值增速（%）',
    'park,橙灯（滞后）,未报送,未设目标',
    `"'=HYPERLINK(""x"")",未报送,未报送,—`,
    '',
  ]);
});
