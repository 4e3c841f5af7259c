import { LONGEST_CELL } from '../write/text.js';

/** What a file may come to when it is read. What is over any of them is refused while it is read, not afterwards. */
export interface ReadLimits {
  /** Parts in the archive. */
  entries: number;
  /** Bytes that one part, and all that are read together, unpack to. */
  entryBytes: number;
  totalBytes: number;
  /** How many times its packed size a part may unpack to; parts below 4 MiB are not asked. */
  ratio: number;
  sheets: number;
  /** Of a sheet: the last row and column with something in them, cells with something in them, merged ranges. */
  rows: number;
  columns: number;
  cells: number;
  merged: number;
  /** Different texts of a workbook. */
  strings: number;
  /** UTF-16 units of one cell's text. */
  textLength: number;
}

const MIB = 1024 * 1024;

/** Far above what people fill in, far below what hurts. */
export const USUAL_LIMITS: ReadLimits = {
  entries: 2_000,
  entryBytes: 16 * MIB,
  totalBytes: 32 * MIB,
  ratio: 200,
  sheets: 50,
  rows: 20_000,
  columns: 500,
  cells: 200_000,
  merged: 5_000,
  strings: 200_000,
  textLength: LONGEST_CELL,
};
