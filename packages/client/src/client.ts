import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '@xushi/protocol';

import { type Patience, untilAnswered } from './attempts.js';
import { bulkAnswers } from './bulk.js';
import { type Download, downloadOf } from './download.js';
import { type Answered, type Asked, textOf } from './exchange.js';
import { Unreachable } from './faults.js';
import type { Guard } from './guard.js';
import { jsonOf } from './json-text.js';
import { multipartOf, type Upload } from './multipart.js';
import type {
  AnswerOf,
  BodyOf,
  CallOptions,
  Operation,
  OptionsOf,
  PagedPath,
  PathOf,
  RowOf,
} from './types.js';
import { urlOf } from './url-of.js';

/** One org's sheet of a period, as it is submitted. */
export type SheetBody = BodyOf<Operation<'/v1/submissions', 'post'>>;

type Sheet = AnswerOf<Operation<'/v1/submissions', 'post'>>;

/** What became of one line of a bulk, from 1: what the same body posted alone would have been answered. */
export type BulkAnswer =
  | { line: number; status: 200 | 201; submission: Sheet }
  | { line: number; status: number; problem: ProblemBody };

/** The interface as functions, typed from its OpenAPI document. Every one throws `ApiProblem` or `Unreachable`. */
export interface Client {
  get<P extends PathOf<'get'>>(
    path: P,
    ...options: OptionsOf<Operation<P, 'get'>>
  ): Promise<AnswerOf<Operation<P, 'get'>>>;
  put<P extends PathOf<'put'>>(
    path: P,
    body: BodyOf<Operation<P, 'put'>>,
    ...options: OptionsOf<Operation<P, 'put'>>
  ): Promise<AnswerOf<Operation<P, 'put'>>>;
  /** Tried again like the others, since it carries an idempotency key: made here where none is given. */
  post<P extends PathOf<'post'>>(
    path: P,
    body: BodyOf<Operation<P, 'post'>>,
    ...options: OptionsOf<Operation<P, 'post'>>
  ): Promise<AnswerOf<Operation<P, 'post'>>>;
  remove<P extends PathOf<'delete'>>(path: P, ...options: OptionsOf<Operation<P, 'delete'>>): Promise<void>;
  /** Every row of a list, one page after the other, a page asked for when the last one is used up. */
  each<P extends PagedPath>(
    path: P,
    ...options: OptionsOf<Operation<P, 'get'>>
  ): AsyncGenerator<RowOf<Operation<P, 'get'>>>;
  /** A file as it comes. */
  download<P extends PathOf<'get'>>(path: P, ...options: OptionsOf<Operation<P, 'get'>>): Promise<Download>;
  /** Sends a file as form field `file`, other fields before it, and answers what is said of it. */
  upload<T>(
    path: string,
    file: Upload,
    options?: CallOptions & { fields?: Record<string, string> },
  ): Promise<T>;
  /**
   * Many submissions in one request, each with its answer, in order. Tried once; a line that was stored already makes
   * no new revision.
   */
  bulk<T = BulkAnswer>(
    lines: AsyncIterable<SheetBody> | Iterable<SheetBody>,
    options?: BulkOptions,
  ): AsyncGenerator<T>;
}

export interface BulkOptions {
  /** All of them or none: the answers come once the last line is there. */
  atomic?: boolean;
  /** The same lines again under the same key are stored once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface ClientOptions {
  /** Where the interface is: `http://127.0.0.1:8080`. */
  url: string;
  key: string;
  /** Of sentences in answers; Chinese where absent. */
  language?: 'zh' | 'en';
  patience?: Partial<Patience>;
}

const PATIENCE: Patience = { attemptMs: 60_000, totalMs: 180_000, retries: 6 };

/** What every call may be told, whatever its path. */
type Loose = CallOptions & { query?: Record<string, unknown>; params?: Record<string, unknown> };

