import type { Comparator, Direction, IndicatorType, Measure, OrgLevel, TargetGrade } from '@xushi/domain';
import type { Cells } from './cells.js';

/** A kind of data file: its columns in order, and how a row becomes an object. */
export interface Table<Row> {
  columns: readonly string[];
  read(cells: Cells): Row;
}

export const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/;

const TYPES: Record<IndicatorType, true> = {
  flow: true,
  count: true,
  stock: true,
  ratio: true,
  growth: true,
  milestone: true,
};
const DIRECTIONS: Record<Direction, true> = { up: true, down: true };
const LEVELS: Record<OrgLevel, true> = {
  province: true,
  prefecture: true,
  county: true,
  park: true,
  cluster: true,
  enterprise: true,
};
export const MEASURES: Record<Measure, true> = { value: true, yoy: true };
const COMPARATORS: Record<Comparator, true> = { atLeast: true, atMost: true };
const TARGET_GRADES: Record<TargetGrade, true> = { annual: true, suggested: true, own: true, stretch: true };
const ROLL_UPS = { sum: true, ratioOfSums: true, none: true } as const;

/** How a seed's target is spread over its year (domain.md §5); the kinds that the documents need. */
export type SeedPlan =
  | { kind: 'linear' | 'quarterly' | 'constant' }
  | { kind: 'checkpoints'; points: { month: number; value: string }[] };

function asPlan(data: unknown): SeedPlan | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  const { kind } = data;
  if (kind === 'linear' || kind === 'quarterly' || kind === 'constant') return { kind };
  if (kind !== 'checkpoints' || !('points' in data) || !Array.isArray(data.points)) return null;
  const points: { month: number; value: string }[] = data.points;
  const sound = points.every(({ month, value }) => Number.isInteger(month) && typeof value === 'string');
  return sound ? { kind, points } : null;
}

export const split = (columns: string) => columns.split(' ');

export const catalogueTable = {
  columns: split(
    'key name unit reportUnit reportDecimals type direction decimals noJanuary dueMonths lagMonths rollUp group order',
  ),
  read: (cells: Cells) => ({
    key: cells.matching('key', KEY),
    name: cells.text('name'),
    unit: cells.text('unit'),
    reportUnit: cells.text('reportUnit'),
    reportDecimals: cells.whole('reportDecimals'),
    type: cells.word('type', TYPES),
    direction: cells.word('direction', DIRECTIONS),
    decimals: cells.whole('decimals'),
    noJanuary: cells.flag('noJanuary'),
    /** Months whose figure is due; null: every month (2…12 where `noJanuary`). */
    dueMonths: cells.optional('dueMonths') === null ? null : cells.wholes('dueMonths'),
    lagMonths: cells.whole('lagMonths'),
    rollUp: cells.word('rollUp', ROLL_UPS),
    group: cells.text('group'),
    order: cells.whole('order'),
  }),
};
export type CatalogueSeed = ReturnType<typeof catalogueTable.read>;

export const orgsTable = {
  columns: split('key name level parent activeFrom source fact note'),
  read: (cells: Cells) => ({
    key: cells.matching('key', KEY),
    name: cells.text('name'),
    level: cells.word('level', LEVELS),
    parent: cells.optional('parent'),
    activeFrom: cells.matching('activeFrom', DATE),
    source: cells.text('source'),
    /** Row of `facts/orgs.csv`, 1-based; null where the unit is inferred. */
    fact: cells.optionalWhole('fact'),
    note: cells.optional('note'),
  }),
};
export type OrgSeed = ReturnType<typeof orgsTable.read>;

export const dutiesTable = {
  columns: split('org indicator from to'),
  read: (cells: Cells) => ({
    org: cells.matching('org', KEY),
    indicator: cells.matching('indicator', KEY),
    from: cells.matching('from', PERIOD),
    to: cells.matching('to', PERIOD),
  }),
};
export type DutySeed = ReturnType<typeof dutiesTable.read>;

export const targetsTable = {
  columns: split(
    'org year indicator measure grade deciding comparator value plan sourceDocument sourceNumber sourceDate knownAt note fact derivedFrom',
  ),
  read: (cells: Cells) => ({
    org: cells.matching('org', KEY),
    year: cells.whole('year'),
    indicator: cells.matching('indicator', KEY),
    measure: cells.word('measure', MEASURES),
    grade: cells.word('grade', TARGET_GRADES),
    deciding: cells.flag('deciding'),
    comparator: cells.word('comparator', COMPARATORS),
    value: cells.decimal('value'),
    plan: cells.json('plan', asPlan),
    source: {
      document: cells.text('sourceDocument'),
      number: cells.optional('sourceNumber'),
      date: cells.optional('sourceDate'),
    },
    knownAt: cells.matching('knownAt', INSTANT),
    note: cells.optional('note'),
    /** Rows of `facts/indicators.csv`, 1-based. */
    facts: cells.wholes('fact'),
    /** The fact whose growth minus the first of `facts` is the value; null where it is published. */
    derivedFrom: cells.optionalWhole('derivedFrom'),
  }),
};
export type TargetSeed = ReturnType<typeof targetsTable.read>;
