import fc from 'fast-check';
import t from 'tap';
import {
  type DecidedLight,
  decideLight,
  defaultPolicyKey,
  evaluate,
  Fraction,
  type JudgedFields,
  type LightContext,
  NO_FIELDS,
  type Policy,
  type PolicySubject,
  PRESETS,
  policyFaults,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);
const FACTS = new Set(['figure', 'peerGap', 'consecutiveLag']);

/** Decides on fields written as decimals; the facts that are not judged fields go to the context. */
function decide(
  policy: Policy,
  given: Record<string, string>,
  more: Partial<LightContext> = {},
): DecidedLight | null {
  const fields: JudgedFields = { ...NO_FIELDS };
  const context: LightContext = { month: 6, previousLight: null, figure: null, consecutiveLag: 0, ...more };
  for (const [name, text] of Object.entries(given)) {
    if (name === 'consecutiveLag') context.consecutiveLag = Number(text);
    else Object.assign(FACTS.has(name) ? context : fields, { [name]: dec(text) });
  }
  return decideLight(policy, fields, context);
}

t.test('exact bounds of every preset', async (t) => {
  const fiveTen: [string, string][] = [
    ['0', 'green'],
    ['0.0000000001', 'green'],
    ['-0.0000000001', 'yellow'],
    ['-4.9999999999', 'yellow'],
    ['-5', 'orange'],
    ['-9.9999999999', 'orange'],
    ['-10', 'red'],
    ['-10.0000000001', 'red'],
  ];
  const cases: [keyof typeof PRESETS, Record<string, string>, string][] = [
    ...fiveTen.map(
      ([x, light]) =>
        ['pace-5-10', { paceGap: x }, light] as [keyof typeof PRESETS, Record<string, string>, string],
    ),
    ...fiveTen.map(
      ([x, light]) =>
        ['gap-5-10', { gap: x }, light] as [keyof typeof PRESETS, Record<string, string>, string],
    ),
    ...fiveTen.map(
      ([x, light]) =>
        ['rate-5-10', { gap: x, gapRate: x }, light] as [
          keyof typeof PRESETS,
          Record<string, string>,
          string,
        ],
    ),
    ['count-nodes', { shortfall: '0', paceRatio: '100' }, 'green'],
    ['count-nodes', { shortfall: '1', paceRatio: '0' }, 'yellow'],
    ['count-nodes', { shortfall: '2', paceRatio: '60' }, 'orange'],
    ['count-nodes', { shortfall: '2', paceRatio: '59.9999999999' }, 'red'],
    ['count-nodes', { shortfall: '0', gap: '0' }, 'green'],
    ['count-nodes', { shortfall: '1', gap: '-1' }, 'yellow'],
    ['count-nodes', { shortfall: '2', gap: '-2' }, 'red'],
    ['ratio-80-60', { paceGap: '-1', paceRatio: '80' }, 'green'],
    ['ratio-80-60', { paceGap: '-1', paceRatio: '79.9999999999' }, 'yellow'],
    ['ratio-80-60', { paceGap: '-1', paceRatio: '60' }, 'yellow'],
    ['ratio-80-60', { paceGap: '-1', paceRatio: '59.9999999999' }, 'red'],
    ['ratio-80-60', { paceGap: '5' }, 'green'],
    ['pace-10-30', { paceGap: '-9.9999999999' }, 'green'],
    ['pace-10-30', { paceGap: '-10' }, 'yellow'],
    ['pace-10-30', { paceGap: '-30' }, 'yellow'],
    ['pace-10-30', { paceGap: '-30.0000000001' }, 'red'],
    ['consecutive-2', { paceGap: '0', consecutiveLag: '0' }, 'green'],
    ['consecutive-2', { paceGap: '-0.01', consecutiveLag: '1' }, 'yellow'],
    ['consecutive-2', { gap: '-0.01', consecutiveLag: '0' }, 'yellow'],
    ['consecutive-2', { shortfall: '1', consecutiveLag: '1' }, 'yellow'],
    ['consecutive-2', { paceGap: '-0.01', consecutiveLag: '2' }, 'red'],
    ['growth-sign', { figure: '0', gap: '0' }, 'green'],
    ['growth-sign', { figure: '-0.1', gap: '3' }, 'red'],
    ['growth-sign', { figure: '1', gap: '-0.1' }, 'yellow'],
    ['growth-sign', { figure: '1', gap: '0', peerGap: '-0.1' }, 'yellow'],
    ['growth-sign', { figure: '1', gap: '0', peerGap: '0' }, 'green'],
    ['milestone-20', { daysOverdue: '-21' }, 'green'],
    ['milestone-20', { daysOverdue: '-20' }, 'yellow'],
    ['milestone-20', { daysOverdue: '0' }, 'yellow'],
    ['milestone-20', { daysOverdue: '1' }, 'orange'],
    ['milestone-20', { daysOverdue: '20' }, 'orange'],
    ['milestone-20', { daysOverdue: '21' }, 'red'],
    ['peer-average', { gap: '-9', peerGap: '0' }, 'green'],
    ['peer-average', { gap: '9', peerGap: '-0.0000000001' }, 'red'],
  ];
  for (const [key, given, light] of cases) {
    t.equal(decide(PRESETS[key], given)?.light, light, `${key} ${JSON.stringify(given)}`);
  }
  for (const policy of Object.values(PRESETS)) t.same(policyFaults(policy), [], policy.key);
});

