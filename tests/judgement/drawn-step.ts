import type { Random } from '../end-to-end/random.js';

/** One thing that somebody asks of the installation; what it refuses is no step. */
export interface Step {
  kind: string;
  method: string;
  url: string;
  body: unknown;
}

const PARKS = ['park', 'sister', 'other-park'] as const;
const COUNTIES = ['county', 'other-county'] as const;
const ORGS = [...PARKS, ...COUNTIES] as const;
const LIGHTS = ['red', 'orange', 'yellow'] as const;

/** What the indicators of `openCounty` become, and those that only this history has. */
export const CATALOGUE: Readonly<Record<string, Record<string, unknown>>> = {
  output: { name: '总产值', unit: '亿元', type: 'flow', decimals: 2, rollUp: 'sum' },
  share: {
    name: '集中度',
    unit: '%',
    type: 'ratio',
    decimals: 2,
    formula: { numerator: { indicator: 'output' }, denominator: { indicator: 'output', org: 'parent' } },
  },
  density: {
    name: '占全县比重',
    unit: '%',
    type: 'ratio',
    formula: {
      numerator: { indicator: 'output' },
      denominator: { indicator: 'output', org: 'county' },
      mode: 'computed',
    },
  },
  firms: { name: '规上企业', unit: '家', type: 'count', rollUp: 'sum' },
  growth: { name: '增加值增速', unit: '%', type: 'growth', decimals: 1 },
  road: { name: '主干道通车', unit: '个', type: 'milestone' },
};

/** A figure that was drawn before, and may be in force. */
interface Drawn {
  org: string;
  period: string;
  indicator: string;
}

type Draw = (random: Random, today: Date, drawn: readonly Drawn[]) => Omit<Step, 'kind'>;

const two = (number: number) => String(number).padStart(2, '0');
const amount = (random: Random, most: number) => `${random.whole(1, most)}.${two(random.whole(0, 99))}`;

/** A month of the business year, or of the one before where that is still being put right. */
function monthOf(random: Random, today: Date): string {
  const last = today.getUTCFullYear() * 12 + today.getUTCMonth() - 1;
  const month = last - (random.chance(0.5) ? 0 : random.whole(0, 4));
  return `${Math.floor(month / 12)}-${two((month % 12) + 1)}`;
}

const valuesOf = (random: Random, period: string) => {
  const month = Number(period.slice(5));
  const drawn = {
    output: () => ({
      value: amount(random, 12 * month),
      ...(random.chance(0.5) ? { yoy: amount(random, 30) } : {}),
      ...(random.chance(0.2) ? { outlook: { fullYear: amount(random, 150), reason: '订单' } } : {}),
    }),
    share: () => ({ value: amount(random, 95) }),
    firms: () => ({ value: random.whole(0, 20) }),
    growth: () => ({ value: `${random.chance(0.2) ? '-' : ''}${amount(random, 15)}` }),
    road: () => (random.chance(0.3) ? { done: true, doneOn: `${period}-03` } : { done: false }),
  };
  return random
    .shuffled(Object.entries(drawn))
    .slice(0, random.whole(1, 4))
    .map(([indicator, draw]) => ({ indicator, ...draw() }));
};

const submission = (body: unknown) => ({ method: 'POST', url: '/v1/submissions', body });

