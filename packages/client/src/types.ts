import type { paths } from './api-types.js';
import type { JsonText } from './json-text.js';

/**
 * What the OpenAPI document says of a call, read off the generated `paths`: which paths take a method, what they ask
 * for and what they answer. A call that the document does not know does not compile.
 */
type Method = 'get' | 'put' | 'post' | 'delete';

export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, unknown> ? P : never;
}[keyof paths];

export type Operation<P extends keyof paths, M extends Method> =
  paths[P] extends Record<M, infer O> ? O : never;

/** The JSON of every answer that is no refusal; undefined for one without a body. */
export type AnswerOf<O> = O extends { responses: infer R }
  ? {
      [S in keyof R & (200 | 201 | 202 | 204)]: R[S] extends { content: { 'application/json': infer J } }
        ? J
        : undefined;
    }[keyof R & (200 | 201 | 202 | 204)]
  : never;

/** Of a POST that asks for nothing: an empty object. */
type JsonOf<O> = O extends { requestBody?: infer B }
  ? [NonNullable<B>] extends [never]
    ? Record<string, never>
    : NonNullable<B> extends { content: { 'application/json': infer J } }
      ? J
      : never
  : never;

export type BodyOf<O> = JsonOf<O> | JsonText;

/** One row of a list's page. */
export type RowOf<O> = AnswerOf<O> extends { data: (infer R)[] } ? R : unknown;

/** Lists that go on with `cursor`. */
export type PagedPath = {
  [P in PathOf<'get'>]: Operation<P, 'get'> extends { parameters: { query?: { cursor?: unknown } } }
    ? P
    : never;
}[PathOf<'get'>];

/** What every call may be told. */
export interface CallOptions {
  /** Ends the call and whatever it waits for; its reason is thrown. */
  signal?: AbortSignal | undefined;
  /** The revision that a change is made to (`If-Match`). */
  ifMatch?: number | undefined;
  /**
   * Of a POST: the same key again has one effect. Where none is given one is made, so that the call can be tried
   * again; null sends none, and then it is tried once.
   */
  idempotencyKey?: string | null | undefined;
}

/** A query as the document has it; numbers are written out, what is undefined is left out. */
type Asked<Q> = { [K in keyof Q]: Q[K] | number | undefined };

type QueryPart<O> = O extends { parameters: { query: infer Q } }
  ? { query: Asked<Q> }
  : O extends { parameters: { query?: infer Q } }
    ? { query?: Asked<NonNullable<Q>> }
    : unknown;

type ParamsPart<O> = O extends { parameters: { path: infer V } }
  ? { params: { [K in keyof V]: string | number } }
  : unknown;

type Options<O> = CallOptions & QueryPart<O> & ParamsPart<O>;

/** The options of a call, to be left out where the document needs none of them. */
export type OptionsOf<O> =
  Record<never, never> extends Options<O> ? [options?: Options<O>] : [options: Options<O>];
