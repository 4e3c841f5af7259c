import {
  type Comparator,
  defaultPlan,
  Fraction,
  type IndicatorType,
  type Measure,
  monthOf,
  type Plan,
  PRESETS,
  parsePeriod,
  planFaults,
  readDecimal,
  yearOf,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, type PlanBody, refuse, type TargetBody } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { and, desc, eq, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators, findOrg, type IndicatorRow } from './find.js';
import { ruleFault } from './rule-fault.js';

const { figure, policyVersion, target, targetVersion } = tables;

/** The version a target body made: 201 with its number. */
export interface TargetSet {
  id: number;
  version: number;
}

/**
 * Sets a target (domain.md §5): the first version applies to the whole year; the same key again makes the next
 * version, needs a reason and applies from the first month without a figure unless it says otherwise. The org's
 * year is judged anew through the event. Throws `Problem`.
 */
export async function setTarget(unit: Unit, body: TargetBody): Promise<TargetSet> {
  const org = await findOrg(unit.tx, body.org);
  const indicator = (await findIndicators(unit.tx, [body.indicator])).get(body.indicator);
  const measure = body.measure ?? 'value';
  const terms = indicator ? readTerms(body, indicator, measure) : null;
  const faults: Fault[] = terms?.faults ?? [];
  if (!indicator)
    faults.push({ pointer: '/indicator', code: 'unknownIndicator', params: { indicator: body.indicator } });
  if (body.policy && !(body.policy in PRESETS) && !(await policyExists(unit, body.policy))) {
    faults.push({ pointer: '/policy', code: 'unknownPolicy', params: { policy: body.policy } });
  }
  const appliesFrom = body.appliesFrom === undefined ? null : parsePeriod(body.appliesFrom);
  if (body.appliesFrom !== undefined && (!appliesFrom || yearOf(appliesFrom) !== body.year)) {
    faults.push({ pointer: '/appliesFrom', code: 'notAPeriod' });
  }
  refuse(faults);
  if (!indicator || !terms) throw new Error('a target without faults has an indicator');

  // Judging waits for this lock too: two versions at once get two numbers.
  await unit.tx.execute(sql`SELECT pg_advisory_xact_lock(${org.id}, ${body.year})`);
  const key = {
    orgId: org.id,
    year: body.year,
    indicatorId: indicator.id,
    measure,
    grade: body.grade ?? 'annual',
  };
  await unit.tx.insert(target).values(key).onConflictDoNothing();
  const [row] = await unit.tx
    .select()
    .from(target)
    .where(
      and(
        eq(target.orgId, key.orgId),
        eq(target.year, key.year),
        eq(target.indicatorId, key.indicatorId),
        eq(target.measure, key.measure),
        eq(target.grade, key.grade),
      ),
    );
  if (!row) throw new Error('the target was not stored');
  const [latest] = await unit.tx
    .select()
    .from(targetVersion)
    .where(eq(targetVersion.targetId, row.id))
    .orderBy(desc(targetVersion.version))
    .limit(1);
  if (latest && !body.reason) refuse([{ pointer: '/reason', code: 'reasonNeeded' }]);
  const reported = await lastReportedMonth(unit, key);
  const version = (latest?.version ?? 0) + 1;
  await unit.tx.insert(targetVersion).values({
    targetId: row.id,
    orgId: org.id,
    version,
    deciding: body.deciding ?? latest?.deciding ?? key.grade === 'annual',
    comparator: terms.comparator,
    value: terms.value,
    plan: terms.plan,
    weight: body.weight === undefined ? null : String(body.weight),
    scoring: body.scoring ?? null,
    source: body.source ?? null,
    responsible: body.responsible ?? latest?.responsible ?? null,
    policyKey: body.policy ?? latest?.policyKey ?? null,
    reason: body.reason ?? null,
    appliesFrom: appliesFrom ? monthOf(appliesFrom) : latest ? Math.min(reported + 1, 12) : 1,
    backJudgedThrough: latest ? latest.backJudgedThrough : reported,
    knownAt: unit.now,
  });
  await recordAudit(unit, {
    orgId: org.id,
    action: 'target.set',
    subject: `${body.org}/${body.year}/${body.indicator}/${measure}/${key.grade}`,
    detail: body,
  });
  await unit.append([
    {
      type: 'target.set',
      orgId: org.id,
      payload: {
        org: body.org,
        years: [body.year],
        indicator: body.indicator,
        measure,
        grade: key.grade,
        version,
      },
    },
  ]);
  return { id: row.id, version };
}

/** Value, comparator and plan, exact, or every fault of them. */
function readTerms(body: TargetBody, indicator: IndicatorRow, measure: Measure) {
  const faults: Fault[] = [];
  const type = indicator.type as IndicatorType;
  const comparator: Comparator = body.comparator ?? (indicator.direction === 'down' ? 'atMost' : 'atLeast');
  const value = decimalAt(body.value, '/value', faults);
  if (body.weight !== undefined) decimalAt(body.weight, '/weight', faults);
  if (type === 'milestone') faults.push({ pointer: '/indicator', code: 'milestoneNotTaken' });
  const plan = body.plan ? readPlan(body.plan, faults) : defaultPlan(type, measure);
  if (faults.length === 0) {
    const subject = { target: Fraction.parse(value), comparator, type, measure, unit: indicator.unit };
    for (const fault of planFaults(plan, subject)) faults.push(ruleFault(fault));
  }
  return { faults, value, comparator, plan };
}

function readPlan(plan: PlanBody, faults: Fault[]): Plan {
  const list = (values: readonly (string | number)[], name: string) =>
    values.map((entry, position) => decimalAt(entry, `/plan/${name}/${position}`, faults));
  switch (plan.kind) {
    case 'weights':
      return {
        kind: plan.kind,
        weights: list(plan.weights, 'weights'),
        ...(plan.normalise ? { normalise: true } : {}),
      };
    case 'cumulative':
      return { kind: plan.kind, values: list(plan.values, 'values') };
    case 'checkpoints':
      return {
        kind: plan.kind,
        points: plan.points.map(({ month, value }, position) => ({
          month,
          value: decimalAt(value, `/plan/points/${position}/value`, faults),
        })),
      };
    case 'linear':
      return plan.from === undefined ? { kind: 'linear' } : { kind: 'linear', from: plan.from };
    default:
      return { kind: plan.kind };
  }
}

function decimalAt(input: string | number, pointer: string, faults: Fault[]): string {
  const reading = readDecimal(input);
  if (reading.ok) return reading.text;
  faults.push({ pointer, code: reading.fault, params: { value: String(input).slice(0, 40) } });
  return '0';
}

async function policyExists(unit: Unit, key: string): Promise<boolean> {
  const [row] = await unit.tx
    .select({ key: policyVersion.key })
    .from(policyVersion)
    .where(eq(policyVersion.key, key))
    .limit(1);
  return row !== undefined;
}

/** The last month of the year for which this indicator has been reported; 0: none. */
async function lastReportedMonth(
  unit: Unit,
  key: { orgId: number; year: number; indicatorId: number },
): Promise<number> {
  const [row] = await unit.tx
    .select({ month: sql<number | null>`max(${figure.month})` })
    .from(figure)
    .where(
      and(eq(figure.orgId, key.orgId), eq(figure.year, key.year), eq(figure.indicatorId, key.indicatorId)),
    );
  return row?.month ?? 0;
}
