import {
  type Comparator,
  defaultPlan,
  defaultPolicyKey,
  Fraction,
  foldYear,
  type IndicatorType,
  type Measure,
  type Plan,
  PRESETS,
  type TargetTerms,
  toWire,
  yardstickOf,
} from '@xushi/domain';
import { newId } from '@xushi/platform';
import { type Transaction, tables } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** Rows as registration, intake and judgement leave them, written straight into the tables. */

export interface PlaceIndicator {
  key: string;
  name: string;
  type?: IndicatorType;
  unit?: string;
  reportUnit?: string;
  decimals?: number;
  reportDecimals?: number;
  noJanuary?: boolean;
  dueMonths?: number[];
  lagMonths?: number;
}

export interface PlaceTarget {
  indicator: string;
  measure?: Measure;
  comparator?: Comparator;
  value: string;
  plan?: Plan;
  responsible?: { unit: string };
}

/** Figures by indicator and month. */
export type PlaceFigures = Record<
  string,
  Record<number, { value?: string; yoy?: string; grade?: 'estimate' | 'statistical' }>
>;

export async function putOrg(
  tx: Transaction,
  of: { key: string; name: string; level: string; parent: string | null },
) {
  const [row] = await tx.execute<{ id: number }>(sql`
    INSERT INTO org (key, name, level) VALUES (${of.key}, ${of.name}, ${of.level}) RETURNING id`);
  const id = row!.id;
  await tx.execute(sql`
    INSERT INTO org_closure (ancestor_id, descendant_id)
    SELECT c.ancestor_id, ${id}::integer FROM org_closure c JOIN org o ON o.id = c.descendant_id
    WHERE o.key = ${of.parent ?? 'all'} UNION ALL SELECT ${id}::integer, ${id}::integer`);
  return id;
}

export async function putIndicators(tx: Transaction, indicators: PlaceIndicator[]): Promise<void> {
  await tx.insert(tables.indicator).values(
    indicators.map((given, position) => ({
      key: given.key,
      name: given.name,
      type: given.type ?? 'flow',
      direction: 'up',
      unit: given.unit ?? '亿元',
      reportUnit: given.reportUnit ?? given.unit ?? '亿元',
      decimals: given.decimals ?? 2,
      reportDecimals: given.reportDecimals ?? 1,
      noJanuary: given.noJanuary ?? false,
      dueMonths: given.dueMonths ?? null,
      lagMonths: given.lagMonths ?? 0,
      position: (position + 1) * 10,
      groupName: null,
    })),
  );
}

