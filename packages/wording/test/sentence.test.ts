import t from 'tap';
import { type DueWords, notReportedWords, sentenceOf, sentenceOfLine } from '../src/index.js';
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
  SHARE,
  TAX,
  VALUE_ADDED,
} from './judged.js';

const said = (of: Case) => {
  const { evaluation, context } = judge(of);
  return sentenceOf(evaluation, context);
};

t.test('the sentences of the report, to the letter (domain.md §12)', async (t) => {
  t.equal(
    said({
      indicator: OUTPUT,
      figures: { 11: { value: '50.6', yoy: '45.2' } },
      target: { value: '55' },
      month: 11,
    }),
    '1—11月，园区完成规模以上工业总产值50.6亿元，同比增长45.2%，完成年度目标的92.0%，快于序时进度0.3个百分点。',
  );
  t.equal(
    said({ indicator: OUTPUT, figures: { 7: { value: '32' } }, target: { value: '60' }, month: 7 }),
    '1—7月，园区完成规模以上工业总产值32.0亿元，完成年度目标的53.3%，慢于序时进度5.0个百分点，欠进度3.0亿元，后5个月月均需完成5.6亿元，为前7个月月均的1.2倍。',
  );

  const growth = judge({
    indicator: VALUE_ADDED,
    figures: { 9: { yoy: '0.7' } },
    target: { measure: 'yoy', value: '7.5' },
    month: 9,
  });
  t.equal(
    sentenceOf(growth.evaluation, {
      ...growth.context,
      standing: { scope: '全市', peerGap: f('-1.8'), position: 7, provisional: false },
    }),
    '1—9月，园区规模以上工业增加值同比增长0.7%，低于年度目标6.8个百分点，低于全市平均1.8个百分点，居全市第7位。',
  );
  t.equal(
    said({ indicator: GROWTH, figures: { 8: { value: '-11.2' }, 9: { value: '-9.5' } }, month: 9 }),
    '1—9月，园区规模以上工业增加值同比下降9.5%，降幅较1—8月收窄1.7个百分点。',
  );
  t.equal(
    said({
      indicator: CONCENTRATION,
      figures: { 10: { value: '69.5' }, 11: { value: '69.81' } },
      target: { value: '80' },
      month: 11,
    }),
    '1—11月，园区工业集中度69.81%，低于年度目标10.19个百分点，较上期提高0.31个百分点。',
  );
  t.equal(
    said({
      indicator: CONCENTRATION,
      figures: { 10: { value: '69.81' }, 11: { value: '69.81' } },
      target: { value: '80' },
      month: 11,
    }),
    '1—11月，园区工业集中度69.81%，低于年度目标10.19个百分点，数值与上期持平。',
  );
  t.equal(
    said({
      indicator: ENERGY,
      figures: { 6: { value: '21' } },
      target: { value: '40', comparator: 'atMost' },
      month: 6,
    }),
    '1—6月，园区能源消费总量21.0万吨标准煤，已用全年控制数的52.5%，超时间进度2.5个百分点，剩余控制额19.0万吨标准煤，后6个月月均可用3.2万吨标准煤。',
  );
  t.equal(
    said({ indicator: VALUE_ADDED, figures: { 11: { value: '14.1', yoy: '8.6' } }, month: 11 }),
    '1—11月，园区规模以上工业增加值完成14.1亿元，同比增长8.6%。',
  );
  const due: DueWords = { date: '2017-12-08', time: '18:00', workdaysLate: 2 };
  t.equal(notReportedWords(due), '未报送（应于12月8日18时前报送，已逾期2个工作日）');
  const missing = judge({ indicator: OUTPUT, figures: {}, target: { value: '55' }, month: 11 });
  t.equal(
    sentenceOf(missing.evaluation, { ...missing.context, due }),
    '1—11月，园区规模以上工业总产值未报送（应于12月8日18时前报送，已逾期2个工作日）。',
  );
  t.equal(
    said({ indicator: OUTPUT, figures: { 6: { value: '27.49' } }, target: { value: '55' }, month: 6 }),
    '1—6月，园区完成规模以上工业总产值27.5亿元，完成年度目标的50.0%，与序时进度基本持平。',
    'a gap of −0.02',
  );
});

t.test('双牌工业集中区, 2017年1—11月', async (t) => {
  const park = { org: '双牌工业集中区', month: 11 };
  t.equal(
    said({
      ...park,
      indicator: OUTPUT,
      figures: { 11: { value: '50.6', yoy: '45.2', grade: 'estimate' } },
      target: { measure: 'yoy', value: '21' },
    }),
    '初步统计，1—11月，双牌工业集中区完成规模以上工业总产值50.6亿元，同比增长45.2%，高于年度目标24.2个百分点。',
  );
  t.equal(
    said({
      ...park,
      indicator: VALUE_ADDED,
      figures: { 11: { value: '14.1', yoy: '8.6' } },
      target: { measure: 'yoy', value: '8' },
    }),
    '1—11月，双牌工业集中区完成规模以上工业增加值14.1亿元，同比增长8.6%，高于年度目标0.6个百分点。',
  );
  t.equal(
    said({
      ...park,
      indicator: TAX,
      figures: { 11: { value: '0.3', yoy: '36.5' } },
      target: { measure: 'yoy', value: '20' },
    }),
    '1—11月，双牌工业集中区完成规模以上工业企业实缴税金0.3亿元，同比增长36.5%，高于年度目标16.5个百分点。',
  );
  t.equal(
    said({ ...park, indicator: CONCENTRATION, figures: { 11: { value: '69.81' } }, target: { value: '80' } }),
    '1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.19个百分点。',
  );
  t.equal(
    said({ ...park, indicator: SHARE, figures: { 11: { value: '86.8' } } }),
    '1—11月，双牌工业集中区主导产业占比86.8%。',
  );
});

