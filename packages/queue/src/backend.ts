import type { JobsOptions } from 'bullmq';

/** What a ring carries. */
export interface Ring {
  reactor: string;
}

/** The little of a BullMQ queue that ringing needs, the same on both sides. */
export interface RingQueue {
  add(name: string, ring: Ring, options: JobsOptions): Promise<unknown>;
  getJobCounts(...types: ('waiting' | 'active' | 'prioritized')[]): Promise<Record<string, number>>;
  drain(): Promise<unknown>;
  close(): Promise<void>;
}

/** The little of a BullMQ worker that listening needs. */
export interface RingWorker {
  waitUntilReady(): Promise<void>;
  close(): Promise<void>;
}

export interface RingWorkerOptions {
  service: string;
  concurrency: number;
  process: (ring: Ring) => Promise<void>;
  /** Rings and workers fail without a caller to tell: it is written down here. */
  failed: (what: string, thrown: unknown) => void;
}

/** Where rings are kept until somebody answers: Postgres or Redis. */
export interface RingBackend {
  openQueue(service: string): RingQueue;
  /** `cut` gives up its connections where the worker cannot be closed in good order. */
  openWorker(options: RingWorkerOptions): { worker: RingWorker; cut: () => void };
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Set on every worker; what differs from BullMQ's defaults says why. */
export const workerDefaults = {
  // A fetch that failed is tried again after a second rather than after fifteen: an outage should cost its own
  // length, not more.
  runRetryDelay: 1_000,
  // How long a worker waits for a ring before it looks by itself; also what a lost wake-up costs.
  drainDelay: 5,
  lockDuration: 30_000,
  stalledInterval: 30_000,
  maxStalledCount: 1,
} as const;

/** Nobody reads the event streams BullMQ keeps beside its queues. */
export const eventsKept = { events: { maxLen: 100 } } as const;
