import { strToU8, Zip, ZipDeflate } from 'fflate';

/**
 * The same moment in every file, so that the same content is the same bytes. It has no zone: the archive keeps local
 * time, which then is the same everywhere.
 */
const NO_MOMENT = '1980-01-01T00:00:00';

/** An archive that is packed while it is written: what is ready can be taken at any time. */
export class XlsxArchive {
  #ready: Uint8Array[] = [];
  readonly #zip = new Zip((fault, bytes) => {
    if (fault) throw fault;
    this.#ready.push(bytes);
  });

  /** Begins a part; the answer writes to it, and ends it where told. Parts are written one after the other. */
  part(path: string): (text: string, last?: boolean) => void {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = NO_MOMENT;
    this.#zip.add(part);
    return (text, last = false) => part.push(strToU8(text), last);
  }

  /** Writes what closes the archive. */
  end(): void {
    this.#zip.end();
  }

  /** The bytes since the last time. */
  take(): Uint8Array[] {
    const bytes = this.#ready;
    this.#ready = [];
    return bytes;
  }
}
