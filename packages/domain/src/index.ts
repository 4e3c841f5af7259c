export * from './fraction.js';
export * from './terms.js';
