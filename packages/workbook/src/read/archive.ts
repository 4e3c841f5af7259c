import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { othersTurn } from '../turns.js';
import { crc32 } from './crc32.js';
import { WorkbookFault } from './fault.js';
import type { ReadLimits } from './limits.js';

/** Parts that unpack to less are not asked how many times their packed size that is. */
const NEVER_TOO_MUCH = 4 * 1024 * 1024;
/** What is handed on at a time; in between others have their turn. */
const PIECE = 16 * 1024;

/** A ZIP archive in memory of which single parts are unpacked, piece by piece and never further than the limits. */
export class ReadArchive {
  #unpacked = 0;

  private constructor(
    readonly zip: ZipFile,
    readonly entries: ReadonlyMap<string, Entry>,
    readonly limits: ReadLimits,
  ) {}

  /** Reads the directory of the archive; nothing is unpacked. */
  static async open(bytes: Uint8Array, limits: ReadLimits): Promise<ReadArchive> {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = new Map<string, Entry>();
    const zip = await orBroken(() =>
      // Names are read here: the library refuses some that programs do write.
      fromBufferPromise(file, { lazyEntries: true, decodeStrings: false, autoClose: false }),
    );
    const tooMany = () => new WorkbookFault('workbookTooLarge', { what: 'entries', limit: limits.entries });
    if (zip.entryCount > limits.entries) throw tooMany();
    const read = zip.eachEntry();
    for (;;) {
      const { done, value: entry } = await orBroken(() => read.next());
      if (done) break;
      const name = pathOf(entry.fileNameRaw.toString('utf8'));
      if (entries.size >= limits.entries) throw tooMany();
      if (entries.has(name)) throw new WorkbookFault('workbookBroken', { what: 'a part twice', part: name });
      entries.set(name, entry);
    }
    return new ReadArchive(zip, entries, limits);
  }

  has(path: string): boolean {
    return this.entries.has(pathOf(path));
  }

  /** The bytes of a part. Throws WorkbookFault where it is not there, damaged, or over a limit. */
  async *unpack(path: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.entries.get(pathOf(path));
    if (!entry) throw new WorkbookFault('workbookBroken', { what: 'a part is missing', part: path });
    if (entry.isEncrypted()) throw new WorkbookFault('encryptedWorkbook');
    this.#check(path, entry, entry.uncompressedSize);
    const stream = await orBroken(() => this.zip.openReadStreamPromise(entry), path);
    let [size, crc] = [0, 0];
    for await (const bytes of piecesOf(stream, path)) {
      size += bytes.length;
      this.#unpacked += bytes.length;
      // What the archive says of itself was looked at above; this is what it comes to.
      this.#check(path, entry, size, 0);
      crc = crc32(bytes, crc);
      yield bytes;
      await othersTurn();
    }
    if (crc !== entry.crc32) throw new WorkbookFault('workbookBroken', { what: 'checksum', part: path });
  }

  #check(part: string, { compressedSize }: Entry, size: number, more = size): void {
    const { entryBytes, totalBytes, ratio } = this.limits;
    const refuse = (what: string, limit: number) => {
      throw new WorkbookFault('workbookTooLarge', { what, limit, part });
    };
    if (size > entryBytes) refuse('entryBytes', entryBytes);
    if (this.#unpacked + more > totalBytes) refuse('totalBytes', totalBytes);
    if (size > NEVER_TOO_MUCH && size > compressedSize * ratio) refuse('ratio', ratio);
  }
}

/** `/xl\Worksheets/Sheet1.xml` → `xl/worksheets/sheet1.xml`: names of parts are compared without case (OPC §6.2.2). */
const pathOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** What the stream gives, in pieces of a size. What fails in it is the file's fault. */
async function* piecesOf(stream: Readable, part: string): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const { done, value } = await orBroken(() => chunks.next(), part);
      if (done) return;
      for (let at = 0; at < value.length; at += PIECE) yield value.subarray(at, at + PIECE);
    }
  } finally {
    stream.destroy();
  }
}

/** What the library throws over an archive says that the archive is broken. */
async function orBroken<T>(work: () => Promise<T>, part?: string): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new WorkbookFault('workbookBroken', { what: 'archive', ...(part ? { part } : {}) }, { cause });
  }
}
