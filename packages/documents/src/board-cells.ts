import type { Light } from '@xushi/domain';
import type { BoardTableCell } from '@xushi/wording';
import {
  type CellStyle,
  decimalsIn,
  keepsEveryDigit,
  numberFormat,
  type SheetCell,
  textWidth,
} from '@xushi/workbook';

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
  readonly #numbers = new Map<string, CellStyle>();
  readonly #lights = new Map<Light, CellStyle>();

  text(text: string, style: CellStyle): SheetCell {
    return { value: text === '' ? null : { text }, style };
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
