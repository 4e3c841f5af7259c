import type { Evaluation, MilestoneStatus } from '@xushi/domain';
import t from 'tap';
import {
  alertMessage,
  alertTitle,
  gapWords,
  membersWords,
  milestoneWords,
  sentenceOf,
  type WordingContext,
} from '../src/index.js';
import { type Case, CONCENTRATION, f, GROWTH, indicator, judge, NEW_FIRMS, OUTPUT } from './judged.js';

/** The two sentences on a case whose state or origin is given by hand. */
function said(
  of: Omit<Case, 'month'> & { month?: number },
  over: Partial<Evaluation>,
  given: Partial<WordingContext> = {},
): string[] {
  const { evaluation, context } = judge({ month: 11, ...of });
  return (['zh', 'en'] as const).map((language) =>
    sentenceOf({ ...evaluation, ...over }, { ...context, ...given }, language),
  );
}

t.test('waiting says for what', async (t) => {
  const county = { orgName: '双牌县', indicatorName: '规模以上工业总产值', month: 11 };
  const waiting = { indicator: CONCENTRATION, figures: {}, target: { value: '80' } };
  t.strictSame(said(waiting, { state: 'waiting' }, { waitsFor: [county] }), [
    '1—11月，园区工业集中度待计算（缺双牌县规模以上工业总产值1—11月数据）。',
    'Jan–Nov: 园区 工业集中度 waiting for 双牌县 规模以上工业总产值 (Jan–Nov).',
  ]);
  const both = [
    { ...county, orgName: '' },
    { ...county, month: 1 },
  ];
  t.strictSame(said(waiting, { state: 'waiting' }, { waitsFor: both }), [
    '1—11月，园区工业集中度待计算（缺规模以上工业总产值1—11月数据、双牌县规模以上工业总产值1月数据）。',
    'Jan–Nov: 园区 工业集中度 waiting for 规模以上工业总产值 (Jan–Nov) and 双牌县 规模以上工业总产值 (Jan).',
  ]);
  t.strictSame(said(waiting, { state: 'waiting' }, { waitsFor: [{ ...county, zero: true }] }), [
    '1—11月，园区工业集中度待计算（双牌县规模以上工业总产值1—11月数据为0，无法计算）。',
    'Jan–Nov: 园区 工业集中度 not computable: 双牌县 规模以上工业总产值 (Jan–Nov) is 0.',
  ]);
  t.strictSame(said(waiting, { state: 'waiting' }), [
    '1—11月，园区工业集中度待计算。',
    'Jan–Nov: 园区 工业集中度 waiting for its operands.',
  ]);
});

t.test('a roll-up says who is missing, and is no figure of the org', async (t) => {
  const output = {
    indicator: OUTPUT,
    figures: { 11: { value: '50.6', yoy: '45.2' } },
    target: { value: '55' },
  };
  const members = { reported: 1, of: 2, missing: ['甲组团'] };
  const part = said(output, { state: 'partial', origin: 'rolledUp', decided: null }, { members });
  t.strictSame(part, [
    '1—11月，园区规模以上工业总产值合计50.6亿元（已报1/2，未报：甲组团）。',
    'Jan–Nov: 园区 规模以上工业总产值 in total 50.6 hundred million yuan (1/2 reported, missing: 甲组团).',
  ]);
  t.match(
    said(output, { state: 'partial' })[0],
    '合计50.6亿元（部分单位未报送）。',
    'nobody said who the members are',
  );
  const ratio = { indicator: CONCENTRATION, figures: { 11: { value: '69.81' } }, target: { value: '80' } };
  t.equal(
    said(ratio, { state: 'partial' }, { members })[0],
    '1—11月，园区工业集中度69.81%（已报1/2，未报：甲组团）。',
    'a ratio is no sum',
  );
  const whole = { reported: 2, of: 2, missing: [] };
  t.strictSame(said(output, { origin: 'rolledUp' }, { members: whole }), [
    '1—11月，园区规模以上工业总产值合计50.6亿元（2家汇总），同比增长45.2%，完成年度目标的92.0%，快于序时进度0.3个百分点。',
    'Jan–Nov: 园区 规模以上工业总产值 in total 50.6 hundred million yuan (2 members), up 45.2% year on year, 92.0% of the annual target, 0.3 percentage points ahead of time progress.',
  ]);
  t.match(said(ratio, { origin: 'rolledUp' }, { members: whole })[0], '工业集中度69.81%（2家汇总），低于');
  t.match(said(output, { origin: 'rolledUp' })[0], '合计50.6亿元（汇总），');
  t.match(
    said(output, {}, { members: whole })[0],
    '园区完成规模以上工业总产值50.6亿元，',
    'a figure of its own is not called a sum',
  );
  const counted = { indicator: NEW_FIRMS, figures: { 11: { value: '7' } } };
  t.match(said(counted, { origin: 'rolledUp' }, { members: whole })[0], '园区新增规模以上工业企业合计7家');
});

