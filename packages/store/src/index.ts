/**
 * Store: the rows in Postgres and the only ways to them. Schema and migrations, roles, transactions that are
 * scoped to a subtree or belong to a worker, and one module of queries a noun.
 */

export * from './bootstrap.js';
export * from './business-clock.js';
export { connect, connectionFault, placeOf } from './connection.js';
export * from './forget.js';
export * from './fraction-text.js';
export * from './integers.js';
export * from './migrate.js';
export * from './period-due.js';
export * from './read-calendars.js';
export * from './read-duties.js';
export * from './roles.js';
export * as tables from './schema/index.js';
export * from './store.js';
