import { isOpen, localDateOf, opensOn, period as periodOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { Problem } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { eq } from 'drizzle-orm';

/** `rendering` until its reactor has run; a failed one says why and is asked for anew. */
export type ReportState = 'rendering' | 'ready' | 'failed';

export interface RequestedReport {
  id: string;
  state: ReportState;
  draft: boolean;
}

/**
 * Asks for the report of an org and period: a draft that its reactor renders. Throws `Problem` for an org that is
 * not there and a period that has not opened.
 */
export async function requestReport(
  unit: Unit,
  of: { orgId: number; year: number; month: number },
): Promise<RequestedReport> {
  const period = periodOf(of.year, of.month);
  if (!isOpen(period, 'estimate', localDateOf(unit.now, unit.timeZone))) {
    throw new Problem('periodNotOpen', { params: { period, opens: opensOn(period, 'estimate') } });
  }
  const [org] = await unit.tx
    .select({ key: tables.org.key })
    .from(tables.org)
    .where(eq(tables.org.id, of.orgId));
  if (!org) throw new Problem('orgNotFound', { params: { org: String(of.orgId) } });
  const id = unit.newId();
  await unit.tx.insert(tables.report).values({
    id,
    orgId: of.orgId,
    year: of.year,
    month: of.month,
    state: 'rendering',
    draft: true,
    requestedAt: unit.now,
  });
  await unit.append([
    { type: 'report.requested', orgId: of.orgId, payload: { report: id, org: org.key, period } },
  ]);
  return { id, state: 'rendering', draft: true };
}
