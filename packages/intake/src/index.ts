/**
 * Intake: what an org reports, from a body on the wire to submission, figures and events in one transaction. Every
 * fault is found before anything is stored; what was stored is never changed. A figure that is held or under review
 * waits beside those that count.
 */
export * from './confirm.js';
export * from './due.js';
export * from './file/open-file.js';
export * from './file/submit-file.js';
export * from './read.js';
export type { CatalogueIndicator, ReadFigure } from './read-figure.js';
export * from './reading.js';
export * from './review.js';
export type { SheetRequest } from './sheet.js';
export { readSubmissionForm } from './submission-template.js';
export { formTitle, submissionWorkbook } from './submission-workbook.js';
export * from './submit.js';
export * from './take-in.js';
