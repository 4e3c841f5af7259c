import { parsePeriod } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type DutyBody, type Fault, refuse } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { desc, eq, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators, findOrg } from './find.js';
import { oneWriter } from './one-writer.js';
import { requestEvaluation, requestStandings } from './request-evaluation.js';

const { duty } = tables;

/** Sets an org's reporting duty 报送任务: a new version that replaces the last one whole. Throws `Problem`. */
export async function putDuty(unit: Unit, orgKey: string, body: DutyBody): Promise<{ version: number }> {
  const org = await findOrg(unit.tx, orgKey);
  const known = await findIndicators(
    unit.tx,
    body.indicators.map((entry) => entry.indicator),
  );
  const faults: Fault[] = [];
  body.indicators.forEach((entry, position) => {
    const at = `/indicators/${position}`;
    if (!known.has(entry.indicator)) {
      faults.push({
        pointer: `${at}/indicator`,
        code: 'unknownIndicator',
        params: { indicator: entry.indicator },
      });
    }
    for (const field of ['from', 'to'] as const) {
      if (entry[field] && !parsePeriod(entry[field]))
        faults.push({ pointer: `${at}/${field}`, code: 'notAPeriod' });
    }
  });
  refuse(faults);
  await oneWriter(unit.tx, `duty.${orgKey}`);
  const [latest] = await unit.tx
    .select()
    .from(duty)
    .where(eq(duty.orgId, org.id))
    .orderBy(desc(duty.version))
    .limit(1);
  const version = (latest?.version ?? 0) + 1;
  await unit.tx.insert(duty).values({
    orgId: org.id,
    version,
    dueDay: body.dueDay ?? 8,
    dueTime: body.dueTime ?? '18:00',
    roll: body.roll ?? 'nextWorkday',
    minWorkdays: body.minWorkdays ?? 0,
    indicators: body.indicators.map(({ indicator, from, to }) => ({ indicator, from, to: to ?? null })),
    knownAt: unit.now,
  });
  await recordAudit(unit, {
    orgId: org.id,
    action: 'duty.set',
    subject: orgKey,
    before: latest ? termsOf(latest) : null,
    detail: body,
  });
  await unit.append([{ type: 'duty.set', orgId: org.id, payload: { org: orgKey, version } }]);
  // Which months read “not reported” follows from the duty.
  await requestEvaluation(unit, sql`SELECT DISTINCT org_id, year FROM evaluation WHERE org_id = ${org.id}`);
  await requestStandings(
    unit,
    sql`SELECT DISTINCT m.parent_id AS org_id, e.year FROM org_membership m JOIN evaluation e ON e.org_id = m.org_id
      WHERE m.org_id = ${org.id} AND m.ended_at IS NULL AND m.parent_id <> 0`,
    org.id,
  );
  return { version };
}

const termsOf = ({ indicators, dueDay, dueTime, roll, minWorkdays }: typeof duty.$inferSelect) => ({
  indicators,
  dueDay,
  dueTime,
  roll,
  minWorkdays,
});
