/**
 * Doorbells: what wakes a worker when there is something to do.
 *
 * The work itself is rows in Postgres; a ring carries the name of a reactor and nothing else. A ring that gets
 * lost costs the second until the next sweep rings again, so nothing here waits, retries or keeps what was rung.
 * Rings travel through BullMQ, on Postgres or on Redis, one queue a service.
 */

export type { BackendOptions, DoorbellOptions, Doorbells, Listener, ListenOptions } from './doorbells.js';
export { openDoorbells } from './doorbells.js';
export { DoorbellError, type DoorbellErrorCode } from './errors.js';
export { type MigrateQueueOptions, migrateQueue } from './migrate.js';
