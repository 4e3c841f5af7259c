/**
 * Protocol: the shapes on the wire. Bodies and answers of the HTTP interface, error codes with their sentences,
 * event payloads. No rule of the field is decided here.
 */
export * from './answers/index.js';
export * from './page.js';
export * from './problem.js';
export * from './reference.js';
export * from './submission.js';
export * from './values.js';
export * from './work-events.js';
