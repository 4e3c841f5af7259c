import { sql } from 'drizzle-orm';

/** A list of row numbers (or years) as an array of Postgres, to stand behind `= ANY (…)`. */
export const integers = (values: Iterable<number>) => sql`${`{${[...values].join(',')}}`}::integer[]`;
