import { toError, XushiError } from '@xushi/platform';
import postgres from 'postgres';

export type Connection = postgres.Sql;

/** A pool of `max` connections. `name` shows in pg_stat_activity. */
export function connect(
  url: string,
  options: { max: number; name: string; idleSeconds?: number },
): Connection {
  const connection = postgres(url, {
    max: options.max,
    idle_timeout: options.idleSeconds ?? 300,
    connect_timeout: 10,
    // The driver's own question for array types has nobody to hear that its connection broke; drizzle reads arrays.
    fetch_types: false,
    connection: { application_name: options.name },
    onnotice: () => undefined,
  });
  return preparing(connection);
}

/** Statements with more parameters are lists of rows: each length is a text of its own, and would be kept for one use. */
const MOST_PREPARED_PARAMETERS = 16;

type Unsafe = Connection['unsafe'];

/**
 * The same connection, with what drizzle sends prepared: planning a statement of judgement takes as long as running it.
 * A connection keeps the statements it has seen.
 */
function preparing(connection: Connection): Connection {
  prepareOn(connection);
  const begin = connection.begin.bind(connection) as (...given: unknown[]) => unknown;
  connection.begin = ((...given: unknown[]) => {
    const work = given.at(-1) as (tx: postgres.TransactionSql) => unknown;
    return begin(...given.slice(0, -1), async (tx: postgres.TransactionSql) => {
      const end = prepareOn(tx);
      try {
        return await work(tx);
      } finally {
        end();
      }
    });
  }) as Connection['begin'];
  return connection;
}

/**
 * Prepares what is sent from now on; answers what ends that. A transaction of which one part failed may have others
 * underway: what they send after it is over would run by itself, or inside the next one.
 */
function prepareOn(sql: { unsafe: Unsafe }): () => void {
  const unsafe = sql.unsafe.bind(sql) as (...given: unknown[]) => unknown;
  let over = false;
  sql.unsafe = ((text: string, parameters: unknown[] = [], options: object = {}) => {
    if (over) throw new XushiError('transactionOver', 'a statement came after its transaction was over');
    return unsafe(text, parameters, {
      ...options,
      // Last: drizzle asks for no preparation, in which each statement takes two round trips and lets none follow it.
      prepare: parameters.length > 0 && parameters.length <= MOST_PREPARED_PARAMETERS,
    });
  }) as Unsafe;
  return () => {
    over = true;
  };
}

/** Host and database of a URL, for sentences; never its user or password. */
export function placeOf(url: string): string {
  const parsed = new URL(url);
  return `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`;
}

/** Turns what a first connection may throw into one sentence that says what to do. */
export function connectionFault(url: string, thrown: unknown): XushiError {
  const cause = toError(thrown) as Error & { code?: string };
  const place = placeOf(url);
  const said: Record<string, string> = {
    ECONNREFUSED: `no Postgres answers at ${place}: start it, or correct DATABASE_URL`,
    ENOTFOUND: `the host of ${place} has no address: correct DATABASE_URL`,
    EAI_AGAIN: `the host of ${place} has no address: correct DATABASE_URL`,
    CONNECT_TIMEOUT: `Postgres at ${place} did not answer within 10 s: check the network or correct DATABASE_URL`,
    '28P01': `Postgres at ${place} refuses the user or password of DATABASE_URL`,
    '28000': `Postgres at ${place} refuses the user of DATABASE_URL`,
    '3D000': `Postgres at ${place} has no such database: create it, or correct DATABASE_URL`,
  };
  return new XushiError(
    'databaseUnreachable',
    said[cause.code ?? ''] ?? `cannot use the database at ${place}: ${cause.message}`,
    { cause },
  );
}
