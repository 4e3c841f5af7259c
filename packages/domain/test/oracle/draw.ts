import { randomInt } from 'node:crypto';
import type { Test } from 'tap';
import { add, multiply, type Q, q } from './arithmetic.js';

/** A small seeded generator (mulberry32): a seed and a case number draw the same case again. */
export class Draw {
  #state: number;

  constructor(seed: number, index: number) {
    this.#state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  chance(of: number): boolean {
    return this.#next() < of;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)]!;
  }

  shuffle<T>(all: readonly T[]): T[] {
    return all
      .map((item) => [this.#next(), item] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, item]) => item);
  }

  /** A positive decimal of 1 to 6 digits, from 10^-4 to 10^12. */
  amount(): string {
    const digits = BigInt(this.whole(1, this.pick([9, 99, 9_999, 999_999])));
    const power = this.whole(-4, 12 - digits.toString().length);
    return power < 0 ? shifted(digits, -power) : (digits * 10n ** BigInt(power)).toString();
  }

  /** A percentage as published, negative ones too. */
  percentage(): string {
    const text = shifted(BigInt(this.whole(0, this.pick([50, 999, 99_999]))), this.whole(0, 2));
    return this.chance(0.25) && /[1-9]/.test(text) ? `-${text}` : text;
  }

  /** From 0 to 2, coarse: what a figure may be of what is expected. */
  part(): Q {
    return q(this.whole(0, 48), 24);
  }

  /** The number itself, or a hair of 10^-18 to either side of it. */
  near(number: Q): Q {
    return add(number, multiply(q(this.pick([0, 0, -1, 1])), HAIR));
  }
}

const HAIR = q(1, 10n ** 18n);

function shifted(digits: bigint, decimals: number): string {
  if (decimals === 0) return digits.toString();
  const text = digits.toString().padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

const FIXED_SEEDS = [1, 201_711, 424_242];

/** The fixed seeds, and one that no run had before. */
function seedsOf(t: Test): number[] {
  const fresh = randomInt(2 ** 32 - 1);
  t.comment(`seed of this run: ${fresh}`);
  return [...FIXED_SEEDS, fresh];
}

/**
 * Tries `count` cases of each seed; `attempt` answers what is wrong with a case, or null. What fails is named by
 * its seed and its number, which draw it again.
 */
export function tryCases(t: Test, count: number, attempt: (draw: Draw) => string | null): void {
  const wrong: string[] = [];
  let tried = 0;
  for (const seed of seedsOf(t)) {
    for (let index = 0; index < count && wrong.length < 5; index += 1) {
      const fault = attempt(new Draw(seed, index));
      tried += 1;
      if (fault !== null) wrong.push(`seed ${seed}, case ${index}: ${fault}`);
    }
  }
  t.comment(`${tried} cases`);
  t.same(wrong, [], 'the oracle and the rules agree');
}
