import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../src/csv.js';
import { seedsFolder } from '../src/index.js';

/** Rows of a data file as plain cells; row n of the facts is `rows[n - 1]`. */
export function readCells(name: string, columns: string): Record<string, string>[] {
  const text = readFileSync(join(seedsFolder, name), 'utf8');
  return parseCsv(text, columns.split(' ')).map((row) => row.cells);
}

export const facts = readCells(
  'facts/indicators.csv',
  'seed_file place org_level year period indicator_zh indicator_code_suggestion value unit kind yoy_pct target_value target_yoy_pct note',
);
export const orgFacts = readCells(
  'facts/orgs.csv',
  'seed_file name_zh alias_zh org_type parent_zh park_zh cluster_zh industry_zh products_zh note',
);

/** Fact `row` of the indicators, 1-based. */
export function fact(row: number): Record<string, string> {
  const found = facts[row - 1];
  if (!found) throw new RangeError(`facts/indicators.csv has no row ${row}`);
  return found;
}

/** The `YYYY-MM` a fact speaks of, or null where it names no whole month or year. */
export function periodOf(row: number): string | null {
  const printed = fact(row).period!;
  const month = /^(?:YTD|POINT)-(\d{4}-\d{2})$/.exec(printed)?.[1];
  const year = /^FY-(\d{4})$/.exec(printed)?.[1];
  return month ?? (year ? `${year}-12` : null);
}

/** a − b of two plain decimals, exactly, in its shortest form. */
export function difference(a: string, b: string): string {
  const decimals = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const scaled = (text: string) => {
    const [whole, part = ''] = text.replace('-', '').split('.');
    const digits = BigInt(`${whole}${part.padEnd(decimals, '0')}`);
    return text.startsWith('-') ? -digits : digits;
  };
  const result = scaled(a) - scaled(b);
  const digits = `${result < 0n ? -result : result}`.padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`.replace(/\.?0+$/, '');
  return result < 0n ? `-${text}` : text;
}
