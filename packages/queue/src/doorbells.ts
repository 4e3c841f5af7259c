import type { RingBackend, RingQueue } from './backend.js';
import { DoorbellError } from './errors.js';
import { type Listener, type ListenOptions, startListener } from './listener.js';
import { checkNames } from './names.js';
import { openPostgresBackend } from './postgres-backend.js';
import { createQuietLog } from './quiet-log.js';
import { openRedisBackend } from './redis-backend.js';
import { createRinger } from './ringer.js';

export type { Listener, ListenOptions } from './listener.js';

export type BackendOptions =
  /** `maxConnections`: workers of this process + 4. Each worker keeps one to be woken on. */
  { kind: 'postgres'; url: string; schema: string; maxConnections: number } | { kind: 'redis'; url: string };

export interface DoorbellOptions {
  backend: BackendOptions;
  /** Keeps installations on one Redis apart; on Postgres the schema does. */
  prefix: string;
  /** Which service answers for a reactor. */
  routes: Record<string, string>;
  log: (message: string) => void;
}

export interface Doorbells {
  /** Rings for a reactor: fire and forget, at most once a reactor every 5 ms. Never throws; failures go to the log. */
  ring(reactor: string): void;
  /** Starts a worker that answers the rings of a service. A process that only rings never calls this. */
  listen(options: ListenOptions): Promise<Listener>;
  /** Rings of a service that are waiting or being answered. */
  waiting(service: string): Promise<number>;
  /** Rejects where the queue cannot be used now. */
  ping(): Promise<void>;
  /** Stops all listeners, then closes. Idempotent. */
  close(): Promise<void>;
}

/** Opens the queues of an installation; rejects with a DoorbellError where they cannot be reached. */
export async function openDoorbells(options: DoorbellOptions): Promise<Doorbells> {
  const { routes } = options;
  const services = [...new Set(Object.values(routes))];
  checkNames('Prefix', [options.prefix]);
  checkNames('Service', services);
  const failed = createQuietLog(options.log);
  const backend = await openBackend(options, failed);
  const queues = new Map<string, RingQueue>();
  for (const service of services) queues.set(service, backend.openQueue(service));
  const ringer = createRinger({ routes, queues, failed });
  const listeners = new Set<Listener>();

  async function close(): Promise<void> {
    await ringer.stop();
    await Promise.all([...listeners].map((listener) => listener.stop()));
    await Promise.all([...queues.values()].map((queue) => queue.close()));
    await backend.close();
  }

  let closed: Promise<void> | undefined;
  return {
    ring: (reactor) => ringer.ring(reactor),
    async listen(wanted) {
      if (closed) throw new DoorbellError('queueClosed', 'These doorbells are closed: open others.');
      for (const reactor of wanted.reactors) checkRoute(routes, reactor, wanted.service);
      const listener = await startListener(backend, wanted, failed);
      listeners.add(listener);
      return listener;
    },
    async waiting(service) {
      const queue = queues.get(service);
      if (!queue) return 0;
      const { waiting = 0, active = 0 } = await queue.getJobCounts('waiting', 'active');
      return waiting + active;
    },
    ping: () => backend.ping(),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

function openBackend(
  { backend, prefix }: DoorbellOptions,
  failed: (what: string, thrown: unknown) => void,
): Promise<RingBackend> {
  if (backend.kind === 'redis') return openRedisBackend({ url: backend.url, prefix, failed });
  return openPostgresBackend({ ...backend, failed });
}

function checkRoute(routes: Record<string, string>, reactor: string, service: string): void {
  if (routes[reactor] === service) return;
  throw new DoorbellError(
    'queueMisnamed',
    `Service ${service} cannot answer for reactor ${reactor}: its rings go to ${routes[reactor] ?? 'nobody'}.`,
  );
}
