import type { LaggingAlert, Verdict } from '@xushi/domain';
import type { NewEvent } from '@xushi/events';
import type { JudgedMonth, JudgedYear } from '@xushi/judgement';
import {
  alertMessage,
  alertReasonName,
  alertTitle,
  explanationOf,
  forecastAlertMessage,
  forecastAlertTitle,
  gapWords,
  gaveWayName,
  levelName,
  lightName,
  periodName,
  settlementWords,
  targetRevisedWords,
  targetRevisionOf,
  type WordingContext,
} from '@xushi/wording';
import { lags } from './indicator-alerts.js';
import type { IndicatorAlertKind, LaggingRow } from './lagging-row.js';

/** What a transition of a lagging alert tells the world. */
export interface LaggingNews {
  now: Date;
  judged: JudgedYear;
  month: JudgedMonth;
  words: AlertWords;
  alert: LaggingRow;
  life: LaggingAlert;
  reason: LaggingNewsReason;
  from: string | null;
}
type LaggingNewsReason = Parameters<typeof alertReasonName>[0];

/** Title and text of an alert, and what of them stands by itself: how far off it is, and how its light comes about. */
export interface AlertWords {
  title: string;
  message: string;
  gap: string;
  explanation: string | null;
}

/** The wording's view of a judged month. */
export function wordingContext(judged: JudgedYear, month: JudgedMonth): WordingContext {
  const terms = month.evaluation.version === null ? null : (month.terms ?? null);
  return { org: { name: judged.file.org.name }, indicator: judged.indicator, target: terms };
}

/** Title and text of an alert as its month stands, what a revised target did to it, and what the year's end makes of it. */
export function alertWords(
  kind: IndicatorAlertKind,
  judged: JudgedYear,
  { month, verdict, reason }: { month: JudgedMonth; verdict: Verdict | null; reason: LaggingNewsReason },
): AlertWords {
  const words = monthWords(kind, judged, month);
  const more = [
    reason === 'targetRevised' ? revisionWords(judged, month) : '',
    gaveWay({ kind, reason, month }) ? `${gaveWayName('state')}。` : '',
    verdict === null ? '' : settlementWords({ verdict, lastMonth: lastMonthOf(month) }),
  ];
  return { ...words, message: `${words.message}${more.join('')}` };
}

/** Whether a forecast's warning ended because the indicator lags by now, and is warned of as such. */
const gaveWay = (of: { kind: IndicatorAlertKind; reason: LaggingNewsReason; month: JudgedMonth }): boolean =>
  of.kind === 'forecastMiss' && of.reason === 'resolved' && lags(of.month);

/** The month by whose figure a year is settled; 0: it has none. */
const lastMonthOf = ({ month, evaluation }: JudgedMonth): number =>
  evaluation.state === 'evaluated' ? month : 0;

/** 目标调整：调整前…，调整后…（document）。 (domain.md §5); empty where the month is judged by the first version. */
function revisionWords(judged: JudgedYear, month: JudgedMonth): string {
  const of = { version: month.evaluation.version, month: month.month };
  const revision = targetRevisionOf(judged.target?.versions ?? [], of);
  return revision ? `${targetRevisedWords(revision, wordingContext(judged, month))}。` : '';
}

function monthWords(kind: IndicatorAlertKind, judged: JudgedYear, month: JudgedMonth): AlertWords {
  const context = wordingContext(judged, month);
  const { terms, evaluation, forecast, outlook } = month;
  const gap = gapWords(evaluation, context);
  const explanation = explanationOf(evaluation, context);
  // In December nothing is forecast any more: the year itself says what came of it.
  if (kind === 'forecastMiss' && terms && month.month < 12) {
    const about = {
      evaluation,
      forecast,
      outlook,
      target: terms.value,
      comparator: terms.comparator,
      measure: terms.measure,
      grade: terms.grade,
    };
    const title = forecastAlertTitle(about, context);
    return { title, message: forecastAlertMessage(about, context), gap, explanation };
  }
  const title = alertTitle(evaluation, context, 'zh', gap);
  return { title, message: alertMessage(evaluation, context, 'zh', explanation), gap, explanation };
}

/** `alert.<reason>` with everything a mail, a robot or another system needs; numbers as on the wire. */
export function laggingEvent(news: LaggingNews): NewEvent {
  const { judged, month, alert, life } = news;
  const replaced = gaveWay({ ...news, kind: alert.kind });
  const { file, indicator } = judged;
  const period = periodOf(file.year, month.month);
  const monthLight = month.evaluation.decided?.light ?? null;
  // A year may be settled by what an earlier month said.
  const latestMonth = news.reason === 'settled' ? month.month : Math.max(life.latestMonth, month.month);
  const latestPeriod = periodOf(file.year, latestMonth);
  return {
    type: `alert.${news.reason}`,
    orgId: file.orgId,
    payload: {
      alert: {
        id: alert.id,
        kind: alert.kind,
        org: file.org.key,
        orgName: file.org.name,
        indicator: indicator.key,
        indicatorName: indicator.name,
        measure: judged.measure,
        grade: judged.grade,
        light: life.light,
        lightName: lightName(life.light),
        state: life.state,
        level: life.level,
        levelName: levelName(life.level),
        period,
        periodName: periodName(period),
        title: news.words.title,
        message: news.words.message,
        gapText: news.words.gap,
        explanation: news.words.explanation,
        unit: indicator.unit,
        figure: month.wire.figure,
        yoy: month.wire.yoy,
        target: month.terms ? month.terms.value.toExactDecimal() : null,
        completionRate: month.wire.completionRate,
        timeProgress: month.wire.timeProgress,
        paceGap: month.wire.paceGap,
        gap: month.wire.gap,
        consecutiveLag: month.wire.consecutiveLag,
        forecast: month.wire.forecast ?? null,
        outlook: month.wire.outlook ?? null,
        openedAt: alert.openedAt.toISOString(),
        changedAt: news.now.toISOString(),
        verdict: life.verdict,
        // Of history is what history raised: who heard of a warning hears also what history does to it.
        historical: alert.historical,
      },
      transition: {
        reason: news.reason,
        reasonName: replaced ? gaveWayName('reason') : alertReasonName(news.reason),
        replacedBy: replaced ? 'indicatorLagging' : null,
        from: news.from,
        to: life.state,
        // Of the month that is told of; the alert's own light and latest period are those it stands at.
        light: monthLight,
        lightName: monthLight && lightName(monthLight),
        latestPeriod,
        latestPeriodName: periodName(latestPeriod),
      },
    },
  };
}

const periodOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;
