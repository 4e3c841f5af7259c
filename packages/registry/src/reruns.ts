import type { Unit } from '@xushi/events';
import { evaluationRequests, type RerunBody } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { recordAudit } from './audit.js';
import { findOrg } from './find.js';

/**
 * Asks for an org's year to be judged anew (domain.md §5): from then on the newest version of each target as of this
 * moment judges all months of the year; how they were judged before stays on record. Throws `Problem`.
 */
export async function requestRerun(
  unit: Unit,
  { body, principal }: { body: RerunBody; principal: Principal },
): Promise<{ org: string; year: number }> {
  const org = await findOrg(unit.tx, body.org);
  await unit.tx.insert(tables.evaluationRerun).values({
    orgId: org.id,
    year: body.year,
    reason: body.reason,
    personId: principal.personId,
    knownAt: unit.now,
  });
  await recordAudit(unit, {
    orgId: org.id,
    action: 'evaluation.rerun',
    subject: `${body.org}/${body.year}`,
    detail: { reason: body.reason },
  });
  await unit.append(evaluationRequests([{ orgId: org.id, year: body.year }], body.reason));
  return { org: body.org, year: body.year };
}
