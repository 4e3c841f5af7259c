import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Upload } from '@xushi/client';
import { UsageFault } from './command.js';

export type FileKind = 'json' | 'csv' | 'xlsx';

/** A file that was named, or what came on standard input. */
export interface GivenFile extends Upload {
  kind: FileKind;
}

const TYPES: Record<FileKind, string> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What is held in memory: standard input, which cannot be read twice, and JSON. */
const LARGEST_HELD = 32 * 1024 * 1024;

/** Finds a file and what it is; `-` is standard input. Throws `UsageFault`. */
export async function givenFile(path: string, stdin: AsyncIterable<Uint8Array>): Promise<GivenFile> {
  if (path === '-') {
    const bytes = await allOf(stdin);
    const kind = kindOfBytes(bytes);
    return {
      kind,
      name: `stdin.${kind}`,
      type: TYPES[kind],
      size: bytes.length,
      async *pieces() {
        yield bytes;
      },
    };
  }
  const kind = extname(path).slice(1).toLowerCase();
  if (!isKind(kind))
    throw new UsageFault(`${path}：应为 .xlsx、.csv 或 .json / must be .xlsx, .csv or .json`);
  const found = await stat(path).catch((fault: NodeJS.ErrnoException) => {
    throw new UsageFault(`${path}：无法读取 / cannot be read (${fault.code})`);
  });
  if (!found.isFile()) throw new UsageFault(`${path}：不是文件 / is no file`);
  const { size } = found;
  return {
    kind,
    name: basename(path),
    type: TYPES[kind],
    size,
    // What is written behind the end meanwhile is not sent: the length was said already.
    pieces: () => (size === 0 ? nothing() : createReadStream(path, { end: size - 1 })),
  };
}

/** A file's text. Throws `UsageFault` for one that is too large, or no UTF-8. */
export async function textOfFile(file: GivenFile): Promise<string> {
  if (file.size > LARGEST_HELD) throw tooLarge(file.name);
  const bytes = await allOf(file.pieces());
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageFault(`${file.name}：不是 UTF-8 编码 / is not UTF-8`);
  }
}

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > LARGEST_HELD) throw tooLarge('-');
    held.push(piece);
  }
  return Buffer.concat(held);
}

const tooLarge = (name: string) => new UsageFault(`${name}：超过 32 MiB / is larger than 32 MiB`);

const isKind = (text: string): text is FileKind => Object.hasOwn(TYPES, text);

/** A workbook is a ZIP archive, JSON begins with a brace; what is neither is a table. */
function kindOfBytes(bytes: Buffer): FileKind {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx';
  return /^\uFEFF?\s*\{/.test(bytes.subarray(0, 1024).toString('utf8')) ? 'json' : 'csv';
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