t.test('lights are decided on unrounded figures', async (t) => {
  const target = (value: string) =>
    ({
      measure: 'value',
      grade: 'annual',
      deciding: true,
      comparator: 'atLeast',
      value: dec(value),
      plan: { kind: 'linear' },
    }) as const;
  const at = (figure: string) =>
    evaluate({
      indicator: { type: 'flow', unit: '亿元' },
      target: target('300'),
      month: 6,
      figure: dec(figure),
      yoy: null,
      grade: 'final',
    });
  const light = (figure: string) =>
    decideLight(PRESETS['pace-5-10'], at(figure).fields, {
      month: 6,
      previousLight: null,
      figure: null,
      consecutiveLag: 0,
    })?.light;
  t.equal(light('135'), 'orange', 'exactly −5');
  t.equal(light('135.0000001'), 'yellow', 'prints −5.00');
  t.equal(light('149.9999999'), 'yellow', 'prints 0.00');
});

t.test('policies that cannot see the judged figure', async (t) => {
  t.match(decide(PRESETS['rate-5-10'], { gap: '0' }), { light: 'green', rule: null });
  t.match(decide(PRESETS['rate-5-10'], { gap: '-0.1' }), { light: 'red', rule: null });
  t.match(decide(PRESETS['pace-5-10'], { gap: '-3', shortfall: '3' }), { light: 'red' }, 'a limit of 0');
  t.match(decide(PRESETS['pace-5-10'], { shortfall: '1' }), { light: 'red' }, 'nodes');
  t.match(decide(PRESETS['gap-5-10'], { paceGap: '-1' }), { light: 'red' });
  t.equal(decide(PRESETS['peer-average'], { gap: '-3' }), null, 'no light without a reference');
});

t.test('what decided is kept', async (t) => {
  const decided = decide(PRESETS['pace-5-10'], { paceGap: '-6', paceRatio: '80' });
  t.match(decided, { policy: 'pace-5-10', policyVersion: 1, rule: 1, light: 'orange' });
  t.same(Object.keys(decided!.saw), ['paceGap']);
  const rules: Policy['rules'] = [
    { light: 'red', when: { any: [{ field: 'daysOverdue', op: 'eq', value: '3' }] } },
  ];
  const open: Policy = { key: 'x', version: 4, rules };
  t.match(decide(open, { paceGap: '1', daysOverdue: '3' }), { light: 'red', rule: 0 });
  t.match(decide(open, { paceGap: '1', daysOverdue: '2' }), { light: 'green', rule: null }, 'no else: green');
});

t.test('fromMonth and clearThrough', async (t) => {
  const policy: Policy = { ...PRESETS['pace-5-10'], fromMonth: 3, clearThrough: 'yellow' };
  t.equal(decide(policy, { paceGap: '-20' }, { month: 2 }), null);
  t.equal(decide(policy, { paceGap: '-20' }, { month: 3 })?.light, 'red');
  t.match(decide(policy, { paceGap: '1' }, { previousLight: 'red' }), {
    light: 'yellow',
    clearedThrough: true,
  });
  t.equal(decide(policy, { paceGap: '-6' }, { previousLight: 'red' })?.light, 'orange');
  t.equal(decide(policy, { paceGap: '1' }, { previousLight: 'yellow' })?.light, 'green');
  t.equal(decide(policy, { paceGap: '1' }, { previousLight: 'orange' })?.light, 'green');
});

