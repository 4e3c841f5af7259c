import t from 'tap';
import {
  convert,
  type Evaluation,
  type FoldYearInput,
  Fraction,
  foldYear,
  type Plan,
  PRESETS,
  type PresetKey,
} from '../../src/index.js';
import { decimal, exactDecimal, multiply, q, subtract } from './arithmetic.js';
import { foldInput, toFraction } from './boundary.js';
import { type Draw, tryCases } from './draw.js';
import type { Reported } from './fold.js';
import { drawGoal } from './goals.js';
import { FIELD_NAMES, inPoints } from './measured.js';
import { drawYear } from './years.js';

/** Everything an evaluation says, as text. */
function told(evaluations: readonly Evaluation[]): string {
  return JSON.stringify(evaluations, (_, value) =>
    value instanceof Fraction
      ? `${value.numerator}/${value.denominator}`
      : typeof value === 'bigint'
        ? `${value}`
        : value,
  );
}

const AMOUNTS = [
  'plannedToDate',
  'shortfall',
  'remaining',
  'averageMonthly',
  'requiredMonthly',
  'gap',
] as const;
/** Presets that ask for no amount other than its sign. */
const BY_RATE: readonly PresetKey[] = [
  'pace-5-10',
  'rate-5-10',
  'ratio-80-60',
  'pace-10-30',
  'consecutive-2',
  'growth-sign',
];

const inTenThousands = (amount: Fraction): Fraction => convert(amount, '亿元', '万元')!;

function planInTenThousands(plan: Plan): Plan {
  const shift = (text: string) => exactDecimal(multiply(decimal(text), q(10_000)))!;
  if (plan.kind === 'cumulative') return { ...plan, values: plan.values.map(shift) };
  if (plan.kind !== 'checkpoints') return plan;
  return { ...plan, points: plan.points.map(({ month, value }) => ({ month, value: shift(value) })) };
}

/** A year told in 亿元, told in 万元. */
function otherUnit(input: FoldYearInput, isAmount: boolean): FoldYearInput {
  return {
    ...input,
    indicator: { ...input.indicator, unit: '万元' },
    versions: input.versions.map((version) => {
      const { terms } = version;
      if (!isAmount) return version;
      return {
        ...version,
        terms: { ...terms, value: inTenThousands(terms.value), plan: planInTenThousands(terms.plan) },
      };
    }),
    figures: input.figures.map(
      (figure) => figure && { ...figure, value: figure.value && inTenThousands(figure.value) },
    ),
    lastYear: input.lastYear?.map((figure) => figure && inTenThousands(figure)),
  };
}

t.test('亿元 or 万元 changes amounts by 10^4, and no rate, point or light', async (t) => {
  tryCases(t, 150, (draw) => {
    const goal = { ...drawGoal(draw, draw.pick(['flow', 'stock'])), unit: '亿元' };
    const input = foldInput(drawYear(draw, goal), goal);
    const isAmount = !inPoints(goal);
    const policy = PRESETS[draw.pick(BY_RATE)];
    const versions = input.versions.map((version) => ({ ...version, policy }));
    const large = foldYear({ ...input, versions });
    const small = foldYear(otherUnit({ ...input, versions }, isAmount));
    for (const [index, one] of large.entries()) {
      const other = small[index]!;
      for (const name of FIELD_NAMES) {
        const [before, after] = [one.fields[name], other.fields[name]];
        const scales = isAmount && AMOUNTS.some((amount) => amount === name);
        const expected = scales && before ? before.times(Fraction.of(10_000)) : before;
        if (expected === null ? after !== null : !after?.equals(expected))
          return `${name} in month ${index + 1}`;
      }
      const lights = [one, other].map(({ decided, consecutiveLag, state }) =>
        [state, decided?.light, decided?.rule, consecutiveLag].join(' '),
      );
      if (lights[0] !== lights[1]) return `month ${index + 1}: ${lights[0]} became ${lights[1]}`;
    }
    return null;
  });
});

t.test('versions in any order judge alike', async (t) => {
  tryCases(t, 150, (draw) => {
    const goal = drawGoal(draw);
    const input = foldInput(drawYear(draw, goal), goal);
    const shuffled = { ...input, versions: draw.shuffle(input.versions) };
    return told(foldYear(input)) === told(foldYear(shuffled)) ? null : JSON.stringify(input.versions.length);
  });
});

t.test('a figure in two parts, or with idle zeros, is the same figure', async (t) => {
  tryCases(t, 150, (draw) => {
    const goal = drawGoal(draw);
    const year = drawYear(draw, goal);
    const input = foldInput(year, goal);
    const figures = input.figures.map((figure, index) => {
      const given = year.figures[index];
      return figure && given ? { ...figure, value: inParts(draw, given), yoy: idle(figure.yoy) } : null;
    });
    return told(foldYear(input)) === told(foldYear({ ...input, figures })) ? null : 'another evaluation';
  });
});

function inParts(draw: Draw, { value }: Reported): Fraction | null {
  if (!value) return null;
  const part = decimal(draw.amount());
  return toFraction(part).plus(toFraction(subtract(value, part)));
}

function idle(number: Fraction | null): Fraction | null {
  const text = number?.toExactDecimal();
  return text ? Fraction.parse(text.includes('.') ? `${text}00` : `${text}.000`) : number;
}
