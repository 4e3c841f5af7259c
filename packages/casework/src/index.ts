/**
 * Casework: matters that somebody must act on. Alerts and what happens to them, ticks of the dispatch calendar,
 * and the lists they put in front of people. Each step loads, decides by the domain's rules, and writes rows and
 * events in the given transaction.
 */
export * from './act-on-alert.js';
export * from './claim-ticks.js';
export * from './extensions.js';
export * from './monthly-list.js';
export * from './open-periods.js';
export * from './preview-alerts.js';
export * from './read-alerts.js';
export * from './reconcile-alerts.js';
export * from './sheet-reactor.js';
export * from './sweep-sheets.js';
export * from './ticks.js';
export * from './timeliness.js';
export * from './watch-calendar.js';
