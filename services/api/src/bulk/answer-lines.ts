import { Problem } from '@xushi/protocol';
import type { Answer } from '../endpoint.js';
import { once } from '../idempotency.js';
import type { BulkCaller, LineAnswer } from './caller.js';
import { type Line, linesAsTheyCome } from './lines.js';
import { takeAll, takeLines } from './take-lines.js';

/** The most that is taken in as a whole: it waits in memory until the last line is there. */
const MOST_WHOLE_BYTES = 32 * 1024 * 1024;

const textOf = (answers: readonly LineAnswer[]): Buffer =>
  Buffer.from(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));

/**
 * The answers to lines, in their order, made as the lines come and as fast as they are read: nothing more is taken in
 * while nobody takes the answers.
 */
export async function* answersAsTheyCome(
  caller: BulkCaller,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  for await (const lines of linesAsTheyCome(pieces)) yield textOf(await takeLines(caller, lines));
}

/** All lines or none (`atomic=true`), in one transaction that begins when the last one is there. Throws `Problem`. */
export async function answersToAll(
  caller: BulkCaller,
  pieces: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Buffer>> {
  const lines: Line[] = [];
  for await (const part of linesAsTheyCome(bounded(pieces))) lines.push(...part);
  const { principal, cause, idempotencyKey } = caller;
  const answer = await caller.context.scoped(principal, cause, (unit): Promise<Answer> => {
    const work = async (): Promise<Answer> => ({ status: 200, body: await takeAll(unit, caller, lines) });
    if (idempotencyKey === null) return work();
    const body = lines.map(({ text }) => (text instanceof Problem ? text.code : text));
    return once(unit, { principal, route: 'POST /v1/submissions/bulk', idempotencyKey, body }, work);
  });
  return (async function* () {
    yield textOf(answer.body as LineAnswer[]);
  })();
}

async function* bounded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > MOST_WHOLE_BYTES) throw new Problem('bodyTooLarge');
    yield piece;
  }
}
