import type { Answered } from './exchange.js';
import type { Guard } from './guard.js';
import { piecesOf } from './pieces.js';

/** A file as it comes. */
export interface Download {
  /** The name it is to be saved under; null where none was given. */
  name: string | null;
  type: string | null;
  /** Its bytes, once. Throws `Unreachable` where they end before their time. */
  body: AsyncIterable<Uint8Array>;
  /** All of them at once, for what is small. */
  bytes(): Promise<Buffer>;
}

/** An answer's bytes as a file; each piece has to come within `ms`. */
export function downloadOf(answer: Answered, guard: Guard, ms: number): Download {
  guard.rest();
  const body = piecesOf(answer, guard, (on) => (on ? guard.wait(ms) : guard.rest()));
  return {
    name: nameOf(answer.headers['content-disposition'] ?? ''),
    type: answer.headers['content-type'] ?? null,
    body,
    async bytes() {
      const pieces: Uint8Array[] = [];
      for await (const piece of body) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

/** The name in a Content-Disposition (RFC 6266): the extended one, which holds Chinese, before the plain one. */
function nameOf(disposition: string): string | null {
  const extended = /filename\*=utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  if (extended) {
    try {
      return decodeURIComponent(extended);
    } catch {
      // Written wrong: the plain name is there for that.
    }
  }
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null;
}
