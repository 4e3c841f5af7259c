import t from 'tap';
import {
  decideLight,
  defaultPolicyKey,
  evaluate,
  offTarget,
  type PlanFallback,
  PRESET_KEYS,
  type PresetKey,
  planFaults,
  policyFaults,
  yardstickOf,
} from '../../src/index.js';
import { equal, type Q, q } from './arithmetic.js';
import { describe, orNull, same, show, termsOf, toFraction } from './boundary.js';
import { type Draw, tryCases } from './draw.js';
import { drawJudged } from './figures.js';
import { drawGoal, drawLastYear } from './goals.js';
import { type Decided, factsOf, lightOf, presetLight } from './lights.js';
import { FIELD_NAMES, type Fields, type Goal, measureMonth, standing } from './measured.js';
import { BOUNDS, defaultPreset, drawPolicy } from './policies.js';

function drawFigure(draw: Draw, goal: Goal, judged: Q | null) {
  const other = draw.chance(0.5) ? q(draw.whole(-20, 90), 4) : null;
  return goal.measure === 'yoy' ? { value: other, yoy: judged } : { value: judged, yoy: other };
}

const STEPS = ['green', 'yellow', 'orange', 'red'];
const THREE = ['green', 'yellow', 'red'];
/** Every light that a preset of §7 knows. */
const PRESET_LIGHTS: Record<PresetKey, readonly string[]> = {
  'pace-5-10': STEPS,
  'gap-5-10': STEPS,
  'rate-5-10': STEPS,
  'count-nodes': STEPS,
  'ratio-80-60': THREE,
  'pace-10-30': THREE,
  'consecutive-2': THREE,
  'growth-sign': THREE,
  'peer-average': ['green', 'red'],
  // Milestones have tests of their own.
  'milestone-20': [],
};

const onABound = ({ paceGap, gap, gapRate, paceRatio }: Fields): boolean =>
  [paceGap, gap, gapRate].some((field) => field && BOUNDS.some((bound) => equal(field, q(bound)))) ||
  [60, 80, 100].some((bound) => paceRatio && equal(paceRatio, q(bound)));

t.test('each field, light and deciding rule of a single month', async (t) => {
  const reached = new Set<string>();
  let onBounds = 0;
  tryCases(t, 5500, (draw) => {
    const goal = drawGoal(draw);
    const month = draw.whole(1, 12);
    const lastYear = drawLastYear(draw);
    const given = draw.chance(0.05) ? null : drawJudged(draw, goal, month, lastYear);
    const figure = drawFigure(draw, goal, given);
    const policy = drawPolicy(draw, goal);
    const told = `${describe(goal, policy)}, month ${month}, value ${show(figure.value)}, yoy ${show(figure.yoy)}`;

    const subject = { ...goal, target: toFraction(goal.target) };
    const faults = [...planFaults(goal.plan, subject), ...policyFaults(policy)];
    if (faults.length > 0) return `${told}: refused, ${JSON.stringify(faults)}`;

    const expected = measureMonth(goal, month, figure, lastYear);
    const actual = evaluate({
      indicator: goal,
      target: termsOf(goal),
      month,
      figure: orNull(figure.value),
      yoy: orNull(figure.yoy),
      grade: 'statistical',
      lastYear: lastYear.map(orNull),
    });
    if (actual.state !== expected.state) return `${told}: ${actual.state}, not ${expected.state}`;
    for (const name of FIELD_NAMES) {
      if (!same(actual.fields[name], expected.fields[name])) {
        return `${told}: ${name} ${show(actual.fields[name])}, not ${show(expected.fields[name])}`;
      }
    }
    const next = actual.fields.nextCheckpoint;
    if (
      next?.month !== expected.next?.month ||
      !same(next?.value, expected.next?.value) ||
      !same(next?.gap, expected.next?.gap)
    ) {
      return `${told}: nextCheckpoint gap ${show(next?.gap)}, not ${show(expected.next?.gap)}`;
    }
    if (!fallbackFits(actual.planFallback, expected.linearBecause)) {
      return `${told}: fallback ${actual.planFallback}, not one of ${expected.linearBecause}`;
    }
    if (expected.state !== 'evaluated') return null;

    const before = draw.pick(['red', 'red', 'orange', 'green', null] as const);
    const behind = standing(expected.fields)![0] < 0n;
    const consecutiveLag = behind ? draw.whole(1, 3) : 0;
    const peerGap = draw.chance(0.6) ? draw.near(q(draw.pick([0, 0, 5, -5]))) : null;
    const facts = factsOf(expected.fields, { judged: expected.judged!, consecutiveLag, peerGap });
    const light = lightOf(policy, expected.fields, facts, { month, before });
    const decided = decideLight(policy, actual.fields, {
      month,
      previousLight: before,
      figure: orNull(expected.judged),
      consecutiveLag,
      peerGap: orNull(peerGap),
    });
    const more = `${told}, peerGap ${show(peerGap)}, lag ${consecutiveLag}, before ${before}`;
    const fault = lightFault(decided, light);
    if (fault) return `${more}: ${fault}`;
    const key = PRESET_KEYS.find((preset) => preset === policy.key);
    const table = key && presetLight(key, expected.fields, facts);
    if (table && !decided?.clearedThrough) reached.add(`${key} ${table}`);
    if (onABound(expected.fields)) onBounds += 1;
    if (table && decided?.light !== table) return `${more}: ${decided?.light}, §7 says ${table}`;
    if ((offTarget(actual.fields)?.sign === 1) !== behind) return `${more}: off target and not behind`;
    return null;
  });
  const cells = PRESET_KEYS.flatMap((key) => PRESET_LIGHTS[key].map((light) => `${key} ${light}`));
  t.same([...reached].sort(), cells.sort(), 'every light of every preset was due at least once');
  t.comment(`${onBounds} exactly on a bound`);
  t.ok(onBounds > 4000, 'bounds are met, and often');
});

function fallbackFits(actual: PlanFallback | null, because: readonly string[]): boolean {
  return actual === null ? because.length === 0 : because.includes(actual);
}

function lightFault(actual: ReturnType<typeof decideLight>, expected: Decided | null): string | null {
  if (!actual || !expected)
    return !actual && !expected ? null : `light ${actual?.light}, not ${expected?.light}`;
  if (actual.light !== expected.light) return `${actual.light}, not ${expected.light}`;
  if (actual.rule !== expected.rule) return `rule ${actual.rule}, not ${expected.rule}`;
  if (Boolean(actual.clearedThrough) !== expected.held) return `cleared through: ${actual.clearedThrough}`;
  // What a node's sign saw is a test of its own: node-sign.test.ts.
  if (expected.rule === null && expected.saw.shortfall) return null;
  const fields = new Set([...Object.keys(actual.saw), ...Object.keys(expected.saw)]) as Set<
    keyof typeof actual.saw
  >;
  const other = [...fields].filter((field) => !same(actual.saw[field], expected.saw[field]));
  return other.length > 0 ? `it saw another ${other}` : null;
}

t.test('the preset that judges where none was chosen', async (t) => {
  tryCases(t, 300, (draw) => {
    const goal = drawGoal(draw);
    const yardstick = yardstickOf(goal.type, goal.measure, goal.plan);
    const key = defaultPolicyKey({ ...goal, yardstick, planKind: goal.plan.kind });
    return key === defaultPreset(goal) ? null : `${describe(goal)}: ${key}, not ${defaultPreset(goal)}`;
  });
});
