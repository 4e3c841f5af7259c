import { type ForecastMethod, forecastBy } from './forecast-methods.js';
import { Fraction } from './fraction.js';
import type { Indicator } from './indicator.js';

/** One of the org's own earlier years, for the shape of a year and for replays. */
export interface EarlierYear {
  year: number;
  /** Cumulative, months 1…12 at positions 0…11, one series of the full year's grade (`lastYearSeries`). */
  figures: readonly (Fraction | null)[];
  /** The first month that counted in that year; default 1. */
  from?: number | undefined;
}

/** What a forecast is worked out from; figures in the indicator's unit. */
export interface ForecastQuestion {
  indicator: Pick<Indicator, 'type' | 'noJanuary'>;
  year: number;
  /** 1…12. */
  month: number;
  /** The plan's first month (`PlanPosition.from`); default 1. */
  from?: number | undefined;
  /** This year's, cumulative, months 1…12 at positions 0…11; those after `month` are not looked at. */
  figures: readonly (Fraction | null)[];
  /** In any order; this year and later ones are not looked at. */
  earlier: readonly EarlierYear[];
}

/** 系统推算: what the full year comes to. It is shown, never stored as a figure and never offered as one. */
export interface Forecast {
  /** In the indicator's unit, unrounded. */
  value: Fraction;
  /** value × the smallest and largest actual ÷ forecast of the replayed years; null without a replay. */
  low: Fraction | null;
  high: Fraction | null;
  method: ForecastMethod;
  /** Mean absolute percentage error on the replayed years, in %; null without a replay. */
  error: Fraction | null;
  /** Earlier years the method was replayed on. */
  replayedYears: number;
}

/** How many earlier years a method is replayed on; one before them gives the oldest its shape. */
export const REPLAYED_YEARS = 4;

/** The method used where replays do not tell, best first. */
const PREFERENCE: readonly ForecastMethod[] = ['lastYearShape', 'recentPace', 'pace'];

interface Replay {
  year: number;
  forecast: Fraction;
  /** The year's full figure, above 0. */
  actual: Fraction;
}

interface Candidate {
  method: ForecastMethod;
  value: Fraction;
  replays: Replay[];
}

/**
 * The forecast of the full year (domain.md §6) for flows and counts, by that of the methods that apply now
 * which erred least when replayed at the same month of the org's own earlier years; null at month 12, without
 * a figure for the month, before `from`, and where no method applies.
 */
export function forecastFullYear(question: ForecastQuestion): Forecast | null {
  const { indicator, month } = question;
  if ((indicator.type !== 'flow' && indicator.type !== 'count') || month >= 12) return null;
  const earlier = new Map(
    question.earlier.filter(({ year }) => year < question.year).map((each) => [each.year, each]),
  );
  const forecast = (method: ForecastMethod, of: EarlierYear) =>
    forecastBy(method, {
      month,
      from: of.from ?? 1,
      noJanuary: indicator.noJanuary,
      figures: of.figures,
      yearBefore: earlier.get(of.year - 1)?.figures,
    });
  const candidates = PREFERENCE.flatMap((method): Candidate[] => {
    const value = forecast(method, question);
    if (value === null) return [];
    const replays = [...earlier.values()].flatMap((of): Replay[] => {
      if (of.year < question.year - REPLAYED_YEARS) return [];
      const actual = of.figures[11] ?? null;
      const replayed = actual && actual.sign > 0 ? forecast(method, of) : null;
      return actual && replayed ? [{ year: of.year, forecast: replayed, actual }] : [];
    });
    return [{ method, value, replays }];
  });
  const used = leastErring(candidates);
  return used && asForecast(used);
}

/**
 * Candidates come in order of preference, which decides ties. Only methods that were replayed are compared,
 * and only over the years that all of them were replayed on: a method must not win by being asked about the
 * easier years. Where there is no such year each is taken at its own; without any replay the preference decides.
 */
function leastErring(candidates: readonly Candidate[]): Candidate | null {
  const replayed = candidates.filter(({ replays }) => replays.length > 0);
  const first = replayed[0];
  if (!first) return candidates[0] ?? null;
  const common = new Set(
    first.replays
      .map(({ year }) => year)
      .filter((year) => replayed.every(({ replays }) => replays.some((replay) => replay.year === year))),
  );
  const errorOf = ({ replays }: Candidate) =>
    meanError(common.size === 0 ? replays : replays.filter(({ year }) => common.has(year)));
  return replayed.reduce((best, each) => (errorOf(each).lessThan(errorOf(best)) ? each : best));
}

/** Error and band speak of every year that the method was replayed on, those it was not compared on too. */
function asForecast({ method, value, replays }: Candidate): Forecast {
  const [low, high] = bandOf(value, replays) ?? [null, null];
  const error = replays.length === 0 ? null : meanError(replays);
  return { value, low, high, method, error, replayedYears: replays.length };
}

/**
 * The forecast corrected as each replayed year would have had it corrected: value × actual ÷ forecast, the
 * lowest and the highest. It need not hold the value itself: a method that always fell short says so. Null
 * where a replay forecast nothing or less, which no factor puts right: a band without it would promise more
 * than the past bears out.
 */
function bandOf(value: Fraction, replays: readonly Replay[]): [Fraction, Fraction] | null {
  if (replays.length === 0 || replays.some(({ forecast }) => forecast.sign <= 0)) return null;
  const corrected = replays
    .map(({ forecast, actual }) => value.times(actual).dividedBy(forecast))
    .sort((one, other) => one.compare(other));
  return [corrected[0]!, corrected.at(-1)!];
}

/** Mean of |forecast − actual| ÷ actual, in %, of at least one replay. */
function meanError(replays: readonly Replay[]): Fraction {
  return replays
    .map(({ forecast, actual }) => forecast.minus(actual).absolute().dividedBy(actual))
    .reduce((total, error) => total.plus(error))
    .times(Fraction.of(100, replays.length));
}
