import { isUtf8 } from 'node:buffer';
import { WorkbookFault } from './fault.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Bytes that are decoded in one go, a millisecond's work. */
const PIECE = 64 * 1024;

/** By the mark at its beginning; else UTF-8 where it is valid UTF-8, else GB18030, which holds GBK and GB 2312. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return marked?.[0] ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');
}

/** The text in pieces, without its mark. Throws WorkbookFault `unknownEncoding` where it is not in that encoding. */
export function* decodedPieces(
  bytes: Uint8Array,
  encoding: TextEncoding,
): Generator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE) {
    try {
      yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
    } catch (cause) {
      throw new WorkbookFault('unknownEncoding', {}, { cause });
    }
  }
}
