import { monthOf, parsePeriod, readDecimal, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, type ReferenceBody, refuse } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators, findOrg } from './find.js';
import { requestEvaluation } from './request-evaluation.js';

/**
 * Keeps a published average or rank that somebody typed in with its source (domain.md §6): it serves where the parent
 * or the peers are outside the installation. The newest of an org, indicator, measure and period counts. Throws
 * `Problem`.
 */
export async function addReference(unit: Unit, body: ReferenceBody): Promise<{ id: number }> {
  const org = await findOrg(unit.tx, body.org);
  const indicator = (await findIndicators(unit.tx, [body.indicator])).get(body.indicator);
  const period = parsePeriod(body.period);
  const faults: Fault[] = [];
  if (!indicator) {
    faults.push({ pointer: '/indicator', code: 'unknownIndicator', params: { indicator: body.indicator } });
  }
  if (!period) faults.push({ pointer: '/period', code: 'notAPeriod' });
  const average = body.average ?? null;
  const rank = body.rank ?? null;
  const of = body.of ?? null;
  const reading = average === null ? null : readDecimal(average);
  if (reading && !reading.ok) {
    faults.push({
      pointer: '/average',
      code: reading.fault,
      params: { value: String(average).slice(0, 40) },
    });
  }
  if (average === null && rank === null) faults.push({ pointer: '', code: 'referenceEmpty' });
  if (rank !== null && of !== null && rank > of) faults.push({ pointer: '/rank', code: 'rankBeyondCount' });
  refuse(faults);
  if (!indicator || !period) throw new Error('a reference without faults has an indicator and a period');
  const [row] = await unit.tx
    .insert(tables.publishedReference)
    .values({
      orgId: org.id,
      indicatorId: indicator.id,
      measure: body.measure ?? 'value',
      year: yearOf(period),
      month: monthOf(period),
      average: reading?.ok ? reading.text : null,
      rank,
      of,
      source: body.source ?? null,
      knownAt: unit.now,
    })
    .returning({ id: tables.publishedReference.id });
  if (!row) throw new Error('the reference was not stored');
  await recordAudit(unit, {
    orgId: org.id,
    action: 'reference.set',
    subject: `${body.org}/${body.period}/${body.indicator}`,
    detail: body,
  });
  await requestEvaluation(
    unit,
    sql`SELECT DISTINCT org_id, year FROM evaluation WHERE org_id = ${org.id} AND year = ${yearOf(period)}`,
  );
  return { id: row.id };
}
