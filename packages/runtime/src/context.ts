import type { AddressGuard, SecretBox, Sender } from '@xushi/delivery';
import {
  createAddressGuard,
  createMailChannel,
  createSecretBox,
  createSender,
  createWebhookChannel,
} from '@xushi/delivery';
import {
  appendEvents,
  type Cause,
  POSTPONED_MS,
  type Reactor,
  reactorsOwed,
  runReactor,
  SYSTEM_CAUSE,
  type Unit,
  type Workshop,
} from '@xushi/events';
import {
  type Config,
  createLog,
  createMetrics,
  type Log,
  type Metrics,
  newId,
  systemWall,
  type WallClock,
} from '@xushi/platform';
import { type Doorbells, migrateQueue, openDoorbells } from '@xushi/queue';
import {
  bootstrapDatabase,
  establishInstallation,
  migrateDatabase,
  openStore,
  type Principal,
  QUEUE_SCHEMA,
  readClock,
  roleUrl,
  type Store,
  type Transaction,
} from '@xushi/store';
import { allReactors } from './reactors.js';

/** Everything a service works with, made once per process from its configuration. */
export interface Context {
  config: Config;
  log: Log;
  metrics: Metrics;
  wall: WallClock;
  store: Store;
  doorbells: Doorbells;
  reactors: readonly Reactor[];
  secretBox: SecretBox;
  guard: AddressGuard;
  sender: Sender;
  /** What running reactors needs; also the worker's way to a unit of work. */
  workshop: Workshop;
  /** A worker's unit of work, in every subtree. Rings for what it gave to do, after its commit. */
  work<T>(run: (unit: Unit) => Promise<T>, cause?: Cause): Promise<T>;
  /** A unit of work in the principal's subtree: the api's only way to rows. */
  scoped<T>(principal: Principal, cause: Cause, run: (unit: Unit) => Promise<T>): Promise<T>;
  /** Runs the named reactor until nothing is due for it. */
  runReactor(name: string): Promise<number>;
  close(): Promise<void>;
}

export interface ContextOptions {
  config: Config;
  secretKey: string;
  /** Where Postgres is; its user may be any that `bootstrapDatabase` can use. */
  databaseUrl: string;
  /** For migrations and the queue, where `databaseUrl` goes through a transaction pooler. */
  directUrl?: string;
  /** How many rings this process answers at once, and how many requests are in the database at once. */
  workers: number;
  requests: number;
  /** Names the process in logs. */
  name: string;
  /** Tests put their own in place of these. */
  overrides?: { wall?: WallClock; log?: Log; queuePrefix?: string };
}

/** Finds what is wrong with a configuration beyond its form, before anything is started. Throws `XushiError`. */
export function checkConfig(config: Config): void {
  createAddressGuard({ allow: config.webhookAllow });
}

/** Makes the database ready: roles, schema, the queue's schema. Changes nothing where it is. */
export async function prepareDatabase(options: { secretKey: string; databaseUrl: string }): Promise<void> {
  const { secretKey, databaseUrl } = options;
  await bootstrapDatabase({ url: databaseUrl, secretKey });
  await migrateDatabase({ url: databaseUrl, secretKey });
  await migrateQueue(roleUrl(databaseUrl, 'queue', secretKey), QUEUE_SCHEMA);
}

/** Beside one a worker: the sweep, the sender, the clock. */
const WORK_SPARE = 3;
/** Beside the one on which each worker listens: BullMQ's own commands. A pool without them hangs. */
const QUEUE_SPARE = 4;

/** The most connections a process opens: at most 40 with everything in one, at most 15 for a service. */
export function connectionsOf(options: Pick<ContextOptions, 'config' | 'workers' | 'requests'>): number {
  const queue = options.config.queue.kind === 'postgres' ? options.workers + QUEUE_SPARE : 0;
  return options.requests + options.workers + WORK_SPARE + queue;
}

