import {
  type DecidedLight,
  decideLight,
  Fraction,
  type JudgedFields,
  NO_FIELDS,
  POLICY_FIELDS,
  type Policy,
  type PolicyRule,
  PRESETS,
} from '@xushi/domain';
import t from 'tap';
import { policyFieldName, policyFieldUnit, type RuleSubject, ruleWords } from '../src/index.js';
import { f } from './judged.js';

const PERCENT: RuleSubject = { unit: '%', type: 'ratio', measure: 'value' };
const OUTPUT: RuleSubject = { unit: '万元', type: 'flow', measure: 'value' };
const FIRMS: RuleSubject = { unit: '家', type: 'stock', measure: 'value' };
const GROWTH: RuleSubject = { unit: '%', type: 'growth', measure: 'value' };

/** The light the domain's own rules decide. */
function decide(
  policy: Policy,
  fields: Partial<JudgedFields>,
  over: Partial<Parameters<typeof decideLight>[2]> = {},
): DecidedLight {
  const decided = decideLight(
    policy,
    { ...NO_FIELDS, ...fields },
    { month: 6, previousLight: null, figure: null, consecutiveLag: 0, ...over },
  );
  if (!decided) throw new RangeError('no light');
  return decided;
}

function policyOf(rules: PolicyRule[], over: Partial<Policy> = {}): Policy {
  return { key: 'own', version: 3, rules, ...over };
}

t.test('the rule that decided, its version and what it saw', async (t) => {
  const policy = PRESETS['gap-5-10'];
  const decided = decide(policy, { gap: f('-10.19') });
  t.equal(
    ruleWords(decided, policy, PERCENT),
    '按“gap-5-10”第1版规则1：差距（与目标差）≤ −10个百分点 → 红灯，实际 −10.19个百分点',
  );
  t.equal(
    ruleWords(decided, policy, PERCENT, 'en'),
    'By rule 1 of “gap-5-10” version 1: gap (figure less target) ≤ −10 percentage points → red; actual: −10.19 percentage points',
  );
  t.throws(() => ruleWords(decided, PRESETS['pace-5-10'], PERCENT), RangeError, 'another policy');
  t.throws(() => ruleWords(decided, { ...policy, version: 2 }, PERCENT), RangeError, 'another version');
  t.throws(() => ruleWords({ ...decided, rule: 9 }, policy, PERCENT), RangeError, 'no such rule');
});

t.test('a printed number lies on its side of every bound of the policy', async (t) => {
  const policy = PRESETS['pace-5-10'];
  const said = (gap: Fraction) => ruleWords(decide(policy, { paceGap: gap }), policy, OUTPUT);
  t.match(said(f('-9.996')), /规则2：.* → 橙灯，实际 −9\.996个百分点$/);
  t.match(said(f('-10')), /规则1：.*实际 −10个百分点$/);
  t.match(said(Fraction.of(-29_999_999n, 3_000_000n)), /规则2：.*实际 −9\.9999997个百分点$/, 'never ends');
  t.match(said(Fraction.of(-1n, 3_000_000n)), /规则3：.*实际 −0\.0000003个百分点$/, 'never reads as 0');
  t.match(said(f('-0.00000001')), /规则3：.*实际 −0\.00000001个百分点$/, 'more than six decimals');
  t.match(said(f('-3.12345678')), /实际 −3\.12个百分点$/, 'nor more than it takes');
  t.match(
    said(Fraction.of(-13n, 3n)),
    /规则3：进度差（与序时进度差）< 0个百分点 → 黄灯，实际 −4\.33个百分点$/,
  );
  const fine = policyOf([
    { light: 'red', when: { all: [{ field: 'gap', op: 'lt', value: '-0.12345678' }] } },
  ]);
  t.match(
    ruleWords(decide(fine, { gap: f('-1') }), fine, FIRMS),
    '差距（与目标差）< −0.12345678家',
    'a bound stands as it was written',
  );
});

t.test('the else, with a rule of its own or without', async (t) => {
  const policy = PRESETS['pace-5-10'];
  const green = decide(policy, { paceGap: Fraction.of(1n, 3n) });
  t.equal(
    ruleWords(green, policy, OUTPUT),
    '按“pace-5-10”第1版规则4：其余情形 → 绿灯，实际进度差 0.33个百分点',
  );
  t.equal(
    ruleWords(green, policy, OUTPUT, 'en'),
    'By rule 4 of “pace-5-10” version 1: none of the rules above → green; actual: pace gap 0.33 percentage points',
  );
  const bare = policyOf([{ light: 'red', when: { all: [{ field: 'shortfall', op: 'gt', value: '500' }] } }]);
  const none = decide(bare, { shortfall: f('0') });
  t.equal(none.rule, null);
  t.equal(ruleWords(none, bare, OUTPUT), '按“own”第3版：其余情形 → 绿灯，实际欠进度 0万元');
  t.equal(
    ruleWords(none, bare, OUTPUT, 'en'),
    'By “own” version 3: no rule matched → green; actual: shortfall 0 ten thousand yuan',
  );
  const always = policyOf([{ light: 'yellow' }]);
  t.equal(ruleWords(decide(always, {}), always, OUTPUT), '按“own”第3版规则1：其余情形 → 黄灯');
});

