import type { Unit } from '@xushi/events';
import { Problem } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { and, eq } from 'drizzle-orm';
import { getReport, type ReportView } from './find-reports.js';

const { report } = tables;

/**
 * Locks a report (锁定): it stops being a draft and no draft replaces it. Locking it again changes nothing.
 * Throws `Problem` where it is not there or not ready.
 */
export async function finalizeReport(
  unit: Unit,
  id: string,
  principal: Pick<Principal, 'personId'>,
): Promise<ReportView> {
  await unit.tx
    .update(report)
    .set({ draft: false, finalizedAt: unit.now, finalizedBy: principal.personId })
    .where(and(eq(report.id, id), eq(report.state, 'ready'), eq(report.draft, true)));
  const found = await getReport(unit.tx, id);
  if (found.draft) throw new Problem('reportNotReady');
  return found;
}
