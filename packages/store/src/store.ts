import { XushiError } from '@xushi/platform';
import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type Connection, connect, connectionFault } from './connection.js';
import { roleUrl } from './roles.js';
import * as schema from './schema/index.js';

export type Database = PostgresJsDatabase<typeof schema>;

/** A transaction. It is an argument wherever rows are read or written; nothing inside one reaches for the pool. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Who is asking: a key, its role and the org below which it may look. */
export interface Principal {
  keyId: string;
  keyName: string;
  role: 'reporter' | 'reviewer' | 'commander' | 'admin';
  orgId: number;
  orgKey: string;
  personId: number | null;
  personKey: string | null;
}

export interface Store {
  /** A worker's transaction: every subtree. Deadlocks and serialisation failures are retried. */
  work<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The api's only door: a transaction that sees and touches the principal's subtree and nothing else. */
  scoped<T>(principal: Pick<Principal, 'orgId'>, run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Who holds a key with this hash at a moment of wall time, or null. Keeps, to the hour, that it was used. */
  authenticate(keyHash: Buffer, wallNow: Date): Promise<Principal | null>;
  /** Resolves when both roles answer; throws otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A deadlock, a serialisation failure, and a prepared statement whose table another release has changed meanwhile: the
 * driver forgets it, and the next try prepares it anew.
 */
const RETRIED = new Set(['40P01', '40001', '0A000']);
const MOST_TRIES = 5;

/**
 * How a worker's statements are planned. They carry whole batches: planned for their values, each would be read once
 * more to plan it. A plan that is kept must not be one that was made while a table was small: through the index, always.
 */
const PLANNING = sql`
  SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`;

/** Plans the statements of this transaction once a connection, as a worker's are: for what is sent again and again. */
export const planOnce = async (tx: Transaction): Promise<void> => {
  await tx.execute(PLANNING);
};

/** Opens both pools as their own roles. Throws where the api's role could bypass row-level security. */
export async function openStore(options: {
  url: string;
  secretKey: string;
  apiConnections: number;
  workerConnections: number;
  /** All connections this process may come to use, its queue's included. */
  needed?: number;
}): Promise<Store> {
  const api = connect(roleUrl(options.url, 'api', options.secretKey), {
    max: options.apiConnections,
    name: 'xushi api',
  });
  const worker = connect(roleUrl(options.url, 'worker', options.secretKey), {
    max: options.workerConnections,
    name: 'xushi worker',
  });
  const close = async () => {
    await Promise.all([api.end({ timeout: 5 }), worker.end({ timeout: 5 })]);
  };
  try {
    await refuseBypass(api);
    await refuseCrowd(worker, options.needed ?? options.apiConnections + options.workerConnections);
  } catch (fault) {
    await close();
    throw fault instanceof XushiError ? fault : connectionFault(options.url, fault);
  }
  const apiDatabase = drizzle(api, { schema });
  const workerDatabase = drizzle(worker, { schema });

  return {
    work: (run) =>
      retried(() =>
        workerDatabase.transaction(async (tx) => {
          const planning = tx.execute(PLANNING);
          const [, result] = await Promise.all([planning, run(tx)]);
          return result;
        }),
      ),
    scoped: (principal, run) =>
      retried(() =>
        apiDatabase.transaction(async (tx) => {
          // Sent ahead of the first query without waiting for its answer: one round trip less.
          const scoping = tx
            .execute(sql`SELECT set_config('xushi.org', ${String(principal.orgId)}, true)`)
            .then(() => undefined);
          const [, result] = await Promise.all([scoping, run(tx)]);
          return result;
        }),
      ),
    async authenticate(keyHash, wallNow) {
      const rows = await api<
        {
          key_id: string;
          key_name: string;
          role: Principal['role'];
          org_id: number;
          org_key: string;
          person_id: number | null;
          person_key: string | null;
        }[]
      >`SELECT * FROM xushi_authenticate(${keyHash}, ${wallNow.toISOString()}::timestamptz)`;
      const row = rows[0];
      if (!row) return null;
      return {
        keyId: row.key_id,
        keyName: row.key_name,
        role: row.role,
        orgId: row.org_id,
        orgKey: row.org_key,
        personId: row.person_id,
        personKey: row.person_key,
      };
    },
    async ping() {
      await Promise.all([api`SELECT 1`, worker`SELECT 1`]);
    },
    close,
  };
}

async function refuseBypass(api: Connection): Promise<void> {
  const [role] = await api<{ bypass: boolean }[]>`
    SELECT EXISTS (
      -- Also what it may become: another role, or the owner of the tables, whom no policy holds.
      SELECT 1 FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER')
        AND (r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid AND relrowsecurity))
    ) AS bypass`;
  if (!role || role.bypass) {
    throw new XushiError(
      'apiRoleBypasses',
      'the role of the api could see every subtree: take SUPERUSER, BYPASSRLS and membership in other roles from xushi_api',
    );
  }
}

/** Better said at the start than found out under load: there must be room for every connection of this process. */
async function refuseCrowd(worker: Connection, needed: number): Promise<void> {
  const [room] = await worker<{ free: number; most: number }[]>`
    SELECT current_setting('max_connections')::int AS most,
           current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
             - (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS free`;
  // The two that ask are among those that are needed.
  if (room && room.free + 2 < needed) {
    throw new XushiError(
      'tooFewConnections',
      `Postgres has room for ${room.free} more connections of ${room.most} and this process may use ${needed}: raise max_connections or stop another process`,
    );
  }
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (fault) {
      if (tries >= MOST_TRIES || !RETRIED.has(sqlState(fault) ?? '')) throw fault;
    }
  }
}

/** The SQLSTATE of a database fault, also where drizzle wrapped it; null for other faults. */
export function sqlState(fault: unknown): string | null {
  for (let current = fault; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}
