import type { Readable } from 'node:stream';
import type { Cause, Unit } from '@xushi/events';
import type { KeyRole, Language } from '@xushi/protocol';
import type { Context } from '@xushi/runtime';
import type { Principal } from '@xushi/store';
import type { FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';

/**
 * What a handler answers. A body is JSON, bytes, or an async iterable of bytes: that is made while it is sent, after
 * the transaction, and asks the database for nothing. `replay` is what the same Idempotency-Key gets later, where it
 * differs.
 */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  replay?: unknown;
}

/** One request to one endpoint, checked: the unit of work is in the caller's subtree. */
export interface Call<Body = unknown> {
  unit: Unit;
  cause: Cause;
  principal: Principal;
  context: Context;
  body: Body;
  params: Record<string, string>;
  query: Record<string, string | undefined>;
  language: Language;
  ifMatch: number | null;
}

/** A request to an endpoint that opens the transactions it needs itself. */
export interface OpenCall<Body = unknown> extends Omit<Call<Body>, 'unit' | 'ifMatch'> {
  request: FastifyRequest;
  idempotencyKey: string | null;
}

/** Bodies that are no JSON: their media types, and how one is read before any transaction begins. */
export interface OtherBody {
  types: readonly string[];
  /** Of a form: its fields, for the document. */
  shape?: TSchema;
  read(request: FastifyRequest, payload: Readable): Promise<unknown>;
}

/**
 * What a call is, which decides what a key without a person may do. Such a key submits and reads; an admin's one sets
 * up as well, since the first of an installation has no people yet. What somebody answers for by name takes a person.
 */
export type Act = 'read' | 'submit' | 'setUp' | 'person';

/** What an endpoint answers with one status. */
export interface AnswerShape {
  description: string;
  /** The shape of a JSON body, of each line where there are many. */
  body?: TSchema;
  /** Media types, where the body is not JSON alone; of those that are not JSON the shape is a file’s. */
  contentType?: string | readonly string[];
  /** Headers besides those of every answer, each with what it says. */
  headers?: Readonly<Record<string, string>>;
}

/** One parameter of a query string. Handlers read and refuse it (query.ts); the shape says what they take. */
export interface QueryParameter {
  schema: TSchema;
  description: string;
  required?: boolean;
}

/** An endpoint as data: its place, who may use it, its shapes and its handler. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  summary: string;
  tag: string;
  /** Its name in the OpenAPI document and in clients made from it; from method and path where absent. */
  operationId?: string;
  /** The lowest role that may; reporter where absent. */
  role?: KeyRole;
  /** `read` of a GET and else `person` where absent: what does not say otherwise is not for machines. */
  act?: Act;
  /** Only for keys of the whole installation. */
  wholeInstallation?: boolean;
  body?: TSchema;
  query?: Readonly<Record<string, string | QueryParameter>>;
  /** Takes `If-Match` with the revision that is to be replaced. */
  ifMatch?: boolean;
  /** By status; a sentence alone: an answer without a body. */
  answers: Readonly<Record<number, string | AnswerShape>>;
  /** Statuses of refusals that do not follow from method and role (openapi/problems.ts). */
  problems?: readonly number[];
  takes?: OtherBody;
  handle(call: Call<never>): Promise<Answer>;
  /** In place of `handle`: it answers without a transaction of its own. */
  handleOpen?(call: OpenCall<never>): Promise<Answer>;
}

export const actOf = (declared: Pick<Endpoint, 'act' | 'method'>): Act =>
  declared.act ?? (declared.method === 'GET' ? 'read' : 'person');

/** Declares an endpoint whose handler knows the type of its body. */
export function endpoint<B extends TSchema>(
  declared: Omit<Endpoint, 'handle' | 'body'> & { body: B; handle(call: Call<Static<B>>): Promise<Answer> },
): Endpoint;
export function endpoint(
  declared: Omit<Endpoint, 'handle' | 'body'> & { handle(call: Call<undefined>): Promise<Answer> },
): Endpoint;
export function endpoint(declared: unknown): Endpoint {
  return declared as Endpoint;
}

/** Declares an endpoint that opens the transactions it needs itself. */
export function openEndpoint<Body>(
  declared: Omit<Endpoint, 'handle' | 'handleOpen'> & { handleOpen(call: OpenCall<Body>): Promise<Answer> },
): Endpoint {
  return { ...declared, handle: () => Promise.reject(new Error('it is answered without a transaction')) };
}
/** An answer with a JSON body. */
export const json = (description: string, body: TSchema): AnswerShape => ({ description, body });

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const putAnswer = (result: { created: boolean }, body: unknown): Answer => ({
  status: result.created ? 201 : 200,
  body,
});
