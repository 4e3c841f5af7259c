import t from 'tap';
import {
  decideLagging,
  Fraction,
  foldYear,
  type LaggingAlert,
  type LaggingObservation,
  PRESETS,
  type TargetVersion,
} from '../../src/index.js';

const version: TargetVersion = {
  appliesFrom: 1,
  version: 1,
  terms: {
    measure: 'value',
    grade: 'annual',
    deciding: true,
    comparator: 'atLeast',
    value: Fraction.of(120),
    plan: { kind: 'linear' },
  },
  policy: PRESETS['pace-5-10'],
};

t.test('a month that was not reported when the first target arrived is not back-judged', async (t) => {
  const figure = { value: Fraction.of(20), yoy: null, grade: 'estimate', backJudged: true } as const;
  const year = foldYear({
    indicator: { type: 'flow', unit: '亿元' },
    versions: [version],
    figures: [null, figure],
    isDue: () => true,
    lastMonth: 2,
  });
  // domain.md §5: periods already reported when a first target arrives are judged at once, marked backJudged.
  t.same(
    year.map(({ state, backJudged }) => [state, backJudged]),
    [
      ['notReported', false],
      ['evaluated', true],
    ],
  );
});

const off = (text: string) => Fraction.parse(text);

/** May, the last month that was there when the first target arrived: it was allowed to raise, and did. */
const may: LaggingObservation = {
  month: 5,
  state: 'evaluated',
  light: 'orange',
  offTarget: off('6'),
  grade: 'estimate',
  isLatest: true,
  backJudged: true,
  cause: 'report',
};

t.test('who heard of the month that was back-judged hears when it is put right', async (t) => {
  const raised = decideLagging(null, may)?.next as LaggingAlert;
  const june = { ...may, month: 6, backJudged: false };
  const persisted = decideLagging(raised, june)?.next as LaggingAlert;
  t.match(persisted, { state: 'open', firstMonth: 5, latestMonth: 6 });
  const decision = decideLagging(persisted, {
    ...may,
    light: 'green',
    offTarget: off('-1'),
    grade: 'final',
    isLatest: false,
    cause: 'restatement',
    was: { light: 'orange' },
  });
  // domain.md §10: each alert that a restatement concerns is confirmed, corrected or withdrawn, and whoever heard
  // the first version hears of the second. A month that is not back-judged gets that.
  t.match(decision, { reason: 'corrected', effects: ['notifyEarlierReceivers'] });
});

t.test('a back-judged month that lags because the target was revised says so', async (t) => {
  const revised: LaggingObservation = { ...may, cause: 'targetRevision', was: { light: 'green' } };
  t.match(decideLagging(null, { ...revised, backJudged: false }), { reason: 'targetRevised' });
  // domain.md §5: a light that changes because the target did has the reason targetRevised.
  t.match(decideLagging(null, revised), { reason: 'targetRevised' });
});
