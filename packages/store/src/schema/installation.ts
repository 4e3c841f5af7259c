import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.js';

/** The one row that says what this database is: its time zone and which kind of clock it has lived by. */
export const installation = pgTable(
  'installation',
  {
    id: integer('id').primaryKey().default(1),
    timeZone: text('time_zone').notNull(),
    clockKind: text('clock_kind').$type<'system' | 'simulated'>().notNull(),
    /** Simulated clock: business time = wall time + offset. Never goes back. */
    clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }).notNull().default(0),
    /** Where the simulated clock was last asked to go; null once it stands there. */
    clockGoal: instant('clock_goal'),
    /** Another one whenever the catalogue of indicators changes: what a process keeps of it is good for as long. */
    catalogue: uuid('catalogue').notNull().default(sql`gen_random_uuid()`),
    createdAt: instant('created_at').notNull(),
    /** Every period that opened up to then has its due instants; null: since the beginning none did. */
    periodsOpenedAt: instant('periods_opened_at'),
    /** Places of the seeds that are loaded, so that a second start repeats nothing. */
    seeded: text('seeded').array().notNull().default(sql`'{}'`),
  },
  (table) => [check('installation_single_row', sql`${table.id} = 1`)],
);
