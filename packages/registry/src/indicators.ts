import { convert, Fraction } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type IndicatorBody, refuse } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { eq, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import type { IndicatorRow } from './find.js';
import { oneWriter } from './one-writer.js';
import { requestEvaluation } from './request-evaluation.js';

const { indicator } = tables;

/** What an evaluation is made with, besides unit and type. */
const JUDGED_BY = ['decimals', 'noJanuary', 'dueMonths'] as const;

/** Creates or replaces a catalogue indicator; only name, unit and type are required. Throws `Problem`. */
export async function putIndicator(
  unit: Unit,
  key: string,
  body: IndicatorBody,
): Promise<{ created: boolean }> {
  const reportUnit = body.reportUnit ?? body.unit;
  if (reportUnit !== body.unit && !convert(Fraction.ONE, body.unit, reportUnit)) {
    refuse([
      { pointer: '/reportUnit', code: 'unknownUnit', params: { unit: body.unit, wanted: reportUnit } },
    ]);
  }
  const decimals = body.decimals ?? (body.type === 'count' ? 0 : 2);
  const values = {
    key,
    name: body.name,
    type: body.type,
    direction: body.direction ?? 'up',
    unit: body.unit,
    reportUnit,
    reportDecimals: body.reportDecimals ?? decimals,
    decimals,
    noJanuary: body.noJanuary ?? false,
    dueMonths: body.dueMonths ? [...new Set(body.dueMonths)].sort((a, b) => a - b) : null,
    lagMonths: body.lagMonths ?? 0,
    groupName: body.group ?? null,
  };
  await oneWriter(unit.tx, `indicator.${key}`);
  const [existing] = await unit.tx.select().from(indicator).where(eq(indicator.key, key));
  if (existing) await refuseOtherMeaning(unit, existing, body);
  if (existing) {
    await unit.tx
      .update(indicator)
      .set({ ...values, position: body.order ?? existing.position })
      .where(eq(indicator.id, existing.id));
    if (JUDGED_BY.some((field) => `${existing[field]}` !== `${values[field]}`)) {
      await requestEvaluation(
        unit,
        sql`SELECT DISTINCT org_id, year FROM evaluation WHERE indicator_id = ${existing.id}`,
      );
    }
  } else {
    const position = body.order ?? sql<number>`(SELECT coalesce(max(position), 0) + 10 FROM indicator)`;
    await unit.tx.insert(indicator).values({ ...values, position });
  }
  await recordAudit(unit, {
    orgId: 0,
    action: existing ? 'indicator.changed' : 'indicator.created',
    subject: key,
    detail: body,
  });
  return { created: !existing };
}

/** Figures and targets are kept in the indicator's unit: under another unit or type they would say something else. */
async function refuseOtherMeaning(unit: Unit, existing: IndicatorRow, body: IndicatorBody): Promise<void> {
  const changed = (['unit', 'type'] as const).filter((field) => existing[field] !== body[field]);
  if (changed.length === 0) return;
  const [used] = await unit.tx.execute<{ used: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM figure WHERE indicator_id = ${existing.id})
        OR EXISTS (SELECT 1 FROM target WHERE indicator_id = ${existing.id}) AS used`);
  if (used?.used) refuse(changed.map((field) => ({ pointer: `/${field}`, code: 'indicatorInUse' })));
}
