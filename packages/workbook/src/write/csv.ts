import { looksLikeFormula } from './text.js';

/** A cell of a CSV file: text, or a plain decimal, which is no formula whatever its sign. */
export type CsvCell = string | { number: string } | null;

/**
 * Rows as a CSV file that spreadsheets open as it is meant: UTF-8 with a byte order mark, comma, CRLF (RFC 4180). A text
 * that would act as a formula has an apostrophe before it.
 */
export function csvText(rows: Iterable<readonly CsvCell[]>): string {
  let text = '\ufeff';
  for (const row of rows) text += `${row.map(csvCell).join(',')}\r\n`;
  return text;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.number;
  const inert = looksLikeFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
