import type { RuleFault } from './plan-faults.js';
import { conditionsOf, POLICY_OPS, type Policy, type PolicyCondition, type PolicyRule } from './policy.js';
import { POLICY_FIELDS } from './policy-field.js';
import { LIGHTS, severity } from './terms.js';

/**
 * Everything that makes a policy unusable (domain.md §7), empty for a sound one: rules worst first, known
 * fields and operators, plain decimals, an else only at the end, sensible months and lights.
 */
export function policyFaults(policy: Policy): RuleFault[] {
  const faults = policy.rules.flatMap((rule, index) => ruleFaults(policy, rule, index));
  if (policy.rules.length === 0) faults.push(fault('/rules', 'rulesEmpty', 'Give at least one rule.'));
  const { fromMonth, clearThrough, alertFrom } = policy;
  if (fromMonth !== undefined && !(Number.isInteger(fromMonth) && fromMonth >= 1 && fromMonth <= 12)) {
    faults.push(fault('/fromMonth', 'monthOutOfRange', 'fromMonth must be a month, 1 to 12.'));
  }
  if (clearThrough !== undefined && !['yellow', 'orange'].includes(clearThrough)) {
    faults.push(fault('/clearThrough', 'unknownLight', 'clearThrough must be yellow or orange.'));
  }
  if (alertFrom !== undefined && !['yellow', 'orange', 'red'].includes(alertFrom)) {
    faults.push(fault('/alertFrom', 'unknownLight', 'alertFrom must be yellow, orange or red.'));
  }
  return faults;
}

function ruleFaults(policy: Policy, rule: PolicyRule, index: number): RuleFault[] {
  const pointer = `/rules/${index}`;
  const faults: RuleFault[] = [];
  const before = policy.rules[index - 1];
  if (!LIGHTS.includes(rule.light)) {
    faults.push(fault(`${pointer}/light`, 'unknownLight', `A light is one of ${LIGHTS.join(', ')}.`));
  } else if (before && severity(before.light) < severity(rule.light)) {
    const message = 'Rules go worst first: this light is worse than the one before it.';
    faults.push(fault(`${pointer}/light`, 'notWorstFirst', message));
  }
  if (!rule.when) {
    if (index < policy.rules.length - 1) {
      faults.push(fault(pointer, 'elseNotLast', 'A rule without when matches everything: put it last.'));
    }
    return faults;
  }
  if ('all' in rule.when === 'any' in rule.when) {
    faults.push(fault(`${pointer}/when`, 'allOrAny', 'Give either all or any.'));
    return faults;
  }
  const list = `${pointer}/when/${'all' in rule.when ? 'all' : 'any'}`;
  const conditions = conditionsOf(rule);
  if (conditions.length === 0) {
    faults.push(fault(list, 'conditionsEmpty', 'Give at least one condition, or leave when out.'));
  }
  return [...faults, ...conditions.flatMap((each, at) => conditionFaults(each, `${list}/${at}`))];
}

function conditionFaults({ field, op, value }: PolicyCondition, pointer: string): RuleFault[] {
  const faults: RuleFault[] = [];
  if (!POLICY_FIELDS.includes(field)) {
    faults.push(fault(`${pointer}/field`, 'unknownField', `A field is one of ${POLICY_FIELDS.join(', ')}.`));
  }
  if (!POLICY_OPS.includes(op)) {
    faults.push(fault(`${pointer}/op`, 'unknownOp', `An op is one of ${POLICY_OPS.join(', ')}.`));
  }
  if (!/^-?\d+(\.\d+)?$/.test(value)) {
    faults.push(fault(`${pointer}/value`, 'notDecimal', 'Write a plain decimal such as "-5".'));
  }
  return faults;
}

function fault(pointer: string, code: string, message: string): RuleFault {
  return { pointer, code, message };
}
