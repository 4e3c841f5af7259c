import { createRedisBackend, Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import {
  eventsKept,
  type Ring,
  type RingBackend,
  type RingWorkerOptions,
  workerDefaults,
} from './backend.js';
import { DoorbellError, toError } from './errors.js';
import { inTime, within } from './patience.js';

const common = {
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
  connectTimeout: 3_000,
  disconnectTimeout: 500,
} satisfies RedisOptions;

/** Whoever rings must never wait: without a connection a ring is refused at once. */
const producing = {
  ...common,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 3_000,
} satisfies RedisOptions;

/** Whoever answers has nothing better to do than to wait for the connection. */
const consuming = { ...common, maxRetriesPerRequest: null } satisfies RedisOptions;

/**
 * BullMQ's check of the server's release is made once over each connection, and a connection that broke at that
 * moment is never used again; waiting until it is ready has the same weakness.
 */
const unchecked = { skipVersionCheck: true, skipWaitingForReady: true } as const;

/**
 * A worker's connection tells of its end also between two attempts to connect: BullMQ waits for that event, for
 * ever where there is no socket to bring it about.
 */
class WorkerRedis extends Redis {
  override disconnect(reconnect = false): void {
    const betweenAttempts = this.status === 'reconnecting';
    super.disconnect(reconnect);
    if (reconnect || !betweenAttempts) return;
    // An attempt that is given up before it begins ends the connection in good order.
    this.connect().catch(() => undefined);
    super.disconnect();
  }
}

/** The connection, and the copy BullMQ makes of it to wait on, both to be cut where they would not close. */
function createWorkerClient(url: string): { client: Redis; cut: () => void } {
  const client = new WorkerRedis(url, consuming);
  const clients: Redis[] = [client];
  Object.assign(client, {
    duplicate(override: { connectionName?: string } = {}): Redis {
      const copy = new WorkerRedis(url, { ...consuming, ...override });
      clients.push(copy);
      return copy;
    },
  });
  return { client, cut: () => clients.forEach((each) => void each.disconnect()) };
}

export interface RedisBackendOptions {
  url: string;
  prefix: string;
  failed: (what: string, thrown: unknown) => void;
}

/** Connects and shows that the server answers. */
export async function openRedisBackend(options: RedisBackendOptions): Promise<RingBackend> {
  const { url, prefix, failed } = options;
  const client = new Redis(url, { ...producing, lazyConnect: true });
  let refused: Error | undefined;
  client.on('error', (error: Error) => {
    refused = error;
    failed('the queue’s connection to Redis', error);
  });
  const ping = () => inTime(client.ping(), 3_000).then(() => undefined);
  try {
    await inTime(client.connect(), 3_000);
    await ping();
  } catch (thrown) {
    client.disconnect();
    const error = refused ?? toError(thrown);
    throw new DoorbellError(
      'queueUnreachable',
      `Redis does not answer (${error.message}): check REDIS_URL and that it accepts connections.`,
      error,
    );
  }
  return {
    ping,
    openQueue: (service) => {
      const queue = new Queue<Ring>(
        service,
        { connection: client, prefix, streams: eventsKept, ...unchecked },
        createRedisBackend,
      );
      // Only what its connection said already.
      queue.on('error', () => undefined);
      return queue;
    },
    openWorker: (wanted) => openWorker({ ...wanted, url, prefix }),
    close: async () => {
      await within(client.quit(), 1_000);
      client.disconnect();
    },
  };
}

function openWorker(options: RingWorkerOptions & { url: string; prefix: string }) {
  const { service, prefix, failed } = options;
  const { client, cut } = createWorkerClient(options.url);
  client.on('error', (error) => failed(`worker of ${service}`, error));
  const worker = new Worker<Ring>(
    service,
    (job) => options.process(job.data),
    { connection: client, prefix, concurrency: options.concurrency, ...workerDefaults, ...unchecked },
    createRedisBackend,
  );
  worker.on('error', (error) => failed(`worker of ${service}`, error));
  return { worker, cut };
}
