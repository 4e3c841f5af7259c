import t from 'tap';
import {
  LANGUAGES,
  type NamedIndicator,
  settlementWords,
  sourceWords,
  type TargetRevision,
  targetRevisedWords,
  type WordedTarget,
} from '../src/index.js';
import { ENERGY, f, indicator, OUTPUT } from './judged.js';

const version = (value: string, version: number, comparator: 'atLeast' | 'atMost' = 'atLeast') => ({
  value: f(value),
  comparator,
  version,
});
const TARGET: WordedTarget = {
  value: f('50'),
  comparator: 'atLeast',
  measure: 'value',
  grade: 'annual',
  plan: { kind: 'linear' },
};
const said = (
  revision: TargetRevision,
  over: Partial<WordedTarget> = {},
  indicator: NamedIndicator = OUTPUT,
) =>
  LANGUAGES.map((language) =>
    targetRevisedWords(revision, { indicator, target: { ...TARGET, ...over } }, language),
  );

t.test('before, after and the document', async (t) => {
  const revision = { before: version('55', 1), after: version('50', 2) };
  const source = {
    document: '关于调整2017年主要指标的通知',
    number: '双政发〔2017〕12号',
    date: '2017-09-01',
  };
  t.strictSame(said({ ...revision, source, reason: '区划调整。' }), [
    '目标调整：调整前55亿元，调整后50亿元（《关于调整2017年主要指标的通知》双政发〔2017〕12号，2017年9月1日），调整原因：区划调整',
    'Target revised: 55 hundred million yuan before, 50 hundred million yuan now (关于调整2017年主要指标的通知, 双政发〔2017〕12号, 1 Sep 2017); reason: 区划调整',
  ]);
  t.strictSame(said({ ...revision, source: null }), [
    '目标调整：调整前55亿元，调整后50亿元',
    'Target revised: 55 hundred million yuan before, 50 hundred million yuan now',
  ]);
  const money = indicator({ name: '投资', unit: '万元', decimals: 0, reportDecimals: 1 });
  t.equal(
    said({ before: version('550000', 1), after: version('501234', 2) }, {}, money)[0],
    '目标调整：调整前55亿元，调整后50.1234亿元',
    'as exact as they were set, in the unit that leaders read',
  );
});

t.test('growth, limits and what else a revision may change', async (t) => {
  t.strictSame(said({ before: version('21', 1), after: version('-1.5', 2) }, { measure: 'yoy' }), [
    '目标调整：调整前同比增长21%，调整后同比下降1.5%',
    'Target revised: growth of 21% before, a decline of 1.5% now',
  ]);
  t.strictSame(said({ before: version('40', 1, 'atMost'), after: version('38', 2, 'atMost') }, {}, ENERGY), [
    '目标调整：调整前不超过40万吨标准煤，调整后不超过38万吨标准煤',
    'Target revised: at most 40 ten thousand tonnes of coal equivalent before, at most 38 ten thousand tonnes of coal equivalent now',
  ]);
  t.equal(
    said({ before: version('40', 1), after: version('40', 2, 'atMost') }, {}, ENERGY)[0],
    '目标调整：调整前不低于40万吨标准煤，调整后不超过40万吨标准煤',
    'the same number the other way round',
  );
  t.strictSame(said({ before: version('55', 2), after: version('55.0', 3) }), [
    '目标调整：目标值不变，仍为55亿元，由第2版改为第3版',
    'Target revised: still 55 hundred million yuan (version 2 to 3)',
  ]);
});

t.test('what is known of a source', async (t) => {
  t.equal(sourceWords({ document: '《政府工作报告》' }), '《政府工作报告》');
  t.equal(sourceWords({ number: '双政发〔2017〕12号' }), '双政发〔2017〕12号');
  t.equal(sourceWords({ document: '双政发〔2017〕12号' }), '双政发〔2017〕12号', 'a number for a title');
  t.equal(sourceWords({ document: '会议纪要', date: '2017年9月' }), '《会议纪要》，2017年9月');
  t.equal(sourceWords({ document: ' ', number: null }), '');
  t.equal(sourceWords(null), '');
});

t.test('how a year was settled, and by which months', async (t) => {
  t.equal(settlementWords({ verdict: 'met', lastMonth: 12 }), '年终结转：年度目标已完成。');
  t.equal(
    settlementWords({ verdict: 'missed', lastMonth: 11 }),
    '年终结转：年度目标未完成（12月无数字，按1—11月数字结转）。',
  );
  t.equal(settlementWords({ verdict: 'missed', lastMonth: 12 }, 'en'), 'Settled at year end: target missed.');
  t.equal(
    settlementWords({ verdict: 'missed', lastMonth: 1 }, 'en'),
    'Settled at year end: target missed (no figure for December; by that of Jan).',
  );
});
