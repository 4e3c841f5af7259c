import {
  assertSchemaCompatibility,
  type PgPool,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  Queue,
  Worker,
} from 'bullmq';
import {
  eventsKept,
  type Ring,
  type RingBackend,
  type RingWorkerOptions,
  workerDefaults,
} from './backend.js';
import { DoorbellError, toError } from './errors.js';
import { inTime, within } from './patience.js';
import { calmPool, createQueuePool } from './postgres-pool.js';

/**
 * A connection on a pool that others share. BullMQ's own would look for the schema `bullmq` there, whatever the
 * pool's sessions see, and would remember for ever that it was not found or that the server was away.
 */
class SharedConnection extends PostgresConnection {
  #checked: Promise<void> | undefined;

  constructor(pool: PgPool, schema: string) {
    super(pool);
    (this as { schema: string }).schema = schema;
  }

  override waitUntilReady(): Promise<void> {
    this.#checked ??= assertSchemaCompatibility(this.pool, this.schema).then(
      () => undefined,
      (thrown: unknown) => {
        this.#checked = undefined;
        throw thrown;
      },
    );
    return this.#checked;
  }
}

/**
 * Never waits long for a ring: the notification wakes it, and one that got lost costs seconds rather than the hour
 * BullMQ would sleep on a connection it trusts.
 */
class RingQueueBackend extends PostgresQueueBackend {
  override get maximumBlockTimeout(): number {
    return workerDefaults.drainDelay;
  }
}

export interface PostgresBackendOptions {
  url: string;
  schema: string;
  maxConnections: number;
  failed: (what: string, thrown: unknown) => void;
}

/** Opens the queues' pool and shows that the schema is there. */
export async function openPostgresBackend(options: PostgresBackendOptions): Promise<RingBackend> {
  const { schema, failed } = options;
  const pool = createQueuePool(options);
  pool.on('error', (error) => failed('a connection of the queue broke', error));
  const shared = new SharedConnection(pool, schema);
  let workers = 0;
  const ping = () => inTime(assertSchemaCompatibility(pool, schema), 3_000).then(() => undefined);
  try {
    await ping();
  } catch (thrown) {
    await pool.end();
    throw refusal(thrown, schema);
  }
  return {
    ping,
    openQueue: (service) => {
      const queue = new Queue<
        Ring,
        void,
        string,
        Ring,
        void,
        string,
        PostgresQueueBackend,
        PostgresConnectionOptions
      >(
        service,
        { connection: pool, streams: eventsKept },
        (name, given) => new RingQueueBackend(shared, name, given, false),
      );
      queue.on('error', (error) => failed(`queue ${service}`, error));
      return queue;
    },
    openWorker: (wanted) => {
      workers += 1;
      checkPool(workers, options.maxConnections);
      return openWorker({ ...wanted, pool, schema });
    },
    close: async () => {
      await shared.close();
      await within(pool.end(), 3_000);
    },
  };
}

/** Each worker keeps a connection to be woken on; where those are all there are, none can fetch what it was woken for. */
function checkPool(workers: number, maxConnections: number): void {
  const needed = workers + 4;
  if (maxConnections >= needed) return;
  throw new DoorbellError(
    'queuePoolTooSmall',
    `${workers} workers need ${needed} connections for the queue and may use ${maxConnections}: allow ${needed}.`,
  );
}

function openWorker(options: RingWorkerOptions & { pool: PgPool; schema: string }) {
  const { service, failed } = options;
  const closing = new AbortController();
  const pool = calmPool(options.pool, { afterFailureMs: 250, signal: closing.signal });
  const connection = new SharedConnection(pool, options.schema);
  const worker = new Worker<Ring, void, string, PostgresQueueBackend, object, PostgresConnectionOptions>(
    service,
    (job) => options.process(job.data),
    { connection: pool, concurrency: options.concurrency, ...workerDefaults },
    (name, given) => new RingQueueBackend(connection, name, given, true),
  );
  worker.on('error', (error) => failed(`worker of ${service}`, error));
  worker.on('closing', () => closing.abort());
  return { worker, cut: () => void connection.close() };
}

function refusal(thrown: unknown, schema: string): DoorbellError {
  const error = toError(thrown);
  if (error.name === 'SchemaMigrationRequiredError' || /schema .* is not initialized/.test(error.message)) {
    return new DoorbellError(
      'queueNotMigrated',
      `The queue's schema ${schema} is missing from the database: run the migrations, then start again.`,
      error,
    );
  }
  return new DoorbellError(
    'queueUnreachable',
    `The queue's database does not answer (${error.message}): check DATABASE_DIRECT_URL or DATABASE_URL and that it accepts connections.`,
    error,
  );
}
