import type { IncomingHttpHeaders } from 'node:http';

const FIRST_MS = 200;
const LONGEST_MS = 10_000;

/** A date as HTTP writes it (RFC 9110): the language takes much else for one. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long to wait before try `tried` + 1, in milliseconds. Twice as long each time, up to ten seconds, and of that
 * a random half at least, so that many callers do not come back at one moment. What the server asked for
 * (`retryAfter`) is waited for whole, and the random part comes on top. `random` is from 0 up to 1.
 */
export function waitBefore(tried: number, retryAfter: number | null, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tried - 1));
  const half = whole / 2;
  return retryAfter === null ? half + half * random : retryAfter + half * random;
}

/**
 * What an answer's `Retry-After` asks for, in milliseconds; null where it asks for nothing that can be read. A date
 * is compared with the answer's own `Date`, so that it does not matter how this machine's clock goes.
 */
export function retryAfterOf(headers: IncomingHttpHeaders): number | null {
  const asked = headers['retry-after']?.trim();
  if (!asked) return null;
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1000;
  if (!HTTP_DATE.test(asked)) return null;
  const wait = Date.parse(asked) - Date.parse(headers.date ?? '');
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
