import { isUtf8 } from 'node:buffer';
import { Problem } from '@xushi/protocol';

/** One line that says something. */
export interface Line {
  /** From 1, empty lines counted. */
  number: number;
  /** Its text, or why it cannot be read. */
  text: string | Problem;
}

/** The longest line: a sheet of five hundred figures has a tenth of it. */
const MOST_LINE_BYTES = 1024 * 1024;
/** The most lines that are given out together. */
const MOST_LINES = 64;

const NEWLINE = 0x0a;

/**
 * Cuts bytes into lines and gives out those that are there, as they come: whoever sends one line and waits for its
 * answer gets it. Holds one line at most beyond a piece of the stream; a longer one is skipped and said to be.
 */
export async function* linesAsTheyCome(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let number = 0;
  const ended = (last: Buffer): Line | null => {
    number += 1;
    const tooLong = restBytes + last.length > MOST_LINE_BYTES;
    const line = tooLong ? null : Buffer.concat([...rest, last]);
    rest = [];
    restBytes = 0;
    if (line === null) return { number, text: new Problem('lineTooLong') };
    const bytes = withoutMark(line, number);
    if (bytes.length === 0) return null;
    return { number, text: isUtf8(bytes) ? bytes.toString('utf8') : new Problem('bodyNotJson') };
  };
  for await (const piece of pieces) {
    let lines: Line[] = [];
    let from = 0;
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      const line = ended(bytes.subarray(from, to));
      from = to + 1;
      if (line) lines.push(line);
      if (lines.length === MOST_LINES) {
        yield lines;
        lines = [];
      }
    }
    if (restBytes <= MOST_LINE_BYTES) rest.push(Buffer.from(bytes.subarray(from)));
    restBytes += bytes.length - from;
    if (lines.length > 0) yield lines;
  }
  const last = restBytes > 0 ? ended(Buffer.alloc(0)) : null;
  if (last) yield [last];
}

/** Without the carriage return of its end, and without the byte order mark of the first. */
function withoutMark(line: Buffer, number: number): Buffer {
  const from = number === 1 && line.length >= 3 && line.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
  const text = line.subarray(from, line.at(-1) === 0x0d ? -1 : undefined);
  return text.every((byte) => byte === 0x20 || byte === 0x09) ? Buffer.alloc(0) : text;
}
