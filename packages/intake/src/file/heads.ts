import { isUnit, type Period, yearOf } from '@xushi/domain';
import { normaliseText, type ReadCell, type ReadSheet } from '@xushi/workbook';

/** What a column of a sheet holds. */
export type ColumnKind =
  | 'indicator'
  | 'serial'
  | 'unit'
  | 'value'
  | 'yoy'
  | 'month'
  | 'lastYear'
  | 'lastYearMonth'
  | 'note'
  | 'done'
  | 'doneOn'
  | 'cause'
  | 'measure'
  | 'owner'
  | 'due'
  | 'text'
  | 'needs';

export interface Column {
  kind: ColumnKind;
  column: number;
  /** Where its head stands. */
  head: ReadCell;
  /** The unit that the head names: 累计（万元）. */
  unit: string | null;
  /** The months that the head names: 1—11月 is 11. */
  month: number | null;
}

/** The heads of a sheet: the columns that are known, those that are there twice, and the last row of heads. */
export interface Heads {
  columns: ReadonlyMap<ColumnKind, Column>;
  twice: Column[];
  firstRow: number;
  lastRow: number;
}

/** Rows from the top that are looked through for heads, and the most rows that heads have. */
const [MOST_ABOVE, MOST_HEADS] = [40, 4];

/** Text for comparing: of one width, without blanks, dashes of any kind as one. */
export const compact = (text: string): string =>
  normaliseText(text)
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2500~\uff5e至到]/g, '-');

/** What stands in brackets at the end of a text, and the text without it: 累计(万元). */
export function bracketOf(text: string): { rest: string; bracket: string | null } {
  const match = /^(.*?)[([【]([^()[\]【】]*)[)\]】]$/s.exec(text);
  return match ? { rest: match[1] ?? '', bracket: match[2] ?? '' } : { rest: text, bracket: null };
}

/** In order: what is said first is asked first. Null: known, and not read. */
const WORDS: readonly (readonly [RegExp, ColumnKind | null])[] = [
  [/^(主要|经济|考核)?(指标|指标名称|项目|项目名称|指标项目)$/, 'indicator'],
  [/^(序号|编号|no\.?)$/i, 'serial'],
  [/^(计量)?单位$/, 'unit'],
  [/目标|计划|任务|完成率|进度|占比|位次|排名|上期|上月|参考|灯/, null],
  [/是否完成/, 'done'],
  [/完成(日期|时间)$/, 'doneOn'],
  [/完成时限|^时限$|办结时限/, 'due'],
  [/^(滞后)?原因(分析)?$/, 'cause'],
  [/措施/, 'measure'],
  [/责任人/, 'owner'],
  [/^需?协调(的)?事项$/, 'text'],
  [/^(所需支持|需要支持|诉求|建议)/, 'needs'],
  [/备注|说明/, 'note'],
  [/(本月|当月).*(同比|增速|增长|增幅)/, null],
  [/同比|增速|增长|增幅/, 'yoy'],
  [/(上年|去年)(同期)?(本月|当月|同月)|(上年|去年)同月/, 'lastYearMonth'],
  [/上年|去年|同期/, 'lastYear'],
  [/本月|当月|^(\d{4}年)?\d{1,2}月(份)?(数|实绩|完成)?$/, 'month'],
  [/累计|1-\d{1,2}月|全年|本期|实绩|完成(数|值|情况)?$/, 'value'],
];

/**
 * The heads of a sheet: rows with a column of the given kind in them, merged and over several rows as people make them.
 * Null where there is none in the rows at the top.
 */
export function headsOf(sheet: ReadSheet, wanted: 'indicator' | 'text'): Heads | null {
  const last = Math.min(sheet.lastRow, MOST_ABOVE);
  for (let row = 1; row <= last; row++) {
    for (let column = 1; column <= sheet.lastColumn; column++) {
      const cell = sheet.cellAt(row, column);
      if (cell.kind === 'text' && kindOf(compact(cell.text))?.kind === wanted) {
        const heads = readHeads(sheet, cell);
        if (heads.columns.size > 1) return heads;
      }
    }
  }
  return null;
}

