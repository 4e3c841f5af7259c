import {
  decideLagging,
  isActive,
  type LaggingAlert,
  type LaggingDecision,
  type LaggingObservation,
  offTarget,
  severity,
} from '@xushi/domain';
import type { NewEvent, Unit } from '@xushi/events';
import type { ConcernedAlert, JudgedMonth, JudgedYear } from '@xushi/judgement';
import { tables } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { laggingEvent, laggingWords } from './lagging-event.js';
import { type LaggingRow, newestLaggingAlerts, writeExact } from './lagging-row.js';

const { alertTransition } = tables;

/** An alert on its way through the months that were judged now. */
interface Course {
  judged: JudgedYear;
  row: LaggingRow | null;
  /** Alerts that differ from what is stored, as they stand now; two where one ended and another began. */
  touched: Map<string, { row: LaggingRow; month: JudgedMonth }>;
  transitions: Transition[];
}

interface Transition {
  alert: LaggingRow;
  from: string | null;
  decision: LaggingDecision;
  month: JudgedMonth;
  historical: boolean;
}

/**
 * Brings the lagging alerts of judged years up to date (domain.md §10): every month the alert has not seen, or
 * that came out differently, is put to the decision in order. Alerts, transitions and events are written
 * set-based in the given transaction. Answers the alerts that are open or changed.
 */
export async function reconcileLagging(unit: Unit, judged: JudgedYear[]): Promise<ConcernedAlert[]> {
  const subjects = judged.filter((year) => year.target !== null);
  const stored = await newestLaggingAlerts(unit, subjects.map(subjectKeyOf));
  const courses = subjects.map((year) => follow(unit, year, stored.get(subjectKeyOf(year)) ?? null));
  const changed = courses.filter((course) => course.touched.size > 0);
  await writeAlerts(unit, changed);
  const transitions = changed.flatMap((course) =>
    course.transitions.map((transition) => ({ course, transition })),
  );
  if (transitions.length > 0) {
    await unit.tx.insert(alertTransition).values(
      transitions.map(({ course, transition }) => ({
        alertId: transition.alert.id,
        orgId: course.judged.file.orgId,
        at: unit.now,
        fromState: transition.from,
        toState: transition.decision.next.state,
        reason: transition.decision.reason,
        light: transition.month.evaluation.decided?.light ?? null,
        month: transition.month.month,
        via: 'judgement',
        observation: observationOf(course.judged, transition.month),
      })),
    );
    await unit.append(transitions.map(({ course, transition }) => eventOf(unit, course, transition)));
  }
  return courses
    .filter(({ row, touched }) => row && (touched.has(row.id) || isActive(row.life.state)))
    .map(({ judged: year, row }) => ({ id: row?.id ?? '', orgId: year.file.orgId, year: year.file.year }));
}

/** `org/year/indicator/measure/grade`: one alert of a kind is open per subject. */
const subjectKeyOf = ({ file, indicator, measure, grade }: JudgedYear): string =>
  `${file.orgKey}/${file.year}/${indicator.key}/${measure}/${grade}`;

function follow(unit: Unit, year: JudgedYear, row: LaggingRow | null): Course {
  const course: Course = { judged: year, row, touched: new Map(), transitions: [] };
  const seen = year.months.filter(({ evaluation }) => evaluation.state === 'evaluated' && evaluation.decided);
  const latest = seen.at(-1)?.month ?? 0;
  for (const month of seen) {
    if (!isDeciding(year, month)) continue;
    const observation = observe(year, month, { isLatest: month.month === latest, alert: course.row });
    const decision = decideLagging(course.row?.life ?? null, observation);
    if (decision) take(unit, course, { decision, month });
  }
  return course;
}

/** Grades that are not deciding raise nothing. */
const isDeciding = (year: JudgedYear, { evaluation }: JudgedMonth): boolean =>
  year.target?.versions.find((version) => version.version === evaluation.version)?.deciding ?? false;

function observe(
  year: JudgedYear,
  month: JudgedMonth,
  of: { isLatest: boolean; alert: LaggingRow | null },
): LaggingObservation {
  const { before, evaluation, figure, policy } = month;
  const judgedBefore = before !== null && before.state === 'evaluated';
  const cause = !judgedBefore
    ? 'report'
    : before.targetVersion !== evaluation.version
      ? 'targetRevision'
      : 'restatement';
  const first = of.alert?.life.firstMonth ?? 13;
  return {
    month: month.month,
    state: evaluation.state,
    light: evaluation.decided?.light ?? null,
    offTarget: offTarget(evaluation.fields),
    grade: evaluation.grade,
    alertFrom: policy?.alertFrom,
    isLatest: of.isLatest,
    backJudged: evaluation.backJudged,
    cause,
    was: judgedBefore ? { light: before.light } : undefined,
    laggedBefore: year.months.some(
      (other) => other.month >= first && other.month < month.month && lags(other),
    ),
    historical: figure?.historical ?? false,
  };
}

