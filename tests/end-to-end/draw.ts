import { aimAt } from './aim.js';
import { drawPlan, PLANS, type PlanName } from './draw-plan.js';
import { Exact } from './exact.js';
import { type Figure, type Goal, judgeYear, type Light, type Plan, type Subject } from './oracle.js';
import type { Random } from './random.js';

/** An indicator of its own with one target and its figures: what a test asks of one row of every channel. */
export interface Case extends Subject {
  key: string;
  name: string;
  decimals: number;
  reportUnit: string;
  reportDecimals: number;
  /** How many of `unit` one `reportUnit` is. */
  reportScale: number;
  /** Whether its sheets give it in the report unit rather than its own. */
  isGivenInReportUnit: boolean;
  noJanuary: boolean;
  planName: PlanName;
  goal: Goal | null;
  /** Which terms the target leaves to its defaults. */
  leaves: { plan: boolean; comparator: boolean };
  figures: Map<number, Figure>;
}

/** Units of an indicator, the one its leaders read and how many of the first that is. */
const AMOUNTS: readonly [unit: string, reportUnit: string, scale: number][] = [
  ['亿元', '亿元', 1],
  ['万元', '亿元', 10_000],
  ['千元', '万元', 10],
  ['吨', '万吨', 10_000],
];
const UNITS = { flow: AMOUNTS, stock: AMOUNTS, count: [['家', '家', 1]], growth: [['%', '%', 1]] } as const;
const RATIO_UNITS = { percent: ['%', '%', 1], other: ['万元/亩', '万元/亩', 1] } as const;

export interface CaseOptions {
  key: string;
  /** What the case is about; dealt from decks, so that a run has all of them. */
  type: Subject['type'];
  planName: PlanName;
  light: Light;
  /** Months that are reported, in order; the last is the period of the sheet. */
  months: number[];
  begins: number;
}

/** Every sensible pair of a type and a plan. */
export const KINDS: readonly [Subject['type'], PlanName][] = [
  ...PLANS.filter((plan) => plan !== 'quarterly').map((plan) => ['flow', plan] as const),
  ...PLANS.map((plan) => ['count', plan] as const),
  ...(['stock', 'ratio', 'growth'] as const).flatMap((type) =>
    (['constant', 'checkpoints', 'none'] as const).map((plan) => [type, plan] as const),
  ),
  ['ratio', 'linear'],
].map(([type, plan]) => [type as Subject['type'], plan as PlanName]);

export function drawCase(random: Random, options: CaseOptions): Case {
  const { key, type, planName, months, begins } = options;
  const isLevel = planName === 'constant' || planName === 'checkpoints';
  const measure =
    isLevel && type !== 'ratio' && type !== 'growth' && random.chance(0.5)
      ? ('yoy' as const)
      : ('value' as const);
  const [unit, reportUnit, reportScale] =
    type === 'ratio'
      ? RATIO_UNITS[planName === 'linear' || random.chance(0.4) ? 'other' : 'percent']
      : random.pick<readonly [string, string, number]>(UNITS[type]);
  const decimals = type === 'count' ? 0 : random.whole(0, 4);
  const subject: Case = {
    key,
    name: `${{ flow: '产值', count: '户数', stock: '余额', ratio: '占比', growth: '增速' }[type]}${key}`,
    type,
    unit,
    begins,
    decimals,
    reportUnit,
    reportScale,
    reportDecimals: type === 'count' ? 0 : random.whole(1, 3),
    isGivenInReportUnit: random.chance(0.3),
    noJanuary: months[0] !== 1 && random.chance(0.3),
    planName,
    goal: null,
    leaves: { plan: false, comparator: random.chance(0.3) },
    figures: new Map(),
  };
  const sampleValue = () => Exact.of(random.whole(-999, 9999), 10n ** BigInt(random.whole(0, 2)));
  if (planName !== 'none') subject.goal = drawGoal(random, subject, measure);
  const isDefault = {
    flow: 'linear',
    count: 'quarterly',
    stock: 'constant',
    ratio: 'constant',
    growth: 'constant',
  };
  subject.leaves.plan = (measure === 'yoy' ? 'constant' : isDefault[type]) === planName && random.chance(0.3);
  for (const month of months) {
    const isLast = month === months.at(-1);
    const light = isLast ? options.light : random.pick(['green', 'yellow', 'orange', 'red'] as const);
    const aimed = subject.goal
      ? aimAt(random, { subject, goal: subject.goal, month, light })
      : (type === 'count' ? sampleValue().floor() : sampleValue()).toDecimal();
    const growth = Exact.of(random.whole(-300, 600), 10).toDecimal() as string;
    const figure: Figure =
      measure === 'yoy'
        ? { yoy: aimed ?? '0', ...(random.chance(0.7) ? { value: String(random.whole(1, 500)) } : {}) }
        : { value: aimed ?? '0', ...(type !== 'growth' && random.chance(0.5) ? { yoy: growth } : {}) };
    // A sheet may leave out the very figure that the target asks for.
    const isBoth = figure.value !== undefined && figure.yoy !== undefined;
    if (isBoth && !isLast && random.chance(0.2) && isDue(subject, month)) delete figure[measure];
    subject.figures.set(month, figure);
  }
  return subject;
}

/** Whether the plan asks for anything at the month: what a month says that is neither due nor reported is open. */
function isDue(subject: Case, month: number): boolean {
  const verdicts = judgeYear(subject, subject.goal, new Map([[month, { value: '0', yoy: '0' }]]));
  return verdicts.get(month)?.state === 'evaluated';
}

function drawGoal(random: Random, subject: Case, measure: Goal['measure']): Goal {
  const { type, planName } = subject;
  const comparator = random.chance(0.3) ? ('atMost' as const) : ('atLeast' as const);
  const isLevel = planName === 'constant' || planName === 'checkpoints';
  const inPoints = measure === 'yoy' || subject.unit === '%';
  const value = inPoints
    ? Exact.of(random.whole(-200, 1000), 10)
    : drawAmount(random, {
        type,
        mayBeZero: isLevel || (comparator === 'atMost' && planName !== 'quarterly'),
      });
  const plan: Plan = drawPlan(random, { planName, target: value, inPoints, isCount: type === 'count' });
  const phased = !isLevel && planName !== 'quarterly' && value.sign !== 0;
  const policies = phased
    ? (['ratio-80-60', 'pace-10-30', 'consecutive-2'] as const)
    : (['consecutive-2'] as const);
  return {
    measure,
    comparator,
    value: value.toDecimal() as string,
    plan,
    policy: planName !== 'quarterly' && random.chance(0.15) ? random.pick(policies) : null,
  };
}

/** From 10⁻⁴ to 10¹²; often one that divides by the months left, so that figures fall exactly on the bounds. */
function drawAmount(random: Random, of: { type: Subject['type']; mayBeZero: boolean }): Exact {
  if (of.mayBeZero && random.chance(0.12)) return Exact.of(0);
  const digits = random.chance(0.7)
    ? Exact.of(random.whole(1, 30) * 12 * random.pick([1, 5, 7, 11]))
    : Exact.of(random.whole(1, 9999));
  if (of.type === 'count') return digits.times(Exact.of(random.pick([1, 1, 100, 1000])));
  const power = random.whole(-4, 8);
  return power < 0
    ? digits.over(Exact.of(10n ** BigInt(-power)))
    : digits.times(Exact.of(10n ** BigInt(power)));
}
