/**
 * Delivery: telling people and machines what happened. Events are planned for receivers stage by stage, each
 * delivery is claimed, sent outside any transaction and recorded with what came of it. At least once: whoever
 * receives twice sees the same id twice.
 */
export * from './address-guard.js';
export * from './channel.js';
export * from './deliveries.js';
export * from './input-refused.js';
export * from './mail-channel.js';
export * from './message.js';
export * from './outcomes.js';
export * from './pipeline.js';
export * from './receivers.js';
export * from './secret-box.js';
export * from './sender.js';
export * from './topics.js';
export * from './webhook-channel.js';
