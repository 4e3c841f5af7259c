/**
 * Registry: what the installation is set up with. Orgs, the catalogue of indicators, duties, targets, light
 * policies, calendars, people and keys; each change is checked, versioned where history matters, and audited.
 */
export * from './aliases.js';
export * from './audit.js';
export * from './calendars.js';
export * from './duties.js';
export * from './find.js';
export * from './indicators.js';
export * from './keys.js';
export * from './orgs.js';
export * from './our-keys.js';
export * from './peer-groups.js';
export * from './people.js';
export * from './policies.js';
export * from './read.js';
export * from './references.js';
export * from './reruns.js';
export * from './score-adjustments.js';
export * from './targets.js';
export type { Form, SetUpKind } from './workbooks/form.js';
export { HISTORY_FORM, type HistorySheet, historySheets } from './workbooks/history-form.js';
export type { RowOutcome, ShapeOf } from './workbooks/load.js';
export { atCell, type FormRow, keyOf, readRows } from './workbooks/rows.js';
export { setUpForm, setUpLoader, setUpWorkbook } from './workbooks/set-up.js';