/** Opens the context of one process. The database must have been prepared. Throws `XushiError`. */
export async function openContext(options: ContextOptions): Promise<Context> {
  const { config, secretKey } = options;
  const wall = options.overrides?.wall ?? systemWall;
  const log = options.overrides?.log ?? createLog({ level: config.logLevel, name: options.name });
  const metrics = createMetrics();
  const store = await openStore({
    url: options.databaseUrl,
    secretKey,
    apiConnections: options.requests,
    workerConnections: options.workers + WORK_SPARE,
    needed: connectionsOf(options),
  });
  try {
    await store.work((tx) =>
      establishInstallation(tx, { clock: config.clock, timeZone: config.timeZone, wall }),
    );
  } catch (fault) {
    await store.close();
    throw fault;
  }
  const reactors = allReactors({ log });
  const doorbells = await openDoorbells({
    backend:
      config.queue.kind === 'redis'
        ? { kind: 'redis', url: config.queue.url }
        : {
            kind: 'postgres',
            url: roleUrl(options.directUrl ?? options.databaseUrl, 'queue', secretKey),
            schema: QUEUE_SCHEMA,
            maxConnections: options.workers + QUEUE_SPARE,
          },
    prefix: options.overrides?.queuePrefix ?? 'xushi',
    routes: Object.fromEntries(reactors.map((reactor) => [reactor.name, reactor.service])),
    log: (message) => log.warn({}, message),
  }).catch(async (fault) => {
    await store.close();
    throw fault;
  });

  const inUnit = async <T>(tx: Transaction, cause: Cause, run: (unit: Unit) => Promise<T>) => {
    const clock = await readClock(tx, wall);
    const unit: Unit = {
      tx,
      now: clock.now,
      wallNow: wall.now(),
      timeZone: clock.timeZone,
      catalogue: clock.catalogue,
      cause,
      newId,
      append: (events) => appendEvents(tx, events, { reactors, at: clock.now, wallNow: wall.now(), cause }),
    };
    return { result: await run(unit), owed: reactorsOwed(tx) };
  };
  const ringing = <T>({ result, owed }: { result: T; owed: string[] }): T => {
    for (const reactor of owed) doorbells.ring(reactor);
    return result;
  };
  const work: Context['work'] = async (run, cause = SYSTEM_CAUSE) =>
    ringing(await store.work((tx) => inUnit(tx, cause, run)));
  const workshop: Workshop = {
    work: (run) => work(run),
    reportFailure: (reactor, eventId, error) => {
      metrics.reactorBatches.inc({ reactor, outcome: 'failed' });
      log.error(
        { reactor, eventId, reason: error.message, stack: error.stack },
        'an event could not be worked on',
      );
    },
    ringLater: (reactor) => {
      // A ring after the end is ignored; a lost one costs no more than the sweep's second.
      setTimeout(() => doorbells.ring(reactor), POSTPONED_MS).unref();
    },
  };
  const secretBox = createSecretBox({ secretKey });
  const guard = createAddressGuard({ allow: config.webhookAllow });
  const mail = createMailChannel({
    smtpUrl: config.smtpUrl,
    dataDir: config.dataDir,
    from: config.mailFrom,
    publicUrl: config.publicUrl,
    timeZone: config.timeZone,
    wall,
  });
  const sender = createSender({
    work: workshop.work,
    channels: [mail, createWebhookChannel({ guard, wall })],
    secretBox,
    wall,
    log,
    metrics,
    concurrency: 8,
    random: Math.random,
  });
  let closing: Promise<void> | undefined;
  return {
    config,
    log,
    metrics,
    wall,
    store,
    doorbells,
    reactors,
    secretBox,
    guard,
    sender,
    workshop,
    work,
    scoped: async (principal, cause, run) =>
      ringing(await store.scoped(principal, (tx) => inUnit(tx, cause, run))),
    async runReactor(name) {
      const reactor = reactors.find((entry) => entry.name === name);
      if (!reactor) return 0;
      const finished = await runReactor(workshop, reactor);
      metrics.reactorBatches.inc({ reactor: name, outcome: 'done' }, finished);
      return finished;
    },
    close() {
      closing ??= (async () => {
        await sender.stop();
        await doorbells.close();
        await store.close();
      })();
      return closing;
    },
  };
}
