import { performance } from 'node:perf_hooks';
import type { RingQueue } from './backend.js';
import { within } from './patience.js';

/** At most one ring a reactor in this time: a worker that was woken takes everything there is. */
const spacingMs = 20;

/** Rings nobody answered are thrown away beyond this many: a service that comes back needs one, and gets it from the sweep. */
const kept = 1_000;
const lookEvery = 250;

const ringOptions = { removeOnComplete: true, removeOnFail: true };

interface Bell {
  reactor: string;
  service: string;
  queue: RingQueue;
  rungAt: number;
  timer: NodeJS.Timeout | undefined;
  /** The ring on its way. A further one waits for it: the first may be answered before the second was meant. */
  underWay: Promise<void> | undefined;
  again: boolean;
}

export interface Ringer {
  ring(reactor: string): void;
  /** Forgets what was not rung yet and waits a moment for what is under way. */
  stop(): Promise<void>;
}

/**
 * Spaces rings out. A ring is always sent after it was asked for, never counted as part of one that was sent
 * before: what it announces may have been committed in between.
 */
export function createRinger(options: {
  routes: Record<string, string>;
  queues: Map<string, RingQueue>;
  failed: (what: string, thrown: unknown) => void;
}): Ringer {
  const { failed } = options;
  const bells = new Map<string, Bell>();
  const sent = new Map<string, number>();
  let stopped = false;

  for (const [reactor, service] of Object.entries(options.routes)) {
    const queue = options.queues.get(service);
    if (!queue) throw new Error(`no queue ${service}`);
    bells.set(reactor, {
      reactor,
      service,
      queue,
      rungAt: Number.NEGATIVE_INFINITY,
      timer: undefined,
      underWay: undefined,
      again: false,
    });
  }

  function send(bell: Bell): void {
    bell.timer = undefined;
    bell.rungAt = performance.now();
    bell.underWay = push(bell).finally(() => {
      bell.underWay = undefined;
      if (!bell.again) return;
      bell.again = false;
      schedule(bell);
    });
  }

  async function push({ reactor, service, queue }: Bell): Promise<void> {
    try {
      await queue.add('ring', { reactor }, ringOptions);
      const count = (sent.get(service) ?? 0) + 1;
      sent.set(service, count);
      if (count % lookEvery === 0) await clearUnanswered(queue);
    } catch (thrown) {
      failed(`ringing for ${reactor}`, thrown);
    }
  }

  function schedule(bell: Bell): void {
    if (stopped || bell.timer) return;
    if (bell.underWay) {
      bell.again = true;
      return;
    }
    const waitMs = bell.rungAt + spacingMs - performance.now();
    if (waitMs <= 0) send(bell);
    else bell.timer = setTimeout(send, waitMs, bell);
  }

  return {
    ring(reactor) {
      const bell = bells.get(reactor);
      if (bell) schedule(bell);
      else failed('ringing', new Error(`no service answers for reactor ${reactor}`));
    },
    async stop() {
      stopped = true;
      const underWay = [...bells.values()].map((bell) => {
        clearTimeout(bell.timer);
        bell.timer = undefined;
        bell.again = false;
        return bell.underWay;
      });
      await within(Promise.all(underWay), 2_000);
    },
  };
}

async function clearUnanswered(queue: RingQueue): Promise<void> {
  const { waiting = 0 } = await queue.getJobCounts('waiting');
  if (waiting > kept) await queue.drain();
}
