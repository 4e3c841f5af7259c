/**
 * Watches one request: cuts it when nothing comes for `ms` while it is waited for, or when the caller gives up.
 * `wait` begins a spell of waiting, or begins it anew; `rest` ends it; `release` lets go of everything.
 */
export interface Guard {
  signal: AbortSignal;
  readonly timedOut: boolean;
  /** Throws the caller's reason where he gave up. */
  throwIfGivenUp(): void;
  wait(ms: number): void;
  rest(): void;
  cut(): void;
  release(): void;
}

export function openGuard(given: AbortSignal | undefined): Guard {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let timedOut = false;
  const giveUp = () => controller.abort(given?.reason);
  given?.addEventListener('abort', giveUp, { once: true });
  if (given?.aborted) giveUp();
  return {
    signal: controller.signal,
    get timedOut() {
      return timedOut;
    },
    throwIfGivenUp: () => given?.throwIfAborted(),
    wait(ms) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timedOut = true;
        controller.abort();
      }, ms);
    },
    rest: () => clearTimeout(timer),
    cut: () => controller.abort(),
    release() {
      clearTimeout(timer);
      given?.removeEventListener('abort', giveUp);
    },
  };
}
