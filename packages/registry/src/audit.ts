import type { Unit } from '@xushi/events';
import { type Page, type PageRequest, pageOf } from '@xushi/protocol';
import { type Transaction, tables } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** One change of the configuration. */
interface Change {
  orgId: number;
  action: string;
  subject: string;
  /** What was there; null or left out where there was nothing. */
  before?: Record<string, unknown> | null;
  /** What was set. */
  detail: Record<string, unknown>;
}

/** Keeps who changed what in the configuration, in the transaction that changed it. Never hand it a secret. */
export async function recordAudit(unit: Unit, entry: Change): Promise<void> {
  await unit.tx.insert(tables.audit).values({
    at: unit.now,
    orgId: entry.orgId,
    action: entry.action,
    subject: entry.subject,
    personId: unit.cause.personId,
    keyId: unit.cause.keyId,
    requestId: unit.cause.requestId,
    before: entry.before ?? null,
    detail: entry.detail,
  });
}

/** Which changes are asked for; null asks for all. */
export interface AuditQuestion extends PageRequest {
  /** Key of an org: changes of its own and below. */
  under: string | null;
  action: string | null;
  subject: string | null;
  /** From this moment of business time on, and before that one. */
  from: Date | null;
  to: Date | null;
}

/** Who changed what in the configuration, oldest first. */
export async function listAudit(tx: Transaction, of: AuditQuestion): Promise<Page<Record<string, unknown>>> {
  const moment = (at: Date | null) => at?.toISOString() ?? null;
  const rows = await tx.execute<Record<string, unknown> & { position: string; at: string }>(sql`
    SELECT a.id AS position, a.at, o.key AS org, a.action, a.subject, p.key AS person, a.key_id AS key,
           a.request_id AS "requestId", a.before, a.detail AS after
    FROM audit a JOIN org o ON o.id = a.org_id LEFT JOIN person p ON p.id = a.person_id
    WHERE a.id > ${of.after}
      AND (${of.under}::text IS NULL OR a.org_id IN (
        SELECT c.descendant_id FROM org_closure c JOIN org u ON u.id = c.ancestor_id WHERE u.key = ${of.under}::text))
      AND (${of.action}::text IS NULL OR a.action = ${of.action}::text)
      AND (${of.subject}::text IS NULL OR a.subject = ${of.subject}::text)
      AND (${moment(of.from)}::timestamptz IS NULL OR a.at >= ${moment(of.from)}::timestamptz)
      AND (${moment(of.to)}::timestamptz IS NULL OR a.at < ${moment(of.to)}::timestamptz)
    ORDER BY a.id LIMIT ${of.limit + 1}`);
  return pageOf([...rows], {
    limit: of.limit,
    positionOf: (row) => Number(row.position),
    show: ({ position: _, at, ...row }) => ({ at: new Date(at).toISOString(), ...row }),
  });
}