function readHeads(sheet: ReadSheet, at: ReadCell): Heads {
  const merged = sheet.merged.find(({ from }) => from.row === at.row && from.column === at.column);
  let lastRow = merged?.to.row ?? at.row;
  // Heads below that are not merged: nothing stands under the indicator's, and nothing but words beside it.
  while (!merged && lastRow - at.row + 1 < MOST_HEADS && isHeadRow(sheet, lastRow + 1, at.column))
    lastRow += 1;
  const columns = new Map<ColumnKind, Column>();
  const twice: Column[] = [];
  for (let column = 1; column <= sheet.lastColumn; column++) {
    const read = columnOf(sheet, column, { from: at.row, to: Math.min(lastRow, at.row + MOST_HEADS - 1) });
    if (!read) continue;
    if (columns.has(read.kind)) twice.push(read);
    else columns.set(read.kind, read);
  }
  return { columns, twice, firstRow: at.row, lastRow };
}

function isHeadRow(sheet: ReadSheet, row: number, indicatorColumn: number): boolean {
  if (sheet.cellAt(row, indicatorColumn).kind !== 'empty') return false;
  const cells = Array.from({ length: sheet.lastColumn }, (_, index) => sheet.cellAt(row, index + 1));
  const words = cells.filter(({ kind }) => kind !== 'empty');
  return (
    words.length > 0 && words.every(({ kind, text }) => kind === 'text' && kindOf(compact(text)) !== null)
  );
}

function columnOf(
  sheet: ReadSheet,
  column: number,
  { from, to }: { from: number; to: number },
): Column | null {
  const parts: string[] = [];
  let head: ReadCell | null = null;
  for (let row = from; row <= to; row++) {
    const cell = sheet.headingAt(row, column);
    const text = compact(cell.text);
    if (cell.kind === 'empty' || parts.includes(text)) continue;
    parts.push(text);
    head = cell;
  }
  const found = head && kindOf(parts.join(''));
  return found?.kind ? { ...found, kind: found.kind, column, head: head as ReadCell } : null;
}

/** What a head says; `kind` null: known, and not read. */
function kindOf(text: string): { kind: ColumnKind | null; unit: string | null; month: number | null } | null {
  const { rest, bracket } = bracketOf(text);
  const unit = bracket !== null && isUnit(bracket) ? bracket : null;
  const said = unit === null && bracket !== '%' && bracket !== '±%' ? text : rest;
  const found = WORDS.find(([pattern]) => pattern.test(said.replace(/[±%]+$/, '')));
  const month = /(?:^|年)1-(\d{1,2})月/.exec(text)?.[1];
  return found ? { kind: found[1], unit, month: month === undefined ? null : Number(month) } : null;
}

/** A day, such as that of signing, names no period. */
const TITLE_PERIOD = /(20\d\d)年(?:1月?-)?(\d{1,2})月(?!\d{1,2}日)|(20\d\d)年?(?:全年|年度|度)/g;

/** The periods that the text above the heads names: 2017年1-11月, 2017年11月, 2017年全年; each once. */
export function periodsNamed(texts: readonly string[]): Period[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [, year, month, whole] of compact(text).matchAll(TITLE_PERIOD)) {
      const number = whole ? 12 : Number(month);
      if (number >= 1 && number <= 12) found.add(`${whole ?? year}-${String(number).padStart(2, '0')}`);
    }
  }
  return [...found].filter((period) => yearOf(period as Period) >= 2000) as Period[];
}

/** The unit that a line above the heads names for amounts: 单位：万元, 单位：亿元、%. Null where that could be several. */
export function unitNamed(texts: readonly string[]): string | null {
  const units = new Set<string>();
  for (const text of texts) {
    const said = /单位:(.*)$/s.exec(compact(text))?.[1] ?? '';
    for (const part of said.split(/[、,;/()]/)) if (part !== '%' && isUnit(part)) units.add(part);
  }
  const [unit, second] = units;
  return unit !== undefined && second === undefined ? unit : null;
}
