/** A fault with a stable code and a sentence that tells its reader what to do next. */
export class XushiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'XushiError';
  }
}

/** Whatever was thrown, as an Error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error(typeof thrown === 'string' ? thrown : 'unknown fault', { cause: thrown });
}

/**
 * The fault behind a failed query: what the database or the network said, without the query and its parameters
 * that the query builder puts in front. For logs, for sentences, and for rows that keep a reason.
 */
export function rootCause(thrown: unknown): Error {
  let error = toError(thrown);
  while (error.cause instanceof Error && error.message.startsWith('Failed query')) error = error.cause;
  return error;
}
