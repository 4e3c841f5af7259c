import type { FigureGrade } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, refuse, type SubmissionBody } from '@xushi/protocol';
import type { Column, Form } from './form.js';
import { rowsWithOurKeys } from './load.js';
import type { FormRow } from './rows.js';
import { FIGURE_GRADE_WORDS } from './words.js';

const plain = (column: Omit<Column, 'pointers'>): Column => ({ ...column, pointers: [`/${column.field}`] });

export const HISTORY_FORM: Form = {
  kind: 'history',
  sheet: '历史数据',
  title: '历史数据表',
  codes: ['org', 'indicator'],
  columns: [
    plain({
      head: '单位',
      field: 'org',
      kind: 'key',
      needed: 'key',
      help: '单位代码，见“代码表”',
      width: 20,
    }),
    plain({
      head: '指标',
      field: 'indicator',
      kind: 'key',
      needed: 'key',
      help: '指标代码，见“代码表”',
      width: 22,
    }),
    plain({
      head: '期次',
      field: 'period',
      kind: 'period',
      needed: 'key',
      help: '如 2016-11，即 1—11 月累计',
      width: 12,
    }),
    plain({ head: '累计', field: 'value', kind: 'decimal', help: '1 月至当月累计数；空白不是 0', width: 14 }),
    plain({ head: '同比', field: 'yoy', kind: 'decimal', help: '同比增速，%', width: 10 }),
    plain({ head: '单位名称', field: 'unit', kind: 'text', help: '累计数的计量单位；不填按指标', width: 12 }),
    plain({
      head: '数据等级',
      field: 'source',
      kind: 'word',
      words: FIGURE_GRADE_WORDS,
      help: '不填为初步统计',
      width: 12,
    }),
    plain({ head: '备注', field: 'note', kind: 'text', help: '口径等说明', width: 24 }),
    plain({
      head: '更正原因',
      field: 'reason',
      kind: 'text',
      ofChange: true,
      help: '改动已有数时必填',
      width: 20,
    }),
  ],
  examples: [
    {
      org: 'shili-yuan',
      indicator: 'shili-output',
      period: '2016-11',
      value: '50.6',
      yoy: '12.3',
      unit: '亿元',
      source: 'statistical',
    },
  ],
};

/** A month of an org, and the row of each of its values. */
export interface HistorySheet {
  body: SubmissionBody;
  rows: FormRow[];
}

/**
 * Rows of the same org and month are one sheet, in the order in which they first come. Throws `Problem` with aliases that
 * nobody knows, and cells that give one number two units.
 */
export async function historySheets(unit: Unit, given: readonly FormRow[]): Promise<HistorySheet[]> {
  refuse(given.flatMap(unitFaults));
  const rows = await rowsWithOurKeys(unit, given, HISTORY_FORM);
  const groups = new Map<string, FormRow[]>();
  for (const row of rows) {
    const key = `${row.flat.org}/${row.flat.period}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => ({ body: bodyOf(group), rows: group }));
}

/** The unit of a row's figure: of its own column, or behind the number. */
const unitOf = ({ flat, units, percents }: FormRow): string | undefined =>
  flat.unit ?? units.get('value') ?? (percents.has('value') ? '%' : undefined);

function unitFaults(row: FormRow): Fault[] {
  const { flat, units, percents } = row;
  const behind = units.get('value') ?? (percents.has('value') ? '%' : undefined);
  const twice = flat.unit != null && behind !== undefined && behind !== flat.unit;
  return [
    ...(twice ? [{ field: 'value', unit: behind, wanted: flat.unit ?? '' }] : []),
    ...(units.has('yoy') ? [{ field: 'yoy', unit: units.get('yoy') ?? '', wanted: '%' }] : []),
  ].map(({ field, unit, wanted }) => ({
    pointer: row.at(field),
    code: 'cellUnit' as const,
    params: { unit, wanted },
  }));
}

function bodyOf(rows: readonly FormRow[]): SubmissionBody {
  const { org, period } = rows[0]?.flat ?? {};
  const reason = rows.map(({ flat }) => flat.reason).find((text) => text);
  const [source, ...others] = new Set(rows.map(({ flat }) => flat.source ?? 'estimate'));
  return {
    org: org ?? '',
    period: period ?? '',
    historical: true,
    ...(source && others.length === 0 ? { source: source as FigureGrade } : {}),
    ...(reason ? { reason } : {}),
    values: rows.map((row) => ({
      indicator: row.flat.indicator ?? '',
      ...Object.fromEntries(
        Object.entries({ ...row.flat, unit: unitOf(row) }).filter(
          ([field, value]) => OF_VALUE.includes(field) && value != null,
        ),
      ),
    })),
  };
}

const OF_VALUE = ['value', 'yoy', 'unit', 'source', 'note'];
