import { outstandingWork, reactorsLeftWaiting } from '@xushi/events';
import { every, type Running, rootCause, stopAll } from '@xushi/platform';
import type { Context } from './context.js';

/** Waiting work is rung for again after this long, so that a lost ring costs no more. */
const SWEEP_MS = 1000;

/**
 * Answers the rings of one service's reactors. `after` runs when a reactor has finished a round: the notifier
 * sends what its planner planned.
 */
export async function serveReactors(
  context: Context,
  options: { service: string; concurrency: number; after?: (reactor: string) => void },
): Promise<Running> {
  const mine = context.reactors.filter((reactor) => reactor.service === options.service);
  const answer = async (reactor: string) => {
    await context.runReactor(reactor);
    options.after?.(reactor);
  };
  const listener = await context.doorbells.listen({
    service: options.service,
    reactors: mine.map((reactor) => reactor.name),
    concurrency: options.concurrency,
    answer,
  });
  const sweep = every(SWEEP_MS, () => ringForWaiting(context));
  return stopAll([listener, sweep]);
}

/** Rings for every reactor whose work has waited for a second, and measures the lag. */
async function ringForWaiting(context: Context): Promise<void> {
  try {
    const { waiting, lags } = await context.work(async (unit) => ({
      waiting: await reactorsLeftWaiting(unit.tx, unit.wallNow),
      lags: await outstandingWork(unit.tx, unit.wallNow),
    }));
    for (const reactor of context.reactors) {
      const lag = lags.find((entry) => entry.reactor === reactor.name);
      context.metrics.outstandingLag.set({ reactor: reactor.name }, lag?.oldestSeconds ?? 0);
    }
    for (const reactor of waiting) context.doorbells.ring(reactor);
  } catch (fault) {
    context.log.warn({ reason: rootCause(fault).message }, 'the sweep for waiting work failed');
  }
}
