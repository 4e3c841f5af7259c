import { isDeepStrictEqual } from 'node:util';
import { convert, type Formula, Fraction, isPercent, readDecimal } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, type IndicatorBody, refuse } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { eq, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators, type IndicatorRow } from './find.js';
import { oneWriter } from './one-writer.js';
import { requestEvaluation, requestStandings } from './request-evaluation.js';

const { indicator, indicatorVersion } = tables;

/** What an evaluation is made with, besides unit and type. */
const JUDGED_BY = ['decimals', 'noJanuary', 'dueMonths', 'direction', 'formula', 'rollUp', 'rankBy'] as const;

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
  if (body.noJanuary && body.dueMonths?.every((month) => month === 1)) {
    refuse([{ pointer: '/dueMonths', code: 'neverDue' }]);
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
    rollUp: body.rollUp ?? 'none',
    formula: formulaOf(body),
    partOf: body.partOf ?? null,
    growthBasis: body.growthBasis ?? 'comparable',
    rankBy: body.rankBy ?? null,
  };
  // Formulas name other indicators: one writer of the catalogue at a time.
  await oneWriter(unit.tx, 'catalogue');
  refuse(await formulaFaults(unit, { key, body }));
  const [existing] = await unit.tx.select().from(indicator).where(eq(indicator.key, key));
  if (existing) await refuseOtherMeaning(unit, existing, body);
  const position = body.order ?? existing?.position ?? (await nextPosition(unit));
  const [stored] = existing
    ? await unit.tx
        .update(indicator)
        .set({ ...values, position })
        .where(eq(indicator.id, existing.id))
        .returning()
    : await unit.tx
        .insert(indicator)
        .values({ ...values, position })
        .returning();
  if (!stored) throw new Error('the indicator was not stored');
  await keepVersion(unit, stored);
  if (existing && JUDGED_BY.some((field) => !isDeepStrictEqual(existing[field], values[field]))) {
    await judgeAnew(unit, existing);
  }
  await recordAudit(unit, {
    orgId: 0,
    action: existing ? 'indicator.changed' : 'indicator.created',
    subject: key,
    before: existing ? termsOf(existing) : null,
    detail: body,
  });
  return { created: !existing };
}

async function nextPosition(unit: Unit): Promise<number> {
  const [row] = await unit.tx
    .select({ next: sql<number>`coalesce(max(${indicator.position}), 0) + 10` })
    .from(indicator);
  return row?.next ?? 10;
}

/** What the catalogue said at a moment is asked for when the past is. */
async function keepVersion(unit: Unit, row: IndicatorRow): Promise<void> {
  const [latest] = await unit.tx
    .select({ version: sql<number>`coalesce(max(${indicatorVersion.version}), 0)` })
    .from(indicatorVersion)
    .where(eq(indicatorVersion.indicatorId, row.id));
  await unit.tx.execute(sql`
    INSERT INTO indicator_version (indicator_id, version, terms, known_at)
    SELECT i.id, ${(latest?.version ?? 0) + 1}, to_jsonb(i), ${unit.now.toISOString()}::timestamptz
    FROM indicator i WHERE i.id = ${row.id}`);
}

/** Every year with a figure of it, or of what it is worked out from or added up of. */
async function judgeAnew(unit: Unit, { id }: IndicatorRow): Promise<void> {
  await requestEvaluation(
    unit,
    sql`SELECT DISTINCT org_id, year FROM evaluation WHERE indicator_id = ${id}
      UNION SELECT DISTINCT t.org_id, t.year FROM target t WHERE t.indicator_id = ${id}
      UNION SELECT DISTINCT f.org_id, f.year FROM figure f JOIN indicator o ON o.id = f.indicator_id
        JOIN indicator i ON i.id = ${id}
          AND o.key IN (i.formula->'numerator'->>'indicator', i.formula->'denominator'->>'indicator')`,
  );
  await requestStandings(
    unit,
    sql`SELECT DISTINCT m.parent_id AS org_id, e.year FROM evaluation e JOIN org_membership m ON m.org_id = e.org_id
      WHERE m.ended_at IS NULL AND m.parent_id <> 0 AND e.indicator_id = ${id}`,
  );
}

function formulaOf({ formula, unit }: IndicatorBody): Formula | null {
  if (!formula) return null;
  const operand = (of: NonNullable<IndicatorBody['formula']>['numerator']) => ({
    indicator: of.indicator,
    org: of.org ?? 'self',
  });
  return {
    numerator: operand(formula.numerator),
    denominator: operand(formula.denominator),
    scale: formula.scale === undefined ? (isPercent(unit) ? '100' : '1') : String(formula.scale),
    mode: formula.mode ?? 'check',
  };
}

/** What is wrong with formula, roll-up and whole, beyond their form. */
async function formulaFaults(
  unit: Unit,
  { key, body }: { key: string; body: IndicatorBody },
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const { formula, partOf } = body;
  const sides = formula ? (['numerator', 'denominator'] as const) : [];
  const named = [...sides.map((side) => formula![side].indicator), ...(partOf ? [partOf] : [])];
  const known = await findIndicators(unit.tx, named);
  if (partOf && !known.has(partOf)) {
    faults.push({ pointer: '/partOf', code: 'unknownIndicator', params: { indicator: partOf } });
  }
  if (body.rollUp === 'ratioOfSums' && !formula) faults.push({ pointer: '/rollUp', code: 'formulaNeeded' });
  if (formula && !['ratio', 'flow', 'stock'].includes(body.type)) {
    faults.push({ pointer: '/formula', code: 'formulaNotForType' });
  }
  for (const side of sides) {
    const { indicator: operand, org } = formula![side];
    const at = `/formula/${side}`;
    const found = known.get(operand);
    if (!found)
      faults.push({ pointer: `${at}/indicator`, code: 'unknownIndicator', params: { indicator: operand } });
    else if (found.formula?.mode === 'computed' || operand === key) {
      faults.push({ pointer: `${at}/indicator`, code: 'formulaOperand', params: { indicator: found.name } });
    }
    if (org !== undefined && org !== 'self' && org !== 'parent' && !(await orgExists(unit, org))) {
      faults.push({ pointer: `${at}/org`, code: 'unknownOrg', params: { org } });
    }
  }
  if (formula?.scale !== undefined) {
    const scale = readDecimal(formula.scale);
    if (!scale.ok)
      faults.push({ pointer: '/formula/scale', code: scale.fault, params: { value: String(formula.scale) } });
    else if (scale.fraction.sign <= 0) faults.push({ pointer: '/formula/scale', code: 'scaleNotPositive' });
  }
  if (formula?.mode === 'computed') {
    const used = await unit.tx.execute<{ name: string }>(sql`
      SELECT name FROM indicator
      WHERE formula->'numerator'->>'indicator' = ${key} OR formula->'denominator'->>'indicator' = ${key}`);
    if (used.length > 0)
      faults.push({ pointer: '/formula/mode', code: 'formulaOperand', params: { indicator: body.name } });
  }
  return faults;
}

async function orgExists(unit: Unit, key: string): Promise<boolean> {
  const rows = await unit.tx.select({ id: tables.org.id }).from(tables.org).where(eq(tables.org.key, key));
  return rows.length > 0;
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

/** The catalogue's own words for what a body says. */
const termsOf = ({ id: _, key: __, position, groupName, ...terms }: IndicatorRow) => ({
  ...terms,
  order: position,
  group: groupName,
});
