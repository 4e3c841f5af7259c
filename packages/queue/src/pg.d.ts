/** The part of node-postgres used here; the package brings no types of its own. */
declare module 'pg' {
  import type { PgPool, PgPoolConfig, PgQueryable } from 'bullmq';

  interface StandaloneClient extends PgQueryable {
    connect(): Promise<void>;
    end(): Promise<void>;
    on(event: 'error', listener: (error: Error) => void): this;
  }

  export const Pool: new (config: PgPoolConfig) => PgPool;
  export const Client: new (config: PgPoolConfig) => StandaloneClient;
}
