import type { Evaluation } from '@xushi/domain';
import { forecastAmount, forecastWords, givenAmount, outlookWords } from './forecast-words.js';
import type { Language } from './language.js';
import { sentenceOf } from './sentence.js';
import type { WordingContext } from './subject.js';
import {
  verdictWords,
  type WordedForecast,
  type WordedOutlook,
  worstVerdict,
  type YearTarget,
  type YearVerdict,
  yearVerdict,
} from './year-verdict.js';

/** What a `forecastMiss` alert is about: the system's forecast, the park's own outlook, or both. */
export interface ForecastAlert extends YearTarget {
  /** The latest of the target; its sentence opens the message. */
  evaluation: Evaluation;
  forecast: WordedForecast | null;
  outlook: WordedOutlook | null;
}

/**
 * The title of a `forecastMiss` alert as the year looks now, whatever that is:
 * 双牌工业集中区 规模以上工业总产值 预计难以完成年度目标（系统推算全年约50.2亿元，目标55亿元）.
 */
export function forecastAlertTitle(
  alert: ForecastAlert,
  context: WordingContext,
  language: Language = 'zh',
): string {
  const { org, indicator } = context;
  const voices = voicesOf(alert, context, language);
  const verdict = worstVerdict(voices.map((voice) => voice.verdict));
  const limit = alert.comparator === 'atMost';
  const expects = language === 'zh' && verdict === 'miss' && !limit ? '预计' : '';
  const says = verdict === null ? '' : `${expects}${verdictWords(verdict, alert, language)}`;
  const title = [org.name, indicator.name, says].filter((word) => word !== '').join(' ');
  if (verdict === null) return title;
  const target = givenAmount(alert.target, { indicator, measure: alert.measure, language });
  const whose = voices.filter((voice) => voice.verdict === verdict).map((voice) => voice.words);
  if (language === 'en') {
    return `${title} (${[...whose, `${limit ? 'limit' : 'target'} ${target}`].join(', ')})`;
  }
  return `${title}（${[...whose, `${limit ? '控制数' : '目标'}${target}`].join('，')}）`;
}

/** The text below the title: where it stands, what the system forecasts and what the park expects. */
export function forecastAlertMessage(
  alert: ForecastAlert,
  context: WordingContext,
  language: Language = 'zh',
): string {
  const { evaluation, forecast, outlook } = alert;
  const end = language === 'zh' ? '。' : '.';
  const said = [
    sentenceOf(evaluation, context, language),
    ...(forecast ? [`${forecastWords({ ...alert, forecast }, context, language)}${end}`] : []),
    ...(outlook ? [`${outlookWords({ ...alert, outlook }, context, language)}${end}`] : []),
  ];
  return said.join(language === 'zh' ? '' : ' ');
}

/** Who expects what of the year. */
function voicesOf(
  alert: ForecastAlert,
  { indicator }: WordingContext,
  language: Language,
): { verdict: YearVerdict; words: string }[] {
  const { forecast, outlook, target, measure } = alert;
  const zh = language === 'zh';
  const expected = outlook && givenAmount(outlook.value, { indicator, measure, language });
  const foretold = forecast && forecastAmount({ forecast, target }, indicator, language);
  return [
    ...(forecast
      ? [
          {
            verdict: yearVerdict(forecast, alert),
            words: `${zh ? '系统推算全年' : 'the system forecasts '}${foretold}`,
          },
        ]
      : []),
    ...(outlook
      ? [
          {
            verdict: yearVerdict(outlook, alert),
            words: `${zh ? '单位预计全年' : 'the park expects '}${expected}`,
          },
        ]
      : []),
  ];
}
