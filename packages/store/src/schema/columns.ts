import { sql } from 'drizzle-orm';
import { bigint, customType, date, integer, numeric, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A moment, to the millisecond, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A calendar day in the installation's time zone, as `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' });

/** An exact decimal of any scale, read back as the string it was written as. */
export const exact = (name: string) => numeric(name);

/** A row number that grows with insertion order within one connection; never a public order. */
export const serialId = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

export const uuidId = () => uuid('id').primaryKey();

export const yearColumn = () => integer('year').notNull();
export const monthColumn = () => integer('month').notNull();

/** Postgres' 64-bit transaction id: events are read behind the oldest one still running. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const currentTransaction = sql`pg_current_xact_id()`;
