/**
 * Workbook: cells ↔ bytes, XLSX and CSV. It knows nothing of the field: which sheet and which cell mean what is said by
 * whoever uses it.
 */
export * from './number-text.js';
export * from './place.js';
export * from './read/cells.js';
export * from './read/delimited.js';
export * from './read/fault.js';
export * from './read/limits.js';
export * from './read/sniff.js';
export * from './read/stored-number.js';
export * from './read/workbook.js';
export * from './text-width.js';
export * from './turns.js';
export * from './write/csv.js';
export * from './write/looks.js';
export * from './write/number.js';
export * from './write/parts.js';
export * from './write/sheet.js';
export * from './write/styles.js';
export * from './write/text.js';
export * from './write/validation.js';
export * from './write/workbook.js';