t.test('default policies', async (t) => {
  const base: PolicySubject = {
    yardstick: 'level',
    unit: '亿元',
    planKind: 'constant',
    type: 'flow',
    measure: 'value',
  };
  for (const [subject, key] of [
    [{ yardstick: 'phased', planKind: 'linear' }, 'pace-5-10'],
    [{ yardstick: 'quarterly', planKind: 'quarterly', type: 'count' }, 'count-nodes'],
    [{ yardstick: 'milestone', type: 'milestone', unit: '项' }, 'milestone-20'],
    [{ type: 'ratio', unit: '%' }, 'gap-5-10'],
    [{ type: 'ratio', unit: '万元/亩' }, 'rate-5-10'],
    [{ type: 'stock', unit: '家' }, 'rate-5-10'],
    [{}, 'rate-5-10'],
    [{ measure: 'yoy' }, 'gap-5-10'],
    [{ type: 'growth', unit: '%' }, 'gap-5-10'],
    [{ type: 'growth', unit: '%', planKind: 'checkpoints' }, 'growth-sign'],
    [{ measure: 'yoy', planKind: 'checkpoints' }, 'growth-sign'],
    [{ type: 'ratio', unit: '%', planKind: 'checkpoints' }, 'gap-5-10'],
  ] as [Partial<PolicySubject>, string][]) {
    t.equal(defaultPolicyKey({ ...base, ...subject }), key, JSON.stringify(subject));
  }
});

t.test('faults of policies', async (t) => {
  const rule = (light: string, field = 'paceGap', value = '0', op = 'lt') => ({
    light,
    when: { all: [{ field, op, value }] },
  });
  for (const [policy, faults] of [
    [{ rules: [] }, ['/rules rulesEmpty']],
    [{ rules: [rule('yellow'), rule('red')] }, ['/rules/1/light notWorstFirst']],
    [{ rules: [{ light: 'green' }, rule('green')] }, ['/rules/0 elseNotLast']],
    [{ rules: [rule('purple')] }, ['/rules/0/light unknownLight']],
    [{ rules: [rule('red', 'profit')] }, ['/rules/0/when/all/0/field unknownField']],
    [{ rules: [rule('red', 'gap', '1e3')] }, ['/rules/0/when/all/0/value notDecimal']],
    [{ rules: [rule('red', 'gap', '1', 'ne')] }, ['/rules/0/when/all/0/op unknownOp']],
    [{ rules: [{ light: 'red', when: { any: [] } }] }, ['/rules/0/when/any conditionsEmpty']],
    [{ rules: [{ light: 'red', when: {} }] }, ['/rules/0/when allOrAny']],
    [{ rules: [{ light: 'green' }], fromMonth: 0 }, ['/fromMonth monthOutOfRange']],
    [{ rules: [{ light: 'green' }], clearThrough: 'green' }, ['/clearThrough unknownLight']],
    [{ rules: [{ light: 'green' }], alertFrom: 'green' }, ['/alertFrom unknownLight']],
  ] as [object, string[]][]) {
    const found = policyFaults({ key: 'x', version: 1, ...policy } as Policy);
    t.same(
      found.map(({ pointer, code }) => `${pointer} ${code}`),
      faults,
    );
  }
});

t.test('property: pace-5-10 by cross-multiplied integers, often exactly on a bound', async () => {
  const nudge = fc.constantFrom(-1n, 0n, 0n, 0n, 1n);
  const bound = fc.constantFrom(0n, -5n, -10n);
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 12n),
      fc.integer({ min: 1, max: 12 }),
      bound,
      nudge,
      (target, month, at, step) => {
        // A = T · m / 12 + T · bound / 100 in 1/1200 of a unit, so that the bound is met exactly.
        const figure = target * BigInt(month) * 100n + target * 12n * at + step;
        const { fields } = evaluate({
          indicator: { type: 'flow', unit: '万元' },
          target: {
            measure: 'value',
            grade: 'annual',
            deciding: true,
            comparator: 'atLeast',
            value: Fraction.of(target),
            plan: { kind: 'linear' },
          },
          month,
          figure: Fraction.of(figure, 1200n),
          yoy: null,
          grade: 'final',
        });
        const behind = figure - target * BigInt(month) * 100n;
        const oracle =
          behind >= 0n
            ? 'green'
            : behind > -60n * target
              ? 'yellow'
              : behind > -120n * target
                ? 'orange'
                : 'red';
        const context = { month, previousLight: null, figure: null, consecutiveLag: 0 };
        return decideLight(PRESETS['pace-5-10'], fields, context)?.light === oracle;
      },
    ),
  );
});
