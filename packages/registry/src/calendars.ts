import { isDate } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type CalendarBody, type Fault, Problem, refuse } from '@xushi/protocol';
import { type Transaction, tables } from '@xushi/store';
import { and, desc, eq, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findOrg } from './find.js';
import { oneWriter } from './one-writer.js';
import { requestEvaluation } from './request-evaluation.js';
import { type Rescheduled, reschedule } from './reschedule.js';

const { calendarYear } = tables;

/**
 * Loads a year's notice of holidays and make-up days (org `all`), or an org's own days off: a new version. Deadlines
 * that have not passed follow it; answers which moved. Throws `Problem`.
 */
export async function putCalendar(
  unit: Unit,
  of: { orgKey: string; year: number; body: CalendarBody },
): Promise<{ version: number; rescheduled: Rescheduled[] }> {
  const { body, year } = of;
  const org = await findOrg(unit.tx, of.orgKey);
  const faults: Fault[] = [];
  for (const field of ['daysOff', 'workdays'] as const) {
    body[field].forEach((day, position) => {
      if (!isDate(day)) faults.push({ pointer: `/${field}/${position}`, code: 'notADate' });
    });
  }
  for (const day of body.workdays) {
    if (body.daysOff.includes(day)) {
      faults.push({
        pointer: '/workdays',
        code: 'calendarFault',
        params: { message: `${day} 既列为放假又列为上班 / is both a day off and a working day` },
      });
    }
  }
  refuse(faults);
  await oneWriter(unit.tx, `calendar.${of.orgKey}.${year}`);
  const latest = await latestCalendar(unit.tx, org.id, year);
  const version = (latest?.version ?? 0) + 1;
  await unit.tx.insert(calendarYear).values({
    orgId: org.id,
    year,
    version,
    daysOff: [...new Set(body.daysOff)].sort(),
    workdays: [...new Set(body.workdays)].sort(),
    notice: body.notice ?? null,
    knownAt: unit.now,
  });
  await recordAudit(unit, {
    orgId: org.id,
    action: 'calendar.set',
    subject: `${of.orgKey}/${year}`,
    before: latest && { notice: latest.notice, daysOff: latest.daysOff, workdays: latest.workdays },
    detail: { notice: body.notice ?? null, daysOff: body.daysOff, workdays: body.workdays },
  });
  await unit.append([{ type: 'calendar.set', orgId: org.id, payload: { org: of.orgKey, year, version } }]);
  // Milestones go by working days.
  await requestEvaluation(
    unit,
    sql`SELECT DISTINCT t.org_id, t.year FROM target t JOIN target_version v ON v.target_id = t.id
      JOIN org_closure c ON c.descendant_id = t.org_id
      WHERE v.due_on IS NOT NULL AND c.ancestor_id = ${org.id} AND t.year BETWEEN ${year - 1} AND ${year + 1}`,
  );
  return { version, rescheduled: await reschedule(unit, { orgId: org.id }) };
}

/** The newest version of a year's calendar. Throws `Problem` 404 where none was loaded. */
export async function readCalendar(tx: Transaction, of: { orgKey: string; year: number }) {
  const org = of.orgKey === 'all' ? { id: 0 } : await findOrg(tx, of.orgKey);
  const row = await latestCalendar(tx, org.id, of.year);
  if (!row) throw new Problem('notFound');
  return {
    year: row.year,
    org: of.orgKey,
    version: row.version,
    daysOff: row.daysOff,
    workdays: row.workdays,
    notice: row.notice,
  };
}

async function latestCalendar(tx: Transaction, orgId: number, year: number) {
  const [row] = await tx
    .select()
    .from(calendarYear)
    .where(and(eq(calendarYear.orgId, orgId), eq(calendarYear.year, year)))
    .orderBy(desc(calendarYear.version))
    .limit(1);
  return row ?? null;
}
