import fc from 'fast-check';
import t from 'tap';
import {
  defaultPlan,
  Fraction,
  type Plan,
  type PlanSubject,
  planFaults,
  planPosition,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);
const TWELFTHS = Array.from({ length: 12 }, () => '1');
const RISING = Array.from({ length: 12 }, (_, index) => String((index + 1) * 5));

function at(
  plan: Plan,
  month: number,
  { target = '60', lastYear }: { target?: string; lastYear?: (Fraction | null)[] } = {},
) {
  const { due, share, expected, fallback } = planPosition(plan, { target: dec(target), month, lastYear });
  if (!due) return 'notDue';
  return [share && `${share.numerator}/${share.denominator}`, expected?.toDecimal(2), fallback];
}

t.test('each plan at its months', async (t) => {
  const late: Plan = { kind: 'linear', from: 4 };
  const uneven = ['0.05', '0.05', ...Array.from({ length: 10 }, () => '0.09')];
  const points = [
    { month: 6, value: '30' },
    { month: 12, value: '60' },
  ];
  for (const [plan, month, expected] of [
    [{ kind: 'linear' }, 1, ['1/12', '5.00', null]],
    [{ kind: 'linear' }, 12, ['1/1', '60.00', null]],
    [late, 3, 'notDue'],
    [late, 4, ['1/9', '6.67', null]],
    [late, 12, ['1/1', '60.00', null]],
    [{ kind: 'weights', weights: uneven }, 3, ['19/100', '11.40', null]],
    [{ kind: 'weights', weights: uneven }, 12, ['1/1', '60.00', null]],
    [{ kind: 'weights', weights: TWELFTHS, normalise: true }, 5, ['5/12', '25.00', null]],
    [{ kind: 'cumulative', values: RISING }, 7, ['7/12', '35.00', null]],
    [{ kind: 'constant' }, 1, [null, '60.00', null]],
    [{ kind: 'checkpoints', points }, 5, 'notDue'],
    [{ kind: 'checkpoints', points }, 6, [null, '30.00', null]],
    [{ kind: 'checkpoints', points }, 11, [null, '30.00', null]],
    [{ kind: 'checkpoints', points }, 12, [null, '60.00', null]],
  ] as [Plan, number, unknown][]) {
    t.same(at(plan, month), expected, `${plan.kind} ${month}`);
  }
  t.same(
    planPosition({ kind: 'checkpoints', points }, { target: dec('60'), month: 1 }).nextCheckpoint?.month,
    6,
  );
  t.equal(planPosition(late, { target: dec('60'), month: 5 }).from, 4);
  const nothing: Plan = { kind: 'cumulative', values: Array.from({ length: 12 }, () => '0') };
  t.same(at(nothing, 3, { target: '0' }), [null, '0.00', null], 'a limit of 0 has no shares');
});

t.test('quarterly: floor(T × q / 4), nothing due while it is 0', async (t) => {
  const table: [string, string[]][] = [
    ['10', ['notDue', 'notDue', '2', '2', '2', '5', '5', '5', '7', '7', '7', '10']],
    ['3', ['notDue', 'notDue', 'notDue', 'notDue', 'notDue', '1', '1', '1', '2', '2', '2', '3']],
    ['1', [...Array.from({ length: 11 }, () => 'notDue'), '1']],
    ['0', Array.from({ length: 12 }, () => '0')],
  ];
  for (const [target, expected] of table) {
    const found = expected.map((_, index) => {
      const position = planPosition({ kind: 'quarterly' }, { target: dec(target), month: index + 1 });
      return position.due ? position.expected!.toDecimal(0) : 'notDue';
    });
    t.same(found, expected, target);
  }
});

t.test('lastYear: the shape of last year, else linear and why', async (t) => {
  const series = (...texts: (string | null)[]) => texts.map((text) => (text === null ? null : dec(text)));
  const year = series(null, '10', '20', '30', '40', '50', '60', '70', '80', '90', '95', '100');
  t.same(at({ kind: 'lastYear' }, 3, { lastYear: year }), ['1/5', '12.00', null]);
  t.same(at({ kind: 'lastYear' }, 12, { lastYear: year }), ['1/1', '60.00', null]);
  for (const [lastYear, why] of [
    [undefined, 'lastYearMissing'],
    [series(null, null), 'lastYearMissing'],
    [year.slice(0, 11), 'lastYearFullYearMissing'],
    [year.with(2, null), 'lastYearMonthMissing'],
    [year.with(11, dec('0')), 'lastYearFullYearNotPositive'],
    [year.with(8, dec('100.01')), 'lastYearExceedsFullYear'],
  ] as [(Fraction | null)[] | undefined, string][]) {
    t.same(at({ kind: 'lastYear' }, 3, lastYear ? { lastYear } : {}), ['1/4', '15.00', why], why);
  }
});

t.test('default plans', async (t) => {
  const kinds = (['flow', 'count', 'stock', 'ratio', 'growth', 'milestone'] as const).map((type) => [
    defaultPlan(type, 'value').kind,
    defaultPlan(type, 'yoy').kind,
  ]);
  t.same(kinds, [
    ['linear', 'constant'],
    ['quarterly', 'constant'],
    ['constant', 'constant'],
    ['constant', 'constant'],
    ['constant', 'constant'],
    ['constant', 'constant'],
  ]);
});

