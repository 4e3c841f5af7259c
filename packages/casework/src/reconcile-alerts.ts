import { compactWire, decideLagging, isActive, type LaggingAlert, type LaggingDecision } from '@xushi/domain';
import type { NewEvent, Unit } from '@xushi/events';
import type { ConcernedAlert, JudgedMonth, JudgedYear } from '@xushi/judgement';
import { inTurns } from '@xushi/platform';
import { writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { INDICATOR_ALERTS, mayRaise, yearEnd } from './indicator-alerts.js';
import { type AlertWords, alertWords, laggingEvent } from './lagging-event.js';
import {
  alertKey,
  type IndicatorAlertKind,
  type LaggingRow,
  laggingSubject,
  newestLaggingAlerts,
} from './lagging-row.js';

/** An alert on its way through the months that were judged now. */
interface Course {
  kind: IndicatorAlertKind;
  judged: JudgedYear;
  row: LaggingRow | null;
  /** Alerts that differ from what is stored, as they stand now; two where one ended and another began. */
  touched: Map<string, Standing>;
  transitions: Transition[];
}

/** An alert as it stands at a month, in words: they are worked out once for row, transition and event. */
interface Standing {
  row: LaggingRow;
  month: JudgedMonth;
  words: AlertWords;
}

interface Transition {
  alert: LaggingRow;
  from: string | null;
  decision: LaggingDecision;
  month: JudgedMonth;
  words: AlertWords;
  /** The words of its latest month, where the transition is about an earlier one. */
  standing: AlertWords;
}

/**
 * Brings the alerts on the targets of judged years up to date (domain.md §10): every month the alert has not seen, or
 * that came out differently, is put to the decision in the order in which they came. Alerts, transitions and events
 * are written set-based in the given transaction. Answers the alerts that are open or changed.
 */
export async function reconcileAlerts(unit: Unit, judged: JudgedYear[]): Promise<ConcernedAlert[]> {
  const subjects = judged.filter((year) => year.target?.versions.some(({ deciding }) => deciding));
  const stored = await newestLaggingAlerts(unit, subjects);
  const courses = (await inTurns(subjects, (year) => followYear(unit, year, stored))).flat();
  const changed = courses.filter((course) => course.touched.size > 0);
  const transitions = changed.flatMap((course) =>
    course.transitions.map((transition) => ({ course, transition })),
  );
  // Sent in this order on one connection, without waiting in between.
  await Promise.all([
    writeAlerts(unit, changed),
    writeTransitions(unit, transitions),
    unit.append(transitions.map(({ course, transition }) => eventOf(unit, course, transition))),
  ]);
  return courses
    .filter(({ row, touched }) => row && (touched.has(row.id) || isActive(row.life.state)))
    .map(({ judged: year, row }) => ({ id: row?.id ?? '', orgId: year.file.orgId, year: year.file.year }));
}

/** Every kind of alert on one target, month by month: what a forecast says depends on whether the indicator lags. */
function followYear(unit: Unit, year: JudgedYear, stored: Map<string, LaggingRow>): Course[] {
  const kinds = Object.keys(INDICATOR_ALERTS) as IndicatorAlertKind[];
  const courses = kinds.map((kind): Course => {
    const row = stored.get(alertKey(kind, laggingSubject(year))) ?? null;
    return { kind, judged: year, row, touched: new Map(), transitions: [] };
  });
  // Most targets neither have an alert nor give cause for one.
  if (courses.every(({ row }) => row === null) && !year.months.some(mayRaise)) return [];
  const lagging = courses.find(({ kind }) => kind === 'indicatorLagging');
  // Also a December without a light: the year ends under the last one.
  const judged = year.months.filter(({ evaluation }) => evaluation.state === 'evaluated');
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
      const decision = decideLagging(course.row?.life ?? null, observation);
      if (decision) take(unit, course, { decision, month });
    }
  }
  const last = lastOf(judged);
  if (year.ended && last && last.month < 12) {
    for (const course of courses) {
      const decision = decideLagging(course.row?.life ?? null, yearEnd(last));
      if (decision) take(unit, course, { decision, month: last });
    }
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
  const { verdict } = decision.next;
  const words = alertWords(course.kind, course.judged, { month, verdict });
  // An earlier month that is put right is what the event tells; the alert itself stands on its latest month. Of a year
  // that was settled by an earlier month's figure that is the month.
  const latest = latestJudged(course.judged, decision.next.latestMonth) ?? month;
  const standing =
    latest === month ? words : alertWords(course.kind, course.judged, { month: latest, verdict });
  course.touched.set(course.row.id, { row: course.row, month: latest, words: standing });
  course.transitions.push({ alert: course.row, from, decision, month, words, standing });
}

