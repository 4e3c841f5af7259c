import {
  decideSubmission,
  localDateOf,
  localTimeOf,
  monthOf,
  NOTICE_TIME,
  nextLookAt,
  type SheetObservation,
  SUBMISSION_ALERT_KINDS,
  toInstant,
  type WorkCalendar,
  workdaysLate,
  yearOf,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { dueAsOf, type SheetDue, type SheetKey, sheetText, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { readSheets, type Sheet } from './sheets.js';
import { alertRow, type SheetStep, submissionEvent, transitionRow } from './submission-alert-news.js';
import {
  readSubmissionAlerts,
  type SubmissionAlertRow,
  submissionAlertKey,
  submissionSubject,
} from './submission-alert-rows.js';
import { writeAlerts, writeTransitions } from './write-alerts.js';

/**
 * Looks at sheets: raises, moves and ends their alerts as the rules of `decideSubmission` say, fixes how late the first
 * arrival was, and sets when each has to be looked at next (domain.md §9, §10). The same look again changes nothing, so
 * that it may follow from any event and from the clock. Under the lock under which their years are judged and people act
 * on alerts; a constant number of statements.
 */
export async function watchSheets(unit: Unit, keys: readonly SheetKey[]): Promise<void> {
  if (keys.length === 0) return;
  await lockYears(unit.tx, keys);
  const { sheets } = await readSheets(unit, keys);
  const stored = await readSubmissionAlerts(unit.tx, keys);
  const opened = sheets.filter((sheet): sheet is Opened => sheet.due !== null);
  const looks = opened.map((sheet) => lookAt(unit, sheet, stored));
  const steps = looks.flatMap((look) => look.steps);
  if (steps.length > 0) {
    await writeAlerts(unit, JSON.stringify(steps.map((step) => alertRow(unit, step))));
    const moves = steps.map((step, position) => ({ position, ...transitionRow(unit, step) }));
    await writeTransitions(unit, JSON.stringify(moves), 'calendar');
    await unit.append(steps.map((step) => submissionEvent(unit, step)));
  }
  await noteLooks(unit, keys, looks);
}

type Opened = Sheet & { due: SheetDue };

interface Look {
  sheet: Opened;
  steps: SheetStep[];
  nextAt: Date | null;
}

function lookAt(unit: Unit, sheet: Opened, stored: ReadonlyMap<string, SubmissionAlertRow>): Look {
  const subject = submissionSubject(sheet);
  const looks = SUBMISSION_ALERT_KINDS.map((kind) => {
    const row = stored.get(submissionAlertKey(kind, subject)) ?? null;
    const seen = observe(unit, sheet, row);
    return { kind, row, seen, decision: decideSubmission(kind, row?.life ?? null, seen) };
  });
  const steps = looks.flatMap(({ kind, row, seen, decision }): SheetStep[] => {
    if (!decision) return [];
    const { id, openedAt, owner } = row ?? { id: unit.newId(), openedAt: unit.now, owner: null };
    return [{ kind, sheet, seen, decision, id, openedAt, owner, from: row?.life.state ?? null }];
  });
  const isClosed = looks.some(
    ({ kind, row, decision }) =>
      kind === 'submissionOverdue' && (decision?.next ?? row?.life)?.state === 'closed',
  );
  const next = looks.flatMap(
    ({ seen }) => nextLookAt(seen, (moment) => noticeAfter(moment, sheet.calendar, unit.timeZone)) ?? [],
  );
  // What people closed as overdue is not brought up again day by day.
  const over = isClosed && unit.now > sheet.due.dueAt;
  return { sheet, steps, nextAt: over ? null : (next[0] ?? null) };
}

/** What is open as missing is reported by a sheet of its own, not by history; what is there as history is not missed. */
function observe(unit: Unit, sheet: Opened, row: SubmissionAlertRow | null): SheetObservation {
  const { due, calendar } = sheet;
  const { now, timeZone } = unit;
  const listed = row && row.life.state !== 'resolved' ? row.life.missing : [];
  const today = localDateOf(now, timeZone);
  return {
    ...{ now, dueAt: due.dueAt, remindAt: due.remindAt },
    missing: sheet.figures
      .filter(
        ({ indicator, present, arrivedAt }) =>
          !present || (arrivedAt === null && listed.includes(indicator.key)),
      )
      .map(({ indicator }) => indicator.key),
    workdaysLate: now > due.dueAt ? workdaysLate({ dueDate: due.dueDay, on: today, calendar }).days : 0,
    workday: calendar.isWorkday(today),
    noticeHour: localTimeOf(now, timeZone) >= NOTICE_TIME,
  };
}

/** The first hour of notices after a moment: this day's, where it is worked and not past it. */
function noticeAfter(moment: Date, calendar: WorkCalendar, timeZone: string): Date {
  const today = localDateOf(moment, timeZone);
  const here = toInstant(today, NOTICE_TIME, timeZone);
  if (calendar.isWorkday(today) && moment < here) return here;
  return toInstant(calendar.addWorkdays(today, 1).date, NOTICE_TIME, timeZone);
}

async function lockYears(tx: Transaction, keys: readonly SheetKey[]): Promise<void> {
  await tx.execute(sql`
    SELECT pg_advisory_xact_lock(o.org_id, o.year)
    FROM (SELECT DISTINCT org_id, year FROM jsonb_to_recordset(${JSON.stringify(
      keys.map(({ orgId, period }) => ({ org_id: orgId, year: yearOf(period) })),
    )}::text::jsonb) AS k(org_id integer, year integer) ORDER BY org_id, year) o`);
}

/** A sheet of an org that has no duty is not looked at again. */
async function noteLooks(unit: Unit, keys: readonly SheetKey[], looks: readonly Look[]): Promise<void> {
  const lookOf = new Map(looks.map((look) => [sheetText(look.sheet), look]));
  const rows = keys.map((key) => {
    const look = lookOf.get(sheetText(key));
    return {
      ...{ org_id: key.orgId, year: yearOf(key.period), month: monthOf(key.period) },
      ...(look && firstArrival(look.sheet, unit.timeZone)),
      next_at: look?.nextAt ?? null,
    };
  });
  await unit.tx.execute(sql`
    UPDATE period_due p SET next_at = r.next_at, arrived_at = coalesce(p.arrived_at, r.arrived_at),
      workdays_late = CASE WHEN p.arrived_at IS NULL THEN r.workdays_late ELSE p.workdays_late END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(org_id integer, year integer, month integer,
      next_at timestamptz, arrived_at timestamptz, workdays_late integer)
    WHERE (p.org_id, p.year, p.month) = (r.org_id, r.year, r.month)
      AND (p.next_at IS DISTINCT FROM r.next_at OR (p.arrived_at IS NULL AND r.arrived_at IS NOT NULL))`);
}

/** When the first sheet came, and by how many working days after the deadline in force then; null: in time. */
function firstArrival({ firstAt, due, calendar }: Opened, timeZone: string) {
  if (firstAt === null) return { arrived_at: null, workdays_late: null };
  const { dueAt, dueDay } = dueAsOf(due, firstAt);
  const on = localDateOf(firstAt, timeZone);
  return {
    arrived_at: firstAt,
    workdays_late: firstAt > dueAt ? workdaysLate({ dueDate: dueDay, on, calendar }).days : null,
  };
}
