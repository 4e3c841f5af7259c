import { Fraction } from './fraction.js';
import { sumOf } from './sum-of.js';

/** Where a base comes from: reported beside the figure, worked back from its growth, or last year's own figure. */
export type BaseSource = 'lastYear' | 'growth' | 'lastYearFigure';

/** One org's (or enterprise's) figure of a period and what its base may be taken from; one unit throughout. */
export interface FigureWithBase {
  /** Null: not reported. Who left the register is 0 where that is what is meant. */
  value: Fraction | null;
  /** Growth in %, as reported. */
  yoy: Fraction | null;
  /** The base reported beside the figure (上年同期). */
  lastYear: Fraction | null;
  /** Last year's own stored figure of the same period. */
  lastYearFigure: Fraction | null;
}

export interface Base {
  value: Fraction;
  source: BaseSource;
}

/**
 * The base of a figure (domain.md §6, 同期基数): reported, else value ÷ (1 + yoy ÷ 100), else last year's stored
 * figure. A fall of exactly 100% leaves nothing to work back from. The stored figure comes last, as it is of
 * last year's scope and not on the comparable basis (可比口径).
 */
export function baseOf({ value, yoy, lastYear, lastYearFigure }: FigureWithBase): Base | null {
  if (lastYear) return { value: lastYear, source: 'lastYear' };
  const factor = yoy && Fraction.ONE.plus(yoy.dividedBy(Fraction.HUNDRED));
  if (value && factor && factor.sign !== 0) return { value: value.dividedBy(factor), source: 'growth' };
  return lastYearFigure && { value: lastYearFigure, source: 'lastYearFigure' };
}

export interface ContributionMember extends FigureWithBase {
  key: string;
  name: string;
}

/** One member's part in the growth of the whole. */
export interface MemberContribution {
  key: string;
  name: string;
  value: Fraction | null;
  base: Base | null;
  /** 拉动, percentage points of the whole's growth; null without value or base, or where the whole's base is not above 0. */
  pull: Fraction | null;
  /** 贡献率 in %; null too where the whole did not grow. */
  share: Fraction | null;
}

export interface Contributions {
  /** V and B of the whole, and where both come from. */
  value: Fraction | null;
  base: Fraction | null;
  from: 'parent' | 'members';
  /** Of the parent's own base; null where the members are summed. */
  baseSource: BaseSource | null;
  /** How many members have both value and base, of all; summed members are these. */
  counted: number;
  of: number;
  /** In the order given, those without a base too. */
  members: MemberContribution[];
}

/**
 * 拉动 and 贡献率 of members in a whole (domain.md §6): pull = (V_i − B_i) ÷ B × 100, share = (V_i − B_i) ÷ (V − B)
 * × 100. V and B are the parent's own where it has both, else both are sums, of the members that have both:
 * value and base of different members would pass off who is missing as growth.
 */
export function contributionsOf({
  parent,
  members,
}: {
  parent: FigureWithBase | null;
  members: readonly ContributionMember[];
}): Contributions {
  const based = members.map((member) => ({ ...member, base: baseOf(member) }));
  const counted = based.flatMap(({ value, base }) => (value && base ? [{ value, base: base.value }] : []));
  const whole = wholeOf(parent) ?? {
    value: counted.length > 0 ? sumOf(counted.map(({ value }) => value)) : null,
    base: counted.length > 0 ? sumOf(counted.map(({ base }) => base)) : null,
    from: 'members',
    baseSource: null,
  };
  const increase = whole.value && whole.base && whole.value.minus(whole.base);
  return {
    ...whole,
    counted: counted.length,
    of: members.length,
    members: based.map(({ key, name, value, base }) => {
      const own = value && base && value.minus(base.value);
      return { key, name, value, base, pull: rateOf(own, whole.base), share: rateOf(own, increase) };
    }),
  };
}

/** What 退库留基 does to a growth, both sides exact. */
export interface RetainedBaseEffect {
  /** 下拉: how many percentage points the growth would be higher without the retained base. */
  drag: Fraction | null;
  /** Growth in % as it is, and without the retained base. */
  growth: Fraction | null;
  adjustedGrowth: Fraction | null;
  /** The retained base's share of the base, in % (占). */
  share: Fraction | null;
}

/**
 * Firms that left the register while their base stayed in it (退库留基, domain.md §6): drag = V ÷ (B − R) − V ÷ B.
 * What takes B − R is null where that is not above 0, and everything is where B is not.
 */
export function retainedBaseEffect({
  value,
  base,
  retained,
}: {
  /** V and B of the whole, and R, all in one unit. */
  value: Fraction;
  base: Fraction;
  retained: Fraction;
}): RetainedBaseEffect {
  const level = rateOf(value, base);
  const adjusted = level && rateOf(value, base.minus(retained));
  return {
    drag: adjusted && level && adjusted.minus(level),
    growth: level?.minus(Fraction.HUNDRED) ?? null,
    adjustedGrowth: adjusted?.minus(Fraction.HUNDRED) ?? null,
    share: rateOf(retained, base),
  };
}

/**
 * 拉动 of firms new in the register (新入库): they have a value and no base, so that all of it pulls. Percentage
 * points; null where the whole's base is not above 0.
 */
export function joinedRegisterPull({ value, base }: { value: Fraction; base: Fraction }): Fraction | null {
  return rateOf(value, base);
}

function wholeOf(
  parent: FigureWithBase | null,
): Pick<Contributions, 'value' | 'base' | 'from' | 'baseSource'> | null {
  const base = parent && baseOf(parent);
  if (!parent?.value || !base) return null;
  return { value: parent.value, base: base.value, from: 'parent', baseSource: base.source };
}

/** part ÷ whole × 100; null where either is unknown or the whole is not above 0. */
function rateOf(part: Fraction | null, whole: Fraction | null): Fraction | null {
  return part && whole && whole.sign > 0 ? part.times(Fraction.HUNDRED).dividedBy(whole) : null;
}