const latestJudged = ({ months }: JudgedYear, latestMonth: number): JudgedMonth | undefined =>
  months.find(({ month, evaluation }) => month === latestMonth && evaluation.state === 'evaluated');

async function writeAlerts(unit: Unit, courses: Course[]): Promise<void> {
  if (courses.length === 0) return;
  const rows = courses.flatMap(({ judged, touched }) => {
    const { file, indicator, measure, grade } = judged;
    return [...touched.values()].map(({ row, month, words }) => ({
      id: row.id,
      kind: row.kind,
      org_id: file.orgId,
      subject_key: row.subjectKey,
      subject: {
        type: 'indicator',
        org: file.org.key,
        indicator: indicator.key,
        measure,
        grade,
        year: file.year,
      },
      year: file.year,
      observation: observationOf(judged, row, month),
      historical: row.historical,
      opened_at: row.openedAt.toISOString(),
      ...standingOf(judged, row, words),
    }));
  });
  await unit.tx.execute(sql`
    INSERT INTO alert (id, kind, org_id, subject_key, subject, year, light, state, level, first_month, latest_month,
      observation, historical, opened_at, changed_at, owner, verdict, title, message)
    SELECT r.id, r.kind, r.org_id, r.subject_key, r.subject, r.year, r.light, r.state, r.level, r.first_month,
      r.latest_month, r.observation, r.historical, r.opened_at, ${unit.now.toISOString()}::timestamptz, r.owner, r.verdict, r.title, r.message
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(
      id uuid, kind text, org_id integer, subject_key text, subject jsonb, year integer, light text, state text, level text,
      first_month integer, latest_month integer, observation jsonb, historical boolean, opened_at timestamptz,
      owner text, verdict text, title text, message text)
    ON CONFLICT (id) DO UPDATE SET light = excluded.light, state = excluded.state, level = excluded.level,
      first_month = excluded.first_month, latest_month = excluded.latest_month, observation = excluded.observation,
      historical = excluded.historical, changed_at = excluded.changed_at, owner = excluded.owner, verdict = excluded.verdict,
      title = excluded.title, message = excluded.message`);
}

/** How an alert stands: what lists show, and what each transition keeps of it. */
function standingOf(judged: JudgedYear, row: LaggingRow, { title, message }: AlertWords) {
  const responsible = judged.target?.versions.at(-1)?.responsible ?? null;
  return {
    light: row.life.light,
    state: row.life.state,
    level: row.life.level,
    first_month: row.life.firstMonth,
    latest_month: row.life.latestMonth,
    // Who took it on goes before who is named by the target.
    owner: row.owner ?? responsible?.unit ?? responsible?.post ?? null,
    verdict: row.life.verdict,
    title,
    message,
  };
}

async function writeTransitions(
  unit: Unit,
  transitions: { course: Course; transition: Transition }[],
): Promise<void> {
  if (transitions.length === 0) return;
  const rows = transitions.map(({ course, transition }, position) => {
    const { alert, from, decision, month, standing } = transition;
    const after = { ...alert, life: decision.next };
    return {
      position,
      alert_id: alert.id,
      org_id: course.judged.file.orgId,
      from_state: from,
      to_state: decision.next.state,
      reason: decision.reason,
      light: month.evaluation.decided?.light ?? null,
      month: decision.reason === 'settled' ? decision.next.latestMonth : month.month,
      observation: observationOf(course.judged, after, month),
      after: { ...standingOf(course.judged, after, standing), historical: alert.historical },
    };
  });
  await unit.tx.execute(sql`
    INSERT INTO alert_transition (alert_id, org_id, at, from_state, to_state, reason, light, month, via, observation, after)
    SELECT t.alert_id, t.org_id, ${unit.now.toISOString()}::timestamptz, t.from_state, t.to_state, t.reason, t.light,
           t.month, 'judgement', t.observation, t.after
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS t(
      alert_id uuid, org_id integer, from_state text, to_state text, reason text, light text, month integer,
      position integer, observation jsonb, after jsonb) ORDER BY t.position`);
}

/** The numbers that were seen, kept with the alert and with each transition. */
function observationOf(judged: JudgedYear, row: LaggingRow, month: JudgedMonth): Record<string, unknown> {
  return {
    month: month.month,
    light: month.evaluation.decided?.light ?? null,
    grade: month.evaluation.grade,
    offTarget: writeFraction(row.life.offTarget),
    figure: month.figure?.id ?? null,
    targetVersion: month.evaluation.version,
    policy: month.wire.policy,
    numbers: compactWire(month.wire),
    unit: judged.indicator.unit,
  };
}

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
