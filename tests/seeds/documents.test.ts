import t, { type Test } from 'tap';
import { type Replayed, type Row, replaySeeds, says } from './replay.js';

/** What the five documents say of their own numbers, each by the row of `seeds/facts/indicators.csv` that says it. */
let seeds: Replayed;

t.before(async () => {
  seeds = await replaySeeds(t);
});

const judged = async (query: string) => seeds.list(`/v1/evaluations?limit=500&${query}`);

/** The one evaluation of a place, indicator and measure. */
async function evaluation(t: Test, query: string, measure: string): Promise<Row> {
  const rows = (await judged(query)).filter((row) => row.measure === measure);
  t.equal(rows.length, 1, `${query} ${measure}: one evaluation`);
  return rows[0] ?? {};
}

t.test('双牌, January to November 2017', async (t) => {
  const at = 'org=shuangpai-park&period=2017-11';
  const expected: [indicator: string, measure: string, fact: number, told: Row][] = [
    [
      'gross-output',
      'value',
      321,
      {
        figure: '50.6',
        completionRate: '92.00',
        timeProgress: '91.67',
        paceGap: '0.33',
        remaining: '4.40',
        requiredMonthly: '4.40',
        averageMonthly: '4.60',
        light: 'green',
      },
    ],
    ['gross-output', 'yoy', 321, { yoy: '45.2', gap: '24.20', light: 'green' }],
    ['value-added', 'yoy', 322, { yoy: '8.6', gap: '0.60', light: 'green' }],
    ['tax-paid', 'yoy', 323, { yoy: '36.5', gap: '16.50', light: 'green' }],
    [
      'industrial-concentration',
      'value',
      324,
      { figure: '69.81', gap: '-10.19', completionRate: null, timeProgress: null, light: 'red' },
    ],
    [
      'leading-industry-share',
      'value',
      325,
      { figure: '86.8', state: 'noTarget', target: null, light: null },
    ],
  ];
  for (const [indicator, measure, fact, told] of expected) {
    const row = await evaluation(t, `${at}&indicator=${indicator}`, measure);
    says(t, row, { told, by: `fact ${fact}: ${indicator} ${measure}` });
  }
  t.equal((await judged(`${at}&light=green`)).length, 4, 'facts 321 to 323: four ahead');
  t.equal((await judged(at)).filter(({ light }) => light !== null).length, 5, 'five are judged');
});

t.test('旬阳, January to September 2021: against the suggested growth, the city and its rank', async (t) => {
  const at = 'org=xunyang&period=2021-09';
  const growth = await evaluation(t, `${at}&indicator=value-added`, 'yoy');
  says(t, growth, {
    told: { yoy: '0.7', state: 'evaluated', gap: '-6.80', light: 'orange' },
    by: 'facts 261 and 263: 欠建议增速6.8个百分点',
  });
  says(t, growth.target, { told: { value: '7.5' }, by: 'fact 263' });
  says(t, growth.peerGap, {
    told: { value: '-1.80', reference: '2.5', source: 'published' },
    by: 'fact 262: 低于全市平均水平1.8个百分点',
  });
  says(t, growth.rank, {
    told: { position: 7, of: null, source: 'published' },
    by: 'fact 264: 排名全市第七',
  });
  t.match(
    String(growth.explanation),
    '同比增长0.7%，低于建议目标6.8个百分点，低于公布的全市平均1.8个百分点，居全市第7位。',
    'facts 261 to 264 in one sentence',
  );
  t.match(
    String(growth.explanation),
    '0.7% − 7.5% = −6.8个百分点。按“gap-5-10”第1版',
    'fact 263: how the gap and its light come about',
  );
  const output = await evaluation(t, `${at}&indicator=gross-output`, 'value');
  says(t, output, { told: { figure: '231.24', yoy: '0.5', state: 'noTarget', light: null }, by: 'fact 259' });
  says(t, output.peerGap, {
    told: { value: '-1.40', reference: '1.9', source: 'published' },
    by: 'fact 260: 低于全市平均水平1.4个百分点',
  });
});

