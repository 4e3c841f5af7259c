import { Fraction } from './fraction.js';

/**
 * The units of the field by family (domain.md §2): within one, each unit's worth in the family's first, as a
 * whole number or `[numerator, denominator]`. Counts of different things are families of their own.
 */
const FAMILIES: Record<string, number | readonly [number, number]>[] = [
  {
    元: 1,
    千元: 1_000,
    万元: 10_000,
    百万元: 1_000_000,
    千万元: 10_000_000,
    亿元: 100_000_000,
    万亿元: 1e12,
  },
  { 美元: 1, 千美元: 1_000, 万美元: 10_000, 百万美元: 1_000_000, 亿美元: 100_000_000 },
  { 家: 1, 万家: 10_000 },
  { 户: 1, 万户: 10_000 },
  { 个: 1, 万个: 10_000 },
  { 项: 1 },
  { 座: 1 },
  { 条: 1 },
  { 套: 1, 万套: 10_000 },
  { 台: 1, 万台: 10_000 },
  { 件: 1, 万件: 10_000 },
  { 人: 1, 万人: 10_000 },
  { 人次: 1, 万人次: 10_000 },
  {
    平方米: 1,
    万平方米: 10_000,
    亩: [2_000, 3],
    万亩: [20_000_000, 3],
    公顷: 10_000,
    平方公里: 1_000_000,
    平方千米: 1_000_000,
  },
  { 千克: 1, 公斤: 1, 吨: 1_000, 万吨: 10_000_000, 亿吨: 100_000_000_000 },
  { 千克标准煤: 1, 吨标准煤: 1_000, 万吨标准煤: 10_000_000 },
  { '%': 1 },
  { 个百分点: 1, 百分点: 1 },
  { 千瓦时: 1, 兆瓦时: 1_000, 万千瓦时: 10_000, 亿千瓦时: 100_000_000 },
  { 千瓦: 1, 兆瓦: 1_000, 万千瓦: 10_000 },
  { 米: 1, 公里: 1_000, 千米: 1_000 },
  { 立方米: 1, 万立方米: 10_000, 亿立方米: 100_000_000 },
  { 分: 1 },
  { 天: 1 },
];

interface Unit {
  /** What measures the same thing shares this. */
  family: string;
  worth: Fraction;
}

const SIMPLE = new Map<string, Unit>(
  FAMILIES.flatMap((units, family) =>
    Object.entries(units).map(([name, worth]): [string, Unit] => [
      name,
      {
        family: String(family),
        worth: typeof worth === 'number' ? Fraction.of(worth) : Fraction.of(worth[0], worth[1]),
      },
    ]),
  ),
);

/** Whether a unit is one of the field's: a simple one (`万元`), or one over another (`万元/亩`). */
export function isUnit(name: string): boolean {
  return unitNamed(name) !== null;
}

/** Whether figures in one unit can be said in the other. A unit, known or not, is of its own family. */
export function sameFamily(one: string, other: string): boolean {
  return one === other || worthIn(one, other) !== null;
}

/** The exact value in another unit of the same family, or null where the units measure different things. */
export function convert(value: Fraction, from: string, to: string): Fraction | null {
  if (from === to) return value;
  const worth = worthIn(from, to);
  return worth === null ? null : value.times(worth);
}

/**
 * The unit of the same family that is worth `factor` of the named one: 万元 is 1/10000 of 亿元. Null where there is
 * none, and for quotients of two units.
 */
export function unitWorth(name: string, factor: Fraction): string | null {
  const unit = SIMPLE.get(name);
  if (!unit) return null;
  const wanted = unit.worth.times(factor);
  for (const [other, { family, worth }] of SIMPLE) {
    if (family === unit.family && worth.equals(wanted)) return other;
  }
  return null;
}

/** How many of `to` one of `from` is, or null. */
function worthIn(from: string, to: string): Fraction | null {
  const [one, other] = [unitNamed(from), unitNamed(to)];
  return one !== null && one.family === other?.family ? one.worth.dividedBy(other.worth) : null;
}

function unitNamed(name: string): Unit | null {
  const simple = SIMPLE.get(name);
  if (simple) return simple;
  const [above, below, ...more] = name.split('/').map((part) => SIMPLE.get(part));
  if (!above || !below || more.length > 0) return null;
  return { family: `${above.family}/${below.family}`, worth: above.worth.dividedBy(below.worth) };
}
