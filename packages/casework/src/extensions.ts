import {
  extensionReminder,
  isDate,
  isOpen,
  localDateOf,
  localTimeOf,
  monthOf,
  opensOn,
  type Period,
  parsePeriod,
  toInstant,
  yearOf,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type ExtensionBody, type Fault, Problem, refuse } from '@xushi/protocol';
import { type Principal, readCalendars, readSheetDues, type SheetDue, tables } from '@xushi/store';
import { and, eq, sql } from 'drizzle-orm';
import { openPeriods, yearsAround } from './open-periods.js';

const { extension, periodDue, submission } = tables;

/** A later day for a sheet, and by whom it was given. */
export interface GrantedExtension {
  org: string;
  period: Period;
  until: string;
  dueAt: string;
  originalDueAt: string;
  reason: string;
  person: string | null;
}

/**
 * Gives an org until a later day to report a period 延期, at the hour of its deadline (domain.md §9, §10). It is a fact of
 * its own beside the deadline: what arrived before stays as late as it was. It takes a person who does not report for the
 * org. Throws `Problem`: 403 `secondPersonRequired`, 422 with every fault.
 */
export async function grantExtension(
  unit: Unit,
  request: { principal: Principal; org: { id: number; key: string; name: string }; body: ExtensionBody },
): Promise<GrantedExtension> {
  const { principal, org, body } = request;
  const personId = await refuseReporter(unit, { principal, orgId: org.id });
  const period = parsePeriod(body.period);
  const faults: Fault[] = [];
  if (!isDate(body.until)) faults.push({ pointer: '/until', code: 'notADate' });
  if (!period) faults.push({ pointer: '/period', code: 'notAPeriod' });
  const today = localDateOf(unit.now, unit.timeZone);
  if (period && !isOpen(period, 'estimate', today)) {
    const params = { period, opens: opensOn(period, 'estimate') };
    faults.push({ pointer: '/period', code: 'periodNotOpen', params });
  }
  refuse(faults);
  if (!period) throw new Error('a request without faults has a period');
  // One writer a sheet: which extension is later is decided one after the other.
  await unit.tx.execute(sql`SELECT pg_advisory_xact_lock(${org.id}, ${yearOf(period)})`);
  const due = await openSheet(unit, { org, period });
  const untilAt = toInstant(body.until, localTimeOf(due.originalAt, unit.timeZone), unit.timeZone);
  if (untilAt <= due.dueAt || untilAt <= unit.now) {
    refuse([{ pointer: '/until', code: 'extensionNotLater', params: { due: due.dueDay } }]);
  }
  await store(unit, { principal, personId, org, period, body, untilAt });
  const answer = {
    ...{ org: org.key, period, until: body.until, dueAt: untilAt.toISOString() },
    ...{ originalDueAt: due.originalAt.toISOString(), reason: body.reason, person: principal.personKey },
  };
  await unit.append([
    { type: 'period.extended', orgId: org.id, payload: { ...answer, from: due.dueAt.toISOString() } },
  ]);
  return answer;
}

/** Nobody puts off his own deadline: neither a key without a person nor whoever sent a sheet of the org. */
async function refuseReporter(
  unit: Unit,
  { principal, orgId }: { principal: Principal; orgId: number },
): Promise<number> {
  const { personId } = principal;
  if (personId === null) throw new Problem('secondPersonRequired');
  const [sent] = await unit.tx
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.orgId, orgId), eq(submission.personId, personId)))
    .limit(1);
  if (sent) throw new Problem('secondPersonRequired');
  return personId;
}

/** The sheet's deadline; a period that no scheduler has opened yet is opened. */
async function openSheet(
  unit: Unit,
  { org, period }: { org: { id: number; name: string }; period: Period },
): Promise<SheetDue> {
  const read = async () => [...(await readSheetDues(unit.tx, [{ orgId: org.id, period }])).values()][0];
  const known = await read();
  if (known) return known;
  await openPeriods(unit, { orgIds: [org.id], periods: [period] });
  const opened = await read();
  if (!opened) refuse([{ pointer: '/period', code: 'nothingDue', params: { org: org.name } }]);
  if (!opened) throw new Error('a sheet without a deadline was not refused');
  return opened;
}

async function store(
  unit: Unit,
  of: {
    principal: Principal;
    personId: number;
    org: { id: number };
    period: Period;
    body: ExtensionBody;
    untilAt: Date;
  },
): Promise<void> {
  const { period, org, untilAt, body } = of;
  const sheet = { orgId: org.id, year: yearOf(period), month: monthOf(period) };
  await unit.tx.insert(extension).values({
    ...sheet,
    ...{ untilAt, untilDay: body.until, reason: body.reason, personId: of.personId },
    ...{ keyId: of.principal.keyId, requestId: unit.cause.requestId, knownAt: unit.now },
  });
  const years = [...yearsAround([period]), Number(body.until.slice(0, 4)), unit.now.getUTCFullYear()];
  const calendarOf = await readCalendars(unit.tx, { orgIds: [org.id], years: [...new Set(years)] });
  const remindAt = extensionReminder({
    ...{ untilDay: body.until, untilAt, given: unit.now, timeZone: unit.timeZone },
    calendar: calendarOf(org.id),
  });
  await unit.tx
    .update(periodDue)
    .set({ remindAt })
    .where(
      and(eq(periodDue.orgId, sheet.orgId), eq(periodDue.year, sheet.year), eq(periodDue.month, sheet.month)),
    );
}
