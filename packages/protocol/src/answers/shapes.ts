import { type TProperties, type TSchema, Type } from 'typebox';
import { closed, Nullable } from '../values.js';

/**
 * Shapes that recur in answers. A shape with a `title` becomes a component of the OpenAPI document under that name;
 * equal titles must mean equal shapes. Answers are written as they are and never cut to their shape: the tests hold
 * every answer against it.
 */

/** An object whose fields are all known. */
export const Whole = <const P extends TProperties>(title: string, properties: P, description?: string) =>
  Type.Object(properties, { ...closed, title, ...(description === undefined ? {} : { description }) });

/** A period `YYYY-MM`. */
export const Period = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'YYYY-MM' });
/** A day `YYYY-MM-DD`. */
export const Day = Type.String({ format: 'date', description: 'YYYY-MM-DD' });
/** A moment, ISO 8601 in UTC. */
export const Moment = Type.String({ format: 'date-time', description: 'ISO 8601 in UTC' });
/** A number as a plain decimal string. */
export const Exact = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$', description: 'A plain decimal' });
export const Id = Type.String({ format: 'uuid' });
export const Month = Type.Integer({ minimum: 1, maximum: 12 });
export const Count = Type.Integer({ minimum: 0 });
/** Rows are numbered from 1, versions and revisions too. */
export const Ordinal = Type.Integer({ minimum: 1 });
/** Text that names something: never empty. */
export const Word = Type.String({ minLength: 1 });

export const MaybeExact = Nullable(Exact);
export const MaybeText = Nullable(Type.String());
export const MaybeDay = Nullable(Day);
export const MaybeMoment = Nullable(Moment);

/** One page of a list. */
export const PageOf = <T extends TSchema>(items: T) =>
  Type.Object(
    {
      data: Type.Array(items),
      nextCursor: Nullable(Type.String({ description: 'asks for the next page; null: this was the last' })),
    },
    closed,
  );

/** What the first answer gave and a repeated request does not give again: a secret. */
export const SecretShown = Whole('SecretShown', { id: Id, secretAlreadyShown: Type.Literal(true) });
