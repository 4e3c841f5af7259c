import { setTimeout as pause } from 'node:timers/promises';
import type { PgPool } from 'bullmq';
import { Pool } from 'pg';

/** Longer than any query of a queue takes; without it a broken network would hold one for ever. */
const queryTimeoutMs = 10_000;

/** The pool all queues and workers of a process share. Sessions see the queue's schema and no other. */
export function createQueuePool(options: { url: string; schema: string; maxConnections: number }): PgPool {
  const pool = new Pool({
    connectionString: withSearchPath(options.url, options.schema),
    max: options.maxConnections,
    application_name: 'xushi-queue',
    connectionTimeoutMillis: 3_000,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // The pool hears of a connection that breaks only while it lies idle there. One that breaks after it was taken and
  // before its next query would end the process; whoever took it hears of it from that query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** In the address itself: what an address says there takes precedence over what stands beside it. */
function withSearchPath(url: string, schema: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', `${given ? `${given} ` : ''}-c search_path=${schema}`);
  return address.href;
}

/**
 * The pool as a worker sees it: a query that fails answers a little later. A worker asks again at once after most
 * failures, thousands of times a second while a server restarts or a schema is missing.
 */
export function calmPool(pool: PgPool, options: { afterFailureMs: number; signal: AbortSignal }): PgPool {
  async function calmly<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (thrown) {
      await pause(options.afterFailureMs, undefined, { signal: options.signal }).catch(() => undefined);
      throw thrown;
    }
  }
  const calm: PgPool = {
    query: (text, params) => calmly(() => pool.query(text, params)),
    connect: () => calmly(() => pool.connect()),
    // The pool is closed, and its failures are heard, in one place for all.
    end: async () => undefined,
    on: () => calm,
    removeAllListeners: () => calm,
  };
  return calm;
}