t.test('a roll-up without a figure', async (t) => {
  const none = { indicator: OUTPUT, figures: {}, target: { value: '55' } };
  const members = { reported: 0, of: 2, missing: ['甲组团', '乙组团'] };
  t.strictSame(said(none, { state: 'partial' }, { members }), [
    '1—11月，园区规模以上工业总产值所属单位均未报送（已报0/2，未报：甲组团、乙组团）。',
    'Jan–Nov: 园区 规模以上工业总产值 reported by no member (0/2 reported, missing: 甲组团, 乙组团).',
  ]);
  t.match(
    said(none, { state: 'partial' }, { members: { ...members, reported: 1, missing: ['甲组团'] } })[0],
    '规模以上工业总产值部分单位未报送（已报1/2，未报：甲组团）。',
  );
  t.equal(said(none, { state: 'partial' })[0], '1—11月，园区规模以上工业总产值部分单位未报送。');
  const many = Array.from({ length: 12 }, (_, index) => `园${index + 1}`);
  const twelve = { reported: 3, of: 15, missing: many };
  t.match(membersWords(twelve), /^已报3\/15，未报：园1、.*、园10等12家$/);
  t.match(membersWords(twelve, 'en'), /园10 and 2 more$/);
});

t.test('under review', async (t) => {
  const output = {
    indicator: OUTPUT,
    figures: { 11: { value: '50.6', yoy: '45.2' } },
    target: { value: '55' },
  };
  t.strictSame(said(output, { state: 'underReview', decided: null }), [
    '1—11月，园区规模以上工业总产值已报50.6亿元（同比增长45.2%），审核中。',
    'Jan–Nov: 园区 规模以上工业总产值 reported 50.6 hundred million yuan (up 45.2% year on year), under review.',
  ]);
  t.strictSame(said({ ...output, figures: {} }, { state: 'underReview' }), [
    '1—11月，园区规模以上工业总产值审核中。',
    'Jan–Nov: 园区 规模以上工业总产值 under review.',
  ]);
  t.match(
    said({ ...output, figures: { 11: { yoy: '-2' } } }, { state: 'underReview' })[0],
    '规模以上工业总产值已报同比下降2.0%，审核中。',
  );
  t.match(said({ indicator: GROWTH, figures: { 11: { value: '8.6' } } }, { state: 'underReview' }), [
    '增加值增速已报同比增长8.6%，审核中。',
    'reported up 8.6% year on year, under review.',
  ]);
});

const DUE: MilestoneStatus = { due: '2017-06-30', done: false, doneOn: null, doneLate: false };
const done = (doneOn: string | null, doneLate = false) => ({ ...DUE, done: true, doneOn, doneLate });

