import type { Yardstick } from './evaluation.js';
import { Fraction } from './fraction.js';
import type { PlanKind } from './plan.js';
import type { PolicyField } from './policy-field.js';
import type { IndicatorType, Light, Measure } from './terms.js';
import { judgedInPoints } from './yardstick.js';

export const POLICY_OPS = ['lt', 'lte', 'gt', 'gte', 'eq'] as const;
export type PolicyOp = (typeof POLICY_OPS)[number];

/** One comparison; `value` is a plain decimal. It does not match a field that is null. */
export interface PolicyCondition {
  field: PolicyField;
  op: PolicyOp;
  value: string;
}

/** When a rule matches: all of its conditions, or any. */
export type PolicyWhen = { all: PolicyCondition[] } | { any: PolicyCondition[] };

/** One rule; without `when` it is the else and stands last. */
export interface PolicyRule {
  light: Light;
  when?: PolicyWhen;
}

/** How lights are decided (domain.md §7): versioned data, rules worst first, the first that matches decides. */
export interface Policy {
  key: string;
  version: number;
  rules: PolicyRule[];
  /** Before this month figures are shown without a light. */
  fromMonth?: number;
  /** The light that red passes through for one period when it recovers (补齐). */
  clearThrough?: ClearThrough;
  /** The light from which an alert is raised; default yellow. */
  alertFrom?: AlertFrom;
}

export type ClearThrough = Extract<Light, 'yellow' | 'orange'>;
export type AlertFrom = Exclude<Light, 'green'>;

/** A rule's conditions, none for the else. */
export function conditionsOf(rule: PolicyRule): PolicyCondition[] {
  if (!rule.when) return [];
  return 'all' in rule.when ? rule.when.all : rule.when.any;
}

/** The fields a policy's rules read, each once, in order. One policy lights thousands of targets: they are found once. */
export function fieldsOf({ rules }: Pick<Policy, 'rules'>): readonly PolicyField[] {
  const known = readFields.get(rules);
  if (known) return known;
  const found = [...new Set(rules.flatMap((rule) => conditionsOf(rule).map(({ field }) => field)))];
  readFields.set(rules, found);
  return found;
}

const readFields = new WeakMap<readonly PolicyRule[], readonly PolicyField[]>();

/** The number a condition compares with, read once. */
export function boundOf(condition: PolicyCondition): Fraction {
  const known = bounds.get(condition);
  if (known) return known;
  const bound = Fraction.parse(condition.value);
  bounds.set(condition, bound);
  return bound;
}

const bounds = new WeakMap<PolicyCondition, Fraction>();

/** What the choice of a default policy depends on. */
export interface PolicySubject {
  yardstick: Yardstick;
  unit: string;
  planKind: PlanKind;
  type: IndicatorType;
  measure: Measure;
}

/** The preset that judges where no policy hangs on the org, the indicator or the target (domain.md §7). */
export function defaultPolicyKey({ yardstick, unit, planKind, type, measure }: PolicySubject): PresetKey {
  if (yardstick === 'phased') return 'pace-5-10';
  if (yardstick === 'quarterly') return 'count-nodes';
  if (yardstick === 'milestone') return 'milestone-20';
  const growth = type === 'growth' || measure === 'yoy';
  if (growth && planKind === 'checkpoints') return 'growth-sign';
  return judgedInPoints({ type, measure, unit }) ? 'gap-5-10' : 'rate-5-10';
}

export const PRESET_KEYS = [
  'pace-5-10',
  'gap-5-10',
  'rate-5-10',
  'count-nodes',
  'ratio-80-60',
  'pace-10-30',
  'consecutive-2',
  'growth-sign',
  'peer-average',
  'milestone-20',
] as const;
export type PresetKey = (typeof PRESET_KEYS)[number];