t.test('faults of plans', async (t) => {
  const flow: PlanSubject = { target: dec('60'), comparator: 'atLeast', type: 'flow', unit: '亿元' };
  const limit: PlanSubject = { ...flow, comparator: 'atMost' };
  const point = (month: number, value = '1') => ({ month, value });
  const weights = (...texts: string[]): Plan => ({ kind: 'weights', weights: texts });
  const twelve = (...first: string[]) => [...first, ...TWELFTHS.slice(first.length)];
  for (const [plan, subject, faults] of [
    [{ kind: 'linear' }, flow, []],
    [{ kind: 'linear', from: 12 }, flow, []],
    [{ kind: 'linear', from: 13 }, flow, ['/plan/from monthOutOfRange']],
    [{ kind: 'linear', from: 1.5 }, flow, ['/plan/from monthOutOfRange']],
    [{ kind: 'linear' }, { ...flow, target: dec('0') }, ['/value targetNotPositive']],
    [{ kind: 'linear' }, { ...flow, target: dec('-1') }, ['/value targetNotPositive']],
    [{ kind: 'constant' }, { ...flow, target: dec('-1') }, []],
    [{ kind: 'linear' }, { ...limit, target: dec('0') }, []],
    [{ kind: 'linear' }, { ...limit, target: dec('-1') }, ['/value targetNegative']],
    [weights('0.5', '0.5'), flow, ['/plan/weights notTwelve']],
    [weights(...TWELFTHS), flow, ['/plan/weights weightsNotOne']],
    [{ kind: 'weights', weights: TWELFTHS, normalise: true }, flow, []],
    [weights(...twelve('0', '0').map((text) => (text === '1' ? '0.1' : text))), flow, []],
    [weights(...twelve('-1')), flow, ['/plan/weights/0 weightNegative']],
    [weights(...twelve('x')), flow, ['/plan/weights/0 notDecimal']],
    [
      { kind: 'weights', weights: TWELFTHS.map(() => '0'), normalise: true },
      flow,
      ['/plan/weights weightsAllZero'],
    ],
    [weights(...TWELFTHS.map(() => '0')), flow, ['/plan/weights weightsNotOne']],
    [{ kind: 'cumulative', values: RISING }, flow, []],
    [
      { kind: 'cumulative', values: RISING.with(0, '-2').with(1, '-0.5') },
      flow,
      ['/plan/values/0 cumulativeNegative', '/plan/values/1 cumulativeNegative'],
    ],
    [{ kind: 'cumulative', values: RISING.with(0, '0').with(1, '0') }, flow, []],
    [{ kind: 'cumulative', values: RISING.with(3, '14.99') }, flow, ['/plan/values/3 cumulativeFalls']],
    [{ kind: 'cumulative', values: RISING.with(11, '60.01') }, flow, ['/plan/values/11 cumulativeNotTarget']],
    [{ kind: 'cumulative', values: RISING.slice(1) }, flow, ['/plan/values notTwelve']],
    [{ kind: 'checkpoints', points: [point(3), point(6)] }, flow, []],
    [{ kind: 'checkpoints', points: [] }, flow, ['/plan/points checkpointsEmpty']],
    [
      { kind: 'checkpoints', points: [point(3), point(3)] },
      flow,
      ['/plan/points/1/month monthsNotAscending'],
    ],
    [
      { kind: 'checkpoints', points: [point(0), point(13)] },
      flow,
      ['/plan/points/0/month monthOutOfRange', '/plan/points/1/month monthOutOfRange'],
    ],
    [{ kind: 'checkpoints', points: [point(3, '1,5')] }, flow, ['/plan/points/0/value notDecimal']],
    [{ kind: 'quarterly' }, flow, ['/plan/kind planNotForType']],
    [{ kind: 'quarterly' }, { ...flow, type: 'count' }, []],
    [{ kind: 'quarterly' }, { ...flow, type: 'count', target: dec('2.5') }, ['/value targetNotWhole']],
    [{ kind: 'linear' }, { ...flow, measure: 'yoy' }, ['/plan/kind planNotForType']],
    [{ kind: 'linear' }, { ...flow, type: 'stock' }, ['/plan/kind planNotForType']],
    [{ kind: 'linear' }, { ...flow, type: 'ratio', unit: '%' }, ['/plan/kind planNotForType']],
    [{ kind: 'linear' }, { ...flow, type: 'ratio', unit: '万元/亩' }, []],
    [{ kind: 'linear' }, { ...flow, type: 'growth', unit: '%' }, ['/plan/kind planNotForType']],
  ] as [Plan, PlanSubject, string[]][]) {
    const found = planFaults(plan, subject).map(({ pointer, code }) => `${pointer} ${code}`);
    t.same(found, faults, JSON.stringify(plan));
  }
});

t.test('property: shares of weights and of linear rise to exactly 1', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (raw, from) => {
        fc.pre(raw.some((weight) => weight > 0));
        const plan: Plan = { kind: 'weights', weights: raw.map(String), normalise: true };
        const total = raw.reduce((sum, weight) => sum + weight, 0);
        let run = 0;
        for (let month = 1; month <= 12; month += 1) {
          run += raw[month - 1]!;
          const { share } = planPosition(plan, { target: Fraction.ONE, month });
          if (share!.numerator * BigInt(total) !== BigInt(run) * share!.denominator) return false;
          const linear = planPosition({ kind: 'linear', from }, { target: Fraction.ONE, month });
          if (linear.due !== month >= from) return false;
        }
        return planPosition({ kind: 'linear', from }, { target: Fraction.ONE, month: 12 }).share!.equals(
          Fraction.ONE,
        );
      },
    ),
  );
});
