/**
 * Wording: what people read of a judgement, in Chinese first and in English. Names, sentences, the line that
 * explains a light, titles of alerts and the cells of table 1 are made from exact domain values and rounded
 * here, once. Pure: no clock, no input or output, no choice that the numbers do not make.
 */
export * from './alert-title.js';
export * from './board-table.js';
export * from './board-words.js';
export * from './calendar-alert.js';
export * from './due-words.js';
export * from './explanation.js';
export type { IndicatorNames } from './finding-subject.js';
export * from './finding-words.js';
export * from './forecast-alert.js';
export * from './forecast-words.js';
export * from './language.js';
export * from './light-name.js';
export * from './milestone-words.js';
export * from './number-words.js';
export * from './period-name.js';
export * from './policy-words.js';
export * from './report-words.js';
export * from './rule-words.js';
export * from './scope-name.js';
export * from './sentence.js';
export * from './settlement-words.js';
export { membersWords, waitingWords } from './state-words.js';
export * from './subject.js';
export * from './submission-alert.js';
export * from './table.js';
export * from './target-revised.js';
export * from './term-names.js';
export * from './text-columns.js';
export * from './year-verdict.js';
