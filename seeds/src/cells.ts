import type { CsvRow } from './csv.js';

/** Typed reading of one row's cells. Every complaint names the file, the line and the column. */
export class Cells {
  constructor(
    private readonly file: string,
    private readonly row: CsvRow,
  ) {}

  /** The cell as it stands; empty is refused. */
  text(column: string): string {
    return this.optional(column) ?? this.refuse(column, 'must not be empty');
  }

  /** The cell, or null where it is empty. */
  optional(column: string): string | null {
    const value = this.row.cells[column];
    if (value === undefined) return this.refuse(column, 'is no column of this file');
    return value === '' ? null : value;
  }

  matching(column: string, pattern: RegExp): string {
    const value = this.text(column);
    return pattern.test(value) ? value : this.refuse(column, `must match ${pattern.source}`);
  }

  /** A plain decimal, kept as it is printed. */
  decimal(column: string): string {
    return this.matching(column, /^-?\d+(\.\d+)?$/);
  }

  optionalDecimal(column: string): string | null {
    return this.optional(column) === null ? null : this.decimal(column);
  }

  whole(column: string): number {
    return Number(this.matching(column, /^\d+$/));
  }

  optionalWhole(column: string): number | null {
    return this.optional(column) === null ? null : this.whole(column);
  }

  /** Whole numbers parted by spaces; none where the cell is empty. */
  wholes(column: string): number[] {
    if (this.optional(column) === null) return [];
    return this.matching(column, /^\d+( \d+)*$/)
      .split(' ')
      .map(Number);
  }

  flag(column: string): boolean {
    return this.word(column, { true: true, false: true }) === 'true';
  }

  /** One of a closed vocabulary, given as an object so that the compiler sees that no word is missing. */
  word<Word extends string>(column: string, words: Record<Word, true>): Word {
    const value = this.text(column);
    if (Object.hasOwn(words, value)) return value as Word;
    return this.refuse(column, `must be one of ${Object.keys(words).join(', ')}`);
  }

  /** A cell that holds JSON, checked by `as`, which answers null for what it does not know. */
  json<T>(column: string, as: (data: unknown) => T | null): T {
    let data: unknown;
    try {
      data = JSON.parse(this.text(column));
    } catch (cause) {
      return this.refuse(column, 'is not JSON', cause);
    }
    return as(data) ?? this.refuse(column, 'has a form that is not known');
  }

  private refuse(column: string, what: string, cause?: unknown): never {
    throw new SyntaxError(`${this.file} line ${this.row.line}: ${column} ${what}`, { cause });
  }
}
