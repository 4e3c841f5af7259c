import { Fraction } from '@xushi/domain';
import t from 'tap';
import {
  type ForecastAlert,
  forecastAlertMessage,
  forecastAlertTitle,
  forecastMethodName,
  forecastWords,
  LANGUAGES,
  type NamedIndicator,
  outlookWords,
  verdictWords,
  type WordedForecast,
  type WordedOutlook,
  worstVerdict,
  YEAR_VERDICTS,
  type YearTarget,
  yearVerdict,
} from '../src/index.js';
import { ENERGY, FIRMS, f, GROWTH, indicator, judge, NEW_FIRMS, OUTPUT, SHARE } from './judged.js';

const FORECAST: WordedForecast = {
  value: f('55.21'),
  low: f('54.03'),
  high: f('56.39'),
  method: 'recentPace',
  error: f('2.14'),
  replayedYears: 1,
};
const atLeast = (target: string): YearTarget => ({ target: f(target), comparator: 'atLeast' });
const atMost = (target: string): YearTarget => ({ target: f(target), comparator: 'atMost' });
const both = (say: (language: 'zh' | 'en') => string) => LANGUAGES.map(say);

const forecasted = (
  of: YearTarget | { target: null },
  over: Partial<WordedForecast> = {},
  indicator: NamedIndicator = OUTPUT,
) =>
  both((language) => forecastWords({ forecast: { ...FORECAST, ...over }, ...of }, { indicator }, language));

t.test('the forecast, how it is made, how far it can be trusted, and what it means', async (t) => {
  t.strictSame(forecasted(atLeast('55')), [
    '系统推算全年约55.2亿元（按近三个月进度推算；上年同期推算误差2.1%，区间54.0—56.4亿元），可望完成年度目标',
    'The system forecasts about 55.2 hundred million yuan for the full year (at the pace of the last three months; error at this point last year 2.1%, range 54.0–56.4 hundred million yuan), likely to meet the annual target',
  ]);
  t.match(forecasted(atLeast('57'))[0], /亿元），难以完成年度目标$/);
  t.match(forecasted(atLeast('57'))[1], /, unlikely to meet the annual target$/);
  t.match(forecasted(atLeast('56'))[0], /，完成年度目标压力较大$/, 'the band reaches it');
  t.match(forecasted(atLeast('56'))[1], /, may miss the annual target$/);
  t.match(forecasted(atLeast('57'), { high: null, low: null })[0], '上年同期推算误差2.1%），难以完成');
  t.match(forecasted({ ...atLeast('57'), grade: 'stretch' })[0], /难以完成奋斗目标$/);
  t.match(forecasted({ target: null })[0], /56\.4亿元）$/, 'no target, no verdict');
  t.match(forecasted(atLeast('55'), { replayedYears: 3 }), [
    '（按近三个月进度推算；近3年同期推算平均误差2.1%，',
    'error at this point over 3 years 2.1%,',
  ]);
  const bare = { low: null, high: null, error: null, replayedYears: 0, method: 'pace' } as const;
  t.strictSame(forecasted(atLeast('55'), bare), [
    '系统推算全年约55.2亿元（按年初以来月均进度推算；无往年数据可供检验），可望完成年度目标',
    'The system forecasts about 55.2 hundred million yuan for the full year (at the monthly average so far; no earlier year to test it on), likely to meet the annual target',
  ]);
});

t.test('a forecast never reads as what its verdict denies', async (t) => {
  const bare = { low: null, high: null };
  t.match(forecasted(atLeast('55'), { ...bare, value: f('54.98') })[0], '约54.98亿元（');
  t.match(forecasted(atLeast('55'), { ...bare, value: Fraction.of(164_999n, 3_000n) })[0], '约54.9997亿元（');
  t.match(
    forecasted(atLeast('55'), { value: f('54.1'), high: f('54.97'), low: f('53') })[0],
    '约54.10亿元（按近三个月进度推算；上年同期推算误差2.1%，区间53.00—54.97亿元），难以完成年度目标',
    'nor does its band',
  );
  t.match(forecasted(atLeast('12'), { ...bare, value: f('11.6') }, NEW_FIRMS)[0], '约11.6家（');
  t.match(forecasted(atLeast('12'), { ...bare, value: f('13.4') }, NEW_FIRMS)[0], '约13家（');
  const area = indicator({ name: '供地面积', unit: '亩', reportUnit: '平方公里', reportDecimals: 2 });
  t.match(
    forecasted(atLeast('1'), { ...bare, value: f('1') }, area)[0],
    '可望完成年度目标',
    'a target that no decimal ends is no endless search',
  );
  const thousand = indicator({ name: '投资', unit: '万元', decimals: 0 });
  t.match(forecasted(atLeast('550000'), { value: f('552100') }, thousand)[0], '约55.2亿元（');
});