const lags = ({ evaluation, policy }: JudgedMonth): boolean =>
  evaluation.decided !== null &&
  severity(evaluation.decided.light) >= severity(policy?.alertFrom ?? 'yellow');

function take(unit: Unit, course: Course, of: { decision: LaggingDecision; month: JudgedMonth }): void {
  const { decision, month } = of;
  const historical = month.figure?.historical ?? false;
  const begins = decision.effects.includes('create') || course.row === null;
  const from = begins ? null : (course.row?.life.state ?? null);
  course.row =
    begins || course.row === null
      ? {
          id: unit.newId(),
          subjectKey: subjectKeyOf(course.judged),
          openedAt: unit.now,
          historical,
          life: decision.next,
        }
      : // What history raised is of today once a figure of today concerns it.
        { ...course.row, historical: course.row.historical && historical, life: decision.next };
  course.touched.set(course.row.id, { row: course.row, month });
  course.transitions.push({ alert: course.row, from, decision, month, historical });
}

async function writeAlerts(unit: Unit, courses: Course[]): Promise<void> {
  if (courses.length === 0) return;
  const rows = courses.flatMap(({ judged, touched }) => {
    const { file, indicator, measure, grade, target } = judged;
    const responsible = target?.versions.at(-1)?.responsible ?? null;
    return [...touched.values()].map(({ row, month }) => ({
      id: row.id,
      org_id: file.orgId,
      subject_key: row.subjectKey,
      subject: {
        type: 'indicator',
        org: file.orgKey,
        indicator: indicator.key,
        measure,
        grade,
        year: file.year,
      },
      year: file.year,
      light: row.life.light,
      state: row.life.state,
      level: row.life.level,
      first_month: row.life.firstMonth,
      latest_month: row.life.latestMonth,
      observation: observationOf(judged, month),
      historical: row.historical,
      opened_at: row.openedAt.toISOString(),
      owner: responsible?.unit ?? responsible?.post ?? null,
      verdict: row.life.verdict,
      ...laggingWords(judged, month),
    }));
  });
  await unit.tx.execute(sql`
    INSERT INTO alert (id, kind, org_id, subject_key, subject, year, light, state, level, first_month, latest_month,
      observation, historical, opened_at, changed_at, owner, verdict, title, message)
    SELECT r.id, 'indicatorLagging', r.org_id, r.subject_key, r.subject, r.year, r.light, r.state, r.level, r.first_month,
      r.latest_month, r.observation, r.historical, r.opened_at, ${unit.now.toISOString()}::timestamptz, r.owner, r.verdict, r.title, r.message
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(
      id uuid, org_id integer, subject_key text, subject jsonb, year integer, light text, state text, level text,
      first_month integer, latest_month integer, observation jsonb, historical boolean, opened_at timestamptz,
      owner text, verdict text, title text, message text)
    ON CONFLICT (id) DO UPDATE SET light = excluded.light, state = excluded.state, level = excluded.level,
      first_month = excluded.first_month, latest_month = excluded.latest_month, observation = excluded.observation,
      historical = excluded.historical, changed_at = excluded.changed_at, owner = excluded.owner, verdict = excluded.verdict,
      title = excluded.title, message = excluded.message`);
}

/** The numbers that were seen, kept with the alert and with each transition. */
function observationOf(judged: JudgedYear, month: JudgedMonth): Record<string, unknown> {
  const gap = offTarget(month.evaluation.fields);
  return {
    month: month.month,
    light: month.evaluation.decided?.light ?? null,
    grade: month.evaluation.grade,
    offTarget: gap ? writeExact(gap) : '0/1',
    figure: month.figure?.id ?? null,
    targetVersion: month.evaluation.version,
    policy: month.wire.policy,
    numbers: month.wire,
    unit: judged.indicator.unit,
  };
}

function eventOf(unit: Unit, course: Course, transition: Transition): NewEvent {
  return laggingEvent({
    now: unit.now,
    judged: course.judged,
    month: transition.month,
    alert: transition.alert,
    historical: transition.historical,
    life: transition.decision.next as LaggingAlert,
    reason: transition.decision.reason,
    from: transition.from,
  });
}
