import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something at most so long; says whether it came. Its failure is the caller's to look at. */
export async function within(promise: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  const late = new AbortController();
  try {
    return await Promise.race([
      promise.then(
        () => true,
        () => true,
      ),
      pause(timeoutMs, false, { signal: late.signal }).catch(() => false),
    ]);
  } finally {
    late.abort();
  }
}

/** Its result, or a failure that says it took too long. */
export async function inTime<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  if (!(await within(promise, timeoutMs))) {
    promise.catch(() => undefined);
    throw new Error(`no answer within ${timeoutMs} ms`);
  }
  return promise;
}
