import { type Fraction, judgedInPoints } from '@xushi/domain';
import type { Language, Named } from './language.js';
import {
  asGiven,
  decimal,
  decimalsThatCompare,
  inReportUnit,
  reportDecimalsOf,
  reportUnitOf,
  SENTENCE_DECIMALS,
} from './number-words.js';
import type { NamedIndicator, WordingContext } from './subject.js';
import { unitName } from './unit-name.js';
import {
  verdictWords,
  type WordedForecast,
  type WordedOutlook,
  type YearTarget,
  yearTargetName,
  yearVerdict,
} from './year-verdict.js';

const METHODS: Readonly<Record<WordedForecast['method'], Named>> = {
  pace: { zh: '按年初以来月均进度推算', en: 'at the monthly average so far' },
  recentPace: { zh: '按近三个月进度推算', en: 'at the pace of the last three months' },
  lastYearShape: { zh: '按上年同期占全年比重推算', en: "by last year's share at this point" },
};

/** How a forecast is worked out: 按近三个月进度推算. */
export function forecastMethodName(method: WordedForecast['method'], language: Language = 'zh'): string {
  return METHODS[method][language];
}

/**
 * The forecast of the full year (domain.md §6): 系统推算全年约55.2亿元（按近三个月进度推算；上年同期推算误差2.1%，
 * 区间54.0—56.4亿元），可望完成年度目标. Its numbers lie on the side of the target that the verdict says; without a
 * target there is none.
 */
export function forecastWords(
  of: { forecast: WordedForecast } & (YearTarget | { target: null }),
  { indicator }: Pick<WordingContext, 'indicator'>,
  language: Language = 'zh',
): string {
  const { forecast } = of;
  const decimals = forecastDecimals(forecast, of.target, indicator);
  const value = amountWith(forecast.value, { indicator, decimals, language });
  const trust = trustWords(forecast, { indicator, decimals, language });
  const verdict = of.target === null ? null : verdictWords(yearVerdict(forecast, of), of, language);
  const method = forecastMethodName(forecast.method, language);
  if (language === 'en') {
    const tail = verdict === null ? '' : `, ${verdict}`;
    return `The system forecasts about ${value} for the full year (${method}; ${trust})${tail}`;
  }
  const tail = verdict === null ? '' : `，${verdict}`;
  return `系统推算全年约${value}（${method}；${trust}）${tail}`;
}

/** 约55.2亿元 with the decimals that the forecast is read with. */
export function forecastAmount(
  { forecast, target }: { forecast: WordedForecast; target: Fraction | null },
  indicator: NamedIndicator,
  language: Language = 'zh',
): string {
  const decimals = forecastDecimals(forecast, target, indicator);
  const value = amountWith(forecast.value, { indicator, decimals, language });
  return language === 'zh' ? `约${value}` : `about ${value}`;
}

/** 单位预计全年40亿元（理由：订单减少），低于年度目标15亿元: what a park said, as it said it. */
export function outlookWords(
  { outlook, ...of }: { outlook: WordedOutlook } & (YearTarget | { target: null }),
  { indicator }: Pick<WordingContext, 'indicator'>,
  language: Language = 'zh',
): string {
  const { measure } = of.target === null ? { measure: undefined } : of;
  const value = givenAmount(outlook.value, { indicator, measure, language });
  const reason = outlook.reason?.trim().replace(/[。.；;]+$/u, '');
  const compared = of.target === null ? '' : comparedWords(outlook.value, of, { indicator, language });
  if (language === 'en') {
    const why = reason ? ` (reason: ${reason})` : '';
    return `The park expects ${value} for the full year${why}${compared === '' ? '' : `, ${compared}`}`;
  }
  const when = indicator.type === 'stock' && measure !== 'yoy' ? '年末' : '全年';
  const why = reason ? `（理由：${reason}）` : '';
  return `单位预计${when}${value}${why}${compared === '' ? '' : `，${compared}`}`;
}

