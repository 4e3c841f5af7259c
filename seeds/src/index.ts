/**
 * Seeds: the real figures of five places as readable data files, read strictly and loaded through the public
 * interface as their parks would have reported them.
 */
export * from './load.js';
export * from './read-seeds.js';
export * from './submit.js';
