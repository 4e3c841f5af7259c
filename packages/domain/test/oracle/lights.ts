import type { Light, Policy, PolicyCondition, PolicyField, PresetKey } from '../../src/index.js';
import { compare, decimal, isNegative, type Q, q } from './arithmetic.js';
import { type Fields, standing } from './measured.js';

/** What a policy looks at in one month (domain.md §7); what is absent does not match. */
export type Facts = Partial<Record<PolicyField, Q>>;

export interface Decided {
  light: Light;
  /** Position of the rule; null where none matched, or the sign of the gap decided. */
  rule: number | null;
  saw: Facts;
  held: boolean;
}

export const RANK: Readonly<Record<Light, number>> = { green: 0, yellow: 1, orange: 2, red: 3 };

export function factsOf(
  fields: Fields,
  more: { judged: Q; consecutiveLag: number; peerGap: Q | null },
): Facts {
  const facts: Facts = { figure: more.judged, consecutiveLag: q(more.consecutiveLag) };
  for (const name of ['paceGap', 'paceRatio', 'gap', 'gapRate', 'shortfall'] as const) {
    if (fields[name]) facts[name] = fields[name];
  }
  if (more.peerGap) facts.peerGap = more.peerGap;
  return facts;
}

const HOLDS: Record<PolicyCondition['op'], readonly (-1 | 0 | 1)[]> = {
  lt: [-1],
  lte: [-1, 0],
  gt: [1],
  gte: [0, 1],
  eq: [0],
};

function matches(condition: PolicyCondition, facts: Facts): boolean {
  const fact = facts[condition.field];
  return fact !== undefined && HOLDS[condition.op].includes(compare(fact, decimal(condition.value)));
}

function conditions(rule: Policy['rules'][number]): PolicyCondition[] {
  if (!rule.when) return [];
  return 'all' in rule.when ? rule.when.all : rule.when.any;
}

function pick(facts: Facts, names: readonly PolicyField[]): Facts {
  return Object.fromEntries(names.flatMap((name) => (facts[name] ? [[name, facts[name]]] : [])));
}

/** The light of a judged month; null before `fromMonth`, and where only peers are asked about and there are none. */
export function lightOf(
  policy: Policy,
  fields: Fields,
  facts: Facts,
  when: { month: number; before: Light | null },
): Decided | null {
  if (when.month < (policy.fromMonth ?? 1)) return null;
  const asked = policy.rules.flatMap((rule) => conditions(rule).map((condition) => condition.field));
  const seen = asked.filter((field) => facts[field] !== undefined);
  if (asked.length > 0 && seen.length === 0 && asked.every((field) => field === 'peerGap')) return null;
  // S_m = 0: a rule on paceRatio does not match, and that is all.
  const idle = asked.includes('paceRatio') && fields.paceGap && !fields.paceRatio;
  const blind = asked.length > 0 && seen.length === 0 && !idle;
  const decided = blind ? bySign(fields) : byList(policy, facts, asked);
  const through = policy.clearThrough;
  if (!through || when.before !== 'red' || RANK[decided.light] >= RANK[through]) return decided;
  return { ...decided, light: through, held: true };
}

/** Where a policy can see nothing of what is judged, behind is red and it is kept what was behind. */
function bySign(fields: Fields): Decided {
  const name = (['paceGap', 'gap', 'shortfall'] as const).find((field) => fields[field]);
  const light = isNegative(standing(fields)!) ? 'red' : 'green';
  return { light, rule: null, saw: name ? { [name]: fields[name] } : {}, held: false };
}

function byList(policy: Policy, facts: Facts, asked: readonly PolicyField[]): Decided {
  for (const [rule, of] of policy.rules.entries()) {
    const all = conditions(of);
    const met = all.filter((condition) => matches(condition, facts)).length;
    const decides = !of.when || ('all' in of.when ? met === all.length : met > 0);
    if (!decides) continue;
    const read = of.when ? all.map((condition) => condition.field) : asked;
    return { light: of.light, rule, saw: pick(facts, read), held: false };
  }
  return { light: 'green', rule: null, saw: pick(facts, asked), held: false };
}

/** The table of presets in §7, read by itself; undefined where a preset does not fit what is measured. */
export function presetLight(key: PresetKey, fields: Fields, facts: Facts): Light | undefined {
  const { paceGap, paceRatio, gap, gapRate, shortfall, peerGap, figure } = facts;
  const steps = (x: Q): Light =>
    x[0] >= 0n ? 'green' : x[0] > -5n * x[1] ? 'yellow' : x[0] > -10n * x[1] ? 'orange' : 'red';
  switch (key) {
    case 'pace-5-10':
      return paceGap && steps(paceGap);
    case 'gap-5-10':
      return gap && steps(gap);
    case 'rate-5-10':
      return gapRate ? steps(gapRate) : gap && (isNegative(gap) ? 'red' : 'green');
    case 'count-nodes':
      if (!shortfall || !paceRatio || shortfall[0] % shortfall[1] !== 0n) return undefined;
      if (shortfall[0] === 0n) return 'green';
      if (shortfall[0] === shortfall[1]) return 'yellow';
      return paceRatio[0] >= 60n * paceRatio[1] ? 'orange' : 'red';
    case 'ratio-80-60':
      if (!paceRatio) return undefined;
      if (paceRatio[0] < 60n * paceRatio[1]) return 'red';
      return paceRatio[0] < 80n * paceRatio[1] ? 'yellow' : 'green';
    case 'pace-10-30':
      if (!paceGap) return undefined;
      if (paceGap[0] < -30n * paceGap[1]) return 'red';
      return paceGap[0] <= -10n * paceGap[1] ? 'yellow' : 'green';
    case 'consecutive-2': {
      const behind = standing(fields);
      if (!behind) return undefined;
      if (facts.consecutiveLag![0] >= 2n) return 'red';
      return isNegative(behind) ? 'yellow' : 'green';
    }
    case 'growth-sign':
      if (!gap || !figure) return undefined;
      if (isNegative(figure)) return 'red';
      return isNegative(gap) || (peerGap && isNegative(peerGap)) ? 'yellow' : 'green';
    case 'peer-average':
      return peerGap && (isNegative(peerGap) ? 'red' : 'green');
  }
}
