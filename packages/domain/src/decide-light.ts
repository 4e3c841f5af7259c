import type { DecidedLight, JudgedFields } from './evaluation.js';
import { Fraction } from './fraction.js';
import { judgedGap } from './judged-fields.js';
import {
  boundOf,
  conditionsOf,
  fieldsOf,
  type Policy,
  type PolicyCondition,
  type PolicyRule,
} from './policy.js';
import type { PolicyField } from './policy-field.js';
import { type Light, severity } from './terms.js';

/** What a policy may look at, unrounded; null does not match. */
export type PolicyFacts = Readonly<Record<PolicyField, Fraction | null>>;

/** What stands beside the judged fields when a light is decided. */
export interface LightContext {
  /** 1…12. */
  month: number;
  /** The last light shown this year, for `clearThrough`. */
  previousLight: Light | null;
  /** The judged number. */
  figure: Fraction | null;
  /** This period included. */
  consecutiveLag: number;
  /** Against the peer reference, percentage points; null without one. */
  peerGap?: Fraction | null;
}

/**
 * The light of one judged target (domain.md §7), on unrounded fractions; null before `fromMonth` and where
 * the policy asks only about peers and there is no reference. Where none of the policy's fields exists for
 * this target (a rate of a level of 0), the sign of the judged gap decides: green or red. Expects a policy
 * without `policyFaults`.
 */
export function decideLight(
  policy: Policy,
  fields: JudgedFields,
  context: LightContext,
): DecidedLight | null {
  if (policy.fromMonth !== undefined && context.month < policy.fromMonth) return null;
  const decided = byRules(policy, factsOf(fields, context), judgedGap(fields));
  const { clearThrough } = policy;
  const held =
    decided !== null &&
    clearThrough !== undefined &&
    context.previousLight === 'red' &&
    severity(decided.light) < severity(clearThrough);
  return held ? { ...decided, light: clearThrough, clearedThrough: true } : decided;
}

function factsOf(fields: JudgedFields, context: LightContext): PolicyFacts {
  return {
    paceGap: fields.paceGap,
    paceRatio: fields.paceRatio,
    gap: fields.gap,
    gapRate: fields.gapRate,
    shortfall: fields.shortfall,
    figure: context.figure,
    peerGap: context.peerGap ?? null,
    consecutiveLag: Fraction.of(context.consecutiveLag),
    daysOverdue: fields.daysOverdue,
  };
}

function byRules(policy: Policy, facts: PolicyFacts, behind: Fraction | null): DecidedLight | null {
  const named = fieldsOf(policy);
  const base = { policy: policy.key, policyVersion: policy.version };
  if (named.length > 0 && named.every((field) => facts[field] === null)) {
    if (named.every((field) => field === 'peerGap')) return null;
    if (behind && !demandsNothingYet(named, facts)) {
      const seenBy = (['paceGap', 'gap', 'shortfall'] as const).find((field) => facts[field] !== null);
      const saw: DecidedLight['saw'] = seenBy ? { [seenBy]: facts[seenBy] } : {};
      return { ...base, light: behind.sign < 0 ? 'red' : 'green', rule: null, saw };
    }
  }
  const index = policy.rules.findIndex((rule) => matches(rule, facts));
  const rule = policy.rules[index];
  if (!rule) return { ...base, light: 'green', rule: null, saw: seen(named, facts) };
  const asked = rule.when ? conditionsOf(rule).map(({ field }) => field) : named;
  return { ...base, light: rule.light, rule: index, saw: seen(asked, facts) };
}

/** S_m = 0: a pace ratio is null for a while, and a rule on it does not match. */
function demandsNothingYet(named: readonly PolicyField[], facts: PolicyFacts): boolean {
  return named.includes('paceRatio') && facts.paceGap !== null;
}

function matches(rule: PolicyRule, facts: PolicyFacts): boolean {
  if (!rule.when) return true;
  const holds = (condition: PolicyCondition) => conditionHolds(condition, facts);
  return 'all' in rule.when ? rule.when.all.every(holds) : rule.when.any.some(holds);
}

function conditionHolds(condition: PolicyCondition, facts: PolicyFacts): boolean {
  const { field, op } = condition;
  const fact = facts[field];
  if (fact === null) return false;
  const order = fact.compare(boundOf(condition));
  switch (op) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'eq':
      return order === 0;
  }
}

function seen(asked: readonly PolicyField[], facts: PolicyFacts): DecidedLight['saw'] {
  const saw: DecidedLight['saw'] = {};
  for (const field of asked) {
    const fact = facts[field];
    if (fact !== null) saw[field] = fact;
  }
  return saw;
}
