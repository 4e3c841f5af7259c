import { type Evaluation, Fraction } from '@xushi/domain';
import t from 'tap';
import { alertMessage, alertTitle, explanationOf, type NamedIndicator } from '../src/index.js';
import {
  type Case,
  CONCENTRATION,
  ENERGY,
  FIRMS,
  f,
  GROWTH,
  indicator,
  judge,
  NEW_FIRMS,
  OUTPUT,
} from './judged.js';

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
  const share = (value: string) =>
    explained({ indicator: CONCENTRATION, figures: { 11: { value } }, target: { value: '60' }, month: 11 });
  t.equal(
    share('55.00000001'),
    '55.00000001% − 60% = −4.99999999个百分点',
    'what decided, not the bound of the next light',
  );
  t.equal(share('55.000000000001'), '55.000000000001% − 60% = −4.999999999999个百分点');
  t.equal(share('55.0000000000001'), '55.00% − 60.00% = −5.00个百分点', 'more than anybody reads');
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

t.test('a computed figure shows its operands', async (t) => {
  const computed = (of: {
    figure: Fraction;
    operands: [above: Fraction, below: Fraction];
    target?: string;
    scale?: string;
    names?: [string, string];
    unit?: string;
    of?: NamedIndicator;
  }) => {
    const target = of.target === undefined ? {} : { target: { value: of.target } };
    // The fold takes decimals; what is computed has none, and is put in its place.
    const judged = judge({
      indicator: of.of ?? CONCENTRATION,
      figures: { 11: { value: '1' } },
      ...target,
      month: 11,
    });
    const gap = of.target === undefined ? null : of.figure.minus(f(of.target));
    const evaluation: Evaluation = {
      ...judged.evaluation,
      origin: 'computed',
      figure: of.figure,
      fields: { ...judged.evaluation.fields, gap },
    };
    const [above, below] = of.names ?? ['', ''];
    const unit = of.unit ?? '亿元';
    const context = {
      ...judged.context,
      computed: {
        numerator: { name: above, value: of.operands[0], unit },
        denominator: { name: below, value: of.operands[1], unit },
        scale: f(of.scale ?? '100'),
      },
    };
    return { evaluation, context };
  };
  const share = (above: Fraction, below: Fraction) => ({
    figure: above.dividedBy(below).times(Fraction.HUNDRED),
    operands: [above, below] as [Fraction, Fraction],
  });
  const said = (of: Parameters<typeof computed>[0], language: 'zh' | 'en' = 'zh') => {
    const { evaluation, context } = computed(of);
    return explanationOf(evaluation, context, language);
  };
  const park = share(f('50.6'), f('72.48'));
  t.equal(said(park), '工业集中度 = 50.6 ÷ 72.48 × 100 = 69.81%', 'without a target');
  const names: [string, string] = ['园区规模以上工业总产值', '双牌县规模以上工业总产值'];
  t.equal(
    said({ ...park, target: '80', names }),
    '工业集中度 = 50.6 ÷ 72.48 × 100 = 69.81%（分子：园区规模以上工业总产值，亿元；分母：双牌县规模以上工业总产值，亿元）；69.81% − 80.00% = −10.19个百分点',
  );
  t.equal(
    said({ ...park, target: '80', names }, 'en'),
    '工业集中度 = 50.6 ÷ 72.48 × 100 = 69.81% (numerator: 园区规模以上工业总产值, hundred million yuan; denominator: 双牌县规模以上工业总产值, hundred million yuan); 69.81% − 80.00% = −10.19 percentage points',
  );
  t.equal(
    said({ ...share(f('69.9981'), f('100')), target: '70' }),
    '工业集中度 = 69.9981 ÷ 100 × 100 = 69.9981%；69.9981% − 70% = −0.0019个百分点',
    'the figure has the same decimals in both lines',
  );
  t.equal(
    said(share(Fraction.of(152n, 3n), f('72.48'))),
    '工业集中度 = 50.667 ÷ 72.48 × 100 = 69.90%',
    'an operand that never ends: 50.67 would come to 69.91%',
  );
  t.equal(
    said(share(Fraction.of(1n, 3000n), Fraction.of(1n, 700n))),
    '工业集中度 = 0.0003333 ÷ 0.0014286 × 100 = 23.33%',
    'as many decimals as come to the printed figure',
  );
  const taxYield = indicator({ name: '亩均税收', type: 'ratio', unit: '万元/亩', reportUnit: '万元/亩' });
  t.equal(
    said({ figure: f('12.5'), operands: [f('500'), f('40')], scale: '1', of: taxYield }),
    '亩均税收 = 500 ÷ 40 = 12.50万元/亩',
    'a scale of 1 is not said',
  );
  const { evaluation, context } = computed(park);
  t.equal(
    explanationOf({ ...evaluation, origin: 'reported' }, context),
    null,
    'a reported figure has no operands',
  );
  t.equal(explanationOf({ ...evaluation, figure: null }, context), null);
  const zero = { ...context.computed, denominator: { name: '', value: f('0'), unit: '亿元' } };
  t.equal(explanationOf(evaluation, { ...context, computed: zero }), null, 'nothing is divided by 0');
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
