import { performance } from 'node:perf_hooks';
import { toError } from './errors.js';

/** The same sentence comes at most this often: an outage fails every ring and every wait of every worker. */
const quietMs = 10_000;

/** Writes failures down, each once in a while, with how often it came in between. */
export function createQuietLog(log: (message: string) => void): (what: string, thrown: unknown) => void {
  const known = new Map<string, { writtenAt: number; held: number }>();
  return (what, thrown) => {
    const sentence = `${what}: ${toError(thrown).message}`;
    const now = performance.now();
    const before = known.get(sentence);
    if (before && now - before.writtenAt < quietMs) {
      before.held += 1;
      return;
    }
    if (known.size > 100) known.clear();
    known.set(sentence, { writtenAt: now, held: 0 });
    log(before?.held ? `${sentence} (and ${before.held} times since)` : sentence);
  };
}
