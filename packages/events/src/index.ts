/**
 * Events: what happened, appended in the transaction that made it happen, and the work that reactors still owe.
 * An outstanding row is deleted in the reactor's own transaction, so its effect happens once however often it is
 * tried.
 */
export * from './append.js';
export * from './drain.js';
export * from './outstanding.js';
export * from './reactor.js';
export * from './read.js';
export * from './unit.js';
