import type { Forecast } from './forecast.js';
import { Fraction } from './fraction.js';
import type { Comparator, Light } from './terms.js';

/** The first month at which the system's own forecast raises the early word. */
export const FORECAST_MISS_FROM_MONTH = 4;

/** What decides whether a target on the value of a flow or count is on its way to be missed. */
export interface ForecastMissQuestion {
  /** The system's own at this month, or null. */
  forecast: Forecast | null;
  /** 单位预计全年, the park's own word on the full year; null where it gave none. */
  outlook: Fraction | null;
  /** T, in the unit of the two above. */
  target: Fraction;
  comparator: Comparator;
  /** 1…12. */
  month: number;
  /** The target's light at this month; null where it has none. */
  light: Light | null;
  /** Whether an `indicatorLagging` alert is open on the target. */
  laggingOpen: boolean;
}

export interface ForecastMiss {
  misses: boolean;
  /** Whose number decided; the forecast goes first where both are on the wrong side. */
  by: 'forecast' | 'outlook' | null;
  /** How far that number is on the wrong side of T, in % of |T|, above 0; null where T is 0 or nothing misses. */
  shortPercent: Fraction | null;
}

/**
 * Whether alert kind `forecastMiss` 预计难以完成 holds (domain.md §10), the early word for what is still green or
 * yellow.
 *
 * By the forecast: from April on, by a method other than `pace` or with a band, where even the band's better
 * end (without a band the value) is on the wrong side of T, and no lagging alert says so already.
 *
 * By the park's own outlook: that suffices alone. It is somebody's word and no extrapolation, so it needs no
 * months to rest on; it speaks of the year's end, which an open (yellow) lagging alert does not, so that one does
 * not silence it; and it may come while the target has no light yet. Orange and red are past an early word, and
 * December has nothing left to foretell.
 */
export function missesForecast(question: ForecastMissQuestion): ForecastMiss {
  const byForecast = forecastShort(question);
  if (byForecast) return missed('forecast', byForecast, question.target);
  const byOutlook = outlookShort(question);
  return byOutlook
    ? missed('outlook', byOutlook, question.target)
    : { misses: false, by: null, shortPercent: null };
}

function forecastShort(question: ForecastMissQuestion): Fraction | null {
  const { forecast, month, light, laggingOpen } = question;
  if (!forecast || month < FORECAST_MISS_FROM_MONTH || month >= 12 || laggingOpen) return null;
  if (light !== 'green' && light !== 'yellow') return null;
  const better = question.comparator === 'atMost' ? forecast.low : forecast.high;
  // The average of the months so far, without a past to check it by, is no reason to alarm anybody.
  if (forecast.method === 'pace' && better === null) return null;
  return shortOf(better ?? forecast.value, question);
}

function outlookShort(question: ForecastMissQuestion): Fraction | null {
  const { outlook, month, light } = question;
  if (outlook === null || month >= 12 || light === 'orange' || light === 'red') return null;
  return shortOf(outlook, question);
}

/** How far a full year is on the wrong side of the target; null where it is not. */
function shortOf(
  fullYear: Fraction,
  { target, comparator }: Pick<ForecastMissQuestion, 'target' | 'comparator'>,
): Fraction | null {
  const short = comparator === 'atMost' ? fullYear.minus(target) : target.minus(fullYear);
  return short.sign > 0 ? short : null;
}

function missed(by: 'forecast' | 'outlook', short: Fraction, target: Fraction): ForecastMiss {
  const shortPercent = target.sign === 0 ? null : short.times(Fraction.HUNDRED).dividedBy(target.absolute());
  return { misses: true, by, shortPercent };
}
