import { Fraction, readDecimal } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, Problem } from '@xushi/protocol';
import { withOurKeys } from '../our-keys.js';
import { type Column, columnOf, type Flat, type Form } from './form.js';
import { atCell, type FormRow, keyOf } from './rows.js';

/** What became of a row. */
export interface RowOutcome {
  /** The first cell of its key: `/sheets/单位/A7`. */
  cell: string;
  key: string;
  result: 'created' | 'changed' | 'unchanged';
}

/** What in a body does not fit its schema. */
export type ShapeOf = (body: unknown) => Fault[];

/** So many rows may differ from what is there: each is a change with its line in the audit, in one transaction. */
const MOST_CHANGES = 2000;

/** Rows on their way into the installation, and what became of them. */
export class Loading {
  readonly outcomes = new Map<FormRow, RowOutcome>();
  readonly faults: Fault[] = [];
  #changes = 0;

  constructor(readonly form: Form) {}

  /** The row says what is there already. */
  unchanged(row: FormRow): void {
    this.#came(row, 'unchanged');
  }

  /** Puts a row's body into the installation, or takes down what is wrong with it; false: it is not in. */
  async put(
    row: FormRow,
    of: { body: unknown; isNew: boolean; shapeOf: ShapeOf; run(): Promise<unknown> },
  ): Promise<boolean> {
    this.#changes += 1;
    if (this.#changes > MOST_CHANGES) {
      const params = { limit: String(MOST_CHANGES) };
      throw new Problem('invalid', { faults: [this.#keyFault(row, { code: 'tooManyChanges', params })] });
    }
    const shape = [...keyFaults(row), ...of.shapeOf(of.body)];
    if (shape.length > 0) return this.refuse(row, shape);
    try {
      await of.run();
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.status >= 500) throw thrown;
      const { faults, code, params } = thrown;
      this.refuse(row, faults.length > 0 ? faults : [{ pointer: '', code, params }]);
      // The database itself said no: nothing more can be asked in this transaction.
      if (DATABASE_SAYS.has(faults[0]?.code ?? code)) throw this.problem();
      return false;
    }
    this.#came(row, of.isNew ? 'created' : 'changed');
    return true;
  }

  /** Takes down faults of a row's body; answers false. */
  refuse(row: FormRow, faults: readonly Fault[]): false {
    this.faults.push(...faults.map((fault) => atCell(fault, row, this.form)));
    return false;
  }

  /** Takes down what a new row lacks. */
  lacks(row: FormRow): boolean {
    const missing = this.form.columns.filter(
      ({ needed, field }) => needed === 'new' && row.flat[field] == null,
    );
    this.faults.push(
      ...missing.map(
        ({ field, head }): Fault => ({
          pointer: row.at(field),
          code: 'cellNeeded',
          params: { column: head },
        }),
      ),
    );
    return missing.length > 0;
  }

  problem(): Problem {
    return new Problem('invalid', { faults: this.faults });
  }

  /** What became of the rows, in their order. Throws `Problem` with every fault. */
  ended(rows: readonly FormRow[]): RowOutcome[] {
    if (this.faults.length > 0) throw this.problem();
    return rows.map((row) => {
      const outcome = this.outcomes.get(row);
      if (!outcome) throw new Error(`nothing became of ${keyOf(row, this.form)}`);
      return outcome;
    });
  }

  #came(row: FormRow, result: RowOutcome['result']): void {
    const cell = row.at(this.form.columns[0]?.field ?? '');
    this.outcomes.set(row, { cell, key: keyOf(row, this.form), result });
  }

  #keyFault(row: FormRow, fault: Omit<Fault, 'pointer'>): Fault {
    return { pointer: row.at(this.form.columns[0]?.field ?? ''), ...fault };
  }
}

/** A key of its own stands in no body: single calls have it in their path. */
const KEY = /^[a-z0-9][a-z0-9-]{0,79}$/;
const KEY_RULE =
  '代码为 1—80 个小写字母、数字或连字符 / a key has 1 to 80 lower-case letters, digits and hyphens';

const keyFaults = ({ flat: { key } }: FormRow): Fault[] =>
  key == null || KEY.test(key) ? [] : [{ pointer: '/key', code: 'shape', params: { message: KEY_RULE } }];

const DATABASE_SAYS = new Set(['orgNotFound', 'unknownParent', 'orgCycle']);

/** The rows with our keys where other systems' codes stood. Throws `Problem`. */
export async function rowsWithOurKeys(unit: Unit, rows: readonly FormRow[], form: Form): Promise<FormRow[]> {
  const { value, faults } = await withOurKeys(
    unit.tx,
    rows.map(({ flat }) => flat),
  );
  if (faults.length > 0) {
    throw new Problem('invalid', {
      faults: faults.map((fault) => {
        const [, position, field = ''] = fault.pointer.split('/');
        const row = rows[Number(position)];
        return { ...fault, pointer: row?.at(columnOf(form, field).field) ?? '' };
      }),
    });
  }
  return rows.map((row, position) => ({ ...row, flat: value[position] ?? row.flat }));
}

/** Whether a row says nothing else than what is there. */
export const saysTheSame = (row: Flat, known: Flat, form: Form): boolean =>
  form.columns.every(
    (column) =>
      column.ofChange ||
      row[column.field] === undefined ||
      sameValue(column, row[column.field] ?? null, known[column.field] ?? null),
  );

function sameValue({ kind }: Column, one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  if (kind === 'decimal') return sameNumber(one, other);
  if (kind === 'points') return samePoints(one, other);
  return one.trim() === other.replace(/\r\n?/g, '\n').trim();
}

function sameNumber(one: string, other: string): boolean {
  if (one === other) return true;
  return readDecimal(one).ok && readDecimal(other).ok && Fraction.parse(one).equals(Fraction.parse(other));
}

function samePoints(one: string, other: string): boolean {
  const [mine, theirs] = [one.split(';'), other.split(';')];
  return (
    mine.length === theirs.length &&
    mine.every((point, position) => {
      const [month, value = ''] = point.split(':');
      const [otherMonth, otherValue = ''] = theirs[position]?.split(':') ?? [];
      return month === otherMonth && sameNumber(value, otherValue);
    })
  );
}
