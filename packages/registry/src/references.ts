import { Fraction, type Measure, monthOf, parsePeriod, readDecimal, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, type ReferenceBody, refuse } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { and, desc, eq, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators, findOrg } from './find.js';
import { requestEvaluation } from './request-evaluation.js';

const { publishedReference } = tables;

/**
 * Keeps a published average or rank that somebody typed in with its source (domain.md §6): it serves where the parent
 * or the peers are outside the installation. The newest of an org, indicator, measure and period counts; one that says
 * what it says already is not kept again. Throws `Problem`.
 */
export async function addReference(
  unit: Unit,
  body: ReferenceBody,
): Promise<{ id: number; created: boolean }> {
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
  const measure: Measure = body.measure ?? 'value';
  const place = {
    orgId: org.id,
    indicatorId: indicator.id,
    measure,
    year: yearOf(period),
    month: monthOf(period),
  };
  const said = { average: reading?.ok ? reading.text : null, rank, of, source: body.source ?? null };
  const newest = await newestOf(unit, place);
  if (newest && saysTheSame(newest, said)) return { id: newest.id, created: false };
  const [row] = await unit.tx
    .insert(publishedReference)
    .values({ ...place, ...said, knownAt: unit.now })
    .returning({ id: publishedReference.id });
  if (!row) throw new Error('the reference was not stored');
  await recordAudit(unit, {
    orgId: org.id,
    action: 'reference.set',
    subject: `${body.org}/${body.period}/${body.indicator}`,
    before: newest && { average: newest.average, rank: newest.rank, of: newest.of, source: newest.source },
    detail: body,
  });
  // Asked for whether or not anything is judged yet: a judgement under way may not have seen it.
  await requestEvaluation(
    unit,
    sql`SELECT ${place.orgId}::integer AS org_id, ${place.year}::integer AS year`,
  );
  return { id: row.id, created: true };
}

type ReferenceRow = typeof publishedReference.$inferSelect;

async function newestOf(
  unit: Unit,
  place: Pick<ReferenceRow, 'orgId' | 'indicatorId' | 'measure' | 'year' | 'month'>,
): Promise<ReferenceRow | null> {
  const [newest] = await unit.tx
    .select()
    .from(publishedReference)
    .where(
      and(
        eq(publishedReference.orgId, place.orgId),
        eq(publishedReference.indicatorId, place.indicatorId),
        eq(publishedReference.measure, place.measure),
        eq(publishedReference.year, place.year),
        eq(publishedReference.month, place.month),
      ),
    )
    .orderBy(desc(publishedReference.id))
    .limit(1);
  return newest ?? null;
}

type Said = Pick<ReferenceRow, 'average' | 'rank' | 'of' | 'source'>;

/** 2.5 and 2.50 are one average. */
function saysTheSame(newest: Said, said: Said): boolean {
  const average = ({ average }: Said) => average && Fraction.parse(average).toExactDecimal();
  return (
    average(newest) === average(said) &&
    newest.rank === said.rank &&
    newest.of === said.of &&
    newest.source === said.source
  );
}
