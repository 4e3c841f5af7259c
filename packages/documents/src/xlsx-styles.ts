import { xmlText } from './xlsx-text.js';

/** How a cell looks. Formats are the spreadsheet's own codes. */
export interface CellStyle {
  bold?: boolean;
  /** In points. */
  size?: number;
  /** RRGGBB. */
  fill?: string;
  border?: boolean;
  align?: 'left' | 'center' | 'right';
  wrap?: boolean;
  format?: string;
  /** What is typed stays text, whatever it begins with. */
  literal?: boolean;
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
  readonly #numbers = new Map<CellStyle, number>();

  constructor() {
    this.numberOf({});
  }

  /** The number by which a cell names its style. */
  numberOf(style: CellStyle): number {
    const known = this.#numbers.get(style);
    if (known !== undefined) return known;
    const number = this.#styles.numberOf(this.#xmlOf(style));
    this.#numbers.set(style, number);
    return number;
  }

  #xmlOf(style: CellStyle): string {
    const { fill, border, align, wrap, format = 'General', literal } = style;
    const fontId = this.#fonts.numberOf(fontXml(style));
    const fillId = fill ? this.#fills.numberOf(patternXml('solid', fill)) : 0;
    const formatId = BUILT_IN[format] ?? FIRST_FORMAT + this.#formats.numberOf(format);
    const horizontal = align ? ` horizontal="${align}"` : '';
    return (
      `<xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${border ? 1 : 0}" xfId="0"` +
      `${literal ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
      ` applyAlignment="1"><alignment${horizontal} vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`
    );
  }

  /** The part of the workbook that holds them. */
  xml(): string {
    const formats = this.#formats
      .entries()
      .map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${xmlText(code)}"/>`);
    const edges = ['left', 'right', 'top', 'bottom'].map((edge) => `<${edge} style="thin"/>`).join('');
    return (
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
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

const fontXml = ({ bold, size = USUAL_SIZE }: CellStyle): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${FONT}"/><charset val="134"/></font>`;

const patternXml = (kind: string, colour?: string): string =>
  colour
    ? `<fill><patternFill patternType="${kind}"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
    : `<fill><patternFill patternType="${kind}"/></fill>`;
