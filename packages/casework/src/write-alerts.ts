import { compactWire } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import type { JudgedMonth, JudgedYear } from '@xushi/judgement';
import { jsonInTurns } from '@xushi/platform';
import { writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { Course, Transition } from './alert-course.js';
import type { AlertWords } from './lagging-event.js';
import type { LaggingRow } from './lagging-row.js';

/** What the alerts are written as, as JSON; null: none. */
export async function alertRows(courses: readonly Course[]): Promise<string | null> {
  const standing = courses.flatMap(({ judged, touched }) =>
    [...touched.values()].map((each) => ({ judged, ...each })),
  );
  if (standing.length === 0) return null;
  return jsonInTurns(standing, ({ judged, row, month, words }) => {
    const { file, indicator, measure, grade } = judged;
    return {
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
    };
  });
}

export async function writeAlerts(unit: Unit, rows: string | null): Promise<void> {
  if (rows === null) return;
  await unit.tx.execute(sql`
    INSERT INTO alert (id, kind, org_id, subject_key, subject, year, light, state, level, first_month, latest_month,
      observation, historical, opened_at, changed_at, owner, verdict, title, message)
    SELECT r.id, r.kind, r.org_id, r.subject_key, r.subject, r.year, r.light, r.state, r.level, r.first_month,
      r.latest_month, r.observation, r.historical, r.opened_at, ${unit.now.toISOString()}::timestamptz, r.owner, r.verdict, r.title, r.message
    FROM jsonb_to_recordset(${rows}::text::jsonb) AS r(
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

/** What the transitions are written as, as JSON, in their order; null: none. */
export async function transitionRows(
  transitions: readonly { course: Course; transition: Transition }[],
): Promise<string | null> {
  if (transitions.length === 0) return null;
  return jsonInTurns(transitions.entries(), ([position, { course, transition }]) => {
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
}

/** `via`: what moved them, where no person did. */
export async function writeTransitions(
  unit: Unit,
  rows: string | null,
  via: 'judgement' | 'calendar' = 'judgement',
): Promise<void> {
  if (rows === null) return;
  await unit.tx.execute(sql`
    INSERT INTO alert_transition (alert_id, org_id, at, from_state, to_state, reason, light, month, via, observation, after)
    SELECT t.alert_id, t.org_id, ${unit.now.toISOString()}::timestamptz, t.from_state, t.to_state, t.reason, t.light,
           t.month, ${via}, t.observation, t.after
    FROM jsonb_to_recordset(${rows}::text::jsonb) AS t(
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
