/**
 * Platform: what a process needs of its machine. Environment, wall clock, logs, metrics, traces, identities and
 * its own life from start to stop. Nothing here knows the field.
 */
export * from './caller-config.js';
export * from './clock.js';
export * from './config.js';
export * from './errors.js';
export * from './folder.js';
export * from './group-by.js';
export * from './identity.js';
export * from './in-turns.js';
export * from './lifecycle.js';
export * from './log.js';
export * from './metrics.js';
export * from './trace.js';
