import type { Policy, PolicyCondition, PolicyRule, PresetKey } from './policy.js';
import type { PolicyField } from './policy-field.js';

/** The light policies every installation starts with (domain.md §7), version 1, as data. */
export const PRESETS: Readonly<Record<PresetKey, Policy>> = {
  'pace-5-10': preset('pace-5-10', fiveTen('paceGap')),
  'gap-5-10': preset('gap-5-10', fiveTen('gap')),
  'rate-5-10': preset('rate-5-10', fiveTen('gapRate')),
  'count-nodes': preset('count-nodes', [
    { light: 'red', when: { all: [is('shortfall', 'gt', '1'), is('paceRatio', 'lt', '60')] } },
    // A limit of 0 has no pace ratio; only there a count has a gap.
    { light: 'red', when: { all: [is('gap', 'lt', '-1')] } },
    { light: 'orange', when: { all: [is('shortfall', 'gt', '1')] } },
    { light: 'yellow', when: { all: [is('shortfall', 'gt', '0')] } },
    { light: 'green' },
  ]),
  'ratio-80-60': preset('ratio-80-60', [
    { light: 'red', when: { all: [is('paceRatio', 'lt', '60')] } },
    { light: 'yellow', when: { all: [is('paceRatio', 'lt', '80')] } },
    { light: 'green' },
  ]),
  'pace-10-30': preset('pace-10-30', [
    { light: 'red', when: { all: [is('paceGap', 'lt', '-30')] } },
    { light: 'yellow', when: { all: [is('paceGap', 'lte', '-10')] } },
    { light: 'green' },
  ]),
  'consecutive-2': preset('consecutive-2', [
    { light: 'red', when: { all: [is('consecutiveLag', 'gte', '2')] } },
    {
      light: 'yellow',
      when: { any: [is('paceGap', 'lt', '0'), is('gap', 'lt', '0'), is('shortfall', 'gt', '0')] },
    },
    { light: 'green' },
  ]),
  'growth-sign': preset('growth-sign', [
    { light: 'red', when: { all: [is('figure', 'lt', '0')] } },
    { light: 'yellow', when: { any: [is('gap', 'lt', '0'), is('peerGap', 'lt', '0')] } },
    { light: 'green' },
  ]),
  'peer-average': preset('peer-average', [
    { light: 'red', when: { all: [is('peerGap', 'lt', '0')] } },
    { light: 'green' },
  ]),
  // Of one that is not done yet; what is done, and what is lost at the year's end, is `decideMilestone`'s.
  'milestone-20': preset('milestone-20', [
    { light: 'red', when: { all: [is('daysOverdue', 'gt', '20')] } },
    { light: 'orange', when: { all: [is('daysOverdue', 'gt', '0')] } },
    { light: 'yellow', when: { all: [is('daysOverdue', 'gte', '-20')] } },
    { light: 'green' },
  ]),
};

function preset(key: PresetKey, rules: PolicyRule[]): Policy {
  return { key, version: 1, rules };
}

/** x ≥ 0 green; −5 < x < 0 yellow; −10 < x ≤ −5 orange; ≤ −10 red. */
function fiveTen(field: PolicyField): PolicyRule[] {
  return [
    { light: 'red', when: { all: [is(field, 'lte', '-10')] } },
    { light: 'orange', when: { all: [is(field, 'lte', '-5')] } },
    { light: 'yellow', when: { all: [is(field, 'lt', '0')] } },
    { light: 'green' },
  ];
}

function is(field: PolicyField, op: PolicyCondition['op'], value: string): PolicyCondition {
  return { field, op, value };
}
