import { sql } from 'drizzle-orm';

/** A moment of business time whose knowledge is asked for; null: everything that is known. */
export type AsOf = Date | null;

/** The moment as Postgres compares with it. */
export const knownBy = (asOf: AsOf) => sql`${asOf?.toISOString() ?? 'infinity'}::timestamptz`;

/** Rows with an end: those that were in force at the moment. */
export const inForceAt = (asOf: AsOf, alias: string) => {
  const known = sql.raw(`${alias}.known_at`);
  const ended = sql.raw(`${alias}.ended_at`);
  return asOf === null
    ? sql`${ended} IS NULL`
    : sql`${known} <= ${knownBy(asOf)} AND (${ended} IS NULL OR ${ended} > ${knownBy(asOf)})`;
};