t.test('two targets of one indicator share a sentence', async (t) => {
  const output = { indicator: OUTPUT, figures: { 11: { value: '50.6', yoy: '45.2' } }, month: 11 };
  const line = [
    judge({ ...output, target: { value: '55' } }),
    judge({ ...output, target: { measure: 'yoy', value: '21' } }),
  ];
  t.equal(
    sentenceOfLine(line),
    '1—11月，园区完成规模以上工业总产值50.6亿元，同比增长45.2%，完成年度目标的92.0%，快于序时进度0.3个百分点，增速高于年度目标24.2个百分点。',
  );
  t.throws(() => sentenceOfLine([]), RangeError);
});

t.test('蓬江区, 1—6月: 快15.22 reads 15.2', async (t) => {
  t.equal(
    said({
      org: '蓬江区',
      indicator: indicator({ name: '固定资产投资', reportDecimals: 2 }),
      figures: { 6: { value: '126.02' } },
      target: { value: '193.22' },
      month: 6,
    }),
    '1—6月，蓬江区完成固定资产投资126.02亿元，完成年度目标的65.2%，快于序时进度15.2个百分点。',
  );
});

t.test('the course of a growth', async (t) => {
  const cases: [before: string, now: string, words: string][] = [
    ['-11.2', '-9.5', '同比下降9.5%，降幅较1—8月收窄1.7个百分点'],
    ['-7.8', '-9.5', '同比下降9.5%，降幅较1—8月扩大1.7个百分点'],
    ['3.1', '4.2', '同比增长4.2%，增速较上期回升1.1个百分点'],
    ['4.2', '3.1', '同比增长3.1%，增速较上期回落1.1个百分点'],
    ['-0.4', '0.6', '同比增长0.6%，由负转正'],
    ['0.4', '-0.6', '同比下降0.6%，由正转负'],
    ['4.2', '4.21', '同比增长4.2%，增速与上期基本持平'],
    ['-4.2', '-4.21', '同比下降4.2%，降幅与上期基本持平'],
    ['2', '0', '同比持平，增速较上期回落2.0个百分点'],
    ['0', '-2', '同比下降2.0%，增速较上期回落2.0个百分点'],
    ['0', '0.04', '同比基本持平，增速与上期基本持平'],
  ];
  for (const [before, now, words] of cases) {
    const sentence = said({ indicator: GROWTH, figures: { 8: { yoy: before }, 9: { yoy: now } }, month: 9 });
    t.equal(sentence, `1—9月，园区规模以上工业增加值${words}。`, `${before} → ${now}`);
  }
  t.equal(
    said({ indicator: GROWTH, figures: { 7: { yoy: '3.1' }, 9: { yoy: '4.2' } }, month: 9 }),
    '1—9月，园区规模以上工业增加值同比增长4.2%，增速较1—7月回升1.1个百分点。',
    'a period in between is missing',
  );
});

t.test('the year behind: December compares with the year itself', async (t) => {
  const year = (value: string) =>
    said({ indicator: OUTPUT, figures: { 12: { value } }, target: { value: '55' }, month: 12 });
  t.equal(year('50.6'), '全年，园区完成规模以上工业总产值50.6亿元，完成年度目标的92.0%，欠年度目标4.4亿元。');
  t.equal(
    year('56.1'),
    '全年，园区完成规模以上工业总产值56.1亿元，完成年度目标的102.0%，超年度目标1.1亿元。',
  );
  t.equal(year('55'), '全年，园区完成规模以上工业总产值55.0亿元，完成年度目标的100.0%，与年度目标持平。');
});

t.test('the last month left and the first one past', async (t) => {
  t.match(
    said({ indicator: OUTPUT, figures: { 11: { value: '44' } }, target: { value: '55' }, month: 11 }),
    '慢于序时进度11.7个百分点，欠进度6.4亿元，12月需完成11.0亿元，为前11个月月均的2.8倍。',
  );
  t.match(
    said({ indicator: OUTPUT, figures: { 1: { value: '4' } }, target: { value: '60' }, month: 1 }),
    '1月，园区完成规模以上工业总产值4.0亿元，完成年度目标的6.7%，慢于序时进度1.7个百分点，欠进度1.0亿元，后11个月月均需完成5.1亿元，为1月完成数的1.3倍。',
  );
  t.match(
    said({
      indicator: OUTPUT,
      figures: { 7: { value: '10' } },
      target: { value: '60', plan: { kind: 'linear', from: 4 } },
      month: 7,
    }),
    '为4—7月月均的4.0倍。',
  );
  t.match(
    said({ indicator: OUTPUT, figures: { 7: { value: '-3' } }, target: { value: '60' }, month: 7 }),
    /总产值−3\.0亿元，.*后5个月月均需完成12\.6亿元。$/,
    'no multiple of an average that is not above 0',
  );
});

