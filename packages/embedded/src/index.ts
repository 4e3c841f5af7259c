/**
 * The bundled Postgres server: binaries from npm, one data directory, one owner.
 *
 * Standalone and the tests run on it, so that nothing has to be installed beside Node. A directory belongs to
 * one living process at a time; a server that outlived its process is adopted, never started twice.
 */
export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './errors.js';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, openEmbeddedPostgres } from './open.js';
