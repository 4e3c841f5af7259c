import {
  type Comparator,
  defaultPlan,
  Fraction,
  type IndicatorType,
  isDate,
  lastDayOfMonth,
  type Measure,
  monthOf,
  type Plan,
  PRESETS,
  parsePeriod,
  period,
  planFaults,
  readDecimal,
  yearOf,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, type PlanBody, Problem, refuse, type TargetBody } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { eq, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators, findOrg, type IndicatorRow } from './find.js';
import { lastMonthWithFigure } from './last-month.js';
import { ruleFault } from './rule-fault.js';
import {
  insertTarget,
  latestVersion,
  otherDeciding,
  stopDeciding,
  type VersionRow,
} from './target-versions.js';

const { policyVersion, targetVersion } = tables;

/** The version a target body made: 201 with its number and the period from which it judges. */
export interface TargetSet {
  id: number;
  version: number;
  appliesFrom: string;
}

/**
 * Sets a target (domain.md §5): the first version applies to the whole year; the same key again makes the next
 * version, needs a reason and applies from the month after the last one that has a figure, unless it says otherwise:
 * earlier periods keep the version that judged them. Where December has one, it has to say from when. A grade that is to
 * decide takes that from the one that did. The org's year is judged anew through the event. Throws `Problem`.
 */
