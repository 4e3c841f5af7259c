import type { Transaction } from '@xushi/store';

/** Who or what caused a change; stored with every event and every row that keeps an author. */
export interface Cause {
  personId: number | null;
  keyId: string | null;
  requestId: string | null;
  traceparent: string | null;
}

export const SYSTEM_CAUSE: Cause = { personId: null, keyId: null, requestId: null, traceparent: null };

/** Something that happened, in past tense (`submission.accepted`), about one org. */
export interface NewEvent {
  type: string;
  orgId: number;
  payload: Record<string, unknown>;
}

/**
 * One unit of work: a transaction, the two times it happens at, and the event log it writes to. Capability
 * packages take it as an argument; state and event are written in the same transaction or not at all.
 */
export interface Unit {
  tx: Transaction;
  /** Business time. */
  now: Date;
  /** Wall time. */
  wallNow: Date;
  timeZone: string;
  /** Names the state of the catalogue of indicators: the same name, the same catalogue. */
  catalogue: string;
  cause: Cause;
  newId(): string;
  append(events: NewEvent[]): Promise<void>;
}
