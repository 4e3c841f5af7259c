/**
 * The wall clock: leases, time-outs, signatures, mail dates, metrics. Business time (periods, deadlines, ticks,
 * recorded-at) is another clock, kept in the database; see store's business clock.
 */
export interface WallClock {
  now(): Date;
}

export const systemWall: WallClock = { now: () => new Date() };

/** Calls `work` every `everyMs` until stopped, never two at once; `stop` waits for a call in flight. */
export function every(everyMs: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const schedule = () => {
    timer = setTimeout(() => {
      running = work().finally(() => {
        if (!stopped) schedule();
      });
    }, everyMs);
  };
  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
