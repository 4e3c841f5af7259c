import { lastDayOfMonth, period } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, inForceAt, knownBy } from './as-of.js';

/** An indicator that an org must report, with the periods between which it must. */
export interface DutyEntry {
  indicator: string;
  from: string;
  to: string | null;
}

/** An org as it was known, with where it belonged and what it owed. */
export interface KnownOrg {
  id: number;
  key: string;
  name: string;
  level: string;
  activeFrom: string | null;
  activeTo: string | null;
  /** In order of time; the top of the tree is no parent. */
  memberships: { parentId: number; from: string; to: string | null }[];
  duty: DutyEntry[];
}

/** The given orgs. Two queries. */
export async function loadOrgs(
  tx: Transaction,
  of: { orgIds: readonly number[]; asOf: AsOf },
): Promise<Map<number, KnownOrg>> {
  const ids = integers(of.orgIds);
  const [rows, memberships] = await Promise.all([
    tx.execute<{
      id: number;
      key: string;
      name: string;
      level: string;
      active_from: string | null;
      active_to: string | null;
      duty: DutyEntry[] | null;
    }>(sql`
      SELECT o.id, o.key, o.level, v.name, v.active_from::text AS active_from, v.active_to::text AS active_to,
             (SELECT d.indicators FROM duty d WHERE d.org_id = o.id AND d.known_at <= ${knownBy(of.asOf)}
              ORDER BY d.version DESC LIMIT 1) AS duty
      FROM org o JOIN LATERAL (
        SELECT * FROM org_version v WHERE v.org_id = o.id AND v.known_at <= ${knownBy(of.asOf)}
        ORDER BY v.version DESC LIMIT 1) v ON true
      WHERE o.id = ANY (${ids})`),
    tx.execute<{ org_id: number; parent_id: number; from_day: string; to_day: string | null }>(sql`
      SELECT m.org_id, m.parent_id, m.from_day::text AS from_day, m.to_day::text AS to_day
      FROM org_membership m WHERE m.org_id = ANY (${ids}) AND ${inForceAt(of.asOf, 'm')} ORDER BY m.from_day`),
  ]);
  const membershipsOf = groupBy(memberships, (row) => row.org_id);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        key: row.key,
        name: row.name,
        level: row.level,
        activeFrom: row.active_from,
        activeTo: row.active_to,
        duty: row.duty ?? [],
        memberships: (membershipsOf.get(row.id) ?? []).map((entry) => ({
          parentId: entry.parent_id,
          from: entry.from_day,
          to: entry.to_day,
        })),
      },
    ]),
  );
}

/** The last day of a month of a year, `YYYY-MM-DD`. */
export function monthEnd(year: number, month: number): string {
  const known = monthEnds.get(year) ?? Array.from({ length: 12 }, (_, index) => lastDay(year, index + 1));
  monthEnds.set(year, known);
  return known[month - 1] ?? lastDay(year, month);
}

/** By year, of which there are few: they are compared with once a target and month. */
const monthEnds = new Map<number, string[]>();

const lastDay = (year: number, month: number): string =>
  `${period(year, month)}-${lastDayOfMonth(year, month)}`;

/**
 * Where an org belonged at the end of a month (domain.md §4: a cluster that moves in July counts where it belonged);
 * null: at the top, or nowhere.
 */
export function parentAt(
  org: Pick<KnownOrg, 'memberships'>,
  of: { year: number; month: number },
): number | null {
  const day = monthEnd(of.year, of.month);
  const found = org.memberships.findLast(({ from, to }) => from <= day && (to === null || day <= to));
  return found && found.parentId !== 0 ? found.parentId : null;
}

/** Whether an org was active on some day of a month. */
export function isActiveIn(
  { activeFrom, activeTo }: Pick<KnownOrg, 'activeFrom' | 'activeTo'>,
  { year, month }: { year: number; month: number },
): boolean {
  const day = monthEnd(year, month);
  return (activeFrom ?? day) <= day && (activeTo ?? day) >= `${day.slice(0, 8)}01`;
}

/** Whether an org had to report an indicator for a month. */
export function isOwed(
  org: Pick<KnownOrg, 'duty'>,
  of: { indicator: string; year: number; month: number },
): boolean {
  const entries = dutyByIndicator(org.duty).get(of.indicator);
  if (!entries) return false;
  const at = period(of.year, of.month);
  return entries.some(({ from, to }) => from <= at && (to === null || at <= to));
}

const duties = new WeakMap<DutyEntry[], Map<string, DutyEntry[]>>();

/** A duty names as many indicators as it is asked about. */
function dutyByIndicator(duty: DutyEntry[]): Map<string, DutyEntry[]> {
  const known = duties.get(duty) ?? groupBy(duty, ({ indicator }) => indicator);
  duties.set(duty, known);
  return known;
}
