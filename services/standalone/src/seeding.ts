import type { Client } from '@xushi/client';
import { newSecret, sha256 } from '@xushi/platform';
import type { Context } from '@xushi/runtime';
import { tables } from '@xushi/store';
import { eq, sql } from 'drizzle-orm';

const { apiKey, installation } = tables;

/** The places of the seeds that are loaded. */
export async function seededPlaces(context: Context): Promise<string[]> {
  return context.work(async ({ tx }) => {
    const [row] = await tx.select({ seeded: installation.seeded }).from(installation);
    return row?.seeded ?? [];
  });
}

/** Notes that a place is loaded whole, so that the next start goes on after it. */
export async function notePlace(context: Context, place: string): Promise<void> {
  await context.work(({ tx }) =>
    tx
      .update(installation)
      .set({ seeded: sql`array_append(array_remove(${installation.seeded}, ${place}), ${place})` })
      .where(eq(installation.id, 1)),
  );
}

/** Whether anybody has set up orgs here: seeds go into an empty installation only. */
export async function hasOrgs(context: Context): Promise<boolean> {
  return context.work(async ({ tx }) => {
    const rows = await tx
      .select({ id: tables.org.id })
      .from(tables.org)
      .where(sql`${tables.org.id} <> 0`)
      .limit(1);
    return rows.length > 0;
  });
}

/** Runs `work` with a key of the whole installation that exists only for its duration. */
export async function withSeedingKey<T>(context: Context, work: (secret: string) => Promise<T>): Promise<T> {
  const secret = newSecret('xushi');
  const hash = sha256(secret);
  await context.work(({ tx, now, newId }) =>
    tx.insert(apiKey).values({ id: newId(), name: 'seeds', hash, role: 'admin', orgId: 0, createdAt: now }),
  );
  try {
    return await work(secret);
  } finally {
    await context.work(({ tx, now }) =>
      tx.update(apiKey).set({ revokedAt: now }).where(eq(apiKey.hash, hash)),
    );
  }
}

export const LOOK_EVERY_MS = 50;

/** Waits until everything that was due is judged, told and rendered. */
export async function settled(client: Client): Promise<string> {
  for (;;) {
    const clock = await client.get('/v1/clock');
    if (clock.settled) return clock.now;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Sends the simulated clock to a moment, unless it is past it, and waits until all that is due on the way is done. */
export async function moveClock(client: Client, moment: string): Promise<void> {
  const { now } = await client.get('/v1/clock');
  if (new Date(now) < new Date(moment)) await client.put('/v1/clock', { now: moment });
  await settled(client);
}
