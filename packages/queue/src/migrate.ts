import { type PgQueryable, quoteSchemaName, runMigrations } from 'bullmq';
import { Client } from 'pg';
import { checkNames } from './names.js';

/** Any number that no other lock of the database uses in its first half. */
const lockClass = 0x78_73_71;

export interface MigrateQueueOptions {
  /** The services whose queues roles below are to use: BullMQ would make a queue's counter on its first ring. */
  services: string[];
  /** Roles, other than the one that migrates, that ring and answer. They need not be allowed to make anything. */
  usableBy: string[];
}

/**
 * Brings the queue's tables to this release's shape. Any number of processes may do it at once: they line up for a
 * lock, the first does the work, the others find it done.
 */
export async function migrateQueue(
  url: string,
  schema: string,
  options: Partial<MigrateQueueOptions> = {},
): Promise<void> {
  const { services = [], usableBy = [] } = options;
  checkNames('Service', services);
  const client = new Client({ connectionString: url, application_name: 'xushi-queue-migration' });
  // A connection that breaks also fails the query that is waiting on it, which is what the caller hears of.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, schema]);
    await runMigrations(client, schema);
    await client.query(`set search_path to ${quoteSchemaName(schema)}`);
    for (const service of services) await createCounter(client, service);
    for (const role of usableBy) await client.query(grants(schema, role));
  } finally {
    await client.end();
  }
}

async function createCounter(client: PgQueryable, service: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select job_id_seq_name($1) as name', [service]);
  if (rows[0]) await client.query(`create sequence if not exists ${quoteIdentifier(rows[0].name)}`);
}

function grants(schema: string, role: string): string {
  const place = quoteSchemaName(schema);
  const grantee = quoteIdentifier(role);
  return `
    grant usage on schema ${place} to ${grantee};
    grant select, insert, update, delete on all tables in schema ${place} to ${grantee};
    grant usage, select on all sequences in schema ${place} to ${grantee};`;
}

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
