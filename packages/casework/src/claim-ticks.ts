import type { NewEvent, Unit } from '@xushi/events';
import { type Transaction, tables } from '@xushi/store';
import { and, eq, gte, sql } from 'drizzle-orm';
import { monthEndEvents, monthEndTicks } from './month-end.js';
import { type MonthlyTick, monthlyTicks, type Tick, type TickSpan } from './ticks.js';

const { installation, tick } = tables;

/** Orgs named in one `tick.due` event. */
const ORGS_PER_EVENT = 100;

/** A kind of tick: when it falls due, and what follows from those that were claimed. */
interface Cadence<T extends Tick> {
  name: Tick['cadence'];
  ticksIn(tx: Transaction, span: TickSpan): Promise<T[]>;
  eventsOf(tx: Transaction, ticks: T[], backfilled: boolean): Promise<NewEvent[]>;
}

const MONTHLY: Cadence<MonthlyTick> = {
  name: 'monthly',
  ticksIn: monthlyTicks,
  eventsOf: async (_tx, ticks, backfilled) => monthlyEvents(ticks, backfilled),
};

const MONTH_END: Cadence<Tick> = { name: 'monthEnd', ticksIn: monthEndTicks, eventsOf: monthEndEvents };

/**
 * Issues every tick that is due and was not issued yet. Inserting its row is the claim, in the transaction that
 * appends its events: of any number of schedulers one issues it, and one killed before its commit has issued
 * nothing. After down-time every missed tick is claimed, but only the latest tells people anything, marked
 * `backfilled` with the dates it covers. Answers how many it claimed.
 */
export async function claimDueTicks(unit: Unit): Promise<number> {
  // Months that ended are asked to be judged before the lists and reports that show it.
  return (await claim(unit, MONTH_END)) + (await claim(unit, MONTHLY));
}

async function claim<T extends Tick>(unit: Unit, { name, ticksIn, eventsOf }: Cadence<T>): Promise<number> {
  const after = await lastClaim(unit, name);
  const issued = await issuedSince(unit, name, after);
  const due = (await ticksIn(unit.tx, { after, until: unit.now, timeZone: unit.timeZone })).filter(
    (entry) => !issued.has(`${entry.on}/${entry.period}`),
  );
  if (due.length === 0) return 0;
  const latest = due.at(-1);
  const backfilled = due.length > 1 && due[0]?.on !== latest?.on;
  const claimed = await unit.tx
    .insert(tick)
    .values(
      due.map((entry) => ({
        cadence: entry.cadence,
        on: entry.on,
        period: entry.period,
        dueAt: entry.dueAt,
        claimedAt: unit.now,
        backfilled,
      })),
    )
    .onConflictDoNothing()
    .returning({ on: tick.on, period: tick.period });
  const mine = due.filter((entry) =>
    claimed.some((row) => row.on === entry.on && row.period === entry.period),
  );
  await unit.append(await eventsOf(unit.tx, mine, backfilled));
  return mine.length;
}

function monthlyEvents(mine: MonthlyTick[], backfilled: boolean): NewEvent[] {
  const covers = backfilled ? mine.map((entry) => entry.on) : [];
  return latestPerOrg(mine).flatMap((entry) =>
    slices(entry.orgIds).map((orgIds) => ({
      type: 'tick.due',
      orgId: 0,
      payload: { cadence: entry.cadence, on: entry.on, period: entry.period, orgIds, backfilled, covers },
    })),
  );
}

async function issuedSince(unit: Unit, cadence: Tick['cadence'], after: Date): Promise<Set<string>> {
  const rows = await unit.tx
    .select({ on: tick.on, period: tick.period })
    .from(tick)
    .where(and(eq(tick.cadence, cadence), gte(tick.dueAt, after)));
  return new Set(rows.map((row) => `${row.on}/${row.period}`));
}

/** When the next tick falls, or null where none does before `until`. */
export async function nextTickAt(unit: Unit, until: Date): Promise<Date | null> {
  const span = { after: unit.now, until, timeZone: unit.timeZone };
  const [[list], [month]] = [await monthlyTicks(unit.tx, span), await monthEndTicks(unit.tx, span)];
  const moments = [list, month].flatMap((next) => (next ? [next.dueAt.getTime()] : []));
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

/** Messages go out once: each org hears of its latest missed tick only. */
function latestPerOrg(ticks: MonthlyTick[]): MonthlyTick[] {
  const latest = new Map<number, MonthlyTick>();
  for (const entry of ticks) for (const orgId of entry.orgIds) latest.set(orgId, entry);
  return ticks
    .map((entry) => ({ ...entry, orgIds: entry.orgIds.filter((orgId) => latest.get(orgId) === entry) }))
    .filter((entry) => entry.orgIds.length > 0);
}

function slices(orgIds: number[]): number[][] {
  const parts: number[][] = [];
  for (let start = 0; start < orgIds.length; start += ORGS_PER_EVENT) {
    parts.push(orgIds.slice(start, start + ORGS_PER_EVENT));
  }
  return parts;
}

/** The moment of the last tick of a kind that was claimed; the installation's beginning where none was. */
async function lastClaim(unit: Unit, cadence: Tick['cadence']): Promise<Date> {
  const [row] = await unit.tx
    .select({
      // A day earlier: two rules may fall on one day, and the claim itself sorts out what was issued.
      last: sql<
        string | null
      >`(SELECT max(${tick.dueAt}) - interval '1 day' FROM ${tick} WHERE ${tick.cadence} = ${cadence})`,
      start: installation.createdAt,
    })
    .from(installation);
  if (!row) return unit.now;
  return row.last === null
    ? row.start
    : new Date(Math.max(new Date(row.last).getTime(), row.start.getTime()));
}
