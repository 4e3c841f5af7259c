import { startApi } from '@xushi/api';
import { type Client, createClient } from '@xushi/client';
import {
  loadCalendars,
  loadCatalogue,
  loadPlace,
  loadReferences,
  type PlaceSeeds,
  readSeeds,
  submitFigures,
} from '@xushi/seeds';
import { stepClock } from '@xushi/store';
import { ADMIN_KEY, openInstallation, type TestInstallation } from '@xushi/testing';
import type { Test } from 'tap';

export type Row = Record<string, unknown>;

/** An installation into which the seeds were loaded as a demonstration loads them, each place at its clock. */
export interface Replayed extends TestInstallation {
  client: Client;
  places: PlaceSeeds[];
  /** Asks for one page and answers its rows. */
  list<T = Row>(url: string): Promise<T[]>;
  /** Loads a place at the clock as it stands. */
  load(seeds: PlaceSeeds): Promise<void>;
}

export async function replaySeeds(t: Test): Promise<Replayed> {
  const { catalogue, places } = readSeeds();
  const installation = await openInstallation(t, { at: '2016-01-01T09:00:00+08:00' });
  const { context } = installation;
  const api = await startApi(context);
  t.teardown(() => api.stop());
  const client = createClient({ url: api.url, key: ADMIN_KEY });
  const load = async (seeds: PlaceSeeds) => {
    await loadPlace(client, seeds);
    await submitFigures(client, seeds, { asHistory: false });
    await loadReferences(client, seeds);
    await installation.drain();
  };
  await loadCalendars(client);
  await loadCatalogue(client, catalogue);
  for (const seeds of places) {
    await context.work(({ tx }) => stepClock(tx, new Date(seeds.place.clock), context.wall));
    await load(seeds);
  }
  return {
    ...installation,
    client,
    places,
    list: async (url) => (await installation.call<{ data: never[] }>('GET', url)).body.data,
    load,
  };
}

/** Whether a row says exactly what is told of it; what is not told may be anything. */
export function says(t: Test, row: unknown, { told, by }: { told: Row; by: string }): void {
  const whole = (row ?? {}) as Row;
  t.strictSame(Object.fromEntries(Object.keys(told).map((field) => [field, whole[field]])), told, by);
}
