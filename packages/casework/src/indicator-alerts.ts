import {
  Fraction,
  isActive,
  type LaggingObservation,
  missesForecast,
  offTarget,
  severity,
} from '@xushi/domain';
import type { JudgedMonth, JudgedYear, PriorMonth } from '@xushi/judgement';
import type { IndicatorAlertKind, LaggingRow } from './lagging-row.js';

/** What an alert of one kind sees in a judged month. */
export interface Sight {
  year: JudgedYear;
  month: JudgedMonth;
  /** No later month of the year is reported. */
  isLatest: boolean;
  /** The alert of this kind as it stands, and for a forecast the lagging alert on the same target. */
  alert: LaggingRow | null;
  lagging: LaggingRow | null;
}

/** The kinds of alerts that follow from judged months, in the order in which they are decided. */
export const INDICATOR_ALERTS: Readonly<Record<IndicatorAlertKind, (sight: Sight) => LaggingObservation>> = {
  indicatorLagging: observeLagging,
  forecastMiss: observeForecast,
};

/**
 * What the end of the year sees of a target of which December's sheet says nothing (domain.md §10): its last judged month,
 * or a December without any where none is left. Met is only what cannot be undone by a figure that is missing: an amount that has been reached.
 */
export function yearEnd({ evaluation, effective, terms }: JudgedMonth): LaggingObservation {
  const { completionRate } = evaluation.fields;
  return {
    month: 12,
    state: 'notReported',
    light: evaluation.decided?.light ?? null,
    offTarget: offTarget(evaluation.fields),
    grade: evaluation.grade,
    isLatest: true,
    backJudged: false,
    cause: 'report',
    met:
      terms?.comparator === 'atLeast' &&
      completionRate !== null &&
      !completionRate.lessThan(Fraction.HUNDRED),
    endsYear: true,
    historical: effective?.historical ?? false,
  };
}

/** Whether a month's light is one from which its policy raises an alert. */
export const lags = ({ evaluation, policy }: JudgedMonth): boolean =>
  evaluation.decided !== null &&
  severity(evaluation.decided.light) >= severity(policy?.alertFrom ?? 'yellow');

/** Whether a month can raise an alert of any kind by itself. */
export const mayRaise = (month: JudgedMonth): boolean => lags(month) || missesOf(month, null).misses;

function observeLagging(sight: Sight): LaggingObservation {
  const { year, month, isLatest } = sight;
  const { evaluation, effective, policy } = month;
  const before = lastWord(month);
  return {
    month: month.month,
    state: evaluation.state,
    light: evaluation.decided?.light ?? null,
    offTarget: offTarget(evaluation.fields),
    grade: evaluation.grade,
    alertFrom: policy?.alertFrom,
    isLatest,
    backJudged: evaluation.backJudged,
    cause: causeOf(month),
    was: before ? { light: before.light } : undefined,
    laggedOtherwise: othersOf(sight).some(lags),
    underEarlierTarget: evaluation.underEarlierTarget,
    met: evaluation.milestone?.done ?? metAtYearEnd(month),
    firstWord: isFirstWord(year, month),
    historical: effective?.historical ?? false,
  };
}

/**
 * Whether December met the year's target where its gap does not tell: of checkpoints that end before December the gap is
 * to the last of them, and the target of the year is its own.
 */
function metAtYearEnd({ month, terms, evaluation }: JudgedMonth): boolean | undefined {
  if (month !== 12 || terms?.plan.kind !== 'checkpoints' || terms.plan.points.at(-1)?.month === 12)
    return undefined;
  const { measure, figure, yoy } = evaluation;
  const judged = measure === 'yoy' ? yoy : (figure ?? yoy);
  if (judged === null) return undefined;
  return terms.comparator === 'atLeast' ? judged.atLeast(terms.value) : terms.value.atLeast(judged);
}

/** The other months that the alert stands for, as they are judged now: from its first one to its latest. */
function othersOf({ year, month, alert }: Sight): JudgedMonth[] {
  const { firstMonth, latestMonth } = alert?.life ?? { firstMonth: 13, latestMonth: 0 };
  return year.months.filter(
    (other) => other.month >= firstMonth && other.month <= latestMonth && other.month !== month.month,
  );
}

/** How a month was judged last, also where its figure was taken back in between: a figure may be restated in two steps. */
const lastWord = ({ before, lastJudged }: JudgedMonth): PriorMonth | null =>
  before?.state === 'evaluated' ? before : lastJudged;

/** Why a month is judged now. */
function causeOf(month: JudgedMonth): LaggingObservation['cause'] {
  const { evaluation, figure, policy } = month;
  const before = lastWord(month);
  if (before === null) return 'report';
  if (before.targetVersion !== evaluation.version) return 'targetRevision';
  const samePolicy = before.policy?.key === policy?.key && before.policy?.version === policy?.version;
  return !samePolicy && before.figureId === (figure?.id ?? null) ? 'policyRevision' : 'restatement';
}

/** Whether a milestone's month is done by a report of a month that was judged by its date alone before. */
function isFirstWord(year: JudgedYear, { before, evaluation }: JudgedMonth): boolean {
  if (!evaluation.milestone?.done || before?.state !== 'evaluated') return false;
  const said = year.months.find((month) => month.effective !== null && month.evaluation.milestone?.done);
  return (said?.before?.figureId ?? null) === null;
}

/**
 * The early word (domain.md §10): still green or yellow, and the full year is likely to miss the target. It ends when
 * the forecast does, or when the indicator lags and says so itself.
 */
function observeForecast(sight: Sight): LaggingObservation {
  const { month } = sight;
  const seen = observeLagging(sight);
  const missed = missesOf(month, sight.lagging);
  return {
    ...seen,
    holds: missed.misses,
    // In December the year itself says whether the target was met.
    offTarget: month.month === 12 ? seen.offTarget : (missed.shortPercent ?? seen.offTarget),
    // One number, whatever decided: a light that moved is not what this alert is about.
    was: undefined,
    underEarlierTarget: undefined,
    laggedOtherwise: othersOf(sight).some((other) => missesOf(other, null).misses),
  };
}

function missesOf(month: JudgedMonth, lagging: LaggingRow | null) {
  const { forecast, outlook, terms, evaluation } = month;
  // A forecast is of the value; a growth's target is no amount to miss.
  if (!terms || evaluation.measure !== 'value' || evaluation.state !== 'evaluated') {
    return { misses: false, by: null, shortPercent: null };
  }
  const laggingOpen = lags(month) || (lagging !== null && isActive(lagging.life.state));
  return missesForecast({
    forecast,
    outlook: outlook?.value ?? null,
    target: terms.value,
    comparator: terms.comparator,
    month: month.month,
    light: evaluation.decided?.light ?? null,
    laggingOpen,
  });
}
