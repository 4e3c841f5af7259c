import {
  type AlertAction,
  type AlertState,
  decideAction,
  type FigureGrade,
  Fraction,
  type LaggingAlert,
  type LaggingDecision,
  type Level,
  type Light,
  type Verdict,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { Problem } from '@xushi/protocol';
import { type Principal, readFraction, tables } from '@xushi/store';
import { alertReasonName, levelName, lightName, periodName } from '@xushi/wording';
import { eq, sql } from 'drizzle-orm';
import { getAlert } from './read-alerts.js';

const { alert, alertTransition, org, indicator } = tables;
type AlertRow = typeof alert.$inferSelect;

/** What a person does with an alert, and what he has to say of it. */
export interface AlertStep {
  id: string;
  principal: Principal;
  action: AlertAction;
  note: string | null;
  /** Cause, measure, owner and due of a rectification; what shows that a close is deserved. */
  evidence: Record<string, unknown> | null;
}

/**
 * One step of a person on an alert (domain.md §10): state, transition and event together, under the lock under which
 * its year is judged. Closing takes another person than the one who asked for it. Throws `Problem`: 404, 409
 * `alertStateConflict`, 403 `secondPersonRequired`.
 */
export async function actOnAlert(unit: Unit, step: AlertStep): Promise<Record<string, unknown>> {
  const [place] = await unit.tx
    .select({ orgId: alert.orgId, year: alert.year })
    .from(alert)
    .where(eq(alert.id, step.id));
  if (!place) throw new Problem('notFound');
  await unit.tx.execute(sql`SELECT pg_advisory_xact_lock(${place.orgId}, ${place.year})`);
  const [row] = await unit.tx.select().from(alert).where(eq(alert.id, step.id));
  if (!row) throw new Problem('notFound');
  const before = lifeOf(row);
  const decision = decideAction(before, step.action);
  if (!decision) {
    throw new Problem('alertStateConflict', { params: { state: row.state, level: row.level } });
  }
  if (decision.reason === 'closed') await refuseSamePerson(unit, step);
  const owner = decision.reason === 'rectificationFiled' ? String(step.evidence?.owner) : row.owner;
  await unit.tx
    .update(alert)
    .set({ state: decision.next.state, level: decision.next.level, owner, changedAt: unit.now })
    .where(eq(alert.id, step.id));
  await unit.tx.insert(alertTransition).values({
    alertId: row.id,
    orgId: row.orgId,
    at: unit.now,
    fromState: before.state,
    toState: decision.next.state,
    reason: decision.reason,
    light: row.light,
    month: row.latestMonth,
    actor: step.principal.personKey ?? step.principal.keyName,
    personId: step.principal.personId,
    via: 'api',
    note: step.note,
    evidence: step.evidence,
    observation: row.observation,
    after: {
      light: row.light,
      state: decision.next.state,
      level: decision.next.level,
      first_month: row.firstMonth,
      latest_month: row.latestMonth,
      owner,
      verdict: row.verdict,
      title: row.title,
      message: row.message,
      historical: row.historical,
    },
  });
  await unit.append([await eventOf(unit, { row, decision, step })]);
  return getAlert(unit.tx, step.id);
}

/** Whoever asked for the close does not close, whatever key he uses; a key without a person is nobody. */
async function refuseSamePerson(unit: Unit, { id, principal }: AlertStep): Promise<void> {
  const [asked] = await unit.tx
    .select({ personId: alertTransition.personId })
    .from(alertTransition)
    .where(sql`${alertTransition.alertId} = ${id} AND ${alertTransition.reason} = 'closeRequested'`)
    .orderBy(sql`${alertTransition.id} DESC`)
    .limit(1);
  if (principal.personId === null || principal.personId === asked?.personId) {
    throw new Problem('secondPersonRequired');
  }
}

function lifeOf(row: AlertRow): LaggingAlert {
  const seen = row.observation as { offTarget?: string; grade?: FigureGrade | null };
  return {
    state: row.state as AlertState,
    light: (row.light ?? 'green') as Light,
    offTarget: readFraction(seen.offTarget ?? null) ?? Fraction.ZERO,
    level: row.level as Level,
    firstMonth: row.firstMonth,
    latestMonth: row.latestMonth,
    grade: seen.grade ?? null,
    verdict: row.verdict as Verdict | null,
  };
}

async function eventOf(unit: Unit, of: { row: AlertRow; decision: LaggingDecision; step: AlertStep }) {
  const { row, decision, step } = of;
  const [place] = await unit.tx.select().from(org).where(eq(org.id, row.orgId));
  const about = await subjectOf(unit, row, decision.next.level);
  const period = `${row.year}-${String(row.latestMonth).padStart(2, '0')}`;
  const light = row.light as Light | null;
  return {
    type: `alert.${decision.reason}`,
    orgId: row.orgId,
    payload: {
      alert: {
        id: row.id,
        kind: row.kind,
        org: place?.key,
        orgName: place?.name,
        ...about,
        light,
        lightName: light && lightName(light),
        state: decision.next.state,
        level: decision.next.level,
        levelName: levelName(decision.next.level),
        period,
        periodName: periodName(period),
        title: row.title,
        message: row.message,
        openedAt: row.openedAt.toISOString(),
        changedAt: unit.now.toISOString(),
        verdict: row.verdict,
        historical: row.historical,
      },
      transition: {
        reason: decision.reason,
        reasonName: alertReasonName(decision.reason),
        from: row.state,
        to: decision.next.state,
        // People act on a warning as it stands.
        ...{ light, lightName: light && lightName(light) },
        ...{ latestPeriod: period, latestPeriodName: periodName(period) },
        actor: step.principal.personKey,
        note: step.note,
        evidence: step.evidence,
      },
    },
  };
}

/** What an alert is about, as its events say it. */
async function subjectOf(unit: Unit, { subject, observation }: AlertRow, level: Level) {
  // Of a sheet only who reports hears at first (`CENTRE_HEARS_FROM`).
  if (subject.type === 'submission') return { audience: level === 'daily' ? 'reporter' : 'all' };
  if (subject.type === 'calendar') return { year: subject.year };
  const key = String(subject.indicator ?? '');
  const [named] = await unit.tx
    .select({ name: indicator.name })
    .from(indicator)
    .where(eq(indicator.key, key));
  const numbers = (observation.numbers ?? {}) as Record<string, unknown>;
  return {
    indicator: key,
    indicatorName: named?.name ?? key,
    ...{ measure: subject.measure, grade: subject.grade, unit: observation.unit },
    ...{ figure: numbers.figure ?? null, yoy: numbers.yoy ?? null },
    ...{ completionRate: numbers.completionRate ?? null, timeProgress: numbers.timeProgress ?? null },
    ...{ paceGap: numbers.paceGap ?? null, gap: numbers.gap ?? null },
    consecutiveLag: numbers.consecutiveLag ?? null,
  };
}
