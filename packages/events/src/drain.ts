import { rootCause, toError } from '@xushi/platform';
import { claimEvents, dueEventIds, postpone, recordFailure } from './outstanding.js';
import type { Reactor } from './reactor.js';
import type { Unit } from './unit.js';

/**
 * Thrown by a reactor whose event cannot be worked on yet because other work comes first. It is put off for a
 * moment and does not count as a failed try.
 */
export class Postponed extends Error {
  constructor(waitsFor: string) {
    super(`waits for ${waitsFor}`);
    this.name = 'Postponed';
  }
}

/** What running reactors needs: units of work, and somewhere to say what failed. */
export interface Workshop {
  work<T>(run: (unit: Unit) => Promise<T>): Promise<T>;
  reportFailure(reactor: string, eventId: number, error: Error): void;
  /** An event was put off: ring for its reactor in a moment. */
  ringLater(reactor: string): void;
}

/** Runs one reactor until nothing is due. Answers how many events it finished. */
export async function runReactor(workshop: Workshop, reactor: Reactor): Promise<number> {
  let finished = 0;
  for (;;) {
    const done = await runBatch(workshop, reactor);
    finished += done;
    if (done === 0) return finished;
  }
}

async function runBatch(workshop: Workshop, reactor: Reactor): Promise<number> {
  try {
    return await workshop.work(async (unit) => {
      const events = await claimEvents(unit.tx, {
        reactor: reactor.name,
        limit: reactor.batch,
        wallNow: unit.wallNow,
      });
      if (events.length > 0) await reactor.react(unit, events);
      return events.length;
    });
  } catch {
    // Whatever failed was rolled back. One by one, so that a single bad event does not hold up the others.
    return runSingly(workshop, reactor);
  }
}

/** Answers how many of the batch's events were dealt with: done, or put off after a failure. */
async function runSingly(workshop: Workshop, reactor: Reactor): Promise<number> {
  const ids = await workshop.work((unit) =>
    dueEventIds(unit.tx, { reactor: reactor.name, limit: reactor.batch, wallNow: unit.wallNow }),
  );
  for (const eventId of ids) {
    try {
      await workshop.work(async (unit) => {
        const claim = { reactor: reactor.name, limit: 1, wallNow: unit.wallNow, only: eventId };
        const events = await claimEvents(unit.tx, claim);
        if (events.length > 0) await reactor.react(unit, events);
      });
    } catch (thrown) {
      if (toError(thrown) instanceof Postponed) {
        await workshop.work((unit) =>
          postpone(unit.tx, { reactor: reactor.name, eventId, wallNow: unit.wallNow }),
        );
        workshop.ringLater(reactor.name);
        continue;
      }
      const error = rootCause(thrown);
      workshop.reportFailure(reactor.name, eventId, error);
      await workshop.work((unit) =>
        recordFailure(unit.tx, { reactor: reactor.name, eventId, wallNow: unit.wallNow, error }),
      );
    }
  }
  return ids.length;
}

/** Runs all reactors until none has due work: what tests await instead of a queue. */
export async function drain(workshop: Workshop, reactors: readonly Reactor[]): Promise<void> {
  for (;;) {
    let finished = 0;
    for (const reactor of reactors) finished += await runReactor(workshop, reactor);
    if (finished === 0) return;
  }
}
