/** Something that runs until it is stopped; `stop` is idempotent and waits for work in flight. */
export interface Running {
  stop(): Promise<void>;
}

/** Stops in reverse order of start; one fault does not keep the others running. */
export function stopAll(parts: Running[]): Running {
  let stopping: Promise<void> | undefined;
  return {
    stop() {
      stopping ??= (async () => {
        const faults: unknown[] = [];
        for (const part of [...parts].reverse()) {
          try {
            await part.stop();
          } catch (fault) {
            faults.push(fault);
          }
        }
        if (faults.length > 0) throw new AggregateError(faults, 'some parts did not stop cleanly');
      })();
      return stopping;
    },
  };
}

/** Stops the process's work on SIGINT or SIGTERM; a second signal ends it at once. */
export function stopOnSignals(running: Running, onFault: (fault: unknown) => void): void {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      running.stop().then(
        () => process.exit(0),
        (fault) => {
          onFault(fault);
          process.exit(1);
        },
      );
    });
  }
}
