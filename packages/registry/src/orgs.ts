import { localDateOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type OrgBody, Problem, refuse } from '@xushi/protocol';
import { sqlState } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { isDate } from './dates.js';
import { requestEvaluation } from './request-evaluation.js';

/**
 * Creates or changes an org below the caller's scope. A new parent takes over from today, or from `activeFrom`
 * for a new org; earlier membership stays on record. Throws `Problem`.
 */
export async function putOrg(unit: Unit, key: string, body: OrgBody): Promise<{ created: boolean }> {
  refuse(
    (['activeFrom', 'activeTo'] as const)
      .filter((field) => body[field] && !isDate(body[field]))
      .map((field) => ({ pointer: `/${field}`, code: 'notADate' })),
  );
  const today = localDateOf(unit.now, unit.timeZone);
  const [known] = await unit.tx.execute<{ active_from: string | null; parent: string | null }>(sql`
    SELECT o.active_from::text, p.key AS parent
    FROM org o LEFT JOIN org_membership m ON m.org_id = o.id AND m.to_day IS NULL
    LEFT JOIN org p ON p.id = m.parent_id AND p.id <> 0 WHERE o.key = ${key}`);
  // A parent that is not spoken of stays; null moves the org to the top.
  const parent = body.parent === undefined ? (known?.parent ?? null) : body.parent;
  const memberFrom = known ? today : (body.activeFrom ?? today);
  let rows: { id: number; created: boolean }[];
  try {
    rows = await unit.tx.execute<{ id: number; created: boolean }>(sql`
      SELECT id, created FROM xushi_put_org(${key}, ${body.name}, ${body.level}, ${parent},
        ${body.activeFrom ?? null}::date, ${body.activeTo ?? null}::date, 'none', ${memberFrom}::date)`);
  } catch (fault) {
    throw orgProblem(fault, key, body);
  }
  const [row] = rows;
  if (!row) throw new Error('the org was not stored');
  await recordAudit(unit, {
    orgId: row.id,
    action: row.created ? 'org.created' : 'org.changed',
    subject: key,
    detail: body,
  });
  if (known && known.active_from !== (body.activeFrom ?? null)) {
    // Straight lines start when the org did.
    await requestEvaluation(unit, sql`SELECT DISTINCT org_id, year FROM evaluation WHERE org_id = ${row.id}`);
  }
  return { created: row.created };
}

function orgProblem(fault: unknown, key: string, body: OrgBody): unknown {
  const state = sqlState(fault);
  const text = String((fault as Error).cause ?? fault);
  if (state === 'XU422')
    return new Problem('invalid', { faults: [{ pointer: '/parent', code: 'orgCycle' }] });
  if (state !== 'XU404') return fault;
  if (text.includes('orgNotFound')) return new Problem('orgNotFound', { params: { org: key } });
  const params = { org: body.parent ?? 'all' };
  return new Problem('invalid', { faults: [{ pointer: '/parent', code: 'unknownParent', params }] });
}