t.test('a limit is kept or exceeded, never fast or slow', async (t) => {
  const said = (target: string) => forecasted(atMost(target), {}, ENERGY);
  t.match(said('56')[0], /可望控制在全年控制数以内$/);
  t.match(said('55')[0], /控制在全年控制数以内压力较大$/);
  t.match(said('54')[0], /，预计突破全年控制数$/);
  t.match(said('54')[1], /likely to exceed the year's limit$/);
  for (const verdict of YEAR_VERDICTS) {
    for (const of of [atMost('1'), atLeast('1')]) {
      t.notMatch(verdictWords(verdict, of), /[快慢]/);
      t.ok(verdictWords(verdict, of, 'en'));
    }
  }
  const names = [atMost('1'), atLeast('1')].flatMap((of) =>
    YEAR_VERDICTS.flatMap((verdict) => both((language) => verdictWords(verdict, of, language))),
  );
  t.equal(new Set(names).size, names.length);
});

t.test('verdicts: the band is given the benefit, and what is done is not foretold', async (t) => {
  t.equal(yearVerdict(FORECAST, atLeast('55.21')), 'likely', 'exactly');
  t.equal(yearVerdict(FORECAST, atLeast('56.39')), 'tight');
  t.equal(yearVerdict(FORECAST, atLeast('56.4')), 'miss');
  t.equal(yearVerdict(FORECAST, atMost('54.03')), 'tight');
  t.equal(yearVerdict(FORECAST, atMost('54.02')), 'miss');
  // One earlier year makes a band of one number, which need not be the value that it corrects.
  const corrected = { value: f('56'), low: f('54'), high: f('54') };
  t.equal(yearVerdict(corrected, atLeast('55')), 'miss', 'the alert goes by the band');
  t.equal(yearVerdict({ value: f('54'), low: f('56'), high: f('56') }, atMost('55')), 'miss');
  t.equal(yearVerdict({ value: f('54') }, atLeast('55')), 'miss', 'an outlook has no band');
  t.equal(yearVerdict(FORECAST, { ...atLeast('50'), figure: f('50') }), 'reached');
  t.equal(yearVerdict(FORECAST, { ...atLeast('50'), figure: f('49.9') }), 'likely');
  t.equal(yearVerdict(FORECAST, { ...atMost('50'), figure: f('50') }), 'miss');
  t.equal(yearVerdict(FORECAST, { ...atMost('50'), figure: f('50.1') }), 'broken');
  t.equal(worstVerdict([]), null);
  t.equal(worstVerdict(['likely', 'miss', 'tight']), 'miss');
  const methods = (['pace', 'recentPace', 'lastYearShape'] as const).flatMap((method) =>
    both((language) => forecastMethodName(method, language)),
  );
  t.equal(new Set(methods).size, 6);
});

t.test("a park's own outlook, as it said it", async (t) => {
  const said = (
    value: string,
    of: YearTarget | { target: null },
    { indicator = OUTPUT, reason }: { indicator?: NamedIndicator; reason?: string } = {},
  ) => {
    const outlook: WordedOutlook = { value: f(value), reason };
    return both((language) => outlookWords({ outlook, ...of }, { indicator }, language));
  };
  t.strictSame(said('40', atLeast('55'), { reason: '两家龙头企业停产检修。' }), [
    '单位预计全年40亿元（理由：两家龙头企业停产检修），低于年度目标15亿元',
    'The park expects 40 hundred million yuan for the full year (reason: 两家龙头企业停产检修), 15 hundred million yuan below the annual target',
  ]);
  t.equal(said('55.125', atLeast('55'))[0], '单位预计全年55.125亿元，高于年度目标0.125亿元');
  t.strictSame(said('55', atLeast('55')), [
    '单位预计全年55亿元，与年度目标持平',
    'The park expects 55 hundred million yuan for the full year, level with the annual target',
  ]);
  t.equal(said('55', { target: null })[0], '单位预计全年55亿元');
  t.equal(
    said('41', atMost('40'), { indicator: ENERGY })[0],
    '单位预计全年41万吨标准煤，高于全年控制数1万吨标准煤',
  );
  t.strictSame(said('-2', { ...atLeast('8'), measure: 'yoy' }), [
    '单位预计全年同比下降2%，低于年度目标10个百分点',
    'The park expects a decline of 2% for the full year, 10 percentage points below the annual target',
  ]);
  t.match(said('9', atLeast('8'), { indicator: GROWTH })[0], '全年同比增长9%，高于年度目标1个百分点');
  t.match(said('80', atLeast('85'), { indicator: SHARE })[0], '全年80%，低于年度目标5个百分点');
  t.match(said('45', atLeast('49'), { indicator: FIRMS })[0], '单位预计年末45家，低于年度目标4家');
});

t.test('the alert on a year that is likely to be missed', async (t) => {
  const { evaluation, context } = judge({
    org: '双牌工业集中区',
    indicator: OUTPUT,
    figures: { 7: { value: '32.5' } },
    target: { value: '55' },
    month: 7,
  });
  const low = { ...FORECAST, value: f('50.2'), low: f('49.1'), high: f('51.3') };
  const alert: ForecastAlert = { evaluation, forecast: low, outlook: null, ...atLeast('55') };
  const titled = (over: Partial<ForecastAlert>) =>
    both((language) => forecastAlertTitle({ ...alert, ...over }, context, language));
  t.strictSame(titled({}), [
    '双牌工业集中区 规模以上工业总产值 预计难以完成年度目标（系统推算全年约50.2亿元，目标55亿元）',
    '双牌工业集中区 规模以上工业总产值 unlikely to meet the annual target (the system forecasts about 50.2 hundred million yuan, target 55 hundred million yuan)',
  ]);
  const outlook = { value: f('40'), reason: '订单减少' };
  t.match(
    titled({ forecast: FORECAST, outlook })[0],
    '预计难以完成年度目标（单位预计全年40亿元，目标55亿元）',
  );
  t.match(titled({ outlook })[0], '（系统推算全年约50.2亿元，单位预计全年40亿元，目标55亿元）');
  t.match(titled({ forecast: FORECAST })[0], ' 可望完成年度目标（系统推算全年约55.2亿元，目标55亿元）');
  t.match(
    titled({ ...atMost('49'), forecast: low })[0],
    ' 预计突破全年控制数（系统推算全年约50.2亿元，控制数49亿元）',
  );
  t.equal(titled({ forecast: null })[0], '双牌工业集中区 规模以上工业总产值');
  t.strictSame(
    both((language) => forecastAlertMessage({ ...alert, outlook }, context, language)),
    [
      '1—7月，双牌工业集中区完成规模以上工业总产值32.5亿元，完成年度目标的59.1%，快于序时进度0.8个百分点。系统推算全年约50.2亿元（按近三个月进度推算；上年同期推算误差2.1%，区间49.1—51.3亿元），难以完成年度目标。单位预计全年40亿元（理由：订单减少），低于年度目标15亿元。',
      'Jan–Jul: 双牌工业集中区 规模以上工业总产值 32.5 hundred million yuan, 59.1% of the annual target, 0.8 percentage points ahead of time progress. The system forecasts about 50.2 hundred million yuan for the full year (at the pace of the last three months; error at this point last year 2.1%, range 49.1–51.3 hundred million yuan), unlikely to meet the annual target. The park expects 40 hundred million yuan for the full year (reason: 订单减少), 15 hundred million yuan below the annual target.',
    ],
  );
  t.notMatch(forecastAlertMessage(alert, context), '单位预计');
});