const DRAWS: Readonly<Record<string, Draw>> = {
  report(random, today) {
    const period = monthOf(random, today);
    const source = random.pick(['estimate', 'estimate', 'statistical', 'final']);
    return submission({
      ...{ org: random.pick(random.chance(0.7) ? PARKS : ORGS), period, source, reason: '报送' },
      values: valuesOf(random, period),
    });
  },
  withdrawal(random, _today, drawn) {
    const { org, period, indicator } = random.pick(drawn.slice(-20));
    const values = [{ indicator, withdraw: true }];
    return submission({ org, period, source: 'final', reason: '误报', values });
  },
  history(random) {
    const period = `${random.whole(2014, 2016)}-${two(random.pick([3, 5, 6, 8, 12, 12]))}`;
    return submission({
      ...{ org: random.pick(PARKS), period, source: 'final', historical: true, reason: '补录' },
      values: [{ indicator: 'output', value: amount(random, 12 * Number(period.slice(5))) }],
    });
  },
  target(random, today) {
    const indicator = random.pick(['output', 'output', 'share', 'density', 'firms', 'growth', 'road']);
    const year = today.getUTCFullYear() - (today.getUTCMonth() < 2 && random.chance(0.7) ? 1 : 0);
    const rest = {
      ...(random.chance(0.5) ? { appliesFrom: `${year}-${two(random.whole(1, 12))}` } : {}),
      ...(random.chance(0.2) ? { policy: random.pick(['mine', 'other', 'consecutive-2']) } : {}),
      ...(random.chance(0.3) ? { responsible: { unit: random.pick(['发改局', '工信局']) } } : {}),
    };
    const of = { org: random.pick(ORGS), year, indicator, reason: '调整', ...rest };
    const body =
      indicator === 'road'
        ? { ...of, due: `${year}-${two(random.whole(3, 11))}-${two(random.whole(1, 28))}` }
        : indicator === 'output' && random.chance(0.3)
          ? { ...of, measure: 'yoy', value: amount(random, 20) }
          : {
              ...of,
              value: indicator === 'firms' ? random.whole(4, 16) : amount(random, 99),
              ...(indicator === 'output' && random.chance(0.4) ? { plan: { kind: 'lastYear' } } : {}),
              ...(random.chance(0.2) ? { grade: 'own', deciding: random.chance(0.3) } : {}),
            };
    return { method: 'POST', url: '/v1/targets', body };
  },
  policy(random) {
    const field = random.pick(['gap', 'paceGap', 'consecutiveLag', 'peerGap']);
    const when = {
      any: [{ field, op: field === 'consecutiveLag' ? 'gte' : 'lt', value: random.whole(-9, 3) }],
    };
    const body = {
      rules: [{ light: random.pick(LIGHTS), when }, { light: 'green' }],
      ...(random.chance(0.3) ? { fromMonth: random.whole(1, 6) } : {}),
      ...(random.chance(0.3) ? { clearThrough: 'yellow' } : {}),
      ...(random.chance(0.3) ? { alertFrom: random.pick(LIGHTS) } : {}),
    };
    return { method: 'PUT', url: `/v1/policies/${random.pick(['mine', 'other', 'gap-5-10'])}`, body };
  },
  scope(random, today) {
    const body = Array.from({ length: random.whole(0, 2) }, () => ({
      org: random.pick(['city', ...ORGS]),
      from: `${today.getUTCFullYear()}-${two(random.whole(1, 12))}`,
      ...(random.chance(0.4) ? { indicator: random.pick(['output', 'share', 'firms']) } : {}),
    }));
    return { method: 'PUT', url: `/v1/policies/${random.pick(['mine', 'other'])}/scopes`, body };
  },
  org(random) {
    const key = random.pick(ORGS);
    const park = PARKS.some((each) => each === key);
    const body = {
      name: random.chance(0.5) ? key : `${key} 新区`,
      level: park ? 'park' : 'county',
      parent: park ? random.pick(COUNTIES) : random.chance(0.2) ? null : 'city',
      activeFrom: random.pick(['2000-01-01', '2000-01-01', '2017-04-01']),
    };
    return { method: 'PUT', url: `/v1/orgs/${key}`, body };
  },
  duty(random, today) {
    const year = today.getUTCFullYear();
    const indicators = random
      .shuffled(['output', 'share', 'density', 'firms', 'growth'])
      .slice(0, random.whole(1, 4))
      .map((indicator) => ({
        indicator,
        from: `${year}-${two(random.whole(1, 5))}`,
        to: random.chance(0.5) ? null : `${year}-${two(random.whole(6, 12))}`,
      }));
    return { method: 'PUT', url: `/v1/orgs/${random.pick(PARKS)}/duty`, body: { indicators } };
  },
  indicator(random) {
    const key = random.pick(['output', 'share', 'density', 'firms', 'growth']);
    const { formula, ...terms } = CATALOGUE[key] as Record<string, unknown>;
    const body = {
      ...terms,
      ...(formula && (key === 'density' || random.chance(0.7)) ? { formula } : {}),
      ...(random.chance(0.5) ? { name: `${terms.name}（口径二）` } : {}),
      ...(random.chance(0.5) ? { decimals: random.whole(0, 3) } : {}),
      ...(random.chance(0.3) ? { noJanuary: true } : {}),
      ...(random.chance(0.3) ? { rankBy: 'figure' } : {}),
      ...(random.chance(0.3) ? { order: random.whole(1, 99) } : {}),
      ...(terms.rollUp && random.chance(0.3) ? { rollUp: 'none' } : {}),
    };
    return { method: 'PUT', url: `/v1/indicators/${key}`, body };
  },
  reference(random, today) {
    const body = {
      ...{ org: random.pick(ORGS), period: monthOf(random, today), source: '统计局' },
      indicator: random.pick(['output', 'share', 'growth']),
      measure: random.pick(['value', 'yoy']),
      ...(random.chance(0.7) ? { average: amount(random, 40) } : {}),
      rank: random.whole(1, 9),
      of: 9,
    };
    return { method: 'POST', url: '/v1/references', body };
  },
  peers(random) {
    const orgs = random.shuffled(PARKS).slice(0, random.whole(0, 3));
    return { method: 'PUT', url: `/v1/peer-groups/${random.pick(['a', 'b'])}`, body: { orgs } };
  },
  rerun(random, today) {
    const body = { org: random.pick(ORGS), year: today.getUTCFullYear(), reason: '按新目标' };
    return { method: 'POST', url: '/v1/evaluations/rerun', body };
  },
  calendar(random, today) {
    const year = today.getUTCFullYear();
    const daysOff = Array.from({ length: 9 }, (_, day) => `${year}-${two(random.whole(2, 11))}-1${day}`);
    const org = random.pick(['all', 'county', 'park']);
    return { method: 'PUT', url: `/v1/calendar/${year}?org=${org}`, body: { daysOff, workdays: [] } };
  },
};

/** How often each comes, in a deck that is dealt before anything comes again. */
const SHARES: Readonly<Record<string, number>> = { report: 20, withdrawal: 3, history: 5, target: 9, org: 4 };
export const STEP_KINDS = Object.keys(DRAWS);

/** Draws steps one after another. */
export function stepsOf(random: Random): (today: Date) => Step {
  const deal = random.deck(STEP_KINDS.flatMap((kind) => Array<string>(SHARES[kind] ?? 2).fill(kind)));
  const drawn: Drawn[] = [];
  return (today) => {
    const dealt = deal();
    const kind = dealt === 'withdrawal' && drawn.length === 0 ? 'report' : dealt;
    const step = DRAWS[kind]!(random, today, drawn);
    if (kind === 'report') {
      const { org, period, values } = step.body as Drawn & { values: Drawn[] };
      drawn.push(...values.map(({ indicator }) => ({ org, period, indicator })));
    }
    return { kind, ...step };
  };
}
