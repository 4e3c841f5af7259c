/**
 * Testing: real servers for tests. One Postgres and one Redis a run, a database of its own for each test file,
 * and a whole installation behind its interface.
 */
export * from './contract.js';
export * from './database.js';
export * from './installation.js';
export * from './run-tests.js';
export * from './servers.js';
