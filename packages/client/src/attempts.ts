import { setTimeout as pause } from 'node:timers/promises';
import { type Answered, type Asked, exchange } from './exchange.js';
import { ApiProblem, connectionFault, problemOf, Unreachable } from './faults.js';
import { type Guard, openGuard } from './guard.js';
import { retryAfterOf, waitBefore } from './wait-before.js';

/** How long a caller waits. */
export interface Patience {
  /** For one try, or for each piece of what goes or comes in pieces; milliseconds. */
  attemptMs: number;
  /** For all tries and the waits between them, up to the beginning of the answer; milliseconds. */
  totalMs: number;
  /** How often it is tried again at most. */
  retries: number;
}

export interface Attempted {
  asked: Asked;
  /** Whether the same request again has no second effect. */
  repeatable: boolean;
  patience: Patience;
  signal: AbortSignal | undefined;
}

/** Statuses that say “not now”: of the server itself, or of a gateway whose server does not answer. */
const NOT_NOW = new Set([429, 502, 503, 504]);

interface Failure {
  fault: ApiProblem | Unreachable;
  retryAfter: number | null;
}

/**
 * Sends a request until it is answered, and reads the answer with `read`, which is part of the try: an answer that
 * is cut is tried again. `read` releases the guard once it has all it wants. Throws `ApiProblem`, `Unreachable`, or
 * the reason of the caller's signal.
 */
export async function untilAnswered<T>(
  { asked, repeatable, patience, signal }: Attempted,
  read: (answer: Answered, guard: Guard) => Promise<T>,
): Promise<T> {
  const end = performance.now() + patience.totalMs;
  for (let tried = 1; ; tried += 1) {
    const guard = openGuard(signal);
    const wait = () => guard.wait(Math.max(1, Math.min(patience.attemptMs, end - performance.now())));
    wait();
    let failure: Failure;
    try {
      const answer = await exchange(asked, guard.signal, wait);
      if (answer.status >= 200 && answer.status < 300) return await read(answer, guard);
      failure = { retryAfter: retryAfterOf(answer.headers), fault: await problemOf(answer) };
    } catch (thrown) {
      guard.release();
      guard.throwIfGivenUp();
      failure = { retryAfter: null, fault: faultOf(thrown, guard) };
    }
    guard.release();
    const pauseMs = waitBefore(tried, failure.retryAfter, Math.random());
    const again = repeatable && tried <= patience.retries && passes(failure.fault);
    if (!again || performance.now() + pauseMs >= end) throw failure.fault;
    await pause(pauseMs, undefined, signal ? { signal } : {}).catch((fault: unknown) => {
      signal?.throwIfAborted();
      throw fault;
    });
  }
}

/** Whether a fault may be over the next time. */
function passes(fault: ApiProblem | Unreachable): boolean {
  if (fault instanceof Unreachable) return fault.reason !== 'notXushi';
  // The first try was cut and is still being worked on.
  return NOT_NOW.has(fault.status) || fault.problem.code === 'idempotencyInFlight';
}

/** Whatever ended a request, as one of the two faults. */
export function faultOf(thrown: unknown, guard: Guard): ApiProblem | Unreachable {
  if (thrown instanceof ApiProblem || thrown instanceof Unreachable) return thrown;
  if (guard.timedOut) return new Unreachable('timeout', 'no answer came in time', { cause: thrown });
  return connectionFault(thrown);
}
