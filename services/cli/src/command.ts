import type { Client } from '@xushi/client';
import type { Language } from '@xushi/protocol';
import type { ExitCode } from './exit-codes.js';

/** What a command says: to people as lines, to machines as one JSON value. */
export interface Said {
  exit: ExitCode;
  lines: string[];
  json: unknown;
}

/** What every command is given. */
export interface Given {
  client: Client;
  language: Language;
  /** The arguments that are no options. */
  operands: string[];
  options: Record<string, string | undefined>;
  stdin: AsyncIterable<Uint8Array>;
}

export interface Command {
  /** Options of its own that take a value, beside those that all have. */
  options: readonly string[];
  /** How many operands it takes. */
  operands: number;
  run(given: Given): Promise<Said>;
}

/** A call that says nothing that can be done. `message` is for people, in both languages. */
export class UsageFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageFault';
  }
}
