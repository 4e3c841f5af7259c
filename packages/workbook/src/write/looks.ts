import type { CellStyle } from './styles.js';

const GREY = 'F2F2F2';

/**
 * The looks of a form to fill in. An input cell is pale yellow and stays open when the sheet is protected; what is given
 * is grey. Take one and add a number's format where it needs one: `{...LOOKS.input, format: '0.00'}`.
 */
export const LOOKS = {
  title: { bold: true, size: 16, align: 'center' },
  head: { bold: true, fill: GREY, border: true, align: 'center', wrap: true },
  label: { border: true, align: 'left', wrap: true },
  input: { fill: 'FFFBE6', border: true, align: 'right', unlocked: true },
  inputText: { fill: 'FFFBE6', border: true, align: 'left', wrap: true, format: '@', unlocked: true },
  locked: { fill: GREY, border: true, align: 'right' },
  note: { size: 10, colour: '595959', align: 'left', wrap: true },
} as const satisfies Record<string, CellStyle>;
