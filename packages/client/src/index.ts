/**
 * Client: how other programs talk to xushi. Calls to the interface with retries and idempotency keys, and the
 * check of a received webhook.
 */
export type { components, operations, paths, webhooks } from './api-types.js';
export * from './client.js';
export * from './verify-webhook.js';
