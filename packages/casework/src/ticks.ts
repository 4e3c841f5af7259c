import {
  localDateOf,
  monthlyTickDate,
  opensOn,
  type Period,
  period as periodOf,
  type Roll,
  toInstant,
  WorkCalendar,
} from '@xushi/domain';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** Local time at which the monthly list goes out (domain.md §11). */
const MONTHLY_TIME = '09:00';

/** A moment of the calendar at which something has to be done, once. */
export interface Tick {
  cadence: 'monthly' | 'monthEnd';
  /** Local date. */
  on: string;
  period: Period;
  dueAt: Date;
}

/** A monthly tick 月调度: the working day after the reporting deadline of a period, for the orgs that owe it. */
export interface MonthlyTick extends Tick {
  cadence: 'monthly';
  orgIds: number[];
}

/** The span (after, until] in which ticks are looked for. */
export interface TickSpan {
  after: Date;
  until: Date;
  timeZone: string;
}

/** A version of a duty. What is owed counts as the newest one says; when it is due, as the one at the opening did. */
interface DutyRow extends Record<string, unknown> {
  org_id: number;
  known_at: string;
  due_day: number;
  due_time: string;
  roll: Roll;
  min_workdays: number;
  active_to: string | null;
  /** Of the newest version only. */
  indicators: { from: string; to: string | null }[] | null;
}

/**
 * The monthly ticks whose moment lies in (after, until], earliest first. A period in which an org owes nothing
 * has no tick for it. Ticks are not stored ahead: they follow from duties and calendar at any time.
 */
export async function monthlyTicks(tx: Transaction, of: TickSpan): Promise<MonthlyTick[]> {
  const duties = await tx.execute<DutyRow>(sql`
    SELECT org_id, known_at, due_day, due_time, roll, min_workdays, o.active_to::text AS active_to,
           CASE WHEN version = max(version) OVER (PARTITION BY org_id) THEN indicators END AS indicators
    FROM duty JOIN org o ON o.id = duty.org_id ORDER BY org_id, version`);
  if (duties.length === 0) return [];
  const calendar = await installationCalendar(tx);
  const ticks = new Map<string, MonthlyTick>();
  const versionsOf = new Map<number, DutyRow[]>();
  for (const duty of duties) versionsOf.set(duty.org_id, [...(versionsOf.get(duty.org_id) ?? []), duty]);
  for (const period of periodsBetween(of)) {
    const opened = toInstant(opensOn(period, 'estimate'), '00:00', of.timeZone);
    for (const versions of versionsOf.values()) {
      const duty = versions.findLast((version) => new Date(version.known_at) <= opened) ?? versions[0];
      const owed = versions.at(-1)?.indicators ?? [];
      // An org that ended before the period began owes nothing for it.
      if (duty?.active_to && duty.active_to < `${period}-01`) continue;
      if (!duty || !owed.some((entry) => entry.from <= period && (entry.to === null || period <= entry.to)))
        continue;
      const { date } = monthlyTickDate({
        period,
        calendar,
        timeZone: of.timeZone,
        dueDay: duty.due_day,
        dueTime: duty.due_time,
        roll: duty.roll,
        minWorkdays: duty.min_workdays,
      });
      const dueAt = toInstant(date, MONTHLY_TIME, of.timeZone);
      if (dueAt <= of.after || dueAt > of.until) continue;
      const tick = ticks.get(`${date}/${period}`) ?? {
        cadence: 'monthly',
        on: date,
        period,
        dueAt,
        orgIds: [],
      };
      tick.orgIds.push(duty.org_id);
      ticks.set(`${date}/${period}`, tick);
    }
  }
  return [...ticks.values()].sort(
    (a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.period < b.period ? -1 : 1),
  );
}

/** Periods whose tick may fall between two moments: a tick comes one to two months after its period began. */
export function* periodsBetween(of: TickSpan): Generator<Period> {
  const [fromYear, fromMonth] = yearMonth(localDateOf(of.after, of.timeZone));
  const [toYear, toMonth] = yearMonth(localDateOf(of.until, of.timeZone));
  for (let index = fromYear * 12 + fromMonth - 1 - 3; index <= toYear * 12 + toMonth - 1; index += 1) {
    yield periodOf(Math.floor(index / 12), (index % 12) + 1);
  }
}

function yearMonth(date: string): [number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
}

async function installationCalendar(tx: Transaction): Promise<WorkCalendar> {
  const rows = await tx.execute<{ year: number; days_off: string[]; workdays: string[] }>(sql`
    SELECT DISTINCT ON (year) year, to_jsonb(days_off) AS days_off, to_jsonb(workdays) AS workdays
    FROM calendar_year WHERE org_id = 0 ORDER BY year, version DESC`);
  return new WorkCalendar(
    rows.map((row) => ({ year: row.year, daysOff: row.days_off, workdays: row.workdays, notice: null })),
  );
}
