import type { Fault } from '@xushi/protocol';
import { normaliseText, type ReadCell, type ReadSheet, refOf } from '@xushi/workbook';
import { type Column, EXAMPLE, type Flat, type Form, HELP } from './form.js';
import { isFault, readCell } from './read-cell.js';

/** One row that says something. */
export interface FormRow {
  flat: Flat;
  /** Fields whose number was said in percent; it is given in points. */
  percents: ReadonlySet<string>;
  /** Units that stand behind numbers, by field. */
  units: ReadonlyMap<string, string>;
  /** A field's cell as a pointer: `/sheets/单位/C7`; the first one of the row where the sheet has no such column. */
  at(field: string): string;
}

/** The head is looked for so far down. */
const LAST_HEAD_ROW = 30;
/** Nobody reads more of them. */
const MOST_FAULTS = 1000;

/**
 * Reads a sheet as its form describes it: every row that says something, or every fault by its cell. Where the head
 * stands and in which order its columns come does not matter.
 */
export function readRows(sheets: readonly ReadSheet[], form: Form): { rows: FormRow[]; faults: Fault[] } {
  const found = headOf(sheets, form);
  if (!found) {
    const columns = form.columns.filter(({ needed }) => needed === 'key').map(({ head }) => head);
    const params = { columns: columns.join('、') };
    return { rows: [], faults: [{ pointer: '', code: 'headNotFound', params }] };
  }
  const { sheet, row: headRow } = found;
  const place = (row: number, column: number) =>
    `/sheets/${escaped(sheet.name || 'csv')}/${refOf(row, column)}`;
  const { columns, faults } = columnsOf(sheet, headRow, { form, place });
  const rows: FormRow[] = [];
  for (const cells of rowsOf(sheet, headRow)) {
    if (faults.length >= MOST_FAULTS) break;
    const row = readRow(cells, { columns, place, form, faults });
    if (row) rows.push(row);
  }
  faults.push(...twice(rows, form));
  return { rows, faults };
}

interface Reading {
  /** By position. */
  columns: ReadonlyMap<number, Column>;
  form: Form;
  faults: Fault[];
  place(row: number, column: number): string;
}

function readRow(cells: readonly ReadCell[], of: Reading): FormRow | null {
  const { columns, place, form, faults } = of;
  const first = form.columns[0]?.field;
  const mark = cells.find(({ column }) => columns.get(column)?.field === first)?.text.trim() ?? '';
  if (mark.startsWith(EXAMPLE.slice(0, 2)) || mark.startsWith(HELP.slice(0, 2))) return null;
  const flat: Flat = {};
  const percents = new Set<string>();
  const units = new Map<string, string>();
  const before = faults.length;
  const [{ row = 0 } = {}] = cells;
  const places = new Map([...columns].map(([column, { field }]) => [field, place(row, column)]));
  const begin = place(row, Math.min(...columns.keys()));
  for (const cell of cells) {
    const column = columns.get(cell.column);
    const pointer = place(row, cell.column);
    if (!column) {
      if (cell.text.trim() !== '') faults.push({ pointer, code: 'cellWithoutHead' });
      continue;
    }
    const said = readCell(cell, column);
    if (isFault(said)) faults.push({ pointer, ...said });
    else if (said.value !== undefined) {
      flat[column.field] = said.value;
      if (said.percent) percents.add(column.field);
      if (said.unit !== undefined) units.set(column.field, said.unit);
    }
  }
  if (Object.keys(flat).length === 0) return null;
  for (const { field, head, needed } of form.columns) {
    if (needed === 'key' && flat[field] == null && faults.length === before)
      faults.push({ pointer: places.get(field) ?? begin, code: 'cellNeeded', params: { column: head } });
  }
  return faults.length > before ? null : { flat, percents, units, at: (field) => places.get(field) ?? begin };
}

