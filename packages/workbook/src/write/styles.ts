import { xmlText } from './text.js';
import { HEAD, MAIN } from './xml.js';

/** How a cell looks. Formats are the spreadsheet's own codes. */
export interface CellStyle {
  bold?: boolean;
  /** In points. */
  size?: number;
  /** RRGGBB. */
  fill?: string;
  /** Of the text, RRGGBB. */
  colour?: string;
  border?: boolean;
  align?: 'left' | 'center' | 'right';
  wrap?: boolean;
  format?: string;
  /** Can be typed into when the sheet is protected. */
  unlocked?: boolean;
}

const FONT = '宋体';
export const USUAL_SIZE = 11;
/** Formats of one's own are numbered from here on. */
const FIRST_FORMAT = 164;
const TEXT_FORMAT = '@';
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, [TEXT_FORMAT]: 49 };

/** Number of each distinct entry, in the order they came. */
class Table {
  readonly #numbers = new Map<string, number>();
  constructor(first: readonly string[] = []) {
    for (const entry of first) this.numberOf(entry);
  }
  numberOf(entry: string): number {
    const known = this.#numbers.get(entry);
    if (known !== undefined) return known;
    this.#numbers.set(entry, this.#numbers.size);
    return this.#numbers.size - 1;
  }
  entries(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** The styles of a workbook: each one that is used once. */
export class StyleTable {
  readonly #fonts = new Table([fontXml({})]);
  // The first two are the format's own.
  readonly #fills = new Table([patternXml('none'), patternXml('gray125')]);
  readonly #formats = new Table();
  readonly #styles = new Table();
  readonly #usual = new Map<CellStyle, number>();
  readonly #literal = new Map<CellStyle, number>();

  constructor() {
    this.numberOf({});
  }

  /**
   * The number by which a cell names its style. A literal cell's text stays text, whatever it begins with, also when
   * somebody edits it.
   */
  numberOf(style: CellStyle, literal = false): number {
    const numbers = literal ? this.#literal : this.#usual;
    const known = numbers.get(style);
    if (known !== undefined) return known;
    const number = this.#styles.numberOf(this.#xmlOf(style, literal));
    numbers.set(style, number);
    return number;
  }

  #xmlOf(style: CellStyle, literal: boolean): string {
    const { fill, border, align, wrap, format = 'General', unlocked } = style;
    const fontId = this.#fonts.numberOf(fontXml(style));
    const fillId = fill ? this.#fills.numberOf(patternXml('solid', fill)) : 0;
    const formatId = BUILT_IN[format] ?? FIRST_FORMAT + this.#formats.numberOf(format);
    const horizontal = align ? ` horizontal="${align}"` : '';
    return (
      `<xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${border ? 1 : 0}" xfId="0"` +
      `${literal ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
      ` applyAlignment="1"${unlocked ? ' applyProtection="1"' : ''}>` +
      `<alignment${horizontal} vertical="center"${wrap ? ' wrapText="1"' : ''}/>` +
      `${unlocked ? '<protection locked="0"/>' : ''}</xf>`
    );
  }

  /** The part of the workbook that holds them. */
  xml(): string {
    const formats = this.#formats
      .entries()
      .map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${xmlText(code)}"/>`);
    const edges = ['left', 'right', 'top', 'bottom'].map((edge) => `<${edge} style="thin"/>`).join('');
    return (
      `${HEAD}<styleSheet xmlns="${MAIN}">` +
      (formats.length > 0 ? counted('numFmts', formats) : '') +
      counted('fonts', this.#fonts.entries()) +
      counted('fills', this.#fills.entries()) +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edges}<diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      counted('cellXfs', this.#styles.entries()) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}

const counted = (name: string, entries: string[]): string =>
  `<${name} count="${entries.length}">${entries.join('')}</${name}>`;

const fontXml = ({ bold, size = USUAL_SIZE, colour }: CellStyle): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${colour ? `<color rgb="FF${colour}"/>` : ''}<name val="${FONT}"/><charset val="134"/></font>`;

const patternXml = (kind: string, colour?: string): string =>
  colour
    ? `<fill><patternFill patternType="${kind}"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
    : `<fill><patternFill patternType="${kind}"/></fill>`;