/**
 * A client of the interface. Faults of the connection, time-outs, and answers that say “not now” (429, 502, 503,
 * 504, and 409 `idempotencyInFlight`) are tried again, where that is safe: reads, puts, removals, and posts with an
 * idempotency key. `Retry-After` is kept to. Throws RangeError for an address or key that cannot be sent.
 */
export function createClient({ url, key, language = 'zh', patience: given = {} }: ClientOptions): Client {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new RangeError(`not an http(s) address: ${url}`);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new RangeError('a key is visible ASCII characters, without blanks');
  const patience = { ...PATIENCE, ...given };
  const base = url.replace(/\/+$/, '');

  async function call<T>(
    method: string,
    path: string,
    options: Loose & { headers?: Record<string, string>; body?: Asked['body'] },
    read: (answer: Answered, guard: Guard) => Promise<T>,
  ): Promise<T> {
    const { body, signal } = options;
    const idempotencyKey = method === 'POST' ? (options.idempotencyKey ?? made(options)) : null;
    const headers = {
      ...headersOf(options),
      ...options.headers,
      ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
    };
    const asked = {
      method,
      url: urlOf(base, path, options),
      headers,
      ...(body === undefined ? {} : { body }),
    };
    const repeatable = method !== 'POST' || idempotencyKey !== null;
    return untilAnswered({ asked, repeatable, patience, signal }, read);
  }

  const headersOf = ({ ifMatch }: Loose) => ({
    authorization: `Bearer ${key}`,
    'accept-language': language,
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  });

  const json = <T>(method: string, path: string, options: Loose = {}, body?: unknown): Promise<T> =>
    call(
      method,
      path,
      { ...options, ...(body === undefined ? {} : { body: jsonOf(body), headers: JSON_TYPE }) },
      jsonAnswer<T>,
    );

  const client = {
    get: (path: string, options?: Loose) => json('GET', path, options),
    put: (path: string, body: unknown, options?: Loose) => json('PUT', path, options, body),
    post: (path: string, body: unknown, options?: Loose) => json('POST', path, options, body),
    remove: (path: string, options?: Loose) => json('DELETE', path, options),
    async *each(path: string, options: Loose = {}) {
      let cursor: unknown = options.query?.cursor;
      for (;;) {
        const query = { ...options.query, cursor };
        const page = await json<{ data: unknown[]; nextCursor: string | null }>('GET', path, {
          ...options,
          query,
        });
        yield* page.data;
        if (page.nextCursor === null) return;
        if (page.nextCursor === cursor) throw new Error(`${path}: the cursor does not move on`);
        cursor = page.nextCursor;
      }
    },
    download: (path: string, options: Loose = {}) =>
      call('GET', path, options, async (answer, guard) => downloadOf(answer, guard, patience.attemptMs)),
    upload: (
      path: string,
      file: Upload,
      { fields = {}, ...options }: Loose & { fields?: Record<string, string> } = {},
    ) => {
      return call('POST', path, { ...options, ...multipartOf(file, fields) }, jsonAnswer);
    },
    bulk: (lines: Iterable<unknown>, { atomic = false, signal, idempotencyKey }: BulkOptions = {}) =>
      bulkAnswers(
        {
          url: urlOf(base, '/v1/submissions/bulk', atomic ? { query: { atomic: 'true' } } : {}),
          method: 'POST',
          headers: {
            ...headersOf({}),
            'content-type': 'application/x-ndjson',
            ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          },
          silenceMs: patience.attemptMs,
        },
        lines,
        signal,
      ),
  };
  return client as unknown as Client;
}

const JSON_TYPE = { 'content-type': 'application/json' };

const made = ({ idempotencyKey }: Loose): string | null => (idempotencyKey === null ? null : randomUUID());

/** Reads a JSON answer whole; none where there is none. */
async function jsonAnswer<T>(answer: Answered, guard: Guard): Promise<T> {
  const text = await textOf(answer);
  guard.release();
  if (answer.status === 204 || text === '') return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    const said = `${answer.url} did not answer JSON: is it the address of xushi?`;
    throw new Unreachable('notXushi', said, { cause });
  }
}
