import { Fraction, type Plan } from '@xushi/domain';
import type { Fault } from '@xushi/protocol';
import type { Flat } from './form.js';
import type { FormRow } from './rows.js';
import { MONTH_FIELDS } from './targets-form.js';
import { PLAN_WORDS } from './words.js';

const PLAN_FIELDS = ['planFrom', 'normalise', 'points', ...MONTH_FIELDS];
/** What of them each kind of plan is told by. */
const USED: Readonly<Record<Plan['kind'], readonly string[]>> = {
  linear: ['planFrom'],
  weights: ['normalise', ...MONTH_FIELDS],
  cumulative: MONTH_FIELDS,
  lastYear: [],
  quarterly: [],
  constant: [],
  checkpoints: ['points'],
};

/** A plan as cells say it. */
export function planFlat(plan: Plan): Flat {
  const twelve = (values: readonly string[]) =>
    Object.fromEntries(MONTH_FIELDS.map((field, month) => [field, values[month] ?? null]));
  switch (plan.kind) {
    case 'linear':
      return { planKind: plan.kind, planFrom: plan.from === undefined ? null : String(plan.from) };
    case 'weights':
      return { planKind: plan.kind, ...twelve(plan.weights), normalise: plan.normalise ? 'true' : null };
    case 'cumulative':
      return { planKind: plan.kind, ...twelve(plan.values) };
    case 'checkpoints':
      return {
        planKind: plan.kind,
        points: plan.points.map(({ month, value }) => `${month}:${value}`).join(';'),
      };
    default:
      return { planKind: plan.kind };
  }
}

/**
 * The cells of a row with what is kept of the plan before: all of it, or nothing where the row names another kind. Shares
 * in percent are given as fractions: weights add up to 1.
 */
export function planCells(row: FormRow, before: Flat | undefined): Flat {
  const { flat, percents } = row;
  const sameKind = flat.planKind === undefined || flat.planKind === before?.planKind;
  const kept = sameKind
    ? Object.fromEntries(['planKind', ...PLAN_FIELDS].map((field) => [field, before?.[field] ?? null]))
    : {};
  const kind = flat.planKind ?? kept.planKind;
  const said = Object.fromEntries(
    ['planKind', ...PLAN_FIELDS].flatMap((field) => {
      const value = flat[field];
      if (value === undefined) return [];
      const share = kind === 'weights' && percents.has(field) && value !== null;
      return [[field, share ? asFraction(value) : value]];
    }),
  );
  return { ...kept, ...said };
}

const asFraction = (percent: string): string =>
  Fraction.parse(percent).dividedBy(Fraction.HUNDRED).toExactDecimal() ?? percent;

/** What is wrong with the plan's cells: a kind that is not said, cells that it does not use, months that are missing. */
export function planCellFaults(row: FormRow, cells: Flat): Fault[] {
  const said = PLAN_FIELDS.filter((field) => row.flat[field] != null);
  const kind = cells.planKind as Plan['kind'] | null | undefined;
  if (!kind)
    return said.length === 0
      ? []
      : [{ pointer: row.at('planKind'), code: 'planKindNeeded', params: { cells: String(said.length) } }];
  const strange = said
    .filter((field) => !USED[kind].includes(field))
    .map(
      (field): Fault => ({
        pointer: row.at(field),
        code: 'planCellNotUsed',
        params: { kind: PLAN_WORDS[kind][0] },
      }),
    );
  const twelve = USED[kind].includes('m1') ? MONTH_FIELDS : [];
  const missing = twelve
    .filter((field) => cells[field] == null)
    .map(
      (field): Fault => ({
        pointer: row.at(field),
        code: 'cellNeeded',
        params: { column: `${field.slice(1)}月` },
      }),
    );
  if (kind === 'checkpoints' && cells.points == null)
    missing.push({ pointer: row.at('points'), code: 'cellNeeded', params: { column: '节点' } });
  return [...strange, ...missing];
}

/** The plan as a body has it; nothing where no cell speaks of one. */
export function planBody(cells: Flat): Record<string, unknown> | undefined {
  const kind = cells.planKind as Plan['kind'] | null | undefined;
  const months = () => MONTH_FIELDS.map((field) => cells[field] ?? '');
  switch (kind) {
    case null:
    case undefined:
      return undefined;
    case 'linear':
      return { kind, ...(cells.planFrom == null ? {} : { from: Number(cells.planFrom) }) };
    case 'weights':
      return { kind, weights: months(), ...(cells.normalise === 'true' ? { normalise: true } : {}) };
    case 'cumulative':
      return { kind, values: months() };
    case 'checkpoints':
      return {
        kind,
        points: (cells.points ?? '').split(';').map((point) => {
          const [month, value = ''] = point.split(':');
          return { month: Number(month), value };
        }),
      };
    default:
      return { kind };
  }
}
