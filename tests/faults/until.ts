import { setTimeout as pause } from 'node:timers/promises';

/** Far more than anything here takes: whoever waits longer waits for something that will not come. */
const BOUND_MS = 60_000;

type Found<T> = T | null | undefined | false;

/** Waits for a state that has no event of its own, and gives it; `what` names the one that does not come. */
export async function until<T>(what: string, look: () => Promise<Found<T>> | Found<T>): Promise<T> {
  const end = performance.now() + BOUND_MS;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`not within ${BOUND_MS / 1000} s: ${what}`);
    await pause(2);
  }
}
