import type { DeliveryOutcome } from '@xushi/protocol';

/**
 * What an attempt can come to, and what follows from it. `retry`: may pass by itself. `terminal`: refused; tried
 * on all the same, since its owner may mend it, until the tries are used up. `gone`: wants no more.
 */
export type Outcome = DeliveryOutcome;

export { DELIVERY_STATES, type DeliveryState } from '@xushi/protocol';

/** First match counts. */
export const HTTP_OUTCOMES: readonly { from: number; to: number; outcome: Outcome }[] = [
  { from: 200, to: 299, outcome: 'delivered' },
  { from: 410, to: 410, outcome: 'gone' },
  { from: 429, to: 429, outcome: 'retry' },
  { from: 500, to: 599, outcome: 'retry' },
  { from: 0, to: 999, outcome: 'terminal' },
];

/** SMTP replies to a message that was not taken; without a reply: `retry`. */
export const SMTP_OUTCOMES: readonly { from: number; to: number; outcome: Outcome }[] = [
  { from: 400, to: 499, outcome: 'retry' },
  { from: 500, to: 599, outcome: 'terminal' },
  { from: 0, to: 999, outcome: 'retry' },
];

export function outcomeOf(table: typeof HTTP_OUTCOMES, code: number): Outcome {
  return table.find((row) => code >= row.from && code <= row.to)?.outcome ?? 'retry';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between the tries: the first try is made at once. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
];
export const MOST_TRIES = RETRY_DELAYS_MS.length + 1;
export const LONGEST_RETRY_AFTER_MS = 24 * HOUR;
/** Waits are spread by this share either way, so that what failed together does not come back together. */
const JITTER = 0.2;

export type Next =
  | { state: 'pending'; afterMs: number }
  | { state: 'delivered' }
  | { state: 'failed'; disablesReceiver: boolean };

/**
 * What follows from an attempt. Attempts are counted for good; every redelivery of a finished delivery begins
 * where the count stands, hence the remainder.
 */
export function nextAfter(attempt: {
  outcome: Outcome;
  number: number;
  retryAfterMs: number | null;
  /** 0 ≤ random < 1 */
  random: number;
}): Next {
  if (attempt.outcome === 'delivered') return { state: 'delivered' };
  if (attempt.outcome === 'gone') return { state: 'failed', disablesReceiver: true };
  const delayMs = RETRY_DELAYS_MS[(attempt.number - 1) % MOST_TRIES];
  if (delayMs === undefined) return { state: 'failed', disablesReceiver: false };
  const spreadMs = Math.round(delayMs * (1 - JITTER + 2 * JITTER * attempt.random));
  const askedMs = attempt.outcome === 'retry' ? (attempt.retryAfterMs ?? 0) : 0;
  return { state: 'pending', afterMs: Math.max(spreadMs, Math.min(askedMs, LONGEST_RETRY_AFTER_MS)) };
}
