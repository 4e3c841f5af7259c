/**
 * Client: how other programs talk to xushi. Calls typed from the OpenAPI document, with retries and idempotency
 * keys, and the check of a received webhook.
 */
export type { components, operations, paths, webhooks } from './api-types.js';
export * from './client.js';
export type { Download } from './download.js';
export * from './faults.js';
export { JsonText } from './json-text.js';
export type { Upload } from './multipart.js';
export type { AnswerOf, BodyOf, CallOptions, Operation, PagedPath, PathOf, RowOf } from './types.js';
export * from './verify-webhook.js';
export { retryAfterOf, waitBefore } from './wait-before.js';
