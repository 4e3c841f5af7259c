import { ORG_LEVELS } from '@xushi/domain';
import t from 'tap';
import { type Standing, scopeName, sentenceOf } from '../src/index.js';
import {
  type Case,
  CONCENTRATION,
  FIRMS,
  f,
  GROWTH,
  indicator,
  judge,
  OUTPUT,
  VALUE_ADDED,
} from './judged.js';

const BASE: Standing = { scope: '全市', peerGap: null, position: 7, provisional: false };

/** What follows the target's gap in the sentence on a growth of 0.7%, in both languages. */
function said(over: Partial<Standing>, of: Partial<Case> = {}): [zh: string, en: string] {
  const { evaluation, context } = judge({
    indicator: VALUE_ADDED,
    figures: { 9: { yoy: '0.7' } },
    target: { measure: 'yoy', value: '7.5' },
    month: 9,
    ...of,
  });
  const standing = { ...BASE, ...over };
  const [zh, en] = [
    sentenceOf(evaluation, { ...context, standing }),
    sentenceOf(evaluation, { ...context, standing: { ...standing, scope: over.scope ?? 'city' } }, 'en'),
  ];
  return [
    zh.replace(/^.*?低于年度目标[\d.]+个百分点，/u, ''),
    en.replace(/^.*?below the annual target, /u, ''),
  ];
}

t.test('the place among peers, and among how many', async (t) => {
  t.strictSame(said({ peerGap: f('-1.8') }), [
    '低于全市平均1.8个百分点，居全市第7位。',
    '1.8 percentage points below the city average, no. 7 in the city.',
  ]);
  t.strictSame(said({ of: 12, reported: 12 }), ['居全市第7位（共12个单位）。', 'no. 7 in the city (of 12).']);
  t.equal(said({ of: 12, reported: 12, rankScope: '同组' })[0], '居同组第7位（共12个单位）。');
  const alone = said({ position: 1, of: 1, reported: 1, previous: 1, peerGap: f('-1.8') })[0];
  t.equal(alone, '低于全市平均1.8个百分点。', 'to be first of one says nothing');
  t.strictSame(said({ provisional: true }), ['暂居全市第7位。', 'provisionally no. 7 in the city.']);
  t.strictSame(said({ provisional: true, of: 12, reported: 8 }), [
    '暂居全市第7位（已报8/12）。',
    'provisionally no. 7 in the city (8/12 reported).',
  ]);
  t.equal(said({ of: 12, reported: 11 })[0], '居全市第7位（已报11/12）。', 'the deadline has passed');
  t.strictSame(said({ mixedGrades: true }), [
    '居全市第7位（口径不一）。',
    'no. 7 in the city (on unequal bases).',
  ]);
  t.equal(
    said({ provisional: true, of: 12, reported: 8, mixedGrades: true })[0],
    '暂居全市第7位（已报8/12，口径不一）。',
  );
});

t.test('how the place moved', async (t) => {
  t.strictSame(said({ previous: 9 }), ['居全市第7位，较上期上升2位。', 'no. 7 in the city, 2 places up.']);
  t.strictSame(said({ previous: 6 }), ['居全市第7位，较上期下降1位。', 'no. 7 in the city, 1 place down.']);
  t.strictSame(said({ previous: 7 }), [
    '居全市第7位，位次与上期持平。',
    'no. 7 in the city, the same place as before.',
  ]);
  t.equal(said({ previous: null })[0], '居全市第7位。');
  t.equal(said({ position: null, previous: 7, peerGap: f('0.04') })[0], '与全市平均基本持平。');
});

