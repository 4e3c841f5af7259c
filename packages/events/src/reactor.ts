import type { Unit } from './unit.js';

/** An event as reactors read it. */
export interface StoredEvent {
  id: number;
  type: string;
  orgId: number;
  at: Date;
  payload: Record<string, unknown>;
  personId: number | null;
  keyId: string | null;
  requestId: string | null;
  traceparent: string | null;
}

/**
 * What happens because of events. It lives with its capability and is a plain function on a unit of work:
 * whatever it writes is committed together with the removal of its outstanding rows, hence once.
 */
export interface Reactor {
  name: string;
  /** The service whose workers answer its rings. */
  service: string;
  types: readonly string[];
  /** Most events taken in one transaction. */
  batch: number;
  react(unit: Unit, events: StoredEvent[]): Promise<void>;
}
