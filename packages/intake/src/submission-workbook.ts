import { monthRange, periodName } from '@xushi/wording';
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
import { MARKS_SHEET, marksOf } from './file/form-marks.js';
import { COMPUTED, NOT_DUE } from './file/read-rows.js';
import type { FormRow, SubmissionForm } from './submission-template.js';

const HEADS = ['序号', '指标', '计量单位', '本月', '累计', '上年同期', '同比(%)', '上期累计(参考)'];
const MILESTONE_HEADS = ['是否完成', '完成日期'];
const [HEAD_ROW, FIRST_ROW] = [4, 5];
const BORDERED: CellStyle = { ...LOOKS.locked, align: 'center' };
const TOP: CellStyle = { align: 'left' };
const RIGHT: CellStyle = { align: 'right', size: 10 };
/** Amounts beyond these are slips of the hand. */
const [LOWEST, HIGHEST] = ['-1000000000000', '1000000000000'];

const text = (value: string, style: CellStyle): SheetCell => ({
  value: value === '' ? null : { text: value },
  style,
});
const number = (value: string | null, style: CellStyle): SheetCell =>
  value === null
    ? { value: null, style }
    : { value: keepsEveryDigit(value) ? { number: value } : { text: value }, style };

/** The title of a form: 双牌工业集中区2017年1—11月主要指标报送表. */
export const formTitle = ({ org, period }: SubmissionForm): string =>
  `${org.name}${periodName(period)}主要指标报送表`;

/**
 * The form as a workbook: what can be filled in is pale yellow and open, all else is locked without a password. Its hidden
 * sheet says whose it is and which indicator each number stands for, so that it is read back whatever is sorted or renamed.
 */
export function submissionWorkbook(form: SubmissionForm): Workbook {
  const marks = marksOf({ org: form.org.key, period: form.period, keys: form.rows.map(({ key }) => key) });
  return {
    sheets: [
      figuresSheet(form),
      laggingSheet(form),
      requestsSheet(form),
      {
        ...{ name: MARKS_SHEET, state: 'veryHidden', columns: [16, 40], merged: [], page: { fit: true } },
        ...{ heading: { rows: 0, columns: 0 }, protect: true },
        rows: marks.map(([word, value]) => ({ cells: [text(word, {}), text(value, {})] })),
      },
    ],
  };
}

function figuresSheet(form: SubmissionForm): Sheet {
  const milestones = form.rows.some(({ type }) => type === 'milestone');
  const heads = [...HEADS, ...(milestones ? MILESTONE_HEADS : []), '说明'];
  const width = heads.length;
  const across = (row: number) => `A${row}:${refOf(row, width)}`;
  const whole = (value: string, style: CellStyle): SheetRow['cells'] =>
    heads.map((_, index) => text(index === 0 ? value : '', style));
  const last = FIRST_ROW + form.rows.length - 1;
  const [year, month, day] = (form.dueDay ?? '').split('-').map(Number);
  const due = form.dueDay === null ? '' : `　　报送截止：${year}年${month}月${day}日`;
  const months = monthRange(Number(form.period.slice(5)));
  const notes = [
    `注：1. 请填写浅黄色单元格；“累计”为${months}数，按“计量单位”列的单位填写。空白表示未报，0 表示数值为零。`,
    '2. 不适用的指标在“累计”栏填“不适用”。已报数据已列入，改动须填写修改原因。',
  ];
  const rows: SheetRow[] = [
    { height: 32, cells: whole(formTitle(form), LOOKS.title) },
    { height: 20, cells: whole(`填报单位：${form.org.name}　　期次：${periodName(form.period)}${due}`, TOP) },
    { height: 16, cells: whole('单位：见“计量单位”列；同比为 %', RIGHT) },
    { height: 32, cells: heads.map((head) => text(head, LOOKS.head)) },
    ...form.rows.map((row, index) => ({ height: 22, cells: cellsOf(row, index + 1, milestones) })),
    {
      height: 30,
      cells: heads.map((_, index) =>
        index < 2 ? text(index === 0 ? '修改原因' : '', LOOKS.head) : text('', LOOKS.inputText),
      ),
    },
    { height: 30, cells: whole(notes.join('\n'), LOOKS.note) },
    {
      height: 24,
      cells: whole('填报人：　　　　　　　　审核人：　　　　　　　　填报日期：', {
        align: 'left',
        unlocked: true,
      }),
    },
  ];
  return {
    name: '报送表',
    columns: [6, 30, 11, 13, 14, 13, 11, 15, ...(milestones ? [10, 13] : []), 26],
    rows,
    merged: [
      ...[
        across(1),
        across(2),
        across(3),
        `A${last + 1}:B${last + 1}`,
        `C${last + 1}:${refOf(last + 1, width)}`,
      ],
      ...[across(last + 2), across(last + 3)],
    ],
    heading: { rows: HEAD_ROW, columns: 2 },
    page: { fit: true },
    protect: true,
    validations: validationsOf(form, width),
  };
}

