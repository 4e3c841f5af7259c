import { type Period, sheetDeadline, yearOf } from '@xushi/domain';
import { readCalendars, readDuties, readSheetDues, storeDeadlines, type Transaction } from '@xushi/store';

/** When a sheet is due: as stored when its period opened, or the later day it was given. */
export interface StoredDue {
  dueAt: Date;
  dueDay: string;
  estimated: boolean;
}

/**
 * The deadline of an org's sheet that is in force. A sheet that comes before the schedulers opened its period has it
 * stored here, by the same rule: a later change of the duty does not move the deadline of a period that was already open.
 */
export async function dueOf(
  tx: Transaction,
  of: { orgId: number; period: Period; timeZone: string },
): Promise<StoredDue> {
  const { orgId, period, timeZone } = of;
  const [found] = (await readSheetDues(tx, [{ orgId, period }])).values();
  if (found) return found;
  const years = [yearOf(period), yearOf(period) + 1];
  const [duties, calendarOf] = [
    await readDuties(tx, [orgId]),
    await readCalendars(tx, { orgIds: [orgId], years }),
  ];
  const deadline = sheetDeadline({
    period,
    versions: duties.get(orgId) ?? [],
    calendar: calendarOf(orgId),
    timeZone,
  });
  await storeDeadlines(tx, [{ orgId, period, deadline }]);
  return { dueAt: deadline.dueAt, dueDay: deadline.date, estimated: deadline.estimated };
}
