import type { Unit } from '@xushi/events';
import type { IndicatorBody } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { putIndicator } from '../indicators.js';
import { oneWriter } from '../one-writer.js';
import { listIndicators } from '../read.js';
import type { Flat } from './form.js';
import { INDICATORS_FORM } from './indicators-form.js';
import { Loading, type RowOutcome, rowsWithOurKeys, type ShapeOf, saysTheSame } from './load.js';
import type { FormRow } from './rows.js';

/** Between one indicator and the next, where a sheet does not say. */
const ORDER_STEP = 10;
const WHOLE = ['reportDecimals', 'decimals', 'lagMonths', 'order'];

export const indicatorFlats = async (tx: Transaction): Promise<Flat[]> =>
  (await listIndicators(tx)).map(flatOf);

function flatOf(view: Record<string, unknown>): Flat {
  const { dueMonths, formula, ...plain } = view as Record<string, unknown> & {
    dueMonths: number[] | null;
    formula: IndicatorBody['formula'];
  };
  return {
    ...Object.fromEntries(
      Object.entries(plain).map(([field, value]) => [field, value == null ? null : String(value)]),
    ),
    dueMonths: dueMonths?.join(',') ?? null,
    numeratorIndicator: formula?.numerator.indicator ?? null,
    numeratorOrg: formula?.numerator.org ?? null,
    denominatorIndicator: formula?.denominator.indicator ?? null,
    denominatorOrg: formula?.denominator.org ?? null,
    formulaScale: formula?.scale === undefined ? null : String(formula.scale),
    formulaMode: formula?.mode ?? null,
  };
}

/**
 * Creates and changes the indicators of rows, as `putIndicator` does one by one: what a formula names before it,
 * wherever it stands. What a row leaves out stays as it is; new ones stand in the order of the rows. Throws `Problem` with
 * every fault at its cell.
 */
export async function loadIndicators(
  unit: Unit,
  given: readonly FormRow[],
  shapeOf: ShapeOf,
): Promise<RowOutcome[]> {
  await oneWriter(unit.tx, 'catalogue');
  const rows = await rowsWithOurKeys(unit, given, INDICATORS_FORM);
  const known = new Map((await indicatorFlats(unit.tx)).map((flat) => [flat.key, flat]));
  const loading = new Loading(INDICATORS_FORM);
  const byKey = new Map(rows.map((row) => [row.flat.key, row]));
  let order = Math.max(0, ...[...known.values()].map((flat) => Number(flat.order)));
  const orders = new Map(
    rows
      .filter(({ flat }) => !known.has(flat.key ?? null) && flat.order === undefined)
      .map((row) => {
        order += ORDER_STEP;
        return [row, String(order)] as const;
      }),
  );
  const out = new Set<FormRow>();
  for (const row of operandsFirst(rows, byKey)) {
    const before = known.get(row.flat.key ?? null);
    // What is wrong with an operand is said once, at the operand.
    const rests = operandsOf(row, byKey).some((operand) => out.has(operand));
    if (before && saysTheSame(row.flat, before, INDICATORS_FORM)) loading.unchanged(row);
    else if (rests || (!before && loading.lacks(row))) out.add(row);
    else {
      const flat = {
        ...before,
        ...row.flat,
        order: row.flat.order ?? before?.order ?? orders.get(row) ?? null,
      };
      const body = bodyOf(flat);
      const run = () => putIndicator(unit, row.flat.key ?? '', body as IndicatorBody);
      if (!(await loading.put(row, { body, isNew: !before, shapeOf, run }))) out.add(row);
    }
  }
  return loading.ended(rows);
}

function bodyOf(flat: Flat): Record<string, unknown> {
  const {
    key: _,
    dueMonths,
    numeratorIndicator,
    numeratorOrg,
    denominatorIndicator,
    denominatorOrg,
    formulaScale,
    formulaMode,
    ...plain
  } = flat;
  const side = (indicator: string | null | undefined, org: string | null | undefined) => ({
    ...(indicator == null ? {} : { indicator }),
    ...(org == null ? {} : { org }),
  });
  const parts = [
    numeratorIndicator,
    numeratorOrg,
    denominatorIndicator,
    denominatorOrg,
    formulaScale,
    formulaMode,
  ];
  const formula = {
    numerator: side(numeratorIndicator, numeratorOrg),
    denominator: side(denominatorIndicator, denominatorOrg),
    ...(formulaScale == null ? {} : { scale: formulaScale }),
    ...(formulaMode == null ? {} : { mode: formulaMode }),
  };
  const none = parts.every((part) => part === undefined) ? {} : { formula: null };
  return {
    ...Object.fromEntries(
      Object.entries(plain).map(([field, value]) => {
        if (value !== null && WHOLE.includes(field)) return [field, Number(value)];
        return [field, field === 'noJanuary' ? value === 'true' : value];
      }),
    ),
    ...(dueMonths === undefined ? {} : { dueMonths: dueMonths?.split(',').map(Number) ?? null }),
    ...(parts.some((part) => part != null) ? { formula } : none),
  };
}

function operandsOf({ flat }: FormRow, byKey: ReadonlyMap<string | null | undefined, FormRow>): FormRow[] {
  return [flat.numeratorIndicator, flat.denominatorIndicator, flat.partOf].flatMap((key) => {
    const row = key == null ? undefined : byKey.get(key);
    return row && row.flat !== flat ? [row] : [];
  });
}

function operandsFirst(
  rows: readonly FormRow[],
  byKey: ReadonlyMap<string | null | undefined, FormRow>,
): FormRow[] {
  const ordered = new Set<FormRow>();
  const begun = new Set<FormRow>();
  // Not by recursion: a sheet may have thousands of rows that name each other in a line.
  const stack = [...rows].reverse();
  for (let row = stack.at(-1); row; row = stack.at(-1)) {
    const waiting = begun.has(row) ? [] : operandsOf(row, byKey).filter((each) => !begun.has(each));
    begun.add(row);
    if (waiting.length > 0) stack.push(...waiting);
    else {
      stack.pop();
      ordered.add(row);
    }
  }
  return [...ordered];
}
