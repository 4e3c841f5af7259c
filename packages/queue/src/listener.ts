import type { RingBackend } from './backend.js';
import { toError } from './errors.js';
import { within } from './patience.js';

/** How long a worker may take to come up, or to close once its work is done. */
const readyMs = 5_000;
const closeMs = 2_000;

export interface ListenOptions {
  service: string;
  reactors: string[];
  /** How many rings are answered at once; the same reactor may be among them more than once. */
  concurrency: number;
  /** Runs a reactor until nothing is left. What it throws is written down; the next ring tries again. */
  answer: (reactor: string) => Promise<void>;
}

export interface Listener {
  /** Takes no further ring and waits for the answers in flight. Idempotent. */
  stop(): Promise<void>;
}

/** Starts answering. Comes back once the worker is ready, or after a while where it has yet to connect. */
export async function startListener(
  backend: RingBackend,
  options: ListenOptions,
  failed: (what: string, thrown: unknown) => void,
): Promise<Listener> {
  const { service } = options;
  const reactors = new Set(options.reactors);
  const inFlight = new Set<Promise<void>>();

  async function answer(reactor: string): Promise<void> {
    // Rung by a newer or older release: a process that knows it answers the sweep's next ring.
    if (!reactors.has(reactor)) {
      failed(`worker of ${service}`, new Error(`rung for ${reactor}, which is not answered here`));
      return;
    }
    try {
      await options.answer(reactor);
    } catch (thrown) {
      failed(`reactor ${reactor}`, toError(thrown));
    }
  }

  const { worker, cut } = backend.openWorker({
    service,
    concurrency: options.concurrency,
    failed,
    process: (ring) => {
      const answering = answer(ring.reactor).finally(() => inFlight.delete(answering));
      inFlight.add(answering);
      return answering;
    },
  });
  await within(worker.waitUntilReady(), readyMs);

  async function stop(): Promise<void> {
    const closed = worker.close();
    let done = await within(closed, closeMs);
    // Answers may take as long as they need; only BullMQ's own part is given up where the other side is gone.
    while (inFlight.size > 0) {
      await Promise.allSettled(inFlight);
      done = await within(closed, closeMs);
    }
    cut();
    if (!done) await within(closed, closeMs);
  }

  let stopped: Promise<void> | undefined;
  return {
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
