/**
 * Runtime: the one composition root. It prepares an installation, opens a process's context from its
 * configuration, names every reactor, and lets services answer for theirs.
 */
export * from './admin-key.js';
export * from './context.js';
export * from './run-service.js';
export * from './secret-key.js';
export * from './serve-reactors.js';
export * from './settle.js';
