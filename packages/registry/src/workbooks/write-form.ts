import {
  type CellStyle,
  keepsEveryDigit,
  LOOKS,
  refOf,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Validation,
  type Workbook,
} from '@xushi/workbook';
import { CLEARING, type Column, EXAMPLE, type Flat, type Form, HELP, YES_NO } from './form.js';

/** Codes and what they stand for. */
export type Codes = Readonly<Record<'org' | 'indicator', readonly { key: string; name: string }[]>>;

const CODES_SHEET = '代码表';
const CODES_COLUMN = { org: 1, indicator: 4 } as const;
const CODE_HEADS = { org: ['单位代码', '单位名称'], indicator: ['指标代码', '指标名称'] } as const;
const HEAD_ROW = 3;
/** Empty rows below what is there, ready to be typed into. */
const EMPTY_ROWS = 50;
/** So many digits stand side by side on one page and can be read; what is wider is printed on several. */
const WIDEST_PAGE = 200;
const WIDE_SCALE = 65;
/** The last row that checks hold for. */
const LAST_ROW = 5000;
const EXAMPLE_LOOK: CellStyle = { ...LOOKS.label, colour: '808080', fill: 'F2F2F2' };
const HELP_LOOK: CellStyle = { ...LOOKS.note, border: true };
const NEEDED_LOOK: CellStyle = { ...LOOKS.head, colour: 'C00000' };

/** A form with what is there already filled in: to fill in on, and to be read by `readRows` again. */
export function formWorkbook(form: Form, of: { rows: readonly Flat[]; codes: Codes }): Workbook {
  const { columns } = form;
  const isWide = columns.reduce((sum, { width }) => sum + width, 0) > WIDEST_PAGE;
  const merged = [1, 2].map((row) => `${refOf(row, 1)}:${refOf(row, Math.min(columns.length, 12))}`);
  const text = (value: string, style: CellStyle): SheetCell => ({ value: { text: value }, style });
  const note =
    '红色表头为必填。空白＝不填或保持不变；“清除”或“无”＝去掉已有内容（仅限可清除的列）。“示例”“说明”两种行不读入。';
  const head = columns.map(({ head: name, needed }) => text(name, needed ? NEEDED_LOOK : LOOKS.head));
  const help = columns.map((column, index) => text(`${index === 0 ? HELP : ''}${column.help}`, HELP_LOOK));
  const examples = form.examples.map((flat) =>
    columns.map((column, index) => {
      const shown = shownText(column, flat[column.field] ?? null);
      return text(`${index === 0 ? EXAMPLE : ''}${shown}`, EXAMPLE_LOOK);
    }),
  );
  const filled = of.rows.map((flat) => columns.map((column) => cellOf(column, flat[column.field] ?? null)));
  const empty = columns.map((column) => cellOf(column, null));
  const rows: SheetRow[] = [
    { cells: [text(form.title, LOOKS.title)], height: 28 },
    { cells: [text(note, LOOKS.note)], height: 30 },
    { cells: head, height: 32 },
    { cells: help, height: 66 },
    ...[...examples, ...filled].map((cells) => ({ cells })),
    ...Array.from({ length: EMPTY_ROWS }, () => ({ cells: empty })),
  ];
  const sheet: Sheet = {
    name: form.sheet,
    columns: columns.map(({ width }) => width),
    ...{ rows, merged },
    // What a row is of stays in view.
    heading: {
      rows: HEAD_ROW,
      columns: Math.max(
        1,
        columns.findIndex(({ needed }) => needed !== 'key'),
      ),
    },
    page: { ...(isWide ? { fit: false, scale: WIDE_SCALE, breaks: [] } : { fit: true }), footer: form.title },
    validations: validationsOf(form, of.codes),
  };
  return { sheets: form.codes.length > 0 ? [sheet, codesSheet(form, of.codes)] : [sheet] };
}

/** A value in the words that people use. */
function shownText(column: Column, value: string | null): string {
  if (value === null) return '';
  switch (column.kind) {
    case 'word':
      return column.words?.[value]?.[0] ?? value;
    case 'yesNo':
      return YES_NO[value]?.[0] ?? value;
    case 'months':
      return value.replaceAll(',', '、');
    case 'points':
      return value.replaceAll(':', '月 ').replaceAll(';', '；');
    default:
      // What would be read as clearing is left out: an empty cell leaves it as it is.
      return CLEARING.includes(value.trim()) ? '' : value;
  }
}

function cellOf(column: Column, value: string | null): SheetCell {
  const isNumber = column.kind === 'decimal' || column.kind === 'whole';
  const style = isNumber ? LOOKS.input : LOOKS.inputText;
  const shown = shownText(column, value);
  if (shown === '') return { value: null, style };
  return isNumber && keepsEveryDigit(shown)
    ? { value: { number: shown }, style }
    : { value: { text: shown }, style: isNumber ? { ...LOOKS.inputText, align: 'right' } : style };
}

/** What the spreadsheet itself looks after while somebody types. */
function validationsOf(form: Form, codes: Codes): Validation[] {
  const from = HEAD_ROW + 2 + form.examples.length;
  return form.columns.flatMap((column, index): Validation[] => {
    const ranges = [`${refOf(from, index + 1)}:${refOf(LAST_ROW, index + 1)}`];
    const error = { title: column.head, text: column.help || column.head, style: 'warning' as const };
    const prompt = column.help ? { title: column.head, text: column.help } : undefined;
    const rule = (allowed: Validation['allowed']): Validation[] => [
      { ranges, allowed, error, ...(prompt ? { prompt } : {}) },
    ];
    if (column.kind === 'word' || column.kind === 'yesNo')
      return rule({
        type: 'list',
        items: Object.values(column.words ?? YES_NO).map(([shown]) => shown.replaceAll(',', '，')),
      });
    if (column.kind === 'whole') return rule({ type: 'whole', min: '0', max: '100000' });
    if (column.field === 'org' || column.field === 'indicator') {
      const count = form.codes.includes(column.field) ? codes[column.field].length : 0;
      const place = CODES_COLUMN[column.field];
      const name = refOf(1, place).replace(/\d+/, '');
      if (count > 0)
        return rule({ type: 'listIn', range: `'${CODES_SHEET}'!$${name}$2:$${name}$${count + 1}` });
    }
    return [];
  });
}

/** Which codes there are. */
function codesSheet(form: Form, codes: Codes): Sheet {
  const count = Math.max(...form.codes.map((kind) => codes[kind].length));
  const head = (['org', 'indicator'] as const).flatMap((kind, index): SheetCell[] => [
    ...(index > 0 ? [{ value: null, style: {} }] : []),
    ...CODE_HEADS[kind].map((name): SheetCell => ({ value: { text: name }, style: LOOKS.head })),
  ]);
  const rows = Array.from(
    { length: count },
    (_, position): SheetRow => ({
      cells: (['org', 'indicator'] as const).flatMap((kind, index): SheetCell[] => {
        const entry = codes[kind][position];
        const cells: SheetCell[] = entry
          ? [entry.key, entry.name].map((text) => ({ value: { text }, style: LOOKS.label }))
          : [
              { value: null, style: {} },
              { value: null, style: {} },
            ];
        return index > 0 ? [{ value: null, style: {} }, ...cells] : cells;
      }),
    }),
  );
  return {
    name: CODES_SHEET,
    columns: [24, 30, 4, 24, 30],
    rows: [{ cells: head }, ...rows],
    merged: [],
    heading: { rows: 1, columns: 0 },
    page: { fit: true, orientation: 'portrait' },
  };
}
