import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { sha256 } from '@xushi/platform';
import { type Fault, Problem, refuse } from '@xushi/protocol';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { OtherBody } from './endpoint.js';

const [KB, MB] = [1024, 1024 * 1024];

/** What a form may come to. */
const LIMITS = {
  fileSize: 10 * MB,
  fieldSize: 64 * KB,
  parts: 20,
  headerPairs: 20,
  headerSize: 8 * KB,
} as const;
/** File, texts, headers and what stands between them. */
const MOST_BYTES = LIMITS.fileSize + LIMITS.parts * (LIMITS.fieldSize + LIMITS.headerSize);
/** So much of what is too large is still taken in, and dropped, so that the sender hears why. */
const MOST_DROPPED_BYTES = 3 * MOST_BYTES;
const FILE = 'file';

/** A file as somebody sent it. As JSON it is what it holds, in short: so the same request is known again. */
export class UploadedFile {
  constructor(
    /** As the sender called it; says nothing of what it is. Without a path. */
    readonly name: string,
    readonly bytes: Buffer,
  ) {}

  toJSON() {
    return { sha256: sha256(this.bytes).toString('hex') };
  }
}

/** A form with its one file, and its texts in the order of their names. */
export interface UploadedForm {
  file: UploadedFile;
  fields: Readonly<Record<string, string>>;
}

/** A form, read. */
export interface FormBody extends OtherBody {
  read(request: Pick<FastifyRequest, 'headers'>, payload: Readable): Promise<UploadedForm>;
}

/**
 * Bodies that are forms with one file, `file`, and texts of the given names (multipart/form-data, RFC 7578). Throws
 * `Problem`: `formBroken` 400, `bodyTooComplex` 400, `fileTooLarge` and `bodyTooLarge` 413, and 422 at the field with
 * `fileNeeded`, `oneFileOnly`, `unknownField`, `memberTwice`, `textNotStorable`.
 */
export const formWithFile = (names: readonly string[]): FormBody => ({
  types: ['multipart/form-data'],
  shape: Type.Object({
    [FILE]: Type.Unsafe<string>({ type: 'string', format: 'binary' }),
    ...Object.fromEntries(names.map((name) => [name, Type.Optional(Type.String())])),
  }),
  read: ({ headers }, payload) => readForm(payload, { headers, names }),
});

interface FormRequest {
  headers: IncomingHttpHeaders;
  names: readonly string[];
}

async function readForm(payload: Readable, of: FormRequest): Promise<UploadedForm> {
  const form = new Form(of);
  try {
    // Left open when reading ends early: the answer goes the same way.
    for await (const piece of payload.iterator({ destroyOnReturn: false })) await form.take(piece as Buffer);
  } catch (fault) {
    // Whoever hung up does not hear it; the log does.
    throw fault instanceof Problem ? fault : new Problem('formBroken', { cause: fault });
  }
  return form.ended();
}

/** A form while it comes. What is wrong with it as a whole is said when its last byte is there. */
class Form {
  readonly #reader: InstanceType<typeof Busboy>;
  readonly #finished: Promise<unknown>;
  readonly #files: { name: string; pieces: Buffer[] }[] = [];
  readonly #fields = new Map<string, string>();
  readonly #faults: Fault[] = [];
  readonly #names: readonly string[];
  #refused: Problem | null = null;
  #bytes = 0;

  constructor({ headers, names }: FormRequest) {
    this.#names = names;
    try {
      this.#reader = new Busboy({
        headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
        limits: LIMITS,
        isPartAFile: (name, _type, filename) => name === FILE || filename !== undefined,
      });
    } catch (fault) {
      throw new Problem('formBroken', { cause: fault });
    }
    this.#reader.on('error', (fault) => this.#refuse('formBroken', fault));
    this.#finished = once(this.#reader, 'finish').catch(() => undefined);
    this.#reader.on('partsLimit', () => this.#refuse('bodyTooComplex', null, `${LIMITS.parts} parts`));
    this.#reader.on('file', (name, stream, filename) => this.#file(name, stream, filename));
    this.#reader.on('field', (name, text, _nameCut, cut) => this.#field(name, text, cut));
  }

  async take(piece: Buffer): Promise<void> {
    this.#bytes += piece.length;
    if (this.#bytes > MOST_BYTES) this.#refuse('bodyTooLarge');
    if (this.#bytes > MOST_DROPPED_BYTES && this.#refused) throw this.#refused;
    if (this.#refused || this.#reader.write(piece)) return;
    await Promise.race([once(this.#reader, 'drain').catch(() => undefined), this.#finished]);
  }

  async ended(): Promise<UploadedForm> {
    if (!this.#refused) {
      this.#reader.end();
      await this.#finished;
    }
    if (this.#refused) throw this.#refused;
    const [file, second] = this.#files;
    if (!file) this.#faults.push({ pointer: `/${FILE}`, code: 'fileNeeded' });
    if (second) this.#faults.push({ pointer: `/${FILE}`, code: 'oneFileOnly' });
    refuse(this.#faults);
    if (!file) throw new Error('a form without a file was refused');
    const fields = [...this.#fields].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      file: new UploadedFile(file.name, Buffer.concat(file.pieces)),
      fields: Object.fromEntries(fields),
    };
  }

  #file(name: string, stream: Readable, filename: string | undefined): void {
    const file = { name: filename ?? '', pieces: [] as Buffer[] };
    // A form that ends within a file is broken, which its reader says as well.
    stream.on('error', (fault) => this.#refuse('formBroken', fault));
    stream.on('limit', () => this.#refuse('fileTooLarge'));
    const taken = name === FILE && this.#files.length < 2;
    // The second one only has to be known of.
    const kept = taken && this.#files.length === 0;
    stream.on('data', (piece: Buffer) => {
      if (kept && !this.#refused) file.pieces.push(piece);
    });
    if (taken) this.#files.push(file);
    else if (name !== FILE) this.#unknown(name);
  }

  #field(name: string, text: string, cut: boolean): void {
    const pointer = `/${name}`;
    if (cut) this.#refuse('bodyTooComplex', null, `${LIMITS.fieldSize / KB} kB: ${name.slice(0, 40)}`);
    else if (!this.#names.includes(name)) this.#unknown(name);
    else if (this.#fields.has(name))
      this.#faults.push({ pointer, code: 'memberTwice', params: { field: name } });
    else if (text.includes('\0')) this.#faults.push({ pointer, code: 'textNotStorable' });
    else this.#fields.set(name, text);
  }

  #unknown(name: string): void {
    const field = name.slice(0, 40);
    this.#faults.push({ pointer: `/${field}`, code: 'unknownField', params: { field } });
  }

  /** The first reason stays; what is still to come is taken in and dropped. */
  #refuse(
    code: 'formBroken' | 'bodyTooComplex' | 'fileTooLarge' | 'bodyTooLarge',
    cause: unknown = null,
    limit = '',
  ): void {
    this.#refused ??= new Problem(code, {
      params: { limit },
      headers: { connection: 'close' },
      ...(cause === null ? {} : { cause }),
    });
  }
}