t.test('a milestone is done, due or overdue', async (t) => {
  const words = (status: MilestoneStatus, overdue: string | null) =>
    (['zh', 'en'] as const).map((language) =>
      milestoneWords({ status, daysOverdue: overdue === null ? null : f(overdue) }, language),
    );
  t.strictSame(words(done('2017-06-28'), '0'), [
    '已于6月28日完成（提前完成，期限6月30日）',
    'done on 28 Jun (early, due on 30 Jun)',
  ]);
  t.strictSame(words(done('2017-06-30'), '0'), [
    '已于6月30日完成（按期完成）',
    'done on 30 Jun (on its due date)',
  ]);
  t.strictSame(words(done('2017-07-05', true), '0'), [
    '已于7月5日完成（逾期完成，期限6月30日）',
    'done on 5 Jul (late, due on 30 Jun)',
  ]);
  t.strictSame(words(done(null), '0'), ['已完成（按期完成，期限6月30日）', 'done (on time, due on 30 Jun)']);
  t.strictSame(words(done(null, true), '0'), [
    '已完成（逾期完成，期限6月30日）',
    'done (late, due on 30 Jun)',
  ]);
  t.strictSame(words(done('2016-12-28'), '0'), [
    '已于2016年12月28日完成（提前完成，期限2017年6月30日）',
    'done on 28 Dec 2016 (early, due on 30 Jun 2017)',
  ]);
  t.strictSame(words(DUE, '-12'), [
    '应于6月30日完成，距到期还有12个工作日',
    'due on 30 Jun, 12 working days left',
  ]);
  t.strictSame(words(DUE, '7'), [
    '应于6月30日完成，已逾期7个工作日',
    'due on 30 Jun, 7 working days overdue',
  ]);
  t.strictSame(words(DUE, '1')[1], 'due on 30 Jun, 1 working day overdue');
  t.strictSame(words(DUE, '0'), ['应于6月30日完成，期限已到', 'due on 30 Jun, the day has come']);
  t.strictSame(words(DUE, null), ['应于6月30日完成', 'due on 30 Jun']);
});

t.test('the sentence and the alert on a milestone', async (t) => {
  const plant = indicator({ name: '污水处理厂提标改造', type: 'milestone', unit: '', reportUnit: '' });
  const { evaluation, context } = judge({ indicator: plant, figures: {}, target: { value: '1' }, month: 7 });
  t.equal(sentenceOf(evaluation, context), '1—7月，园区污水处理厂提标改造未到期。', 'nothing is known of it');
  const overdue: Evaluation = {
    ...evaluation,
    state: 'evaluated',
    milestone: DUE,
    fields: { ...evaluation.fields, daysOverdue: f('7') },
    decided: { light: 'orange', policy: 'own', policyVersion: 1, rule: 0, saw: {} },
  };
  t.equal(
    sentenceOf(overdue, context),
    '截至7月末，园区污水处理厂提标改造应于6月30日完成，已逾期7个工作日。',
  );
  t.equal(
    sentenceOf(overdue, context, 'en'),
    'End of Jul: 园区 污水处理厂提标改造 due on 30 Jun, 7 working days overdue.',
  );
  t.match(sentenceOf({ ...overdue, month: 12 }, context), /^截至年末，/);
  t.match(sentenceOf({ ...overdue, month: 12 }, context, 'en'), /^Year end: /);
  t.equal(gapWords(overdue, context), '应于6月30日完成，已逾期7个工作日');
  t.equal(alertTitle(overdue, context), '园区 污水处理厂提标改造 应于6月30日完成，已逾期7个工作日（橙灯）');
  t.equal(
    alertMessage(overdue, context),
    '截至7月末，园区污水处理厂提标改造应于6月30日完成，已逾期7个工作日。橙灯（滞后）。',
  );
  const early: Evaluation = {
    ...overdue,
    state: 'notDue',
    fields: { ...evaluation.fields, daysOverdue: f('-40') },
  };
  t.match(
    sentenceOf({ ...early, month: 5 }, context),
    '截至5月末，园区污水处理厂提标改造应于6月30日完成，距到期还有40个工作日。',
  );
  t.match(
    sentenceOf({ ...overdue, state: 'notReported' }, context),
    '污水处理厂提标改造未报送。',
    'what nobody reported is not called overdue',
  );
});
