/**
 * Reports: the material of the monthly dispatch meeting. A report is asked for, taken as one snapshot of what is
 * known at that moment, rendered in every format from that snapshot alone, and locked. Later corrections do not
 * touch it.
 */
export * from './canonical-json.js';
export * from './finalize-report.js';
export * from './find-reports.js';
export * from './own-period.js';
export * from './read-evaluations.js';
export * from './read-targets.js';
export * from './render-files.js';
export * from './render-report.js';
export * from './request-report.js';
export * from './snapshot.js';
