import { type Period, sheetDeadline, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { readCalendars, readDuties, readSheetDues, sheetText, storeDeadlines } from '@xushi/store';

/** When a sheet is due: as stored when its period opened, or the later day it was given. */
export interface StoredDue {
  dueAt: Date;
  dueDay: string;
  estimated: boolean;
}

/**
 * The deadlines in force of sheets, by `sheetText`. One that comes before the schedulers opened its period has it stored
 * here (`store`), by the same rule: a later change of the duty does not move the deadline of a period that was already
 * open. One query, and three more where a period is not open yet.
 */
export async function duesOf(
  unit: Unit,
  sheets: readonly { orgId: number; period: Period }[],
  { store }: { store: boolean },
): Promise<Map<string, StoredDue>> {
  const { tx, timeZone } = unit;
  const dues = new Map<string, StoredDue>(await readSheetDues(tx, sheets));
  const unopened = sheets.filter(({ orgId, period }) => !dues.has(sheetText({ orgId, period })));
  if (unopened.length === 0) return dues;
  const orgIds = [...new Set(unopened.map(({ orgId }) => orgId))];
  const years = unopened.flatMap(({ period }) => [yearOf(period), yearOf(period) + 1]);
  const [duties, calendarOf] = await Promise.all([
    readDuties(tx, orgIds),
    readCalendars(tx, { orgIds, years: [...new Set(years)] }),
  ]);
  const opened = unopened.map(({ orgId, period }) => {
    const versions = duties.get(orgId) ?? [];
    const deadline = sheetDeadline({ period, versions, calendar: calendarOf(orgId), timeZone });
    const { dueAt, date: dueDay, estimated } = deadline;
    dues.set(sheetText({ orgId, period }), { dueAt, dueDay, estimated });
    return { orgId, period, deadline };
  });
  if (store) await storeDeadlines(tx, opened);
  return dues;
}
