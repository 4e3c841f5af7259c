/**
 * Judgement: figures against targets. An org-year is loaded set-based, folded by the domain's rules and written
 * as a projection that can be made again from its inputs at any time.
 */
export * from './evaluate-reactor.js';
export type { JudgedMonth, JudgedYear, PriorMonth } from './judge.js';
export type { CatalogueIndicator, FigureInForce, YearFile } from './load.js';
export * from './read.js';