/** Sets duty and targets of an org, and judges its figures the way the evaluator does. */
export async function putYear(
  tx: Transaction,
  of: {
    orgId: number;
    year: number;
    duty: string[];
    targets: PlaceTarget[];
    figures: PlaceFigures;
    at: Date;
    lastYear?: PlaceFigures;
  },
): Promise<void> {
  const { orgId, year, at } = of;
  const catalogue = new Map((await tx.select().from(tables.indicator)).map((row) => [row.key, row]));
  if (of.duty.length > 0) {
    await tx.insert(tables.duty).values({
      orgId,
      version: 1,
      dueDay: 8,
      dueTime: '18:00',
      roll: 'nextWorkday',
      minWorkdays: 0,
      indicators: of.duty.map((indicator) => ({ indicator, from: `${year}-01`, to: null })),
      knownAt: at,
    });
  }
  for (const key of new Set([...Object.keys(of.figures), ...of.targets.map(({ indicator }) => indicator)])) {
    const indicator = catalogue.get(key)!;
    const type = indicator.type as IndicatorType;
    const mine = of.targets.filter((target) => target.indicator === key);
    for (const given of mine.length > 0 ? mine : [null]) {
      const measure = given?.measure ?? 'value';
      const plan = given?.plan ?? defaultPlan(type, measure);
      const terms: TargetTerms | null = given && {
        measure,
        grade: 'annual',
        deciding: true,
        comparator: given.comparator ?? 'atLeast',
        value: Fraction.parse(given.value),
        plan,
      };
      let targetId: number | null = null;
      if (given) {
        const [row] = await tx
          .insert(tables.target)
          .values({ orgId, year, indicatorId: indicator.id, measure, grade: 'annual' })
          .returning({ id: tables.target.id });
        targetId = row!.id;
        await tx.insert(tables.targetVersion).values({
          targetId,
          orgId,
          version: 1,
          deciding: true,
          comparator: given.comparator ?? 'atLeast',
          value: given.value,
          plan,
          responsible: given.responsible ?? null,
          source: { document: '年度目标文件' },
          appliesFrom: 1,
          knownAt: at,
        });
      }
      const policy =
        PRESETS[
          defaultPolicyKey({
            yardstick: yardstickOf(type, measure, plan),
            unit: indicator.unit,
            planKind: plan.kind,
            type,
            measure,
          })
        ];
      const months = of.figures[key] ?? {};
      const lastMonth = Math.max(
        0,
        ...Object.values(of.figures).flatMap((one) => Object.keys(one).map(Number)),
      );
      const last = of.lastYear?.[key];
      const evaluations = foldYear({
        indicator: { type, unit: indicator.unit },
        versions: terms ? [{ appliesFrom: 1, version: 1, terms, policy }] : [],
        figures: Array.from({ length: 12 }, (_, index) => {
          const figure = months[index + 1];
          return figure
            ? { value: parsed(figure.value), yoy: parsed(figure.yoy), grade: figure.grade ?? 'statistical' }
            : null;
        }),
        isDue: (month) => indicator.dueMonths?.includes(month) ?? true,
        lastMonth,
        lastYear: last && Array.from({ length: 12 }, (_, index) => parsed(last[index + 1]?.value)),
      });
      const rows = evaluations.filter(({ month }) => months[month] || of.duty.includes(key));
      if (rows.length === 0) continue;
      await tx.insert(tables.evaluation).values(
        rows.map((evaluation) => ({
          orgId,
          indicatorId: indicator.id,
          measure,
          grade: 'annual',
          year,
          month: evaluation.month,
          state: evaluation.state,
          deciding: terms !== null,
          light: evaluation.decided?.light ?? null,
          targetId,
          targetVersion: evaluation.version,
          policyKey: evaluation.decided?.policy ?? null,
          policyVersion: evaluation.decided?.policyVersion ?? null,
          rule: evaluation.decided?.rule ?? null,
          consecutiveLag: evaluation.consecutiveLag,
          backJudged: evaluation.backJudged,
          numbers: toWire(evaluation, { type, unit: indicator.unit, decimals: indicator.decimals }, year),
          judgedAt: at,
        })),
      );
    }
  }
}

export async function putSheet(
  tx: Transaction,
  of: {
    orgId: number;
    year: number;
    month: number;
    dueDay: string;
    received?: { at: string; late: boolean; state?: string };
  },
): Promise<void> {
  const { orgId, year, month } = of;
  await tx.insert(tables.periodDue).values({
    orgId,
    year,
    month,
    dueAt: new Date(`${of.dueDay}T18:00:00+08:00`),
    dueDay: of.dueDay,
    estimated: false,
  });
  if (!of.received) return;
  await tx.insert(tables.submission).values({
    id: newId(),
    orgId,
    year,
    month,
    revision: 1,
    state: of.received.state ?? 'accepted',
    grade: 'estimate',
    historical: false,
    receivedAt: new Date(of.received.at),
    late: of.received.late,
    findings: [],
    body: {},
  });
}

export async function putAlert(
  tx: Transaction,
  of: {
    orgId: number;
    org: string;
    indicator: string;
    measure: Measure;
    year: number;
    month: number;
    light: string;
  },
): Promise<void> {
  const { orgId, org, indicator, measure, year, month, light } = of;
  await tx.insert(tables.alert).values({
    id: newId(),
    kind: 'indicatorLagging',
    orgId,
    subjectKey: `${org}/${year}/${indicator}/${measure}/annual`,
    subject: { type: 'indicator', org, indicator, measure, grade: 'annual', year },
    year,
    light,
    state: 'open',
    level: 'monthly',
    firstMonth: month,
    latestMonth: month,
    observation: {},
    title: '',
    message: '',
    openedAt: new Date('2017-12-05T09:00:00+08:00'),
    changedAt: new Date('2017-12-05T09:00:00+08:00'),
  });
}

function parsed(text: string | undefined): Fraction | null {
  return text === undefined ? null : Fraction.parse(text);
}
