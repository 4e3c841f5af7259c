import { decideLagging, decidePast, isActive, type LaggingAlert, type LaggingDecision } from '@xushi/domain';
import type { NewEvent, Unit } from '@xushi/events';
import type { JudgedMonth, JudgedYear, Reconciled } from '@xushi/judgement';
import { inTurns } from '@xushi/platform';
import type { Course, Transition } from './alert-course.js';
import { INDICATOR_ALERTS, mayRaise, yearEnd } from './indicator-alerts.js';
import { alertWords, laggingEvent } from './lagging-event.js';
import {
  alertKey,
  type IndicatorAlertKind,
  type LaggingRow,
  laggingAlerts,
  laggingSubject,
} from './lagging-row.js';
import { alertRows, transitionRows, writeAlerts, writeTransitions } from './write-alerts.js';

/**
 * Brings the alerts on the targets of judged years up to date (domain.md §10): every month the alert has not seen, or
 * that came out differently, is put to the decision in the order in which they came. Alerts, transitions and events
 * are written set-based in the given transaction. Answers what takes the judged years, and that the alerts that are open
 * or changed and the events of their transitions.
 */
export async function reconcileAlerts(
  unit: Unit,
  orgYears: readonly { orgId: number; year: number }[],
): Promise<(judged: JudgedYear[]) => Promise<Reconciled>> {
  const stored = await laggingAlerts(unit, orgYears);
  return (judged) => follow(unit, judged, stored);
}

async function follow(
  unit: Unit,
  judged: JudgedYear[],
  stored: ReadonlyMap<string, LaggingRow[]>,
): Promise<Reconciled> {
  const subjects = judged.filter((year) => year.target?.versions.some(({ deciding }) => deciding));
  const courses = (await inTurns(subjects, (year) => followYear(unit, year, stored))).flat();
  const changed = courses.filter((course) => course.touched.size > 0);
  const transitions = changed.flatMap((course) =>
    course.transitions.map((transition) => ({ course, transition })),
  );
  const alerts = await alertRows(changed);
  const moves = await transitionRows(transitions);
  // Sent in this order on one connection, without waiting in between; the events are worded meanwhile.
  const [, , events] = await Promise.all([
    writeAlerts(unit, alerts),
    writeTransitions(unit, moves),
    inTurns(transitions, ({ course, transition }) => eventOf(unit, course, transition)),
  ]);
  const concerned = courses
    .filter(({ row, touched }) => row && (touched.has(row.id) || isActive(row.life.state)))
    .map(({ judged: year, row }) => ({ id: row?.id ?? '', orgId: year.file.orgId, year: year.file.year }));
  return { alerts: concerned, events };
}

/** Every kind of alert on one target, month by month: what a forecast says depends on whether the indicator lags. */
function followYear(unit: Unit, year: JudgedYear, stored: ReadonlyMap<string, LaggingRow[]>): Course[] {
  const kinds = Object.keys(INDICATOR_ALERTS) as IndicatorAlertKind[];
  const subject = laggingSubject(year);
  const courses = kinds.flatMap((kind): Course[] => {
    const rows = stored.get(alertKey(kind, subject)) ?? [];
    const course = (row: LaggingRow | null, past: boolean): Course => ({
      ...{ kind, judged: year, row, past },
      ...{ touched: new Map(), transitions: [] },
    });
    return [...rows.slice(0, -1).map((row) => course(row, true)), course(rows.at(-1) ?? null, false)];
  });
  // Most targets neither have an alert nor give cause for one.
  if (courses.every(({ row }) => row === null) && !year.months.some(mayRaise)) return [];
  const lagging = courses.find(({ kind, past }) => kind === 'indicatorLagging' && !past);
  // Also a December without a light: the year ends under the last one.
  const judged = year.months.filter(({ evaluation }) => evaluation.state === 'evaluated');
  const last = lastOf(judged);
  for (const month of asTheyCame(judged)) {
    const decides = isDeciding(year, month);
    for (const course of courses) {
      // A grade that does not decide raises nothing; what it raised while it did ends with the revision.
      if (!decides && !(course.row && isActive(course.row.life.state))) continue;
      const seen = INDICATOR_ALERTS[course.kind]({
        year,
        month,
        isLatest: isLatest(judged, month),
        alert: course.row,
        lagging: lagging?.row ?? null,
      });
      const observation = decides ? seen : { ...seen, holds: false };
      const decision =
        course.row && course.past
          ? decidePast(course.row.life, observation)
          : decideLagging(course.row?.life ?? null, observation);
      // The month a year was settled by settles it again, below.
      const settlesAgain = course.row?.life.state === 'settled' && month === last && month.month < 12;
      if (decision && !(settlesAgain && decision.reason === 'corrected')) {
        take(unit, course, { decision, month });
      }
    }
  }
  if (last?.month === 12) return courses;
  for (const course of courses) {
    // What December said may be taken back: the year stays settled, by what is left.
    if (!course.row || !(year.ended || course.row.life.state === 'settled')) continue;
    const month = last ?? year.withoutFigures();
    const decision = decideLagging(course.row.life, yearEnd(month));
    if (decision) take(unit, course, { decision, month });
  }
  return courses;
}