function cellsOf(row: FormRow, serial: number, milestones: boolean): SheetCell[] {
  const { figure, state, type } = row;
  const open = state === 'open';
  const amounts = open && type !== 'milestone';
  const input = amounts ? LOOKS.input : LOOKS.locked;
  // Growth is a growth already: it has no month and no year before.
  const beside = amounts && type !== 'growth' ? LOOKS.input : LOOKS.locked;
  const done = open && type === 'milestone' ? { ...LOOKS.input, align: 'center' as const } : LOOKS.locked;
  const isDone = figure?.value === '1' ? '是' : figure?.value === '0' ? '否' : '';
  const amount = type === 'milestone' ? null : figure;
  const mark = state === 'notDue' ? NOT_DUE : state === 'computed' ? COMPUTED : null;
  return [
    { value: { number: String(serial) }, style: BORDERED },
    text(row.name, LOOKS.label),
    text(type === 'milestone' ? '' : row.unit, BORDERED),
    number(amount?.month ?? null, beside),
    number(amount?.value ?? null, input),
    number(amount?.lastYear ?? null, beside),
    number(amount?.yoy ?? null, beside),
    number(type === 'milestone' ? null : row.before, LOOKS.locked),
    ...(milestones
      ? [text(type === 'milestone' ? isDone : '', done), text(figure?.doneOn ?? '', { ...done, format: '@' })]
      : []),
    mark === null
      ? text(figure?.note ?? '', LOOKS.inputText)
      : text(mark, { ...LOOKS.locked, align: 'left' }),
  ];
}

function validationsOf(form: SubmissionForm, width: number): Validation[] {
  const at = (columns: readonly number[], of: (row: FormRow) => boolean): string[] =>
    form.rows.flatMap((row, index) =>
      row.state === 'open' && of(row) ? columns.map((column) => refOf(FIRST_ROW + index, column)) : [],
    );
  const [MONTH, VALUE, LAST_YEAR, YOY] = [4, 5, 6, 7];
  const amounts = [MONTH, VALUE, LAST_YEAR];
  const isAmount = ({ type }: FormRow) => type !== 'milestone' && type !== 'growth';
  const prompt = { title: '填写说明', text: '填普通数字，不带单位。空白表示未报，0 表示数值为零。' };
  const error = {
    title: '请核对',
    text: '这里应填数字；没有数请留空，不适用请填“不适用”。',
    style: 'warning' as const,
  };
  const bounds = { min: LOWEST, max: HIGHEST };
  const all: Validation[] = [
    {
      ranges: at(amounts, (row) => row.type === 'count'),
      allowed: { type: 'whole', ...bounds },
      ...{ prompt: { ...prompt, text: '填整数。空白表示未报，0 表示数值为零。' }, error },
    },
    {
      ranges: at(amounts, (row) => row.type !== 'count' && isAmount(row) && row.unit === '%'),
      allowed: { type: 'decimal', min: '0', max: '100' },
      ...{ prompt: { ...prompt, text: '填百分数的数字，如 69.81，不带 %。' } },
      error: { ...error, text: '比重一般在 0 到 100 之间，请核对。' },
    },
    {
      ranges: at(amounts, (row) => row.type !== 'count' && isAmount(row) && row.unit !== '%'),
      allowed: { type: 'decimal', ...bounds },
      ...{ prompt, error },
    },
    {
      ranges: [...at([YOY], isAmount), ...at([VALUE], ({ type }) => type === 'growth')],
      allowed: { type: 'decimal', min: '-100', max: '1000' },
      prompt: { ...prompt, text: '填百分数的数字，下降填负数，如 -3.5，不带 %。' },
      error: { ...error, text: '增速一般在 -100 到 1000 之间，请核对。' },
    },
    {
      ranges: at([HEADS.length + 1], ({ type }) => type === 'milestone'),
      allowed: { type: 'list', items: ['是', '否'] },
      error: { title: '请核对', text: '请选“是”或“否”。' },
    },
    {
      ranges: at([width], () => true),
      allowed: { type: 'textLength', max: 1000 },
      error: { title: '请核对', text: '说明不超过 1000 字。' },
    },
  ];
  return all.filter(({ ranges }) => ranges.length > 0);
}

function laggingSheet(form: SubmissionForm): Sheet {
  const rows = form.lagging.map(({ name, message, cause, measure, owner, due }) => ({
    cells: [
      ...[text(name, LOOKS.label), text(message, { ...LOOKS.label, fill: LOOKS.locked.fill })],
      ...[cause, measure, owner, due].map((words) => text(words, LOOKS.inputText)),
    ],
  }));
  return {
    ...besideSheet('滞后情况说明', [16, 40, 30, 30, 12, 14]),
    rows: [
      { height: 32, cells: [text(`${form.org.name}${periodName(form.period)}滞后情况说明`, LOOKS.title)] },
      { height: 24, cells: heads('指标', '滞后情况', '原因', '措施', '责任人', '完成时限') },
      ...rows,
      ...(rows.length === 0 ? [{ cells: [text('注：目前没有滞后预警，无须填写。', LOOKS.note)] }] : []),
    ],
  };
}

const REQUEST_ROWS = 8;

function requestsSheet(form: SubmissionForm): Sheet {
  return {
    ...besideSheet('需协调事项', [60, 50, 20]),
    rows: [
      { height: 32, cells: [text(`${form.org.name}${periodName(form.period)}提请协调的问题`, LOOKS.title)] },
      { height: 24, cells: heads('需协调事项', '需要支持', '时限') },
      ...Array.from({ length: REQUEST_ROWS }, () => ({
        height: 28,
        cells: [1, 2, 3].map(() => text('', LOOKS.inputText)),
      })),
    ],
  };
}

const heads = (...words: string[]): SheetCell[] => words.map((word) => text(word, LOOKS.head));

function besideSheet(name: string, columns: number[]): Omit<Sheet, 'rows'> {
  return {
    ...{ name, columns, merged: [`A1:${refOf(1, columns.length)}`], heading: { rows: 2, columns: 0 } },
    ...{ page: { fit: true as const }, protect: true },
  };
}