t.test('whose average it is', async (t) => {
  t.equal(said({ peerGap: f('1.8'), reference: 'parent' })[0], '高于全市平均1.8个百分点，居全市第7位。');
  t.strictSame(said({ peerGap: f('-1.8'), reference: 'published', position: null }), [
    '低于公布的全市平均1.8个百分点。',
    '1.8 percentage points below the published city average.',
  ]);
  const peerMean = { value: f('6.25'), reported: 8, of: 12 };
  const mean = said({ peerMean, position: null });
  t.strictSame(mean, [
    '已报单位简单平均增速6.3%（已报8/12）。',
    'plain mean of those that reported growth of 6.3% (8/12 reported).',
  ]);
  t.notMatch(mean[0], '全市平均');
  t.match(
    said({ peerMean }, { indicator: GROWTH, figures: { 9: { value: '0.7' } }, target: { value: '7.5' } })[0],
    '已报单位简单平均增速6.3%（已报8/12），居全市第7位。',
  );
  t.match(
    said(
      { peerMean },
      { indicator: CONCENTRATION, figures: { 9: { value: '69' } }, target: { value: '80' } },
    ),
    ['已报单位简单平均6.25%（已报8/12）', 'reported 6.25% (8/12 reported)'],
  );
  t.match(
    said({ peerMean }, { indicator: OUTPUT, figures: { 9: { value: '40' } }, target: { value: '80' } }),
    ['已报单位简单平均完成率6.3%（已报8/12）', 'reported 6.3% of the target (8/12 reported)'],
  );
});

t.test('a scope is called by what its org is', async (t) => {
  t.strictSame(
    ORG_LEVELS.map((level) => scopeName({ level })),
    ['全省', '全市', '全县', '全园区', '全组团', '全企业'],
  );
  t.equal(scopeName({ level: 'prefecture', name: '永州市' }), '全市');
  t.equal(scopeName({ level: 'county', name: '蓬江区' }), '全区');
  t.equal(scopeName({ level: 'county', name: '江华瑶族自治县' }), '全县');
  t.equal(scopeName({ level: 'prefecture', name: '湘西土家族苗族自治州' }), '全州');
  t.equal(scopeName({ level: 'prefecture', name: '大兴安岭地区' }), '全地区');
  t.equal(scopeName({ level: 'province', name: '广西壮族自治区' }), '全区');
  t.equal(scopeName({ level: 'county', name: '双牌' }), '全县', 'a name without a kind');
  t.equal(scopeName({ level: 'park', name: '双牌工业集中区' }), '全园区', 'a park is no district');
  t.equal(scopeName({ level: 'county', name: '蓬江区' }, 'en'), 'county');
});

t.test('growth that only follows from the values is said to be derived', async (t) => {
  const derived = (value: string, of: Case) => {
    const { evaluation, context } = judge(of);
    return (['zh', 'en'] as const).map((language) =>
      sentenceOf(evaluation, { ...context, derivedYoy: f(value) }, language),
    );
  };
  const output: Case = { indicator: OUTPUT, figures: { 11: { value: '50.6' } }, month: 11 };
  t.strictSame(derived('12.34', output), [
    '1—11月，园区规模以上工业总产值完成50.6亿元，推算同比增长12.3%。',
    'Jan–Nov: 园区 规模以上工业总产值 50.6 hundred million yuan, up 12.3% year on year (derived).',
  ]);
  t.match(derived('-3', output)[0], '，推算同比下降3.0%。');
  t.match(derived('0', output)[0], '，推算同比持平。');
  const reported = { ...output, figures: { 11: { value: '50.6', yoy: '45.2' } } };
  t.match(derived('12.34', reported)[0], '50.6亿元，同比增长45.2%。', 'a reported one stands alone');
  t.notMatch(derived('12.34', { ...output, figures: { 11: { yoy: '45.2' } } })[0], '推算');
  t.notMatch(
    derived('12.34', { indicator: GROWTH, figures: { 11: { value: '8.6' } }, month: 11 })[0],
    '推算',
    'a growth has no growth',
  );
  t.notMatch(derived('12.34', { ...output, figures: {} })[0], '推算', 'nothing follows from no figure');
  t.match(derived('2', { ...output, indicator: FIRMS })[0], '推算同比增长2.0%');
  t.match(derived('2', { ...output, indicator: indicator({ name: '投资' }) })[0], '推算同比增长2.0%');
});