const lastOf = (months: readonly JudgedMonth[]): JudgedMonth | undefined =>
  [...months].sort((one, other) => one.month - other.month).at(-1);

/**
 * Whether no later month was there when this one came: months that came before any was judged raise as they would have
 * one by one. Of those that a target made judgeable the last is the latest (domain.md §5), and of those judged before.
 */
function isLatest(seen: readonly JudgedMonth[], month: JudgedMonth): boolean {
  const arrival = arrivalOf(month);
  return seen
    .filter((other) => other.month > month.month)
    .every((other) => arrival !== null && (arrivalOf(other) ?? -1) > arrival);
}

/** A month that came after a later one is seen after it: that one has spoken for the alert by then. */
const asTheyCame = (seen: readonly JudgedMonth[]): JudgedMonth[] =>
  [...seen].sort(
    (one, other) => (arrivalOf(one) ?? -1) - (arrivalOf(other) ?? -1) || one.month - other.month,
  );

/** In which order a month came: first, all at once, those that were there before the target. Null: judged before. */
function arrivalOf({ before, evaluation, figure }: JudgedMonth): number | null {
  if (before?.state === 'evaluated') return null;
  return evaluation.backJudged ? 0 : (figure?.firstId ?? null);
}

/** Grades that are not deciding raise nothing. */
const isDeciding = (year: JudgedYear, { evaluation }: JudgedMonth): boolean =>
  year.target?.versions.find((version) => version.version === evaluation.version)?.deciding ?? false;

function take(unit: Unit, course: Course, of: { decision: LaggingDecision; month: JudgedMonth }): void {
  const { decision, month } = of;
  const historical = month.effective?.historical ?? false;
  const begins = decision.effects.includes('create') || course.row === null;
  const from = begins ? null : (course.row?.life.state ?? null);
  course.row =
    begins || course.row === null
      ? {
          id: unit.newId(),
          kind: course.kind,
          owner: null,
          subjectKey: laggingSubject(course.judged),
          openedAt: unit.now,
          historical,
          life: decision.next,
        }
      : // What history raised is of today once a figure of today concerns it.
        { ...course.row, historical: course.row.historical && historical, life: decision.next };
  const { reason } = decision;
  const { verdict } = decision.next;
  const words = alertWords(course.kind, course.judged, { month, verdict, reason });
  // An earlier month that is put right is what the event tells; the alert itself stands on its latest month. Of a year
  // that was settled by an earlier month's figure that is the month.
  const latest = latestJudged(course.judged, decision.next.latestMonth) ?? month;
  const standing =
    latest === month ? words : alertWords(course.kind, course.judged, { month: latest, verdict, reason });
  course.touched.set(course.row.id, { row: course.row, month: latest, words: standing });
  course.transitions.push({ alert: course.row, from, decision, month, words, standing });
}

const latestJudged = ({ months }: JudgedYear, latestMonth: number): JudgedMonth | undefined =>
  lastOf(months.filter(({ month, evaluation }) => month <= latestMonth && evaluation.state === 'evaluated'));

function eventOf(unit: Unit, course: Course, transition: Transition): NewEvent {
  return laggingEvent({
    now: unit.now,
    judged: course.judged,
    month: transition.month,
    words: transition.words,
    alert: transition.alert,
    life: transition.decision.next as LaggingAlert,
    reason: transition.decision.reason,
    from: transition.from,
  });
}
