import t from 'tap';
import {
  type EvaluationState,
  evaluate,
  Fraction,
  type Indicator,
  type IndicatorType,
  type Measure,
  type MeasuredTarget,
  type Plan,
  peerComparableOf,
  type RankBy,
  rankByOf,
  rankOrderOf,
  rankValueOf,
  type Yardstick,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

function by(type: IndicatorType, yardstick: Yardstick, more: { rankBy?: RankBy; measure?: Measure } = {}) {
  return rankByOf({ type, yardstick, rankBy: more.rankBy ?? null, measure: more.measure ?? 'value' });
}

t.test('the default is the figure where orgs of any size compare, else the completion rate', async (t) => {
  t.equal(by('growth', 'level'), 'figure');
  t.equal(by('ratio', 'level'), 'figure');
  t.equal(by('ratio', 'phased'), 'figure');
  t.equal(by('stock', 'level'), 'figure');
  t.equal(by('flow', 'level', { measure: 'yoy' }), 'figure');
  t.equal(by('flow', 'phased'), 'completionRate');
  t.equal(by('count', 'quarterly'), 'completionRate');
  t.equal(by('flow', 'level'), 'gap');
});

t.test('an own choice wins only where what is judged has such a number', async (t) => {
  t.equal(by('flow', 'phased', { rankBy: 'paceGap' }), 'paceGap');
  t.equal(by('flow', 'phased', { rankBy: 'figure' }), 'figure');
  t.equal(by('ratio', 'level', { rankBy: 'gap' }), 'gap');
  t.equal(by('ratio', 'phased', { rankBy: 'completionRate' }), 'completionRate');
  t.equal(by('flow', 'level', { rankBy: 'completionRate', measure: 'yoy' }), 'figure');
  t.equal(by('count', 'quarterly', { rankBy: 'paceGap' }), 'completionRate');
  t.equal(by('flow', 'phased', { rankBy: 'gap' }), 'completionRate');
});

interface Case {
  type: IndicatorType;
  unit?: string;
  target?: string | null;
  measure?: Measure;
  plan?: Plan;
  figure?: string | null;
  yoy?: string | null;
  month?: number;
  state?: EvaluationState;
}

function measured(of: Case): MeasuredTarget {
  const indicator: Pick<Indicator, 'type' | 'unit'> = { type: of.type, unit: of.unit ?? '亿元' };
  const measure = of.measure ?? 'value';
  const evaluation = evaluate({
    indicator,
    target:
      of.target === null
        ? null
        : {
            measure,
            grade: 'annual',
            deciding: true,
            comparator: 'atLeast',
            value: dec(of.target ?? '100'),
            plan: of.plan ?? { kind: 'constant' },
          },
    month: of.month ?? 6,
    figure: of.figure == null ? null : dec(of.figure),
    yoy: of.yoy == null ? null : dec(of.yoy),
    grade: 'statistical',
  });
  return { ...evaluation, state: of.state ?? evaluation.state };
}

function ranked(of: Case, rankBy: RankBy | null = null) {
  const evaluation = measured(of);
  return (
    rankValueOf(evaluation, { type: of.type, rankBy, yardstick: evaluation.yardstick })?.toDecimal(2) ?? null
  );
}

const linear: Plan = { kind: 'linear' };

t.test('the value that is ranked', async (t) => {
  t.equal(ranked({ type: 'flow', plan: linear, figure: '60' }), '60.00');
  t.equal(ranked({ type: 'flow', plan: linear, target: '80', figure: '60' }), '75.00');
  t.equal(ranked({ type: 'flow', plan: linear, target: '80', figure: '60' }, 'paceGap'), '25.00');
  t.equal(ranked({ type: 'flow', measure: 'yoy', target: '8', figure: '60', yoy: '8.6' }), '8.60');
  t.equal(ranked({ type: 'flow', measure: 'yoy', target: '8', figure: '60', yoy: '8.6' }, 'gap'), '0.60');
  t.equal(ranked({ type: 'growth', unit: '%', target: '8', yoy: '-9.5' }), '-9.50');
  t.equal(ranked({ type: 'count', plan: { kind: 'quarterly' }, target: '8', figure: '3' }), '37.50');
});

t.test('without a target only the figure is ranked', async (t) => {
  t.equal(ranked({ type: 'ratio', unit: '%', target: null, figure: '86.8' }), '86.80');
  t.equal(ranked({ type: 'flow', target: null, figure: '14.1' }), null);
  t.equal(ranked({ type: 'flow', target: null, figure: '14.1' }, 'figure'), '14.10');
});

t.test('what is not there or not accepted is not ranked, 0 is', async (t) => {
  const ratio: Case = { type: 'ratio', unit: '%', target: '80', figure: '69.81' };
  for (const state of ['waiting', 'partial', 'underReview', 'notReported'] as const) {
    t.equal(ranked({ ...ratio, state }), null, state);
  }
  t.equal(ranked({ ...ratio, figure: null }), null);
  t.equal(ranked({ ...ratio, figure: '0' }), '0.00');
  t.equal(ranked({ type: 'milestone', figure: '1' }, 'figure'), null);
});

t.test('before the plan demands anything the figure is ranked and its completion is not', async (t) => {
  const late: Plan = { kind: 'linear', from: 7 };
  t.equal(ranked({ type: 'flow', plan: late, figure: '10' }), null);
  t.equal(ranked({ type: 'flow', plan: late, figure: '10' }, 'figure'), '10.00');
});

t.test('a limit ranks the least first, but a gap has its sign turned already', async (t) => {
  const order = (rankBy: RankBy, more: Partial<Parameters<typeof rankOrderOf>[0]> = {}) =>
    rankOrderOf({ rankBy, direction: 'up', comparator: 'atLeast', ...more });
  t.equal(order('figure'), 'descending');
  t.equal(order('completionRate', { comparator: 'atMost' }), 'ascending');
  t.equal(order('figure', { direction: 'down', comparator: null }), 'ascending');
  t.equal(order('figure', { direction: 'down', comparator: 'atMost' }), 'ascending');
  t.equal(order('figure', { direction: 'down' }), 'descending', 'the comparator decides');
  t.equal(order('gap', { direction: 'down', comparator: 'atMost' }), 'descending');
  t.equal(order('paceGap', { comparator: 'atMost' }), 'descending');
});

t.test('only like is compared with like', async (t) => {
  const compared = (of: Case) => {
    const evaluation = measured(of);
    const found = peerComparableOf(evaluation, {
      type: of.type,
      unit: of.unit ?? '亿元',
      yardstick: evaluation.yardstick,
    });
    return found && [found.of, found.value.toDecimal(2)];
  };
  t.same(compared({ type: 'flow', measure: 'yoy', target: '8', figure: '60', yoy: '0.5' }), [
    'growth',
    '0.50',
  ]);
  t.same(compared({ type: 'growth', unit: '%', target: null, figure: '8.6' }), ['growth', '8.60']);
  t.same(compared({ type: 'ratio', unit: '%', target: '80', figure: '69.81' }), ['figure', '69.81']);
  t.same(compared({ type: 'flow', plan: linear, target: '193.22', figure: '126.02' }), [
    'completionRate',
    '65.22',
  ]);
  t.equal(compared({ type: 'flow', target: null, figure: '14.1' }), null);
  t.equal(compared({ type: 'stock', unit: '家', figure: '40' }), null);
  t.equal(compared({ type: 'ratio', unit: '万元/亩', figure: '14' }), null);
  t.equal(compared({ type: 'ratio', unit: '%', figure: '69.81', state: 'partial' }), null);
  t.equal(compared({ type: 'growth', unit: '%', figure: null }), null);
});
