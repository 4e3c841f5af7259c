import { pino } from 'pino';
import type { LogLevel } from './config.js';

/** Structured logs, one JSON object a line, to standard error so that standard output stays the reader's. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
  child(fields: Record<string, unknown>): Log;
}

/** Never log payloads, keys or secrets; these paths are the net below that rule. */
const REDACTED = ['authorization', 'secret', 'key', 'password', '*.authorization', '*.secret', '*.password'];

export function createLog(options: { level: LogLevel; name: string }): Log {
  return pino(
    {
      level: options.level,
      redact: { paths: REDACTED, censor: '[hidden]' },
      base: { service: options.name },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
