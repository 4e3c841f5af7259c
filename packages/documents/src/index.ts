/**
 * Documents: from a model to bytes, one file a format. A model holds words that are final: a format lays them
 * out and computes nothing.
 */
export * from './board-xlsx.js';
export * from './report-html.js';
export * from './report-model.js';
