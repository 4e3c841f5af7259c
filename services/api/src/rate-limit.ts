const MINUTE_MS = 60_000;

/** How many names are remembered: what is beyond, longest untouched, starts anew with a full bucket. */
const MOST_NAMES = 20_000;

/** Token buckets, one a name: each holds a minute's worth and fills evenly. */
export interface Buckets {
  /** Takes a token; answers 0, or in how many seconds there will be one. */
  take(name: string): number;
  /** The same without taking one. */
  peek(name: string): number;
}

/**
 * Buckets in this process' memory (docs/decisions: rate limits in memory). `perMinute` 0 limits nothing. `now` may
 * step back: a bucket never loses what it held by that.
 */
export function createBuckets({ perMinute, now }: { perMinute: number; now: () => Date }): Buckets {
  const held = new Map<string, { tokens: number; at: number }>();
  const perMs = perMinute / MINUTE_MS;

  const levelOf = (name: string, at: number): number => {
    const bucket = held.get(name);
    if (!bucket) return perMinute;
    return Math.min(perMinute, bucket.tokens + Math.max(0, at - bucket.at) * perMs);
  };
  const secondsUntilOne = (tokens: number): number =>
    tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));

  return {
    take(name) {
      if (perMinute === 0) return 0;
      const at = now().getTime();
      const tokens = levelOf(name, at);
      // Taken out and put back: the map keeps the longest untouched in front.
      held.delete(name);
      held.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (held.size > MOST_NAMES) held.delete(held.keys().next().value ?? '');
      return secondsUntilOne(tokens);
    },
    peek: (name) => (perMinute === 0 ? 0 : secondsUntilOne(levelOf(name, now().getTime()))),
  };
}

/** Whom an address stands for: itself, or the /64 of IPv6, all of which one subscriber commonly has. */
export function sourceOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.replace(/%.*$/, '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`;
}