export async function setTarget(unit: Unit, body: TargetBody): Promise<TargetSet> {
  const org = await findOrg(unit.tx, body.org);
  const indicator = (await findIndicators(unit.tx, [body.indicator])).get(body.indicator);
  const headFaults: Fault[] = [];
  if (body.policy && !(body.policy in PRESETS) && !(await policyExists(unit, body.policy))) {
    headFaults.push({ pointer: '/policy', code: 'unknownPolicy', params: { policy: body.policy } });
  }
  const appliesFrom = body.appliesFrom === undefined ? null : parsePeriod(body.appliesFrom);
  if (body.appliesFrom !== undefined && (!appliesFrom || yearOf(appliesFrom) !== body.year)) {
    headFaults.push({ pointer: '/appliesFrom', code: 'notAPeriod' });
  }
  // A document may be dated by its month alone (2017年9月); what is written as a day must be one.
  const dated = body.source?.date?.trim() ?? '';
  if (/^\d+-\d+-\d+$/.test(dated) && !isDate(dated)) {
    headFaults.push({ pointer: '/source/date', code: 'notADate' });
  }
  if (!indicator) {
    headFaults.push({
      pointer: '/indicator',
      code: 'unknownIndicator',
      params: { indicator: body.indicator },
    });
    return refused(headFaults);
  }
  const measure = body.measure ?? 'value';
  const key = {
    orgId: org.id,
    year: body.year,
    indicatorId: indicator.id,
    measure,
    grade: body.grade ?? 'annual',
  };
  // Judging waits for this lock too: two versions at once get two numbers.
  await unit.tx.execute(sql`SELECT pg_advisory_xact_lock(${org.id}, ${body.year})`);
  const latest = await latestVersion(unit, key);
  const terms = readTerms(body, { indicator, measure, latest });
  const faults: Fault[] = [...headFaults, ...terms.faults];
  if (latest && !body.reason) faults.push({ pointer: '/reason', code: 'reasonNeeded' });
  const from = appliesFrom ? monthOf(appliesFrom) : latest ? (await lastMonthWithFigure(unit, key)) + 1 : 1;
  if (from > 12) faults.push({ pointer: '/appliesFrom', code: 'appliesFromNeeded' });
  refuse(faults);

  const targetId = latest?.targetId ?? (await insertTarget(unit, key));
  const version = (latest?.version ?? 0) + 1;
  const others = await otherDeciding(unit, key);
  const deciding = body.deciding ?? latest?.deciding ?? (key.grade === 'annual' && others.length === 0);
  if (deciding) await stopDeciding(unit, others, { appliesFrom: from, reason: body.reason ?? null });
  await unit.tx.insert(targetVersion).values({
    targetId,
    orgId: org.id,
    version,
    deciding,
    comparator: terms.comparator,
    value: terms.value,
    plan: terms.plan,
    weight: body.weight === undefined ? (latest?.weight ?? null) : String(body.weight),
    scoring: body.scoring ?? latest?.scoring ?? null,
    source: body.source ?? null,
    responsible: body.responsible ?? latest?.responsible ?? null,
    dueOn: terms.dueOn,
    cap: body.cap === undefined ? (latest?.cap ?? null) : String(body.cap),
    policyKey: body.policy ?? latest?.policyKey ?? null,
    reason: body.reason ?? null,
    appliesFrom: from,
    knownAt: unit.now,
  });
  await recordAudit(unit, {
    orgId: org.id,
    action: 'target.set',
    subject: `${body.org}/${body.year}/${body.indicator}/${measure}/${key.grade}`,
    before: latest && termsOf(latest),
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
  return { id: targetId, version, appliesFrom: period(body.year, from) };
}

function refused(faults: Fault[]): never {
  throw new Problem('invalid', { faults });
}

/**
 * Value, comparator and plan, exact, or every fault of them. What a revision does not speak of stays as the
 * version before it had it.
 */
function readTerms(
  body: TargetBody,
  of: { indicator: IndicatorRow; measure: Measure; latest: VersionRow | null },
) {
  const { indicator, measure, latest } = of;
  const faults: Fault[] = [];
  const type = indicator.type as IndicatorType;
  const comparator: Comparator =
    body.comparator ??
    (latest?.comparator as Comparator | undefined) ??
    (indicator.direction === 'down' ? 'atMost' : 'atLeast');
  const weight = body.weight === undefined ? '0' : decimalAt(body.weight, '/weight', faults);
  if (weight.startsWith('-'))
    faults.push(aboveZero('/weight', '权重不能为负', 'A weight must not be below 0.'));
  const cap = body.cap === undefined ? '1' : decimalAt(body.cap, '/cap', faults);
  if (Fraction.parse(cap).sign <= 0) faults.push(aboveZero('/cap', 'cap 应大于 0', 'cap must be above 0.'));
  if (type === 'milestone') return milestoneTerms(body, { latest, faults });
  if (body.due !== undefined) {
    faults.push({ pointer: '/due', code: 'notAMilestone', params: { indicator: indicator.name } });
  }
  if (body.value === undefined && !latest) faults.push({ pointer: '/value', code: 'targetValueNeeded' });
  const value = body.value === undefined ? (latest?.value ?? '0') : decimalAt(body.value, '/value', faults);
  const plan = body.plan ? readPlan(body.plan, faults) : (latest?.plan ?? defaultPlan(type, measure));
  if (faults.length === 0) {
    const subject = { target: Fraction.parse(value), comparator, type, measure, unit: indicator.unit };
    for (const fault of planFaults(plan, subject)) faults.push(ruleFault(fault));
  }
  return { faults, value, comparator, plan, dueOn: null };
}

/** A milestone is done or not: 1, by its due date; a checkpoint names the month whose last day that is. */
function milestoneTerms(body: TargetBody, of: { latest: VersionRow | null; faults: Fault[] }) {
  const { latest, faults } = of;
  if (body.due !== undefined && !isDate(body.due)) faults.push({ pointer: '/due', code: 'notADate' });
  // It is judged in the months of its year only: one that is due later would never be.
  else if (body.due !== undefined && Number(body.due.slice(0, 4)) !== body.year) {
    const params = { due: body.due, year: String(body.year) };
    faults.push({ pointer: '/due', code: 'dueOutsideYear', params });
  }
  const named = body.plan?.kind === 'checkpoints' ? body.plan.points[0]?.month : undefined;
  const dueOn =
    body.due ??
    (named === undefined ? undefined : `${period(body.year, named)}-${lastDayOfMonth(body.year, named)}`) ??
    latest?.dueOn ??
    undefined;
  if (dueOn === undefined) faults.push({ pointer: '/due', code: 'dueNeeded' });
  const comparator: Comparator = 'atLeast';
  return { faults, value: '1', comparator, plan: { kind: 'constant' } as Plan, dueOn: dueOn ?? null };
}

const aboveZero = (pointer: string, zh: string, en: string): Fault => ({
  pointer,
  code: 'ruleFault',
  params: { message: `${zh} / ${en}` },
});

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
/** What a version says, in the words of a body. */
const termsOf = ({
  id: _,
  targetId: __,
  orgId: ___,
  dueOn,
  policyKey,
  knownAt: ____,
  ...terms
}: VersionRow) => ({
  ...terms,
  due: dueOn,
  policy: policyKey,
});
