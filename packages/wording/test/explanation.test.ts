import t from 'tap';
import { alertMessage, alertTitle, explanationOf } from '../src/index.js';
import { type Case, CONCENTRATION, ENERGY, FIRMS, GROWTH, judge, NEW_FIRMS, OUTPUT } from './judged.js';

const explained = (of: Case, language: 'zh' | 'en' = 'zh') => {
  const { evaluation, context } = judge(of);
  return explanationOf(evaluation, context, language);
};

t.test('the line that explains a light adds up', async (t) => {
  const output = (month: number, value: string, target: string) =>
    explained({ indicator: OUTPUT, figures: { [month]: { value } }, target: { value: target }, month });
  t.equal(output(11, '50.6', '55'), '50.6 ÷ 55 = 92.00%，时间进度 91.67%，快 0.33 个百分点');
  t.equal(output(6, '126.02', '193.22'), '126.02 ÷ 193.22 = 65.22%，时间进度 50.00%，快 15.22 个百分点');
  t.equal(output(6, '27.49999', '55'), '27.49999 ÷ 55 = 49.99998%，时间进度 50.00000%，慢 0.00002 个百分点');
  t.equal(output(6, '27.5', '55'), '27.5 ÷ 55 = 50.00%，时间进度 50.00%，持平');
  t.equal(
    output(7, '10', '60'),
    '10 ÷ 60 = 16.67%，时间进度 58.33%，慢 41.67 个百分点（四舍五入）',
    'no number of decimals adds up',
  );
  t.equal(
    output(6, '0.0000011111111', '0.0000022'),
    '0.0000011111111 ÷ 0.0000022 = 50.51%，时间进度 50.00%，快 0.51 个百分点',
    'a figure with more decimals than are read keeps as many as its rate takes',
  );
  t.equal(
    output(6, '27.49999999999', '55'),
    '27.49999999999 ÷ 55 = 49.99999999998%，时间进度 50.00000000000%，慢 0.00000000002 个百分点',
    'what is behind never reads as level',
  );
  t.equal(
    explained({
      indicator: CONCENTRATION,
      figures: { 11: { value: '69.81' } },
      target: { value: '80' },
      month: 11,
    }),
    '69.81% − 80% = −10.19个百分点',
  );
});

t.test('every other way of judging', async (t) => {
  t.equal(
    explained({
      indicator: OUTPUT,
      figures: { 11: { value: '50.6', yoy: '45.2' } },
      target: { measure: 'yoy', value: '21' },
      month: 11,
    }),
    '45.2% − 21% = +24.2个百分点',
  );
  t.equal(
    explained({ indicator: FIRMS, figures: { 6: { value: '45' } }, target: { value: '49' }, month: 6 }),
    '45家 − 49家 = −4家，−4 ÷ 49 = −8.16%',
  );
  t.equal(
    explained({ indicator: NEW_FIRMS, figures: { 9: { value: '7' } }, target: { value: '12' }, month: 9 }),
    '已完成7家，节点应完成9家，7 − 9 = −2家，7 ÷ 9 = 77.78%',
  );
  t.equal(
    explained({
      indicator: ENERGY,
      figures: { 6: { value: '21' } },
      target: { value: '40', comparator: 'atMost' },
      month: 6,
    }),
    '21 ÷ 40 = 52.50%，时间进度 50.00%，超 2.50 个百分点',
  );
  t.equal(
    explained({
      indicator: CONCENTRATION,
      figures: { 6: { value: '81.2' } },
      target: { value: '80', comparator: 'atMost' },
      month: 6,
    }),
    '控制目标80% − 81.2% = −1.2个百分点',
  );
  const plan = {
    kind: 'checkpoints' as const,
    points: [
      { month: 6, value: '3' },
      { month: 12, value: '8' },
    ],
  };
  const checked = (month: number) =>
    explained({
      indicator: GROWTH,
      figures: { [month]: { yoy: '2.2' } },
      target: { measure: 'yoy', value: '8', plan },
      month,
    });
  t.equal(checked(3), '2.2% − 3% = −0.8个百分点（6月节点目标，未到期）');
  t.equal(checked(7), '2.2% − 3% = −0.8个百分点（6月节点目标）');
  t.equal(checked(12), '2.2% − 8% = −5.8个百分点');
  t.equal(explained({ indicator: OUTPUT, figures: {}, target: { value: '55' }, month: 6 }), null);
  t.equal(explained({ indicator: OUTPUT, figures: { 6: { value: '3' } }, month: 6 }), null);
  t.match(
    explained({
      indicator: OUTPUT,
      figures: { 6: { value: '20' } },
      target: { value: '55', plan: { kind: 'lastYear' } },
      month: 6,
    }),
    /个百分点（无上年数据，按序时计算）$/,
  );
});

t.test('in English', async (t) => {
  t.equal(
    explained(
      { indicator: OUTPUT, figures: { 11: { value: '50.6' } }, target: { value: '55' }, month: 11 },
      'en',
    ),
    '50.6 ÷ 55 = 92.00%, time progress 91.67%, 0.33 percentage points ahead',
  );
  t.equal(
    explained({ indicator: FIRMS, figures: { 6: { value: '45' } }, target: { value: '49' }, month: 6 }, 'en'),
    '45 firms − 49 firms = −4 firms, −4 ÷ 49 = −8.16%',
  );
});

t.test('an alert says whose, what, how far off and its light', async (t) => {
  const { evaluation, context } = judge({
    org: '双牌工业集中区',
    indicator: CONCENTRATION,
    figures: { 10: { value: '69.5' }, 11: { value: '69.81', grade: 'estimate' } },
    target: { value: '80' },
    month: 11,
  });
  t.equal(alertTitle(evaluation, context), '双牌工业集中区 工业集中度 低于年度目标10.19个百分点（红灯）');
  t.equal(
    alertMessage(evaluation, context),
    '初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.19个百分点，较上期提高0.31个百分点。69.81% − 80% = −10.19个百分点；红灯（严重滞后）；已连续2期落后。',
  );
  t.equal(
    alertTitle(evaluation, context, 'en'),
    '双牌工业集中区 工业集中度 10.19 percentage points below the annual target (red)',
  );

  const slight = judge({
    indicator: OUTPUT,
    figures: { 6: { value: '27.49' } },
    target: { value: '55' },
    month: 6,
  });
  t.equal(
    alertTitle(slight.evaluation, slight.context),
    '园区 规模以上工业总产值 慢于序时进度0.02个百分点（黄灯）',
    'a light and its reason agree',
  );
});
