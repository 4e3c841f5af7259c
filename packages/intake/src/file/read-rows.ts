import { convert, Fraction } from '@xushi/domain';
import type { Fault, SubmittedValue } from '@xushi/protocol';
import { normaliseText, type ReadCell, type ReadSheet } from '@xushi/workbook';
import type { CatalogueIndicator } from '../read-figure.js';
import { type FigureCell, readFigureCell } from './figure-cell.js';
import { type Column, type ColumnKind, compact, type Heads, unitNamed } from './heads.js';
import { type IndicatorNames, isNoIndicator } from './names.js';
import { type IgnoredCell, pointerTo } from './places.js';

/** What the rows of a sheet say, and where each part of it stands. */
export interface ReadRows {
  values: SubmittedValue[];
  /** From the pointer into a submission to that of the cell. */
  cells: Map<string, string>;
  faults: Fault[];
  ignored: IgnoredCell[];
  reason: string | null;
  /** Text above the heads. */
  above: string[];
}

/** How rows are known: by names, and in our own form by the number in front of them, whatever is sorted or renamed. */
export interface RowsOf {
  names: IndicatorNames;
  bySerial: ReadonlyMap<string, CatalogueIndicator>;
}

const AMOUNTS = ['value', 'month', 'lastYear', 'lastYearMonth'] as const;
const FIGURES = [...AMOUNTS, 'yoy'] as const;
type Figure = (typeof FIGURES)[number];
/** Columns that there may be one of only. */
const ONCE = new Set<ColumnKind>(['indicator', 'unit', ...FIGURES, 'done', 'doneOn']);

export const textOf = (cell: ReadCell): string => (cell.kind === 'empty' ? '' : normaliseText(cell.text));

/** Reads the rows below the heads of a sheet. Every fault names its cell; a row with one is left out of `values`. */
export function readRows(sheet: ReadSheet, heads: Heads, of: RowsOf): ReadRows {
  const read: ReadRows = {
    ...{ values: [], cells: new Map(), faults: [], ignored: [], reason: null, above: [] },
  };
  for (const cell of sheet.cells()) {
    if (cell.row >= heads.firstRow) break;
    if (cell.kind === 'text') read.above.push(cell.text);
  }
  for (const { kind, head } of heads.twice) {
    if (!ONCE.has(kind)) continue;
    const params = { column: textOf(head) };
    read.faults.push({ pointer: pointerTo(sheet, head.ref), code: 'columnTwice', params });
  }
  const rows = new Rows(sheet, heads, { of, read });
  for (let row = heads.lastRow + 1; row <= sheet.lastRow; row++) rows.take(row);
  return read;
}

class Rows {
  readonly #seen = new Map<string, string>();
  readonly #unit: string | null;

  constructor(
    readonly sheet: ReadSheet,
    readonly heads: Heads,
    readonly to: { of: RowsOf; read: ReadRows },
  ) {
    this.#unit = unitNamed(to.read.above);
  }

  take(row: number): void {
    const name = this.#cell(row, 'indicator');
    const first = this.#firstText(row);
    if (first === null) return;
    if (compact(textOf(first)).startsWith('修改原因')) {
      this.#takeReason(row, first);
      return;
    }
    const figures = [...FIGURES, 'done', 'doneOn'].flatMap((kind) => {
      const cell = this.#cell(row, kind as ColumnKind);
      return cell && (cell.kind !== 'empty' || cell.formula) ? [cell] : [];
    });
    const found = this.#indicatorOf(row, name);
    if (found) {
      this.#takeIndicator(row, found, name ?? first);
      return;
    }
    // A note may be long and run over the columns of figures where cells are merged: only its first says it.
    const note = isNoIndicator(textOf(first)) || (name !== null && isNoIndicator(textOf(name)));
    if (note || figures.length === 0) {
      this.to.read.ignored.push({
        cell: pointerTo(this.sheet, first.ref),
        text: textOf(first).slice(0, 200),
      });
    } else if (name === null || name.kind === 'empty') {
      this.#fault(name ?? first, 'indicatorNeeded');
    } else this.#fault(name, 'unknownIndicator', { indicator: textOf(name).slice(0, 80) });
  }

