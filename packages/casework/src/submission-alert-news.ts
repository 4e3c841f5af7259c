import {
  type AlertState,
  localTimeOf,
  monthOf,
  type SheetObservation,
  type SubmissionAlertKind,
  type SubmissionDecision,
  yearOf,
} from '@xushi/domain';
import type { NewEvent, Unit } from '@xushi/events';
import type { SheetDue } from '@xushi/store';
import {
  alertReasonName,
  alertStateName,
  completeSheetMessage,
  levelName,
  type MissingSheet,
  missingSheetMessage,
  missingSheetTitle,
  periodName,
} from '@xushi/wording';
import type { Sheet } from './sheets.js';
import { submissionSubject } from './submission-alert-rows.js';

/** What a look at a sheet did to its alert of a kind. */
export interface SheetStep {
  kind: SubmissionAlertKind;
  sheet: Sheet & { due: SheetDue };
  seen: SheetObservation;
  decision: SubmissionDecision;
  id: string;
  openedAt: Date;
  owner: string | null;
  /** Null: it begins. */
  from: AlertState | null;
}

/** Who is told beside those who were before: receivers at the org itself, those above it as well, or nobody. */
export type Audience = 'reporter' | 'all' | 'nobody';

function audienceOf({ decision: { effects, next } }: SheetStep): Audience {
  if (!effects.some((effect) => effect.startsWith('notify'))) return 'nobody';
  return next.level === 'daily' ? 'reporter' : 'all';
}

/** The alert as a row of `writeAlerts`. */
export function alertRow(unit: Unit, step: SheetStep) {
  const { kind, sheet, id, openedAt } = step;
  return {
    ...{ id, kind, org_id: sheet.orgId, subject_key: submissionSubject(sheet), year: yearOf(sheet.period) },
    subject: { type: 'submission', org: sheet.org.key, period: sheet.period },
    observation: observationOf(sheet, step.decision.next),
    historical: false,
    opened_at: openedAt.toISOString(),
    ...standingOf(unit, step),
  };
}

/** The transition as a row of `writeTransitions`. */
export function transitionRow(unit: Unit, step: SheetStep) {
  const { id, sheet, decision, from } = step;
  return {
    ...{ alert_id: id, org_id: sheet.orgId, from_state: from, to_state: decision.next.state },
    ...{ reason: decision.reason, light: null, month: monthOf(sheet.period) },
    observation: observationOf(sheet, decision.next),
    after: { ...standingOf(unit, step), historical: false },
  };
}

function standingOf(unit: Unit, step: SheetStep) {
  const { sheet, decision, owner } = step;
  const month = monthOf(sheet.period);
  const { state, level } = decision.next;
  return {
    ...{ light: null, state, level, first_month: month, latest_month: month, owner, verdict: null },
    ...wordsOf(unit, step),
  };
}

function observationOf({ due, figures }: SheetStep['sheet'], life: SubmissionDecision['next']) {
  return {
    ...{ missing: life.missing, expected: figures.length, dueAt: life.dueAt, originalDueAt: due.originalAt },
    ...{ workdaysLate: life.workdaysLate, estimated: due.estimated },
  };
}

function wordsOf(unit: Unit, { sheet, decision, seen }: SheetStep): { title: string; message: string } {
  const about = missingSheet(unit, { sheet, seen, missing: decision.next.missing });
  const complete = seen.missing.length === 0;
  return {
    title: missingSheetTitle(about),
    message: complete ? completeSheetMessage(about.expected) : missingSheetMessage(about),
  };
}

function missingSheet(
  { timeZone }: Unit,
  of: { sheet: SheetStep['sheet']; seen: SheetObservation; missing: readonly string[] },
): MissingSheet {
  const { sheet, seen, missing } = of;
  const { due, figures } = sheet;
  return {
    orgName: sheet.org.name,
    period: sheet.period,
    expected: figures.length,
    missing: figures
      .filter(({ indicator }) => missing.includes(indicator.key))
      .map(({ indicator, period }) => ({ name: indicator.name, period })),
    due: {
      date: due.dueDay,
      time: localTimeOf(due.dueAt, timeZone),
      workdaysLate: seen.now > due.dueAt ? seen.workdaysLate : null,
    },
    originalDay: due.dueDay === due.originalDay ? null : due.originalDay,
    estimated: due.estimated,
  };
}

/** `alert.<reason>` with what a mail, a robot or another system needs. */
export function submissionEvent(unit: Unit, step: SheetStep): NewEvent {
  const { kind, sheet, seen, decision, id, openedAt, from } = step;
  const { next, reason } = decision;
  return {
    type: `alert.${reason}`,
    orgId: sheet.orgId,
    payload: {
      alert: {
        ...{ id, kind, org: sheet.org.key, orgName: sheet.org.name, light: null, state: next.state },
        ...{ stateName: alertStateName(next.state), level: next.level, levelName: levelName(next.level) },
        ...{ period: sheet.period, periodName: periodName(sheet.period), ...wordsOf(unit, step) },
        missing: missingOf(step),
        expected: sheet.figures.length,
        dueAt: sheet.due.dueAt.toISOString(),
        originalDueAt: sheet.due.originalAt.toISOString(),
        estimated: sheet.due.estimated,
        workdaysLate: seen.now > sheet.due.dueAt ? seen.workdaysLate : null,
        openedAt: openedAt.toISOString(),
        changedAt: unit.now.toISOString(),
        ...{ verdict: null, historical: false, audience: audienceOf(step) },
      },
      transition: { reason, reasonName: alertReasonName(reason), from, to: next.state },
    },
  };
}

const missingOf = ({ sheet, seen }: SheetStep) =>
  sheet.figures
    .filter(({ indicator }) => seen.missing.includes(indicator.key))
    .map(({ indicator, period }) => ({ indicator: indicator.key, name: indicator.name, period }));
