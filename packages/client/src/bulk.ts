import { faultOf } from './attempts.js';
import { type Asked, exchange } from './exchange.js';
import { problemOf, Unreachable } from './faults.js';
import { type Guard, openGuard } from './guard.js';
import { jsonOf } from './json-text.js';
import { piecesOf } from './pieces.js';

/**
 * Sends lines of JSON and gives the answer to each, in order, while they go out. Nobody runs ahead: a line is asked
 * for when the connection takes it, and the server is read when an answer is asked for. It is tried once: the lines
 * are gone then. Throws `ApiProblem` where the whole is refused, `Unreachable` where the connection ends before the
 * answers do (the lines without an answer may or may not be stored), and whatever the lines throw themselves.
 */
export async function* bulkAnswers<L, A>(
  asked: Omit<Asked, 'body'> & { silenceMs: number },
  lines: AsyncIterable<L> | Iterable<L>,
  signal: AbortSignal | undefined,
): AsyncGenerator<A> {
  const guard = openGuard(signal);
  const turns = takeTurns(guard, asked.silenceMs);
  const source = linesOut(lines, turns);
  try {
    turns.reading(true);
    const answer = await exchange({ ...asked, body: () => source.bytes, alone: true }, guard.signal);
    if (answer.status !== 200) throw await problemOf(answer);
    yield* answersOf<A>(piecesOf(answer, guard, turns.reading));
  } catch (thrown) {
    guard.throwIfGivenUp();
    if (source.failed !== null) throw source.failed.fault;
    throw faultOf(thrown, guard);
  } finally {
    guard.cut();
    guard.release();
    source.end();
  }
}

interface Turns {
  reading(on: boolean): void;
  producing(on: boolean): void;
}

/** Silence is the server's only while we wait for its answer and it does not wait for our next line. */
function takeTurns(guard: Guard, ms: number): Turns {
  const state = { reading: false, producing: false };
  const look = () => (state.reading && !state.producing ? guard.wait(ms) : guard.rest());
  return {
    reading(on) {
      state.reading = on;
      look();
    },
    producing(on) {
      state.producing = on;
      look();
    },
  };
}

/** The lines as bytes, one when it is asked for. */
function linesOut<L>(lines: AsyncIterable<L> | Iterable<L>, turns: Turns) {
  const iterator = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (;;) {
      turns.producing(true);
      const next = await Promise.resolve(iterator.next()).catch((fault: unknown) => {
        source.failed = { fault };
        throw fault;
      });
      turns.producing(false);
      if (next.done) return;
      yield Buffer.from(`${jsonOf(next.value)}\n`);
    }
  }
  const source = {
    bytes: bytes(),
    failed: null as { fault: unknown } | null,
    /** Tells whoever makes the lines that no more are wanted; one that is being made is not waited for. */
    end: () => void Promise.resolve(iterator.return?.()).catch(() => undefined),
  };
  return source;
}

async function* answersOf<A>(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<A> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as A;
  }
  // Whatever ends within a line was cut, though nobody said so.
  if (rest !== '') throw new Unreachable('connection', 'the answers end within a line');
}
