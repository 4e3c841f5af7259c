import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@xushi/embedded';
import { appendEvents, drain, SYSTEM_CAUSE, type Unit, type Workshop } from '@xushi/events';
import { newId } from '@xushi/platform';
import { bootstrapDatabase, migrateDatabase, openStore, type Store, type Transaction } from '@xushi/store';
import type { Test } from 'tap';
import { renderReport } from '../src/index.js';

const SECRET_KEY = 'a secret key for tests only';
export const TIME_ZONE = 'Asia/Shanghai';

/** A real database with units of work at a business time that the test sets. */
export interface Desk {
  store: Store;
  /** Business time of the next units. */
  now: Date;
  work<T>(run: (unit: Unit) => Promise<T>): Promise<T>;
  unitOf(tx: Transaction): Unit;
  /** Renders whatever was asked for; faults of a try are collected. */
  drain(): Promise<string[]>;
}

export async function openDesk(t: Test, at: string): Promise<Desk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xushi-reports-'));
  const server = await openEmbeddedPostgres({ dataDir, fsync: false });
  t.teardown(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const place = { url: server.adminUrl, secretKey: SECRET_KEY };
  await bootstrapDatabase(place);
  await migrateDatabase(place);
  const store = await openStore({ ...place, apiConnections: 2, workerConnections: 3 });
  t.teardown(() => store.close());
  const desk: Desk = {
    store,
    now: new Date(at),
    work: (run) => store.work((tx) => run(desk.unitOf(tx))),
    unitOf(tx) {
      const { now } = desk;
      return {
        tx,
        now,
        wallNow: now,
        timeZone: TIME_ZONE,
        catalogue: '',
        cause: SYSTEM_CAUSE,
        newId,
        append: (events) =>
          appendEvents(tx, events, { reactors: [renderReport], at: now, wallNow: now, cause: SYSTEM_CAUSE }),
      };
    },
    async drain() {
      const faults: string[] = [];
      const workshop: Workshop = {
        work: (run) => desk.work(run),
        ringLater: () => undefined,
        reportFailure: (_reactor, _event, error) => faults.push(error.message),
      };
      await drain(workshop, [renderReport]);
      return faults;
    },
  };
  return desk;
}
