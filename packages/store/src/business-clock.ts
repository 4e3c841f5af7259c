import { type Config, type WallClock, XushiError } from '@xushi/platform';
import { and, eq, sql } from 'drizzle-orm';
import { installation } from './schema/index.js';
import type { Transaction } from './store.js';

/** Where the business clock stands, and where it was asked to go. */
export interface ClockReading {
  kind: 'system' | 'simulated';
  now: Date;
  goal: Date | null;
  timeZone: string;
  /** Names the state of the catalogue of indicators. */
  catalogue: string;
}

/**
 * Makes the installation's row on first start. A database that has lived by a simulated clock refuses the
 * system's and the reverse; so does another time zone. Throws `XushiError` with one sentence.
 */
export async function establishInstallation(
  tx: Transaction,
  options: { clock: Config['clock']; timeZone: string; wall: WallClock },
): Promise<void> {
  const wallNow = options.wall.now();
  const start = options.clock.kind === 'simulated' ? options.clock.start : wallNow;
  await tx
    .insert(installation)
    .values({
      id: 1,
      timeZone: options.timeZone,
      clockKind: options.clock.kind,
      clockOffsetMs: start.getTime() - wallNow.getTime(),
      createdAt: start,
    })
    .onConflictDoNothing();
  const [row] = await tx.select().from(installation);
  if (row?.clockKind !== options.clock.kind) {
    throw new XushiError(
      'clockKindFixed',
      `this database has lived by a ${row?.clockKind} clock and refuses a ${options.clock.kind} one: set XUSHI_CLOCK accordingly or use another XUSHI_DATA_DIR`,
    );
  }
  if (row.timeZone !== options.timeZone) {
    throw new XushiError(
      'timeZoneFixed',
      `this database belongs to time zone ${row.timeZone}: set XUSHI_TIMEZONE to it`,
    );
  }
}

/** Reads the business clock: the wall's for a system clock, the wall's plus the stored offset otherwise. */
export async function readClock(tx: Transaction, wall: WallClock): Promise<ClockReading> {
  const [row] = await tx.select().from(installation);
  if (!row) throw new XushiError('notInstalled', 'the database has not been set up: start xushi once');
  const now = row.clockKind === 'system' ? wall.now() : new Date(wall.now().getTime() + row.clockOffsetMs);
  return { kind: row.clockKind, now, goal: row.clockGoal, timeZone: row.timeZone, catalogue: row.catalogue };
}

/** Asks the simulated clock to go to `goal`; the scheduler steps it there. */
export async function setClockGoal(tx: Transaction, goal: Date): Promise<void> {
  await tx.update(installation).set({ clockGoal: goal }).where(eq(installation.id, 1));
}

/** The clock stands at this goal: it has none any more, unless it was given a later one meanwhile. */
export async function clockArrived(tx: Transaction, goal: Date): Promise<void> {
  await tx
    .update(installation)
    .set({ clockGoal: null })
    .where(and(eq(installation.id, 1), eq(installation.clockGoal, goal)));
}

/** Moves the simulated clock forward to `moment`. It never goes back: an earlier moment changes nothing. */
export async function stepClock(tx: Transaction, moment: Date, wall: WallClock): Promise<void> {
  const offset = moment.getTime() - wall.now().getTime();
  await tx
    .update(installation)
    .set({ clockOffsetMs: sql`greatest(${installation.clockOffsetMs}, ${offset})` })
    .where(eq(installation.id, 1));
}
