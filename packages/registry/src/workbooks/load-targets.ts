import { isPercent, type Plan } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import type { Fault, TargetBody } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { listIndicators, listTargets } from '../read.js';
import { setTarget } from '../targets.js';
import type { Flat } from './form.js';
import { Loading, type RowOutcome, rowsWithOurKeys, type ShapeOf, saysTheSame } from './load.js';
import { planBody, planCellFaults, planCells, planFlat } from './plan-cells.js';
import { type FormRow, keyOf } from './rows.js';
import { TARGETS_FORM } from './targets-form.js';

const ALL = { after: 0, limit: 1_000_000 };

/** Targets as they are now, as rows say them. */
export async function targetFlats(
  tx: Transaction,
  of: { under: string | null; year: number | null },
): Promise<Flat[]> {
  const { data } = await listTargets(tx, { org: null, history: false, ...of, ...ALL });
  return data.map((view) => flatOf(view as unknown as TargetView));
}

interface TargetView extends Record<string, unknown> {
  year: number;
  deciding: boolean;
  due: string | null;
  plan: Plan;
  source: TargetBody['source'] | null;
  responsible: TargetBody['responsible'] | null;
}

function flatOf(view: TargetView): Flat {
  const text = (field: string) => (view[field] == null ? null : String(view[field]));
  const plain = [
    'org',
    'year',
    'indicator',
    'measure',
    'grade',
    'comparator',
    'weight',
    'scoring',
    'cap',
    'policy',
  ];
  const { due, plan, source, responsible, deciding } = view;
  return {
    ...Object.fromEntries(plain.map((field) => [field, text(field)])),
    deciding: String(deciding),
    // A milestone is done or not: it has a day and neither value nor plan.
    ...(due === null ? { value: text('value'), due, ...planFlat(plan) } : { due }),
    document: source?.document ?? null,
    number: source?.number ?? null,
    documentDate: source?.date ?? null,
    post: responsible?.post ?? null,
    responsibleUnit: responsible?.unit ?? null,
  };
}

/**
 * Sets the targets of rows, as `setTarget` does one by one: one that is there already gets its next version and needs a
 * reason; one that says what is there gets none. What a row leaves out stays as it is. Throws `Problem` with every fault
 * at its cell.
 */
export async function loadTargets(
  unit: Unit,
  given: readonly FormRow[],
  shapeOf: ShapeOf,
): Promise<RowOutcome[]> {
  const rows = await rowsWithOurKeys(unit, given, TARGETS_FORM);
  await lockYears(unit, rows);
  const years = [...new Set(rows.map(({ flat }) => Number(flat.year)))];
  const flats = await targetFlats(unit.tx, {
    under: null,
    year: years.length === 1 ? (years[0] ?? null) : null,
  });
  const known = new Map(flats.map((flat) => [keyOf({ flat }, TARGETS_FORM), flat]));
  const units = new Map((await listIndicators(unit.tx)).map(({ key, unit: name }) => [key, String(name)]));
  const loading = new Loading(TARGETS_FORM);
  for (const row of rows) {
    const before = known.get(keyOf(row, TARGETS_FORM));
    const cells = planCells(row, before);
    const said = { ...row.flat, ...cells };
    const faults = [...unitFaults(row, units), ...planCellFaults(row, cells)];
    if (faults.length > 0) loading.faults.push(...faults);
    else if (before && saysTheSame(said, before, TARGETS_FORM)) loading.unchanged(row);
    else {
      const body = bodyOf({ ...before, ...said }, before);
      const run = () => setTarget(unit, body as TargetBody);
      await loading.put(row, { body, isNew: !before, shapeOf, run });
    }
  }
  return loading.ended(rows);
}

/** Judging takes the same locks in the same order. */
async function lockYears(unit: Unit, rows: readonly FormRow[]): Promise<void> {
  const pairs = rows
    .filter(({ flat }) => /^\d{4}$/.test(flat.year ?? ''))
    .map(({ flat }) => ({ org: flat.org, year: Number(flat.year) }));
  await unit.tx.execute(sql`
    SELECT pg_advisory_xact_lock(p.id, p.year) FROM (
      SELECT DISTINCT o.id, r.year FROM jsonb_to_recordset(${JSON.stringify(pairs)}::text::jsonb) AS r(org text, year integer)
      JOIN org o ON o.key = r.org ORDER BY o.id, r.year) p`);
}

/** A value stands in the indicator's own unit; one that says another, or percent of what has none, means something else. */
function unitFaults(row: FormRow, units: ReadonlyMap<unknown, string>): Fault[] {
  const unit = row.flat.measure === 'yoy' ? '%' : units.get(row.flat.indicator);
  const wanted = (field: string) => (field === 'value' ? unit : '');
  const told = [...row.units].filter(([field, name]) => name !== wanted(field));
  const inPercent =
    row.percents.has('value') && unit !== undefined && !isPercent(unit) ? [['value', '%'] as const] : [];
  return [...told, ...inPercent].map(([field, name]) => ({
    pointer: row.at(field),
    code: 'cellUnit',
    params: { unit: name, wanted: wanted(field) || '—' },
  }));
}

function bodyOf(flat: Flat, before: Flat | undefined): Record<string, unknown> {
  const given = (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
  const { document, number, documentDate, post, responsibleUnit } = flat;
  const source = given({ document, number, date: documentDate });
  const responsible = given({ post, unit: responsibleUnit });
  const { org, indicator, measure, grade, comparator, value, due, weight, scoring, cap, policy, reason } =
    flat;
  const nobody =
    Object.keys(responsible).length === 0 && before?.post == null && before?.responsibleUnit == null;
  return {
    ...given({
      org,
      indicator,
      measure,
      grade,
      comparator,
      value,
      due,
      weight,
      scoring,
      cap,
      policy,
      reason,
    }),
    ...given({ appliesFrom: flat.appliesFrom, plan: planBody(flat) }),
    ...given({ year: flat.year == null ? null : Number(flat.year) }),
    ...(flat.deciding == null ? {} : { deciding: flat.deciding === 'true' }),
    ...(Object.keys(source).length > 0 ? { source } : {}),
    // Without anybody it takes away who was.
    ...(nobody ? {} : { responsible }),
  };
}
