import { Fraction, parsePeriod } from '@xushi/domain';
import type { Fault } from '@xushi/protocol';
import { inPercent, normaliseText, type ReadCell, readNumberText } from '@xushi/workbook';
import { CLEARING, type Column, type Words, YES_NO } from './form.js';

/** What a cell says: its value in the words of the wire, and how a number was said. */
export interface SaidCell {
  /** Null: cleared; absent: nothing stands in it. */
  value?: string | null;
  percent?: boolean;
  unit?: string;
}

type CellFault = Omit<Fault, 'pointer'>;

/** Reads one cell as its column asks, or says what is wrong with it. Numbers in percent are given in points. */
export function readCell(cell: ReadCell, column: Column): SaidCell | CellFault {
  if (cell.kind === 'error') return { code: 'cellError', params: { value: cell.text } };
  if (cell.kind === 'empty') return cell.formula ? { code: 'formulaNotWorkedOut' } : {};
  const text = cell.text.replace(/\r\n?/g, '\n').trim();
  if (text === '') return {};
  if (CLEARING.includes(text)) {
    return column.clears ? { value: null } : { code: 'cellNotClearable', params: { column: column.head } };
  }
  switch (column.kind) {
    case 'decimal':
      return readDecimalCell(cell, text);
    case 'whole':
      return readWhole(cell, text);
    case 'word':
      return readWord(text, column.words ?? {});
    case 'yesNo':
      return readWord(text, YES_NO);
    case 'date':
      return { value: dateOf(text) };
    case 'period':
      return { value: periodOf(cell, text) };
    case 'months':
      return readMonths(text);
    case 'points':
      return readPoints(text);
    case 'key':
      return { value: normaliseText(text) };
    case 'text':
      return { value: text };
  }
}

export const isFault = (said: SaidCell | CellFault): said is CellFault => 'code' in said;

function readDecimalCell(cell: ReadCell, text: string): SaidCell | CellFault {
  if (cell.scaled) return { code: 'cellScaled' };
  if (cell.kind === 'number')
    return cell.percent ? { value: inPercent(cell.text), percent: true } : { value: cell.text };
  const read = readNumberText(text);
  const params = { value: text.slice(0, 40) };
  if (read.kind === 'ambiguous') return { code: 'cellAmbiguous', params };
  if (read.kind !== 'number' || cell.kind !== 'text') return { code: 'cellNotNumber', params };
  return {
    value: read.text,
    ...(read.percent ? { percent: true } : {}),
    ...(read.unit === null ? {} : { unit: read.unit }),
  };
}

/** A whole number; 年 and 月 may stand behind it. */
function readWhole(cell: ReadCell, text: string): SaidCell | CellFault {
  const said = readDecimalCell(cell, text);
  if (isFault(said)) return said;
  const { value, percent, unit } = said;
  const whole = value == null ? null : Fraction.parse(value);
  if (!whole?.isWhole || percent || (unit !== undefined && !['年', '月', '个月'].includes(unit)))
    return { code: 'cellNotWhole', params: { value: text.slice(0, 40) } };
  return { value: whole.toDecimal(0) };
}

function readWord(text: string, words: Words): SaidCell | CellFault {
  const said = normaliseText(text).toLowerCase();
  for (const [word, names] of Object.entries(words))
    if ([word, ...names].some((name) => normaliseText(name).toLowerCase() === said)) return { value: word };
  const shown = Object.values(words).map(([name]) => name);
  return { code: 'cellNotWord', params: { value: text.slice(0, 40), words: shown.join('、') } };
}

const two = (digits: string) => digits.padStart(2, '0');

/** 2017-3-2, 2017/3/2, 2017.3.2 and 2017年3月2日 as a day is written; whatever else as it is. */
function dateOf(text: string): string {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T00:00:00)?$/.exec(normaliseText(text)) ?? [];
  return year ? `${year}-${two(month)}-${two(day)}` : normaliseText(text);
}

/** A month, or its first day, which is what a spreadsheet makes of 2017-11. */
function periodOf(cell: ReadCell, text: string): string {
  const said = normaliseText(text);
  const [, year, month = ''] = /^(\d{4})[-/.年](\d{1,2})月?(?:[-/.]0?1(?:日|T00:00:00)?)?$/.exec(said) ?? [];
  if (year && parsePeriod(`${year}-${two(month)}`)) return `${year}-${two(month)}`;
  // 201711, as a number or as text.
  const [, plainYear, plainMonth] = /^(\d{4})(\d{2})$/.exec(cell.kind === 'date' ? '' : said) ?? [];
  return plainYear && plainMonth ? `${plainYear}-${plainMonth}` : said;
}

function readMonths(text: string): SaidCell | CellFault {
  const said = normaliseText(text)
    .replaceAll('月', '')
    .split(/[、,;\s]+/)
    .filter((part) => part !== '');
  if (said.every((part) => /^\d{1,2}$/.test(part)))
    return { value: [...new Set(said.map(Number))].sort((one, other) => one - other).join(',') };
  return { code: 'monthsNotReadable', params: { value: text.slice(0, 40) } };
}

/** `6月 50；11月 60` → `6:50;11:60`. */
function readPoints(text: string): SaidCell | CellFault {
  const points: string[] = [];
  for (const part of normaliseText(text).split(/[;\n、]+/)) {
    if (part.trim() === '') continue;
    const [, month, said = ''] = /^\s*(\d{1,2})月?(?:末|底)?[\s:]*(?<!\d)(\S.*)$/s.exec(part) ?? [];
    const read = readNumberText(said);
    if (!month || read.kind !== 'number' || read.unit !== null)
      return { code: 'pointsNotReadable', params: { value: text.slice(0, 40) } };
    points.push(`${Number(month)}:${read.text}`);
  }
  return { value: points.join(';') };
}
