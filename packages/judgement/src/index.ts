/**
 * Judgement: figures against targets. An org-year is loaded set-based, folded by the domain's rules and written
 * as a projection that can be made again from its inputs at any time.
 */

export type { CatalogueIndicator } from './catalogue.js';
export * from './contributions.js';
export * from './evaluate-reactor.js';
export { exact, type StoredFigure } from './figures.js';
export type { JudgedMonth, JudgedYear, PriorMonth } from './judged.js';
export type { YearFile } from './load.js';
export * from './past-evaluations.js';
export * from './preview-policy.js';
export * from './read.js';
export * from './scoreboard.js';
export * from './scoreboard-table.js';
export * from './scores.js';
export * from './standings-reactor.js';