/** 40亿元, 同比增长8%: a number that somebody set, as exact as it is. */
export function givenAmount(
  value: Fraction,
  of: { indicator: NamedIndicator; measure?: YearTarget['measure']; language?: Language },
): string {
  const { indicator, measure, language = 'zh' } = of;
  if (measure === 'yoy' || indicator.type === 'growth') {
    const rate = `${asGiven(value.absolute(), SENTENCE_DECIMALS)}%`;
    if (language === 'en') return `${value.sign < 0 ? 'a decline' : 'growth'} of ${rate}`;
    return value.sign < 0 ? `同比下降${rate}` : `同比增长${rate}`;
  }
  const text = asGiven(inReportUnit(value, indicator), reportDecimalsOf(indicator));
  return withUnit(text, indicator, language);
}

/** 低于年度目标15亿元. */
function comparedWords(
  value: Fraction,
  of: YearTarget,
  { indicator, language }: { indicator: NamedIndicator; language: Language },
): string {
  const difference = value.minus(of.target);
  const target = yearTargetName(of, language);
  if (difference.sign === 0) return language === 'zh' ? `与${target}持平` : `level with ${target}`;
  const inPoints = judgedInPoints({ ...indicator, measure: of.measure ?? 'value' });
  const by = inPoints
    ? `${asGiven(difference.absolute(), SENTENCE_DECIMALS)}${language === 'zh' ? '个百分点' : ' percentage points'}`
    : givenAmount(difference.absolute(), { indicator, language });
  const below = difference.sign < 0;
  if (language === 'en') return `${by} ${below ? 'below' : 'above'} ${target}`;
  return `${below ? '低于' : '高于'}${target}${by}`;
}

/** 上年同期推算误差2.1%，区间54.0—56.4亿元: how far the method can be trusted. */
function trustWords(
  { low, high, error, replayedYears }: WordedForecast,
  { indicator, decimals, language }: { indicator: NamedIndicator; decimals: number; language: Language },
): string {
  const ends = low && high ? [low, high].map((end) => decimal(inReportUnit(end, indicator), decimals)) : null;
  if (!error || replayedYears === 0) {
    return language === 'zh' ? '无往年数据可供检验' : 'no earlier year to test it on';
  }
  const rate = `${decimal(error, SENTENCE_DECIMALS)}%`;
  if (language === 'en') {
    const years = replayedYears === 1 ? 'last year' : `over ${replayedYears} years`;
    const band = ends ? `, range ${withUnit(ends.join('–'), indicator, language)}` : '';
    return `error at this point ${years} ${rate}${band}`;
  }
  const tested = replayedYears === 1 ? '上年同期推算误差' : `近${replayedYears}年同期推算平均误差`;
  const band = ends ? `，区间${withUnit(ends.join('—'), indicator, language)}` : '';
  return `${tested}${rate}${band}`;
}

/** The indicator's decimals, or as many as keep value and band on their sides of the target. */
function forecastDecimals(
  { value, low, high }: WordedForecast,
  target: Fraction | null,
  indicator: NamedIndicator,
): number {
  const bounds = target === null ? [] : [inReportUnit(target, indicator)];
  const numbers = [value, low, high].filter((number) => number !== null);
  const usual = reportDecimalsOf(indicator);
  return Math.max(
    ...numbers.map((number) => decimalsThatCompare(inReportUnit(number, indicator), bounds, usual)),
  );
}

function amountWith(
  value: Fraction,
  { indicator, decimals, language }: { indicator: NamedIndicator; decimals: number; language: Language },
): string {
  return withUnit(decimal(inReportUnit(value, indicator), decimals), indicator, language);
}

function withUnit(text: string, indicator: NamedIndicator, language: Language): string {
  const unit = unitName(reportUnitOf(indicator), language);
  return language === 'zh' || unit === '%' ? `${text}${unit}` : `${text} ${unit}`.trimEnd();
}
