import {
  LIGHTS,
  POLICY_FIELDS,
  POLICY_OPS,
  type Policy,
  type PolicyCondition,
  PRESET_KEYS,
  PRESETS,
  type PresetKey,
} from '../../src/index.js';
import type { Draw } from './draw.js';
import { isLevel } from './goals.js';
import { type Goal, inPoints } from './measured.js';

/** The preset that judges where nobody chose one (domain.md §7). */
export function defaultPreset(goal: Goal): PresetKey {
  if (goal.plan.kind === 'quarterly') return 'count-nodes';
  if (!isLevel(goal)) return 'pace-5-10';
  const isGrowth = goal.type === 'growth' || goal.measure === 'yoy';
  if (isGrowth && goal.plan.kind === 'checkpoints') return 'growth-sign';
  return inPoints(goal) ? 'gap-5-10' : 'rate-5-10';
}

/** A preset that fits what is measured, any preset, or one of somebody's own. */
export function drawPolicy(draw: Draw, goal: Goal): Policy {
  const way = draw.whole(0, 9);
  if (way < 5) return PRESETS[defaultPreset(goal)];
  return way < 8 ? PRESETS[draw.pick(PRESET_KEYS)] : drawOwnPolicy(draw);
}

/** Values that figures are often drawn on. */
export const BOUNDS = [0, -5, -10, -30, -100] as const;
const VALUES: Partial<Record<PolicyCondition['field'], readonly string[]>> = {
  paceRatio: ['60', '80', '100', '99.999'],
  consecutiveLag: ['1', '2', '3'],
  shortfall: ['0', '1', '2.5'],
  daysOverdue: ['0', '20'],
};

function drawCondition(draw: Draw): PolicyCondition {
  const field = draw.pick(POLICY_FIELDS);
  const value = draw.pick(VALUES[field] ?? BOUNDS.map(String));
  return { field, op: draw.pick(POLICY_OPS), value };
}

export function drawOwnPolicy(draw: Draw): Policy {
  const lights = Array.from({ length: draw.whole(1, 4) }, () => draw.pick(LIGHTS));
  const worstFirst = lights.sort((a, b) => LIGHTS.indexOf(b) - LIGHTS.indexOf(a));
  const rules: Policy['rules'] = worstFirst.map((light) => {
    const conditions = Array.from({ length: draw.whole(1, 3) }, () => drawCondition(draw));
    return { light, when: draw.chance(0.5) ? { all: conditions } : { any: conditions } };
  });
  if (draw.chance(0.5)) rules.push({ light: 'green' });
  return {
    key: 'own',
    version: draw.whole(1, 9),
    rules,
    ...(draw.chance(0.3) ? { fromMonth: draw.whole(2, 5) } : {}),
    ...(draw.chance(0.4) ? { clearThrough: draw.pick(['yellow', 'yellow', 'orange'] as const) } : {}),
    ...(draw.chance(0.3) ? { alertFrom: draw.pick(['yellow', 'orange', 'red'] as const) } : {}),
  };
}
