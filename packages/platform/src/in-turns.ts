import { setImmediate as afterOthers } from 'node:timers/promises';

/** How long work that nobody waits for may hold the loop: what an answer of the api then waits at most. */
const TURN_MS = 5;

/** The last turn that was asked for. */
let last: Promise<void> = Promise.resolve();

/** Lets everything else that waits go first; of many that ask for a turn each gets one of its own. */
function nextTurn(): Promise<void> {
  last = last.then(() => afterOthers());
  return last;
}

/**
 * Works on one item after another and lets whatever else waits have its turn in between, so that judging thousands of
 * targets keeps no request waiting. Answers the results in the order of the items.
 */
export async function inTurns<T, R>(items: Iterable<T>, work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  let begun = performance.now();
  for (const item of items) {
    if (performance.now() - begun > TURN_MS) {
      await nextTurn();
      begun = performance.now();
    }
    results.push(work(item));
  }
  return results;
}

/** The JSON of a list that may be long, made in turns: of a thousand warnings it takes longer than others should wait. */
export async function jsonInTurns<T>(items: Iterable<T>, rowOf: (item: T) => unknown): Promise<string> {
  const texts = await inTurns(items, (item) => JSON.stringify(rowOf(item)));
  return `[${texts.join(',')}]`;
}
