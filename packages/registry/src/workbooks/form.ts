/** What a row says, by field: a wire word or plain text; null: cleared; absent: not spoken of. */
export type Flat = Record<string, string | null>;

export type ColumnKind =
  | 'text'
  | 'key'
  | 'word'
  | 'yesNo'
  | 'whole'
  | 'decimal'
  | 'date'
  | 'period'
  /** Months in one cell: 3、6、9、12 */
  | 'months'
  /** Months and what is to be reached by their end: 6月 50；11月 60 */
  | 'points';

/** Words of a closed vocabulary as people write them, the one that is shown first, by the wire's. */
export type Words = Readonly<Record<string, readonly [shown: string, ...also: string[]]>>;

/** One column of a set-up sheet, for the template and for its reader. */
export interface Column {
  /** Its head; the field's name is taken for it as well. */
  head: string;
  field: string;
  /** Where in the body it stands: faults there are told at its cell. */
  pointers: readonly string[];
  kind: ColumnKind;
  words?: Words;
  /** Needed where the row is new; `key`: by which rows are told apart. */
  needed?: 'key' | 'new';
  /** 清除 or 无 in it takes away what is there. */
  clears?: boolean;
  /** Speaks of the change and is no part of what is kept: never filled in, never compared. */
  ofChange?: boolean;
  help: string;
  /** In digits. */
  width: number;
}

/** What one kind of set-up workbook looks like. */
export interface Form {
  kind: SetUpKind;
  /** Name of its sheet. */
  sheet: string;
  title: string;
  columns: readonly Column[];
  /** Rows that show how it is done; they are marked, and not read. */
  examples: readonly Flat[];
  /** Whose codes stand on a second sheet. */
  codes: readonly ('org' | 'indicator')[];
}

export type SetUpKind = 'orgs' | 'indicators' | 'targets' | 'history';

export const YES_NO: Words = { true: ['是', '√', 'TRUE'], false: ['否', '×', 'FALSE'] };
/** What a cell says that takes away what is there. */
export const CLEARING = ['清除', '无'];
/** How the first cell of a row begins that is not read. */
export const EXAMPLE = '示例：';
export const HELP = '说明：';

export const columnOf = (form: Form, field: string): Column => {
  const column = form.columns.find((each) => each.field === field);
  if (!column) throw new Error(`no column ${field}`);
  return column;
};
