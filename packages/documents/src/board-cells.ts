import type { Light } from '@xushi/domain';
import type { BoardTableCell } from '@xushi/wording';
import { textWidth } from './text-width.js';
import { decimalsIn, keepsEveryDigit, numberFormat } from './xlsx-number.js';
import type { SheetCell } from './xlsx-sheet.js';
import type { CellStyle } from './xlsx-styles.js';
import { looksLikeFormula } from './xlsx-text.js';

/** Pale enough for black print to stay readable on them; the word says the same. */
const FILLS: Readonly<Record<Light, string>> = {
  green: 'E2EFDA',
  yellow: 'FFF9D6',
  orange: 'FCE4D6',
  red: 'F8CBCB',
};

const WORD: CellStyle = { border: true, align: 'center', wrap: true };
const DIGITS: CellStyle = { border: true, align: 'right', format: '@' };
const EMPTY: SheetCell = { value: null, style: { border: true } };

/** Makes cells of what a board says; each look is made once, so that it is one style of the workbook. */
export class BoardCells {
  readonly #literal = new Map<CellStyle, CellStyle>();
  readonly #numbers = new Map<string, CellStyle>();
  readonly #lights = new Map<Light, CellStyle>();

  /** Text that stays text, also when somebody edits the cell. */
  text(text: string, style: CellStyle): SheetCell {
    if (text === '') return { value: null, style };
    if (!looksLikeFormula(text)) return { value: { text }, style };
    const literal = this.#literal.get(style) ?? { ...style, literal: true };
    this.#literal.set(style, literal);
    return { value: { text }, style: literal };
  }

  /** A number, a word or nothing. */
  of(cell: BoardTableCell): SheetCell {
    if (cell === null) return EMPTY;
    if ('word' in cell) return this.text(cell.word, cell.light ? this.#light(cell.light) : WORD);
    const { number, unit } = cell;
    // The unit of a number that stays text is said behind it as well.
    if (!keepsEveryDigit(number)) return { value: { text: `${number}${unit ?? ''}` }, style: DIGITS };
    return { value: { number }, style: this.#number(formatOf(cell)) };
  }

  #number(format: string): CellStyle {
    const style = this.#numbers.get(format) ?? { border: true, align: 'right', format };
    this.#numbers.set(format, style);
    return style;
  }

  /** The worst is bold as well, which paper without colours keeps. */
  #light(light: Light): CellStyle {
    const style = this.#lights.get(light) ?? { ...WORD, fill: FILLS[light], bold: light === 'red' };
    this.#lights.set(light, style);
    return style;
  }
}

const formatOf = ({ number, decimals, unit }: Extract<BoardTableCell, { number: string }>): string =>
  numberFormat(Math.max(decimals, decimalsIn(number)), unit);

/** How wide a cell is when printed; a number that does not fit would be shown as ####. */
export function cellWidth(cell: BoardTableCell): number {
  if (cell === null) return 0;
  if ('word' in cell) return textWidth(cell.word);
  const added = Math.max(0, cell.decimals - decimalsIn(cell.number));
  return cell.number.length + added + 1 + textWidth(cell.unit ?? '');
}
