/** What can keep the bundled server from running. Stable: callers and operators' scripts may compare them. */
export type EmbeddedPostgresErrorCode =
  | 'binariesMissing'
  | 'accountMissing'
  | 'dataDirNotWritable'
  | 'dataDirUnreachable'
  | 'dataDirInUse'
  | 'otherMajor'
  | 'passwordLost'
  | 'initialiseFailed'
  | 'startFailed';

/** One sentence says what happened and what to do next; `cause` keeps what the system said. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

/** The sentence of anything that was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's error code (ENOENT, EACCES …), where there is one. */
export function systemCode(thrown: unknown): string | undefined {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}
