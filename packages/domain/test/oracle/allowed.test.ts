import t from 'tap';
import { type IndicatorType, type Measure, type Plan, planFaults, policyFaults } from '../../src/index.js';
import { decimal } from './arithmetic.js';
import { toFraction } from './boundary.js';
import { tryCases } from './draw.js';
import { plansFor } from './goals.js';
import { drawOwnPolicy } from './policies.js';

const PLANS: readonly Plan[] = [
  { kind: 'linear' },
  { kind: 'weights', weights: ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '1'] },
  { kind: 'cumulative', values: ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '60'] },
  { kind: 'lastYear' },
  { kind: 'quarterly' },
  { kind: 'constant' },
  { kind: 'checkpoints', points: [{ month: 6, value: '30' }] },
];
const SUBJECTS: readonly [IndicatorType, string][] = [
  ['flow', '亿元'],
  ['count', '家'],
  ['stock', '家'],
  ['ratio', '%'],
  ['ratio', '万元/亩'],
  ['growth', '%'],
];

t.test('each type takes the plans that §5 and §6 give it, and no other', async (t) => {
  for (const [type, unit] of SUBJECTS) {
    for (const measure of ['value', 'yoy'] satisfies Measure[]) {
      for (const plan of PLANS) {
        const subject = {
          target: toFraction(decimal('60')),
          comparator: 'atLeast',
          type,
          unit,
          measure,
        } as const;
        const allowed = plansFor(type, unit, measure).includes(plan.kind);
        const faults = planFaults(plan, subject).map(({ code }) => code);
        t.equal(faults.length === 0, allowed, `${type} in ${unit}, ${measure}, ${plan.kind}: ${faults}`);
      }
    }
  }
});

t.test('a phased target to reach is above 0; levels and limits may be 0', async (t) => {
  const of = (value: string, comparator: 'atLeast' | 'atMost', plan: Plan) =>
    planFaults(plan, { target: toFraction(decimal(value)), comparator, type: 'flow', unit: '亿元' })
      .length === 0;
  const [linear, constant] = [PLANS[0]!, PLANS[5]!];
  t.notOk(of('0', 'atLeast', linear));
  t.notOk(of('-1', 'atLeast', linear));
  t.ok(of('0.0001', 'atLeast', linear));
  t.ok(of('0', 'atMost', linear));
  for (const comparator of ['atLeast', 'atMost'] as const) {
    for (const value of ['0', '-3.5', '7']) t.ok(of(value, comparator, constant), `${comparator} ${value}`);
  }
});

t.test('whatever is drawn as a policy is one, and is none the other way round', async (t) => {
  tryCases(t, 500, (draw) => {
    const policy = drawOwnPolicy(draw);
    const faults = policyFaults(policy);
    if (faults.length > 0) return JSON.stringify({ policy, faults });
    const lights = new Set(policy.rules.map(({ light }) => light));
    const reversed = { ...policy, rules: policy.rules.toReversed() };
    return lights.size > 1 && policyFaults(reversed).length === 0 ? JSON.stringify(reversed) : null;
  });
});
