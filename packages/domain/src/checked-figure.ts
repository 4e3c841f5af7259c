import type { Fraction } from './fraction.js';
import type { CheckedIndicator } from './indicator.js';
import { monthOf, type Period, period, previousPeriod, yearOf } from './period.js';
import { type Amount, amountIn, type Printed } from './printed.js';

/** Nothing is older. */
const FIRST = period(1990, 1);

/** One figure of a sheet as it would stand, with what its checks need beside the figures in force. */
export interface CheckedFigure {
  indicator: CheckedIndicator;
  /** The figure's own period, cumulative. */
  period: Period;
  /** Each as it was given, where it was given in another unit than the indicator's. */
  value: Printed | null;
  monthValue: Printed | null;
  lastYear: Printed | null;
  /** Growth in %, a plain decimal. */
  yoy: string | null;
  /** The deciding target of the figure's year for the value, in the indicator's unit; null: none. */
  target: Fraction | null;
  /** What the indicator's formula divides, of the figure's period; null: no formula, or a part is missing. */
  operands: { numerator: Printed; denominator: Printed } | null;
  /** What firms that joined the register bring into the year's figure, as the sheet says; in the indicator's unit. */
  joined: Fraction | null;
}

/** What is in force before the sheet. */
export interface StandingFigures {
  /**
   * By indicator key the org's figures in force of the figures' years and the years before: the sheet's indicators,
   * their wholes and their parts.
   */
  figures: ReadonlyMap<string, ReadonlyMap<Period, Printed>>;
  /** By key of a whole the keys of its parts (`partOf`): of every indicator in the sheet, and of its formula's operands. */
  parts: ReadonlyMap<string, readonly string[]>;
}

/** A figure with a value and what stands around it, all read in the unit that the value was given in. */
export interface Checked {
  figure: CheckedFigure;
  value: Amount;
  unit: string;
  month: number;
  /** A printed number of this indicator. */
  read(printed: Printed): Amount | null;
  /** The indicator's own figure in force of another period. */
  at(period: Period): Amount | null;
}

/** Null where no value was given. */
export function checked(figure: CheckedFigure, standing: StandingFigures): Checked | null {
  const { indicator, value: printed } = figure;
  if (printed === null) return null;
  const { unit } = printed;
  const read = (other: Printed) => amountIn(unit, other, indicator.type === 'count');
  const value = read(printed);
  const series = standing.figures.get(indicator.key);
  const at = (other: Period) => {
    if (other === figure.period || (indicator.noJanuary && monthOf(other) === 1)) return null;
    const found = series?.get(other);
    return found === undefined ? null : read(found);
  };
  return value && { figure, value, unit, month: monthOf(figure.period), read, at };
}

/** A figure in force and its period. */
export interface StandingFigure extends Amount {
  period: Period;
}

/** The figures in force before a period, the latest first: of its year, then of the year before. */
export function* figuresBefore({ figure, month, at }: Checked): Generator<StandingFigure> {
  let earlier = figure.period;
  for (let months = month + 11; months > 0 && earlier !== FIRST; months -= 1) {
    earlier = previousPeriod(earlier);
    const found = at(earlier);
    if (found) yield { period: earlier, ...found };
  }
}

/** The latest figure in force of the same year that is earlier. */
export function previousInYear(about: Checked): StandingFigure | null {
  const year = yearOf(about.figure.period);
  const { value } = figuresBefore(about).next();
  return value && yearOf(value.period) === year ? value : null;
}

/** The figure in force of the same month a year before. */
export function lastYearOf({ figure, month, at }: Checked): Amount | null {
  const year = yearOf(figure.period) - 1;
  return year < yearOf(FIRST) ? null : at(period(year, month));
}
