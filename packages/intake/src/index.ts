/**
 * Intake: what an org reports, from a body on the wire to submission, figures and event in one transaction. Every
 * fault is found before anything is stored; what was stored is never changed.
 */
export * from './due.js';
export * from './read.js';
export * from './reading.js';
export * from './submit.js';