t.test('旬阳: what the base of firms that left does to the growth', async (t) => {
  const told = await seeds.client.get('/v1/contributions', {
    query: { org: 'xunyang', period: '2021-09', indicator: 'gross-output' },
  });
  // B = 231.24 ÷ 1.005 = 230.0896; the growth printed is the growth worked out.
  says(t, told, {
    told: { value: '231.24', base: '230.09', baseSource: 'growth', growth: '0.50' },
    by: 'fact 259',
  });
  const left = told.register.find(({ kind }) => kind === 'leftRegister');
  says(t, left, { told: { firms: 7, base: '24', unit: '亿元' }, by: 'facts 266 and 267' });
  // 24 ÷ 230.0896 = 10.43%, and over the output itself 24 ÷ 231.24 = 10.38%: both read 10.4%.
  t.equal(left?.baseShare, '10.43', 'fact 268: 占10.4%');
  // 231.24 ÷ (230.0896 − 24) − 1.005 = 112.2036% − 100.5%; the document rounded its inputs and prints 11.5.
  t.equal(left?.drag, '11.70', 'fact 269: 下拉11.5个百分点');
  t.equal(left?.adjustedGrowth, '12.20', 'fact 269: 0.5% and what was pulled down');
  // 1.2 ÷ 230.0896: far from making up for it.
  const joined = told.register.find(({ kind }) => kind === 'joinedRegister');
  says(t, joined, { told: { firms: 3, value: '1.2', pull: '0.52' }, by: 'facts 270 and 271: 远远不能弥补' });
});

t.test('岚皋, January to September 2021: below zero before its first checkpoint', async (t) => {
  const row = await evaluation(t, 'org=langao&period=2021-09&indicator=value-added', 'yoy');
  says(t, row, { told: { yoy: '-9.5', state: 'notDue', gap: null, light: null }, by: 'fact 318' });
  says(t, row.nextCheckpoint, {
    told: { month: 11, value: '0', gap: '-9.50' },
    by: 'fact 319: 11月由负转正',
  });
  const points = [
    { month: 11, value: '0' },
    { month: 12, value: '10' },
  ];
  says(t, row.target, {
    told: { value: '10', plan: { kind: 'checkpoints', points } },
    by: 'facts 319 and 320: 全年10%以上',
  });
  t.same(await seeds.list('/v1/alerts?org=langao'), [], 'facts 318 to 320: no warning yet');
});

t.test('咸安: what the targets of 2018 ask for over 2017', async (t) => {
  const targets = await seeds.list('/v1/targets?org=xianan-park&year=2018&limit=500');
  // By hand: target ÷ full year 2017 − 1.
  const expected: Record<string, [lastYear: string | null, growth: string | null, facts: string]> = {
    'gross-output': ['134', '11.94', '243 over 144'],
    'tax-revenue': ['3.22', '8.70', '244 over 145'],
    'fixed-asset-investment': ['65', '7.69', '246 over 146'],
    'infrastructure-investment': ['2893', '56.10', '255 over 154'],
    'projects-signed': ['28', '28.57', '252 over 176'],
    'projects-started': ['28', '28.57', '253 over 179'],
    'projects-in-production': ['19', '89.47', '254 over 181'],
    'new-above-scale-enterprises': ['6', '-33.33', '245 over 148'],
    'land-acquired': ['1506', '16.87', '247 over 151'],
    'land-built': ['1589', '-5.60', '249 over 152'],
    'new-roads': ['3.42', '2.34', '256 over 156'],
    'land-levelled': [null, null, '248, of which 2017 says nothing'],
    'land-quota-applied': [null, null, '250, of which 2017 says nothing'],
  };
  t.same(targets.map(({ indicator }) => indicator).sort(), Object.keys(expected).sort());
  for (const { indicator, lastYear, impliedGrowth } of targets) {
    const [base, growth, facts] = expected[String(indicator)] ?? [];
    t.same([lastYear, impliedGrowth], [base, growth], `fact ${facts}: ${indicator}`);
  }
  t.same(await seeds.list('/v1/alerts?org=xianan-park'), [], 'its year 2017 had no targets');
});

t.test('清镇: an outlook on 2016 over the full year 2015, and what its industries add up to', async (t) => {
  const [row, ...more] = await judged('org=qingzhen-park&period=2016-02');
  t.same(more, [], 'the month says nothing else');
  says(t, row, {
    told: { indicator: 'value-added', figure: null, yoy: null, state: 'noTarget', light: null },
    by: 'fact 138: an outlook is no figure',
  });
  says(t, row?.outlook, {
    told: { value: '40', lastYear: '37.01', growth: '8.08' },
    by: 'fact 138 over fact 135',
  });
  t.match(
    (row?.outlook as Row | undefined)?.reason,
    /2300元\/吨.*1580元\/吨.*12亿度.*5亿元以上/,
    'facts 137, 139, 140 and 141',
  );
  t.match(String(row?.explanation), '未报送', 'fact 138: an outlook is no figure');
  const at = 'org=qingzhen-park&period=2015-12&indicator=industrial-output';
  const sum = await evaluation(t, at, 'value');
  const by = 'facts 62 to 66: 42.86 + 21.543 + 36.746 + 18.508 + 24.08';
  says(t, sum, { told: { figure: '143.737', origin: 'rolledUp', light: null }, by });
  says(t, sum.members, { told: { reported: 5, of: 5, missing: [] }, by });
});
