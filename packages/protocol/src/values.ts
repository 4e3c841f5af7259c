import { Type } from 'typebox';

/** Shapes that recur in bodies. Decimals are checked by the domain, which knows what a plain decimal is. */
export const Slug = Type.String({ minLength: 1, maxLength: 80, pattern: '^[a-z0-9][a-z0-9-]*$' });
/** One line of text: no control characters, no line or paragraph separators. */
export const Name = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+$',
});
export const Text = Type.String({ maxLength: 4000 });
/** A reason that says something. */
export const Reason = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });
export const Decimal = Type.Union([Type.String({ maxLength: 64 }), Type.Number()]);
export const PeriodText = Type.String({ maxLength: 16 });
export const DateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const MomentText = Type.String({ minLength: 10, maxLength: 40 });
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** One of a closed list of words. */
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
export const closed = { additionalProperties: false } as const;
