/** What can keep doorbells from being opened. Stable. */
export type DoorbellErrorCode =
  | 'queueUnreachable'
  | 'queueNotMigrated'
  | 'queueMisnamed'
  | 'queueClosed'
  | 'queuePoolTooSmall';

/** One sentence says what happened and what to do next; `cause` keeps what the other side said. */
export class DoorbellError extends Error {
  readonly code: DoorbellErrorCode;

  constructor(code: DoorbellErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DoorbellError';
    this.code = code;
  }
}

/** Whatever was thrown, as an error. An AggregateError of connection attempts says nothing by itself. */
export function toError(thrown: unknown): Error {
  if (thrown instanceof AggregateError && thrown.message === '') return toError(thrown.errors[0]);
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
