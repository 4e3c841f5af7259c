import t from 'tap';
import { decideLight, evaluate, Fraction, PRESETS } from '../../src/index.js';

t.test('where the sign of a node decides, it is kept what was seen', async (t) => {
  const { fields } = evaluate({
    indicator: { type: 'count', unit: '个' },
    target: {
      measure: 'value',
      grade: 'annual',
      deciding: true,
      comparator: 'atLeast',
      value: Fraction.of(14),
      plan: { kind: 'quarterly' },
    },
    month: 6,
    figure: Fraction.of(5),
    yoy: null,
    grade: 'statistical',
  });
  const decided = decideLight(PRESETS['pace-5-10'], fields, {
    month: 6,
    previousLight: null,
    figure: Fraction.of(5),
    consecutiveLag: 1,
  });
  t.equal(decided?.light, 'red', '5 of the 7 due by June, under a policy that asks for pace');
  // domain.md §7: the rule that decided and the figures it saw are kept with the evaluation.
  t.equal(decided?.saw.shortfall?.toDecimal(0), '2');
});
