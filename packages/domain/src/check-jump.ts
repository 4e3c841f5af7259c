import type { CheckFinding } from './check-finding.js';
import { type Checked, figuresBefore, previousInYear } from './checked-figure.js';
import { exactText } from './exact-text.js';
import { Fraction } from './fraction.js';
import { medianOf } from './median.js';
import { monthOf, yearOf } from './period.js';
import { convert } from './units.js';

/** Fewer increments say nothing of what is usual. */
const LEAST_INCREMENTS = 8;
/** How many times the scale an increment may be away from the median. */
const MOST_SCALES = Fraction.of(6);
/** Of a normal spread the median absolute deviation × this is the standard deviation. */
const NORMAL = Fraction.of(14826, 10000);
/** The least scale: 15% of the median. */
const LEAST_SPREAD = Fraction.of(15, 100);
const HALF = Fraction.of(1, 2);
/** What is no more than this many times a month seen before is a month of the kind that parks have. */
const MOST_TIMES = Fraction.of(3);
/** The same while it is not known yet how this year goes. */
const UNKNOWN_TIMES = Fraction.of(10);

/**
 * `jump` (domain.md §8), of flows from month 3 on: the increment per month is further above the median of this and last
 * year's than six times their scale, max(1.4826 × MAD, 15% of the median, the coarsest printed digit). It is held where
 * - it is more than three times the largest of those increments, and of what the plan asks of a month;
 * - and this year has had a usual month, at least half the median. Until then its level is not known, and only more than
 *   ten times the largest is held.
 *
 * Without these quarter-end peaks, a good year after a bad one, the first month after a winter stop and every firm that
 * joins were held; without the printed digit every small amount with one decimal. A month far below the median stands
 * still, as in winter, and is not held; one below 0 is `cumulativeDecreased`.
 */
export function jump(about: Checked): CheckFinding | null {
  const { figure, value, unit, month } = about;
  if (figure.indicator.type !== 'flow' || month <= 2) return null;
  const before = previousInYear(about);
  const months = month - (before ? monthOf(before.period) : 0);
  const joined = figure.joined && convert(figure.joined, figure.indicator.unit, unit);
  const added = value.value.minus(before?.value ?? Fraction.ZERO).minus(joined ?? Fraction.ZERO);
  const increment = added.dividedBy(Fraction.of(months));
  if (increment.sign <= 0) return null;
  // The largest month is no less than the mean one: nearly every figure is decided by this alone.
  const mean = before?.value.dividedBy(Fraction.of(monthOf(before.period)));
  if (mean?.times(MOST_TIMES).atLeast(increment)) return null;

  const { increments, digit } = incrementsBefore(about);
  const largest = increments.map((one) => one.amount).reduce(larger, askedOfMonth(about));
  if (increments.length < LEAST_INCREMENTS || largest.times(MOST_TIMES).atLeast(increment)) return null;
  const { median, scale } = spread(
    increments.map((one) => one.amount),
    [digit, value.half.plus(before?.half ?? Fraction.ZERO).dividedBy(Fraction.of(months))],
  );
  if (scale.times(MOST_SCALES).atLeast(increment.minus(median))) return null;
  if (!hasBegun(about, increments, median) && largest.times(UNKNOWN_TIMES).atLeast(increment)) return null;
  return {
    code: 'jump',
    severity: 'hold',
    indicator: figure.indicator.key,
    period: figure.period,
    field: 'value',
    params: {
      value: exactText(value.value),
      unit,
      previousPeriod: before?.period ?? '',
      previous: exactText(before?.value ?? Fraction.ZERO),
      months: String(months),
      joined: exactText(joined ?? Fraction.ZERO),
      increment: exactText(increment),
      count: String(increments.length),
      median: exactText(median),
      scale: exactText(scale),
      largest: exactText(largest),
    },
  };
}

/** What one reported figure adds to the one before it, per month. */
interface Increment {
  year: number;
  amount: Fraction;
}

/**
 * The increments of this year before the period and of last year, one a reported figure: 1—2月 or a quarter is one
 * increment, divided by its months. `digit`: the coarsest that their printed decimals leave open.
 */
function incrementsBefore(about: Checked): { increments: Increment[]; digit: Fraction } {
  const figures = [...figuresBefore(about)];
  let digit = Fraction.ZERO;
  const increments = figures.map((one, index): Increment => {
    const year = yearOf(one.period);
    const next = figures[index + 1];
    const earlier = next && yearOf(next.period) === year ? next : null;
    const months = Fraction.of(monthOf(one.period) - (earlier ? monthOf(earlier.period) : 0));
    const open = one.half.plus(earlier?.half ?? Fraction.ZERO).dividedBy(months);
    if (digit.lessThan(open)) digit = open;
    return { year, amount: one.value.minus(earlier?.value ?? Fraction.ZERO).dividedBy(months) };
  });
  return { increments, digit };
}

/** Whether this year has had a usual month: at least half the median. */
function hasBegun({ figure }: Checked, increments: readonly Increment[], median: Fraction): boolean {
  const [year, usual] = [yearOf(figure.period), median.times(HALF)];
  return increments.some((one) => one.year === year && one.amount.sign > 0 && one.amount.atLeast(usual));
}

/** A twelfth of the year's target; 0 without one. */
function askedOfMonth({ figure, unit }: Checked): Fraction {
  const target = figure.target && convert(figure.target, figure.indicator.unit, unit);
  return target?.dividedBy(Fraction.of(12)) ?? Fraction.ZERO;
}

/** The median of the increments, and how far from it they usually are. */
function spread(amounts: readonly Fraction[], digits: readonly Fraction[]) {
  const median = medianOf(amounts) ?? Fraction.ZERO;
  const deviation = medianOf(amounts.map((one) => one.minus(median).absolute())) ?? Fraction.ZERO;
  const scale = [median.absolute().times(LEAST_SPREAD), ...digits].reduce(larger, deviation.times(NORMAL));
  return { median, scale };
}

const larger = (a: Fraction, b: Fraction): Fraction => (a.lessThan(b) ? b : a);
