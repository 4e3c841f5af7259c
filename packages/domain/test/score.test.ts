import fc from 'fast-check';
import t from 'tap';
import {
  type Comparator,
  type EvaluationState,
  evaluate,
  Fraction,
  type IndicatorType,
  type Measure,
  NO_FIELDS,
  type Plan,
  SCORE_RULE,
  type ScoreItem,
  type ScoreLine,
  scoreOf,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

interface Case {
  type?: IndicatorType;
  unit?: string;
  target: string;
  comparator?: Comparator;
  measure?: Measure;
  plan?: Plan;
  figure: string | null;
  month?: number;
}

/** An item as its evaluation makes it; a `yoy` measure takes `figure` as its growth. */
function item(key: string, of: Case, more: Partial<ScoreItem> = {}): ScoreItem {
  const { type = 'flow', unit = '亿元', comparator = 'atLeast', measure = 'value' } = of;
  const judged = of.figure === null ? null : dec(of.figure);
  const { yardstick, state, fields } = evaluate({
    indicator: { type, unit },
    target: {
      measure,
      grade: 'annual',
      deciding: true,
      comparator,
      value: dec(of.target),
      plan: of.plan ?? { kind: measure === 'yoy' ? 'constant' : 'linear' },
    },
    month: of.month ?? 6,
    figure: measure === 'yoy' ? null : judged,
    yoy: measure === 'yoy' ? judged : null,
    grade: 'statistical',
  });
  return { key, weight: dec('20'), scoring: null, yardstick, state, comparator, fields, ...more };
}

/** [why, factor to three decimals] of a single item's line. */
function line(of: Case, more: Partial<ScoreItem> = {}) {
  const { why, factor, scoring } = scoreOf([item('only', of, more)]).lines[0]!;
  return [scoring, why, factor?.toDecimal(3) ?? null];
}

const CONCENTRATION: Case = {
  type: 'ratio',
  unit: '%',
  target: '80',
  plan: { kind: 'constant' },
  figure: '69.81',
  month: 11,
};

t.test('双牌 2017年1—11月: five weights of 20 score 80.00', async (t) => {
  const growth = (target: string, figure: string): Case => ({ target, figure, measure: 'yoy', month: 11 });
  const score = scoreOf([
    item('output', { target: '55', figure: '50.6', month: 11 }),
    item('output-growth', growth('21', '45.2')),
    item('value-added-growth', growth('8', '8.6')),
    item('tax-growth', growth('20', '36.5')),
    item('concentration', CONCENTRATION),
  ]);
  t.equal(score.score?.toDecimal(2), '80.00');
  t.equal(score.score?.toExactDecimal(), '80');
  t.same([score.points.toExactDecimal(), score.weights.toExactDecimal()], ['80', '100']);
  const shown = ({ key, points, scoring, why, saw }: ScoreLine) => [
    key,
    points?.toExactDecimal(),
    scoring,
    why,
    saw && `${saw.field} ${saw.value.toDecimal(2)}`,
  ];
  t.same(score.lines.map(shown), [
    ['output', '20', 'pace', 'onPlan', 'paceRatio 100.36'],
    ['output-growth', '20', 'met', 'met', 'gap 24.20'],
    ['value-added-growth', '20', 'met', 'met', 'gap 0.60'],
    ['tax-growth', '20', 'met', 'met', 'gap 16.50'],
    ['concentration', '0', 'met', 'missed', 'gap -10.19'],
  ]);
  t.same(score.rule, { key: 'kaohe', version: 1 });
  t.equal(score.rule, SCORE_RULE);
});

t.test('pace earns the share of the plan that is done, from 0 to the whole weight', async (t) => {
  t.same(line({ target: '100', figure: '40' }), ['pace', 'behindPlan', '0.800']);
  t.same(line({ target: '100', figure: '50' }), ['pace', 'onPlan', '1.000']);
  t.same(line({ target: '100', figure: '90' }), ['pace', 'onPlan', '1.000']);
  t.same(line({ target: '100', figure: '-40' }), ['pace', 'behindPlan', '0.000']);
  const quarterly: Case = {
    type: 'count',
    unit: '家',
    target: '8',
    plan: { kind: 'quarterly' },
    figure: '3',
  };
  t.same(line(quarterly), ['pace', 'behindPlan', '0.750']);
});

t.test('of a limit, spending below the plan earns the whole weight', async (t) => {
  const spent = (figure: string, more: Partial<Case> = {}) =>
    line({ target: '100', comparator: 'atMost', figure, ...more });
  t.same(spent('40'), ['pace', 'onPlan', '1.000']);
  t.same(spent('50'), ['pace', 'onPlan', '1.000']);
  t.same(spent('52.5'), ['pace', 'behindPlan', '0.952'], 'time progress 50 ÷ completion rate 52.5');
  t.same(spent('200'), ['pace', 'behindPlan', '0.250']);
  t.same(spent('0'), ['pace', 'onPlan', '1.000']);
  t.same(spent('-5'), ['pace', 'onPlan', '1.000'], 'a reversal spends nothing');
  const quarterly = { type: 'count', unit: '起', target: '8', plan: { kind: 'quarterly' } } as const;
  t.same(spent('5', quarterly), ['pace', 'behindPlan', '0.800']);
  t.same(spent('4', quarterly), ['pace', 'onPlan', '1.000']);
  t.same(spent('0', { target: '0' }), ['met', 'met', '1.000'], 'a limit of 0 has no ratio');
  t.same(spent('1', { target: '0' }), ['met', 'missed', '0.000']);
});

t.test('while the plan demands 0, what is not behind it has the whole weight', async (t) => {
  const plan: Plan = { kind: 'weights', weights: [...Array(11).fill('0'), '1'] };
  t.same(line({ target: '100', plan, figure: '0' }), ['pace', 'onPlan', '1.000']);
  t.same(line({ target: '100', plan, figure: '-1' }), ['pace', 'behindPlan', '0.000']);
  t.same(line({ target: '100', plan, figure: '1', comparator: 'atMost' }), ['pace', 'behindPlan', '0.000']);
});

t.test('met is all or nothing, on the bound all', async (t) => {
  t.same(line({ ...CONCENTRATION, figure: '80' }), ['met', 'met', '1.000']);
  t.same(line({ ...CONCENTRATION, figure: '79.999' }), ['met', 'missed', '0.000']);
  t.same(line({ ...CONCENTRATION, figure: '79', comparator: 'atMost' }), ['met', 'met', '1.000']);
  const met = { scoring: 'met' } as const;
  t.same(line({ target: '100', figure: '49.9' }, met), ['met', 'missed', '0.000'], 'behind the plan');
  t.same(line({ target: '100', figure: '50' }, met), ['met', 'met', '1.000']);
  const quarterly: Case = {
    type: 'count',
    unit: '家',
    target: '8',
    plan: { kind: 'quarterly' },
    figure: '3',
  };
  t.same(line(quarterly, met), ['met', 'missed', '0.000']);
  t.same(line({ ...quarterly, figure: '4' }, met), ['met', 'met', '1.000']);
});

t.test('proportional goes by the completion rate up to its cap', async (t) => {
  const proportional = (figure: string, more: Partial<ScoreItem> = {}, of: Partial<Case> = {}) =>
    line({ target: '100', figure, ...of }, { scoring: 'proportional', ...more }).slice(1);
  t.same(proportional('40'), ['proportional', '0.400']);
  t.same(proportional('115'), ['proportional', '1.000']);
  t.same(proportional('115', { cap: dec('120') }), ['proportional', '1.150']);
  t.same(proportional('130', { cap: dec('120') }), ['proportional', '1.200']);
  t.same(proportional('-4'), ['proportional', '0.000']);
  const limit: Partial<Case> = { comparator: 'atMost' };
  t.same(proportional('80', {}, limit), ['proportional', '1.000']);
  t.same(proportional('125', {}, limit), ['proportional', '0.800']);
  t.same(proportional('10', { cap: dec('120') }, limit), ['proportional', '1.000']);
});

t.test('what has no rate is met or missed instead, and says so', async (t) => {
  t.same(line(CONCENTRATION, { scoring: 'proportional' }), ['met', 'missed', '0.000']);
  t.same(line(CONCENTRATION, { scoring: 'pace' }), ['met', 'missed', '0.000']);
});

t.test('rankStep takes 0.05 off with every place', async (t) => {
  const at = (position: number | null) => line(CONCENTRATION, { scoring: 'rankStep', position }).slice(1);
  t.same([1, 2, 3, 20].map(at), [
    ['ranked', '1.000'],
    ['ranked', '0.950'],
    ['ranked', '0.900'],
    ['ranked', '0.050'],
  ]);
  t.same(at(21), ['ranked', '0.000']);
  t.same(at(40), ['ranked', '0.000']);
  t.same(at(null), ['notRanked', null]);
  t.same(line(CONCENTRATION, { scoring: 'rankStep' }).slice(1), ['notRanked', null]);
  t.same(line({ ...CONCENTRATION, figure: null }, { scoring: 'rankStep' }).slice(1), [
    'notReported',
    '0.000',
  ]);
});

t.test('a milestone earns its weight once it is done', async (t) => {
  const milestone = (done: boolean, state: EvaluationState) => {
    const of: ScoreItem = {
      key: 'approval',
      weight: dec('10'),
      scoring: null,
      yardstick: 'milestone',
      state,
      comparator: 'atLeast',
      fields: NO_FIELDS,
      milestone: { done },
    };
    const { why, points } = scoreOf([of]).lines[0]!;
    return [why, points?.toExactDecimal() ?? null];
  };
  t.same(milestone(true, 'evaluated'), ['met', '10']);
  t.same(milestone(true, 'notDue'), ['met', '10'], 'done before it is due');
  t.same(milestone(false, 'notDue'), ['notDue', null]);
  t.same(milestone(false, 'evaluated'), ['missed', '0']);
});

t.test('not reported counts with 0, what cannot be judged leaves the base', async (t) => {
  const full = item('full', { target: '100', figure: '50' });
  const beside = (other: ScoreItem) => {
    const { score, weights, lines } = scoreOf([full, other]);
    const { why, counted, points } = lines[1]!;
    return [score?.toDecimal(2), weights.toExactDecimal(), why, counted, points?.toExactDecimal() ?? null];
  };
  const unreported = item('other', { target: '100', figure: null });
  t.same(beside(unreported), ['50.00', '40', 'notReported', true, '0']);
  for (const state of ['notDue', 'noTarget', 'waiting', 'partial', 'underReview'] as const) {
    t.same(beside({ ...unreported, state }), ['100.00', '20', state, false, null]);
  }
  for (const weight of [null, Fraction.ZERO, dec('-5')]) {
    t.same(beside({ ...unreported, weight }), ['100.00', '20', 'noWeight', false, null]);
  }
  t.same(
    beside({ ...unreported, state: 'evaluated' }),
    ['100.00', '20', 'notMeasured', false, null],
    'evaluated without a field to go by',
  );
});

t.test('plus and minus by hand come after, on the scale of 100', async (t) => {
  const half = item('half', { target: '100', figure: '25' }, { weight: dec('40') });
  const adjustments = [
    { points: dec('3'), reason: '获省级表彰' },
    { points: dec('-0.5'), reason: '迟报' },
  ];
  const score = scoreOf([half], adjustments);
  t.equal(score.score?.toExactDecimal(), '52.5', '50 + 3 − 0.5, whatever the weights sum to');
  t.same([score.points.toExactDecimal(), score.weights.toExactDecimal()], ['20', '40']);
  t.same(score.adjustments, adjustments);
  t.equal(scoreOf([half], [{ points: dec('60'), reason: '加分' }]).score?.toExactDecimal(), '110');
  t.equal(scoreOf([half], [{ points: dec('-60'), reason: '扣分' }]).score?.toExactDecimal(), '-10');
});

t.test('nothing counted is no score, not even by hand', async (t) => {
  const undue = item('undue', { target: '100', figure: '1', plan: { kind: 'linear', from: 9 } });
  t.equal(undue.state, 'notDue');
  t.equal(scoreOf([undue], [{ points: dec('3'), reason: '加分' }]).score, null);
  t.equal(scoreOf([]).score, null);
});

t.test('without a cap above 100 or a hand the score stays within 0 and 100', async () => {
  const cents = fc.integer({ min: -20_000, max: 20_000 });
  const scoring = fc.constantFrom('pace', 'met', 'proportional', null);
  const comparator = fc.constantFrom<Comparator>('atLeast', 'atMost');
  const drawn = fc.tuple(cents, scoring, comparator, fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 8 }), (cases) => {
      const items = cases.map(([figure, scoring, comparator, weight], at) =>
        item(
          `${at}`,
          { target: '100', figure: Fraction.of(figure, 100).toDecimal(2), comparator },
          { scoring, weight: Fraction.of(weight) },
        ),
      );
      const { score } = scoreOf(items);
      return score !== null && score.sign >= 0 && Fraction.HUNDRED.atLeast(score);
    }),
  );
});
