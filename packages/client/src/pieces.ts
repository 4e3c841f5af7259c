import { faultOf } from './attempts.js';
import type { Answered } from './exchange.js';
import type { Guard } from './guard.js';

/**
 * The pieces of an answer as they come. `reading` is told when one is waited for and when the reader has it: a reader
 * that takes his time is not the server's silence. Whoever stops before the end cuts the connection. Throws
 * `Unreachable` where the pieces end before their time, or the reason of the caller's signal.
 */
export async function* piecesOf(
  { body }: Answered,
  guard: Guard,
  reading: (on: boolean) => void,
): AsyncGenerator<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      reading(true);
      const { done, value } = await pieces.next();
      reading(false);
      if (done) return;
      yield value;
    }
  } catch (thrown) {
    guard.throwIfGivenUp();
    throw faultOf(thrown, guard);
  } finally {
    guard.release();
    // After its end there is nothing to destroy.
    body.destroy();
  }
}