  #takeIndicator(
    row: number,
    { indicator, unit }: { indicator: CatalogueIndicator; unit: string | null },
    name: ReadCell,
  ): void {
    const { read } = this.to;
    const before = read.faults.length;
    const value = indicator.type === 'milestone' ? this.#milestone(row) : this.#figures(row, indicator, unit);
    if (value === null) {
      // The row says nothing; what it says about nothing is not lost without a word.
      const note = this.#cell(row, 'note');
      const isMark = note !== null && MARKS.has(textOf(note));
      if (note && note.kind !== 'empty' && !isMark)
        read.ignored.push({ cell: pointerTo(this.sheet, note.ref), text: textOf(note).slice(0, 200) });
      return;
    }
    const earlier = this.#seen.get(indicator.key);
    if (earlier !== undefined)
      this.#fault(name, 'indicatorTwiceIn', { indicator: indicator.name, cell: earlier });
    else this.#seen.set(indicator.key, name.ref);
    if (read.faults.length > before) return;
    const note = textOf(this.#cell(row, 'note') ?? name);
    const hasNote = this.heads.columns.has('note') && note !== '' && !MARKS.has(note);
    const noted = { ...value.said, ...(hasNote ? { note } : {}) };
    const at = `/values/${read.values.length}`;
    read.values.push({ indicator: indicator.key, ...noted });
    read.cells.set(at, pointerTo(this.sheet, name.ref));
    for (const [part, cell] of value.places) read.cells.set(`${at}/${part}`, pointerTo(this.sheet, cell.ref));
    const unitCell = this.#cell(row, 'unit');
    if (unitCell && unitCell.kind !== 'empty' && !value.places.some(([part]) => part === 'unit'))
      read.cells.set(`${at}/unit`, pointerTo(this.sheet, unitCell.ref));
    const noteCell = this.#cell(row, 'note');
    if (hasNote && noteCell) read.cells.set(`${at}/note`, pointerTo(this.sheet, noteCell.ref));
  }

  /** Amounts and growth of a row, in one unit; null where all of its cells are empty. */
  #figures(row: number, indicator: CatalogueIndicator, named: string | null): RowValue | null {
    const share = indicator.unit === '%';
    const places: [string, ReadCell][] = [];
    const numbers: { figure: Figure; text: string; unit: string | null; cell: ReadCell }[] = [];
    let notApplicable: string | null = null;
    let faulty = false;
    for (const figure of FIGURES) {
      const column = this.heads.columns.get(figure);
      const cell = this.#cell(row, figure);
      if (!column || !cell) continue;
      const read: FigureCell = readFigureCell(cell, { share: share || figure === 'yoy' });
      if (read.kind === 'nothing') continue;
      places.push([figure, cell]);
      if (read.kind === 'fault') {
        this.#fault(cell, read.code, read.params);
        faulty = true;
      } else if (read.kind === 'notApplicable') notApplicable = read.text;
      else if (figure === 'yoy') {
        if (read.unit !== null && !/^(个)?百分点$/.test(read.unit)) {
          this.#fault(cell, 'cellUnit', { wanted: '%', unit: read.unit });
          faulty = true;
        }
        numbers.push({ figure, text: read.text, unit: null, cell });
      } else
        numbers.push({
          figure,
          text: read.text,
          unit: read.unit ?? this.#unitOf(row, column, { indicator, named }),
          cell,
        });
    }
    if (places.length === 0) return null;
    const said: Partial<SubmittedValue> =
      notApplicable === null ? {} : { notApplicable: true, note: notApplicable };
    if (faulty) return { said, places };
    const unit = numbers.find(({ figure }) => figure !== 'yoy')?.unit ?? null;
    for (const { figure, text, unit: own, cell } of numbers) {
      const same = figure === 'yoy' || own === unit;
      const inUnit = same
        ? text
        : this.#converted({ text, unit: own ?? indicator.unit }, unit ?? indicator.unit);
      if (inUnit === null)
        this.#fault(cell, 'cellUnit', { wanted: unit ?? indicator.unit, unit: own ?? indicator.unit });
      else said[figure] = inUnit;
    }
    return { said: { ...said, ...(unit === null || unit === indicator.unit ? {} : { unit }) }, places };
  }

  /** The unit of an amount: the row's own, else the head's or the sheet's where the indicator is measured like that. */
  #unitOf(
    row: number,
    column: Column,
    { indicator, named }: { indicator: CatalogueIndicator; named: string | null },
  ): string | null {
    const cell = this.#cell(row, 'unit');
    const own = cell ? compact(textOf(cell)) : '';
    const said = own !== '' && !/^[-/]$/.test(own) ? own.split(/[、,]/)[0] : null;
    if (said) return said;
    if (named !== null) return named;
    const given = column.unit ?? this.#unit;
    if (given === null) return null;
    return convert(Fraction.parse('1'), given, indicator.unit) === null ? null : given;
  }

  #converted({ text, unit }: { text: string; unit: string }, to: string): string | null {
    return convert(Fraction.parse(text), unit, to)?.toExactDecimal() ?? null;
  }

  #milestone(row: number): RowValue | null {
    const places: [string, ReadCell][] = [];
    const said: Partial<SubmittedValue> = {};
    const done = this.#cell(row, 'done') ?? this.#cell(row, 'value');
    if (done && textOf(done) !== '' && !/^[-—/]$/.test(textOf(done))) {
      places.push(['done', done]);
      const word = compact(textOf(done));
      if (/^(是|已完成|完成|√|✓|TRUE)$/.test(word)) said.done = true;
      else if (/^(否|未完成|×|FALSE)$/.test(word)) said.done = false;
      else this.#fault(done, 'cellNotWord', { value: word.slice(0, 40), words: '是、否' });
    }
    const doneOn = this.#cell(row, 'doneOn');
    if (doneOn && textOf(doneOn) !== '') {
      places.push(['doneOn', doneOn]);
      const day = dayOf(textOf(doneOn));
      if (day === null) this.#fault(doneOn, 'notADate');
      else said.doneOn = day;
    }
    return places.length === 0 ? null : { said, places };
  }

  #takeReason(row: number, label: ReadCell): void {
    const inLabel = /^修改原因[^:]*:(.*)$/s.exec(normaliseText(label.text))?.[1]?.trim() ?? '';
    for (let column = label.column + 1; column <= this.sheet.lastColumn; column++) {
      const text = textOf(this.sheet.cellAt(row, column));
      if (text === '') continue;
      this.to.read.reason = text;
      this.to.read.cells.set('/reason', pointerTo(this.sheet, this.sheet.cellAt(row, column).ref));
      return;
    }
    if (inLabel !== '') this.to.read.reason = inLabel;
    this.to.read.cells.set('/reason', pointerTo(this.sheet, label.ref));
  }

  #indicatorOf(row: number, name: ReadCell | null) {
    const serial = this.#cell(row, 'serial');
    const bySerial = serial ? this.to.of.bySerial.get(textOf(serial)) : undefined;
    if (bySerial) return { indicator: bySerial, unit: null };
    return name && name.kind !== 'empty' ? this.to.of.names.find(name.text) : null;
  }

  #cell(row: number, kind: ColumnKind): ReadCell | null {
    const column = this.heads.columns.get(kind)?.column;
    return column === undefined ? null : this.sheet.cellAt(row, column);
  }

  #firstText(row: number): ReadCell | null {
    for (let column = 1; column <= this.sheet.lastColumn; column++) {
      const cell = this.sheet.cellAt(row, column);
      if (cell.kind !== 'empty' || cell.formula) return cell;
    }
    return null;
  }

  #fault(cell: ReadCell, code: Fault['code'], params: Record<string, string> = {}): void {
    this.to.read.faults.push({ pointer: pointerTo(this.sheet, cell.ref), code, params });
  }
}

interface RowValue {
  said: Partial<SubmittedValue>;
  places: [string, ReadCell][];
}

/** What our own form says beside rows that are not filled in. */
export const NOT_DUE = '本月不报';
export const COMPUTED = '自动计算';
const MARKS = new Set<string>([NOT_DUE, COMPUTED]);

/** 2017-11-30, 2017年11月30日, 2017/11/30, 2017.11.30 → 2017-11-30; null for anything else. */
export function dayOf(text: string): string | null {
  const match = /^(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?(?:T.*)?$/.exec(compact(text));
  const [, year = '', month = '', day = ''] = match ?? [];
  return match ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}
