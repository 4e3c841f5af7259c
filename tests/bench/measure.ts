import { cpus, totalmem } from 'node:os';

/** The value below which a share of the values lies: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How long a piece of work took, in ms. */
export async function took(work: () => PromiseLike<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The most memory that this process ever held, in MB. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / 1024;

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}, ${process.platform}`;

/** Bounds that were asked of one run, each printed with what was measured; `missed` says which were not kept. */
export class Bounds {
  readonly missed: string[] = [];

  atLeast(what: string, measured: number, bound: number, unit: string): void {
    this.#note(measured >= bound, `${what}: ${measured.toFixed(2)} ${unit} (at least ${bound} ${unit})`);
  }

  atMost(what: string, measured: number, bound: number, unit: string): void {
    this.#note(measured <= bound, `${what}: ${measured.toFixed(1)} ${unit} (at most ${bound} ${unit})`);
  }

  #note(kept: boolean, line: string): void {
    console.log(`  ${kept ? 'kept  ' : 'MISSED'}  ${line}`);
    if (!kept) this.missed.push(line);
  }
}