t.test('amounts are read in the report unit, and never as 0 where they are not', async (t) => {
  const investment = indicator({ name: '基础设施投入', unit: '万元', decimals: 0, reportDecimals: 2 });
  t.match(
    said({
      indicator: investment,
      figures: { 11: { value: '65000' } },
      target: { value: '80000' },
      month: 11,
    }),
    '1—11月，园区完成基础设施投入6.50亿元，完成年度目标的81.3%，慢于序时进度10.4个百分点，欠进度0.83亿元，12月需完成1.50亿元',
  );
  t.match(said({ indicator: TAX, figures: { 2: { value: '0.03' } }, month: 2 }), '实缴税金完成0.03亿元。');
});

t.test('counts by nodes, stocks and checkpoints', async (t) => {
  t.equal(
    said({ indicator: NEW_FIRMS, figures: { 9: { value: '7' } }, target: { value: '12' }, month: 9 }),
    '1—9月，园区新增规模以上工业企业7家，完成年度目标的58.3%，比节点计划少2家，距年度目标还差5家。',
  );
  t.equal(
    said({ indicator: NEW_FIRMS, figures: { 2: { value: '1' } }, target: { value: '12' }, month: 2 }),
    '1—2月，园区新增规模以上工业企业1家。',
    'no node is due yet',
  );
  t.equal(
    said({
      indicator: FIRMS,
      figures: { 5: { value: '44' }, 6: { value: '45' } },
      target: { value: '49' },
      month: 6,
    }),
    '1—6月，园区规模以上工业企业数45家，比年度目标少4家，较上期增加1家。',
  );
  t.match(
    said({
      indicator: { ...FIRMS, unit: '亿元', reportUnit: '亿元', reportDecimals: 3 },
      figures: { 6: { yoy: '84.14' } },
      target: { measure: 'yoy', value: '88.5' },
      month: 6,
    }),
    '同比增长84.1%，低于年度目标4.4个百分点。',
    'the growth of a stock is read as growth',
  );
  const points = {
    kind: 'checkpoints',
    points: [
      { month: 6, value: '3' },
      { month: 12, value: '8' },
    ],
  } as const;
  const checked = (month: number) =>
    said({
      indicator: GROWTH,
      figures: { [month]: { yoy: '2.2' } },
      target: { measure: 'yoy', value: '8', plan: { kind: points.kind, points: [...points.points] } },
      month,
    });
  t.equal(checked(3), '1—3月，园区规模以上工业增加值同比增长2.2%，低于6月节点目标0.8个百分点。');
  t.equal(checked(7), '1—7月，园区规模以上工业增加值同比增长2.2%，低于阶段目标0.8个百分点。');
  t.equal(checked(12), '全年，园区规模以上工业增加值同比增长2.2%，低于年度目标5.8个百分点。');
});

t.test('limits are used up, never fast or slow', async (t) => {
  const limit = (value: string, month: number) =>
    said({
      indicator: ENERGY,
      figures: { [month]: { value } },
      target: { value: '40', comparator: 'atMost' },
      month,
    });
  t.match(limit('18', 6), '已用全年控制数的45.0%，低于时间进度5.0个百分点。');
  t.match(limit('41', 12), '已用全年控制数的102.5%，超全年控制数1.0万吨标准煤。');
  for (const value of ['18', '20', '21']) t.notMatch(limit(value, 6), /[快慢]/);
  t.match(
    said({
      indicator: CONCENTRATION,
      figures: { 6: { value: '81.2' } },
      target: { value: '80', comparator: 'atMost' },
      month: 6,
    }),
    '高于控制目标1.20个百分点。',
  );
});

t.test('a path that is not even is called the plan', async (t) => {
  const weights = ['0.02', '0.03', '0.05', '0.1', '0.1', '0.1', '0.1', '0.1', '0.1', '0.1', '0.1', '0.1'];
  t.match(
    said({
      indicator: OUTPUT,
      figures: { 6: { value: '27' } },
      target: { value: '60', plan: { kind: 'weights', weights } },
      month: 6,
    }),
    '快于计划进度5.0个百分点',
  );
});

t.test('in English', async (t) => {
  const { evaluation, context } = judge({
    indicator: OUTPUT,
    figures: { 7: { value: '32', yoy: '-1.25', grade: 'estimate' } },
    target: { value: '60' },
    month: 7,
  });
  t.equal(
    sentenceOf(evaluation, context, 'en'),
    'Estimate, Jan–Jul: 园区 规模以上工业总产值 32.0 hundred million yuan, down 1.3% year on year, 53.3% of the annual target, 5.0 percentage points behind time progress, 3.0 hundred million yuan short of the path, 5.6 hundred million yuan needed in each month left, 1.2 times the monthly average so far.',
  );
});
