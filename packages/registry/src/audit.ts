import type { Unit } from '@xushi/events';
import { tables } from '@xushi/store';

/** Keeps who changed what in the configuration, in the transaction that changed it. */
export async function recordAudit(
  unit: Unit,
  entry: { orgId: number; action: string; subject: string; detail: Record<string, unknown> },
): Promise<void> {
  await unit.tx.insert(tables.audit).values({
    at: unit.now,
    orgId: entry.orgId,
    action: entry.action,
    subject: entry.subject,
    personId: unit.cause.personId,
    keyId: unit.cause.keyId,
    requestId: unit.cause.requestId,
    detail: entry.detail,
  });
}
