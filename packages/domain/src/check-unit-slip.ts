import type { CheckFinding } from './check-finding.js';
import {
  type Checked,
  figuresBefore,
  lastYearOf,
  previousInYear,
  type StandingFigure,
} from './checked-figure.js';
import { exactText } from './exact-text.js';
import { Fraction } from './fraction.js';
import { medianOf } from './median.js';
import { monthOf } from './period.js';
import { powerOff, type SlipPower } from './power-off.js';
import { convert, unitWorth } from './units.js';

/** How many figures in force a new one is held against. */
const RECENT = 3;
const TEN = Fraction.of(10);

/**
 * `unitSlip` (domain.md §8), of flows and stocks above 0: the figure per month against the median per month of the
 * last three in force, those above 0. Off by 10^4, 10^5 or 10^8 either way is held on that alone, unless last year's same
 * month was alike (a season without any output). A factor of ten an ordinary year knows too (the first months after a winter stop, a first big payment), and is held only where nothing
 * that is known explains it: see `tenfold`.
 */
export function unitSlip(about: Checked): CheckFinding | null {
  const { figure, value, unit } = about;
  const { type } = figure.indicator;
  if ((type !== 'flow' && type !== 'stock') || value.value.sign <= 0) return null;
  const recent = recentFigures(about);
  const reference = medianOf(recent.map((one) => monthly(about, one)));
  if (reference === null) return null;
  const perMonth = monthly(about, { ...value, period: figure.period });
  const ratio = perMonth.dividedBy(reference);
  const power = powerOff(ratio);
  if (power === null) return null;
  if (power === 1 || power === -1) {
    if (!tenfold(about, power, { perMonth, recent })) return null;
  } else if (asLastYear(about, perMonth)) return null;
  return {
    code: 'unitSlip',
    severity: 'hold',
    indicator: figure.indicator.key,
    period: figure.period,
    field: 'value',
    params: {
      value: exactText(value.value),
      unit,
      months: type === 'flow' ? String(about.month) : '1',
      perMonth: exactText(perMonth),
      reference: exactText(reference),
      periods: recent.map((one) => one.period).join(' '),
      ratio: exactText(ratio),
      power: String(power),
      likelyUnit: unitWorth(unit, Fraction.ONE.dividedBy(tenTo(power))) ?? '',
    },
  };
}

/** The last three figures in force above 0, the latest first. */
function recentFigures(about: Checked): StandingFigure[] {
  const recent: StandingFigure[] = [];
  for (const earlier of figuresBefore(about)) {
    if (earlier.value.sign > 0) recent.push(earlier);
    if (recent.length === RECENT) break;
  }
  return recent;
}

/** A cumulative figure per month since January, 1—2月 being two; a level as it is. */
function monthly({ figure }: Checked, of: StandingFigure): Fraction {
  return figure.indicator.type === 'stock' ? of.value : of.value.dividedBy(Fraction.of(monthOf(of.period)));
}

/** Whether the figure is within a tenth and tenfold of last year's same month. */
function asLastYear(about: Checked, perMonth: Fraction): boolean {
  const lastYear = lastYearOf(about);
  if (!lastYear || lastYear.value.sign <= 0) return false;
  const then = monthly(about, { ...lastYear, period: about.figure.period });
  return perMonth.times(TEN).atLeast(then) && then.times(TEN).atLeast(perMonth);
}

/**
 * Whether a figure that is tenfold, or a tenth, can hardly be meant. All of it holds:
 * - three figures are there to compare with, and it is off by that power from each of them, so that a park that comes
 *   out of its winter stop is held against the months before it too;
 * - it is off by that power from what the plan asks of a month, and from the same month of last year, where there are
 *   such: a stop that comes every winter is none;
 * - of the year's first figure last year's same month is known, or at least the plan where it is tenfold: without them a
 *   tenth may be a winter stop, and tenfold a good year after a bad one;
 * - a tenth of what is ten times too much would not be below the year's figure before;
 * - a level has two digits at least: one firm on the waiting list, then twelve, is no slip.
 */
function tenfold(
  about: Checked,
  power: SlipPower,
  { perMonth, recent }: { perMonth: Fraction; recent: StandingFigure[] },
): boolean {
  const { figure, value, unit } = about;
  const { type, decimals } = figure.indicator;
  if (recent.length < RECENT) return false;
  const lastYear = lastYearOf(about);
  const asked = figure.target && convert(figure.target, figure.indicator.unit, unit);
  const others = recent.map((one) => monthly(about, one));
  if (lastYear && lastYear.value.sign > 0)
    others.push(monthly(about, { ...lastYear, period: figure.period }));
  if (asked && asked.sign > 0) others.push(type === 'flow' ? asked.dividedBy(Fraction.of(12)) : asked);
  if (!others.every((other) => powerOff(perMonth.dividedBy(other)) === power)) return false;
  if (type === 'stock') {
    const least = others.concat(perMonth).reduce((a, b) => (b.lessThan(a) ? b : a));
    const digit = convert(Fraction.of(1n, 10n ** BigInt(decimals)), figure.indicator.unit, unit);
    return digit !== null && least.atLeast(digit.times(TEN));
  }
  const before = previousInYear(about);
  if (before === null) return lastYear !== null || (power === 1 && asked !== null);
  return power === -1 || value.value.atLeast(before.value.times(TEN));
}

const tenTo = (power: SlipPower): Fraction =>
  power < 0 ? Fraction.of(1n, 10n ** BigInt(-power)) : Fraction.of(10n ** BigInt(power));
