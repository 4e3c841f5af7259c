import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { Test } from 'tap';
import { type BackendOptions, type Doorbells, openDoorbells } from '../src/index.js';

export const routes = { judge: 'evaluator', rank: 'evaluator', plan: 'notifier' };

/** An installation's name: tests on one server do not hear each other. */
export function newPrefix(): string {
  return `xushi-test-${randomBytes(4).toString('hex')}`;
}

export interface TestDoorbells extends Doorbells {
  logged: string[];
}

export async function open(
  t: Test,
  options: { backend: BackendOptions; prefix: string },
): Promise<TestDoorbells> {
  const logged: string[] = [];
  const doorbells = await openDoorbells({ ...options, routes, log: (message) => logged.push(message) });
  t.teardown(() => doorbells.close());
  return { ...doorbells, logged };
}

/** Counts answers and lets a test wait for the next one. */
export function createAnswers(work: (reactor: string) => Promise<void> = async () => undefined) {
  const heard = new EventEmitter();
  const counts = new Map<string, number>();
  return {
    answer: async (reactor: string) => {
      counts.set(reactor, (counts.get(reactor) ?? 0) + 1);
      heard.emit(reactor);
      await work(reactor);
    },
    count: (reactor: string) => counts.get(reactor) ?? 0,
    next: (reactor: string) => once(heard, reactor),
  };
}

/** Rings as the sweep does, only more often, until somebody answers. */
export async function ringUntil(ring: () => void, answered: Promise<unknown>): Promise<void> {
  ring();
  const sweep = setInterval(ring, 50);
  try {
    await answered;
  } finally {
    clearInterval(sweep);
  }
}

/** Waits for a state that has no event of its own. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