/** Which column stands where; what is not known, or stands there twice, is named. */
function columnsOf(sheet: ReadSheet, row: number, of: Pick<Reading, 'form' | 'place'>) {
  const columns = new Map<number, Column>();
  const faults: Fault[] = [];
  for (let position = 1; position <= sheet.lastColumn; position += 1) {
    const said = sheet.headingAt(row, position).text.trim();
    if (said === '') continue;
    const column = columnNamed(said, of.form);
    const pointer = of.place(row, position);
    if (!column) {
      const known = of.form.columns.map(({ head }) => head).join('、');
      faults.push({ pointer, code: 'unknownColumn', params: { column: said.slice(0, 40), columns: known } });
    } else if ([...columns.values()].includes(column))
      faults.push({ pointer, code: 'columnTwice', params: { column: column.head } });
    else columns.set(position, column);
  }
  return { columns, faults };
}

/** The row that has every key's head: on the form's own sheet, else on the first that has one. */
function headOf(sheets: readonly ReadSheet[], form: Form): { sheet: ReadSheet; row: number } | null {
  const keys = form.columns.filter(({ needed }) => needed === 'key');
  const own = [...sheets].sort(
    (one, other) => Number(other.name === form.sheet) - Number(one.name === form.sheet),
  );
  for (const sheet of own) {
    for (let row = 1; row <= Math.min(sheet.lastRow, LAST_HEAD_ROW); row += 1) {
      const heads = new Set<Column | undefined>();
      for (let column = 1; column <= sheet.lastColumn; column += 1)
        heads.add(columnNamed(sheet.headingAt(row, column).text, form));
      if (keys.every((key) => heads.has(key))) return { sheet, row };
    }
  }
  return null;
}

const plainHead = (text: string) => normaliseText(text).replace(/[\s*]/g, '').toLowerCase();

function columnNamed(text: string, form: Form): Column | undefined {
  const said = plainHead(text);
  return said === ''
    ? undefined
    : form.columns.find(({ head, field }) => plainHead(head) === said || field.toLowerCase() === said);
}

/** The cells of each row below the head that has some. */
function* rowsOf(sheet: ReadSheet, head: number): Generator<ReadCell[]> {
  let cells: ReadCell[] = [];
  for (const cell of sheet.cells()) {
    if (cell.row <= head) continue;
    if (cells[0] && cells[0].row !== cell.row) {
      yield cells;
      cells = [];
    }
    cells.push(cell);
  }
  if (cells.length > 0) yield cells;
}

/** What a row is of. Left-out parts of a key have their defaults. */
export const keyOf = ({ flat }: Pick<FormRow, 'flat'>, form: Form): string =>
  form.kind === 'targets'
    ? `${flat.org}/${flat.year}/${flat.indicator}/${flat.measure ?? 'value'}/${flat.grade ?? 'annual'}`
    : form.columns.flatMap(({ needed, field }) => (needed === 'key' ? [flat[field]] : [])).join('/');

function twice(rows: readonly FormRow[], form: Form): Fault[] {
  const first = new Map<string, FormRow>();
  const keyField = form.columns[0]?.field ?? '';
  return rows.flatMap((row): Fault[] => {
    const key = keyOf(row, form);
    const other = first.get(key);
    if (!other) {
      first.set(key, row);
      return [];
    }
    const cell = other.at(keyField).split('/').at(-1) ?? '';
    return [{ pointer: row.at(keyField), code: 'rowTwice', params: { key, cell } }];
  });
}

/** A fault of a body at the cell that it came from. */
export function atCell(fault: Fault, row: FormRow, form: Form): Fault {
  const { pointer } = fault;
  const near = (known: string) => known === pointer || pointer.startsWith(`${known}/`);
  const best = form.columns
    .flatMap(({ field, pointers }) => pointers.map((known) => ({ field, known })))
    .filter(({ known }) => near(known))
    .sort((one, other) => other.known.length - one.known.length)[0];
  const below = form.columns.find(({ pointers }) =>
    pointers.some((known) => known.startsWith(`${pointer}/`)),
  );
  const field = best?.field ?? (pointer === '' ? undefined : below?.field) ?? form.columns[0]?.field ?? '';
  return { ...fault, pointer: row.at(field) };
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