t.test('all conditions, and any of them', async (t) => {
  const nodes = PRESETS['count-nodes'];
  const count: RuleSubject = { unit: '家', type: 'count', measure: 'value' };
  const red = decide(nodes, { shortfall: f('4'), paceRatio: Fraction.of(500n, 9n) });
  t.equal(
    ruleWords(red, nodes, count),
    '按“count-nodes”第1版规则1：欠进度 > 1家 且 进度比（完成数与应完成数之比）< 60% → 红灯，实际欠进度 4家、进度比 55.56%',
  );
  t.equal(
    ruleWords(red, nodes, count, 'en'),
    'By rule 1 of “count-nodes” version 1: shortfall > 1 firm and pace ratio (done over planned to date) < 60% → red; actual: shortfall 4 firms, pace ratio 55.56%',
  );
  const sign = PRESETS['growth-sign'];
  const below = decide(sign, { gap: f('-1') }, { figure: f('2'), peerGap: f('0.5') });
  t.equal(
    ruleWords(below, sign, GROWTH),
    '按“growth-sign”第1版规则2：差距（与目标差）< 0个百分点 或 与平均水平差 < 0个百分点 → 黄灯，实际差距 −1个百分点、与平均水平差 0.5个百分点',
  );
  const fallen = decide(sign, { gap: f('-9') }, { figure: f('-2') });
  t.equal(ruleWords(fallen, sign, GROWTH), '按“growth-sign”第1版规则1：同比增速 < 0% → 红灯，实际 −2%');
  t.match(ruleWords(fallen, sign, GROWTH, 'en'), 'year-on-year growth < 0% → red; actual: −2%');
});

t.test('the sign of the gap decides where no field of the policy exists', async (t) => {
  const policy = PRESETS['rate-5-10'];
  const red = decide(policy, { gap: f('-3') });
  t.equal(
    ruleWords(red, policy, FIRMS),
    '按“rate-5-10”第1版：规则所列各项均无数值，按差距正负判定：差距（与目标差）< 0 → 红灯，实际 −3家',
  );
  t.equal(
    ruleWords(red, policy, FIRMS, 'en'),
    'By “rate-5-10” version 1: no rule has its figures, so the sign of the gap decides: gap (figure less target) < 0 → red; actual: −3 firms',
  );
  t.match(ruleWords(decide(policy, { gap: f('0') }), policy, FIRMS), /≥ 0 → 绿灯，实际 0家$/);
  const short = decide(policy, { shortfall: f('2') });
  t.match(ruleWords(short, policy, FIRMS), /按差距正负判定：欠进度 > 0 → 红灯，实际 2家$/);
});

t.test('red clears through yellow', async (t) => {
  const policy: Policy = { ...PRESETS['gap-5-10'], clearThrough: 'yellow' };
  const held = decide(policy, { gap: f('1.5') }, { previousLight: 'red' });
  t.equal(held.light, 'yellow');
  t.equal(
    ruleWords(held, policy, PERCENT),
    '按“gap-5-10”第1版规则4：其余情形 → 绿灯，实际差距 1.5个百分点；补齐：红灯转出须经黄灯一期，本期为黄灯',
  );
  t.match(
    ruleWords(held, policy, PERCENT, 'en'),
    /→ green; .*red clears through yellow for one period, so yellow now$/,
  );
  const blind: Policy = { ...PRESETS['rate-5-10'], clearThrough: 'orange' };
  const made = decide(blind, { gap: f('0') }, { previousLight: 'red' });
  t.match(ruleWords(made, blind, FIRMS), /≥ 0 → 绿灯，实际 0家；补齐：红灯转出须经橙灯一期，本期为橙灯$/);
});

t.test('every field has a name of its own and a unit', async (t) => {
  for (const language of ['zh', 'en'] as const) {
    for (const comparator of ['atLeast', 'atMost'] as const) {
      const of = { ...OUTPUT, comparator };
      const names = POLICY_FIELDS.map((field) => policyFieldName(field, of, { language, full: true }));
      t.equal(new Set(names).size, POLICY_FIELDS.length);
      if (comparator === 'atMost') t.notMatch(names.join(), /[快慢欠]|fast|slow/);
    }
  }
  const units = (of: RuleSubject, language: 'zh' | 'en') =>
    POLICY_FIELDS.map((field) => `${field} ${policyFieldUnit(field, of, language)}`);
  t.strictSame(units(OUTPUT, 'zh'), [
    'paceGap 个百分点',
    'paceRatio %',
    'gap 万元',
    'gapRate %',
    'figure 万元',
    'peerGap 个百分点',
    'consecutiveLag 期',
    'daysOverdue 个工作日',
    'shortfall 万元',
  ]);
  t.strictSame(units({ ...OUTPUT, measure: 'yoy' }, 'en').slice(2, 5), [
    'gap percentage points',
    'gapRate %',
    'figure %',
  ]);
  const late = policyOf([{ light: 'red', when: { all: [{ field: 'daysOverdue', op: 'gt', value: '20' }] } }]);
  t.equal(
    ruleWords(decide(late, { daysOverdue: f('21') }), late, {
      unit: '',
      type: 'milestone',
      measure: 'value',
    }),
    '按“own”第3版规则1：逾期时间（未到期为负）> 20个工作日 → 红灯，实际 21个工作日',
  );
  const lag = PRESETS['consecutive-2'];
  t.match(
    ruleWords(decide(lag, { paceGap: f('-1') }, { consecutiveLag: 2 }), lag, OUTPUT),
    '规则1：连续落后期数 ≥ 2期 → 红灯，实际 2期',
  );
});
