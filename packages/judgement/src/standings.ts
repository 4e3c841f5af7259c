import {
  dueAt,
  type FigureGrade,
  type Fraction,
  isDue,
  type PeerEntry,
  peerMean,
  period,
  rankPeers,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import { readCalendars, readFraction, writeFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { integers } from './as-of.js';
import { type Catalogue, type CatalogueIndicator, loadCatalogue } from './catalogue.js';

import { isOwed, type KnownOrg, monthEnd, parentAt } from './orgs.js';
import { groupsOf, type PeerSet } from './peer-sets.js';

/** Where an org stands among its peers at one month: its own line. */
export interface StandingLine {
  orgId: number;
  indicatorId: number;
  measure: string;
  year: number;
  month: number;
  peers: string;
  position: number | null;
  of: number;
  reported: number;
  mixedGrades: boolean;
  mean: Fraction | null;
  meanReported: number;
  /** Until then a peer that is missing may still report; null: none is. */
  openUntil: Date | null;
}

/** What a judged month brings into the comparison. */
interface JudgedRow extends Record<string, unknown> {
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  measure: string;
  rank_value: string | null;
  peer_value: string | null;
  source: FigureGrade | null;
}

/**
 * Ranks the members of each set in every month of its year, and takes their mean (domain.md §6). Who is in a named
 * group is ranked there. A constant number of queries.
 */
export async function rankMembers(unit: Unit, sets: readonly PeerSet[]): Promise<StandingLine[]> {
  const members = [...new Map(sets.flatMap((set) => set.members).map((org) => [org.id, org])).values()];
  if (members.length === 0) return [];
  const orgIds = members.map(({ id }) => id);
  const years = [...new Set(sets.map(({ year }) => year))];
  const [rows, catalogue, groups] = await Promise.all([
    unit.tx.execute<JudgedRow>(sql`
      SELECT e.org_id, e.year, e.month, e.indicator_id, e.measure, e.rank_value, e.peer_value,
             e.numbers->>'source' AS source
      FROM evaluation e
      WHERE e.org_id = ANY (${integers(orgIds)}) AND e.year = ANY (${integers(years)})
        AND (e.deciding OR e.target_id IS NULL) AND (e.rank_value IS NOT NULL OR e.peer_value IS NOT NULL)`),
    loadCatalogue(unit.tx, null),
    groupsOf(unit.tx, { orgIds }),
  ]);
  const deadlines = await deadlineBook(unit, { members, years });
  const rowsOf = groupBy(rows, (row) => `${row.org_id}/${row.year}`);
  return sets.flatMap((set) => {
    const mine = set.members.flatMap(({ id }) => rowsOf.get(`${id}/${set.year}`) ?? []);
    const questions = groupBy(mine, (row) => `${row.indicator_id}/${row.measure}/${row.month}`);
    return [...questions.values()].flatMap((judged) =>
      rankOne(set, { judged, catalogue, groups, deadlines }),
    );
  });
}

/** One indicator, measure and month of a set; orgs of one level are ranked among each other. */
function rankOne(
  set: PeerSet,
  of: {
    judged: JudgedRow[];
    catalogue: Catalogue;
    groups: Map<number, string>;
    deadlines: DeadlineBook;
  },
): StandingLine[] {
  const [first] = of.judged;
  const indicator = first && of.catalogue.byId.get(first.indicator_id);
  if (!first || !indicator) return [];
  const { month, measure } = first;
  const byOrg = new Map(of.judged.map((row) => [row.org_id, row]));
  const peers = set.members.filter((org) =>
    isPeer(org, { set, indicator, month, judged: byOrg.has(org.id) }),
  );
  return [...groupBy(peers, ({ level }) => (set.parentId === null ? '' : level)).values()].flatMap(
    (level) => {
      const rank = rankPeers(
        level.map((org) => entryOf(org, byOrg.get(org.id)?.rank_value, byOrg.get(org.id))),
        'descending',
      );
      const mean = peerMean(
        level.map((org) => entryOf(org, byOrg.get(org.id)?.peer_value, byOrg.get(org.id))),
      );
      const late = level.filter((org) => !byOrg.has(org.id));
      const openUntil = of.deadlines.latestOf(late, { indicator, year: set.year, month });
      return level.flatMap((org): StandingLine[] => {
        const ranked =
          set.parentId === null
            ? of.groups.get(org.id) === set.name.slice('group:'.length)
            : !of.groups.has(org.id);
        const standing = rank.get(String(org.id));
        if (!ranked || !standing || !byOrg.has(org.id)) return [];
        return [
          {
            orgId: org.id,
            indicatorId: indicator.id,
            measure,
            year: set.year,
            month,
            peers: set.name,
            ...standing,
            mean: mean?.value ?? null,
            meanReported: mean?.reported ?? 0,
            openUntil,
          },
        ];
      });
    },
  );
}

function entryOf(org: KnownOrg, value: string | null | undefined, row: JudgedRow | undefined): PeerEntry {
  return { key: String(org.id), value: readFraction(value ?? null), grade: row?.source ?? null };
}

/** Who has to report the indicator for the month, or did. */
function isPeer(
  org: KnownOrg,
  of: { set: PeerSet; indicator: CatalogueIndicator; month: number; judged: boolean },
): boolean {
  const { set, indicator, month } = of;
  const { year, parentId } = set;
  if (parentId !== null && parentAt(org, { year, month }) !== parentId) return false;
  if (of.judged) return true;
  const day = monthEnd(year, month);
  const active = (org.activeFrom ?? day) <= day && (org.activeTo ?? day) >= `${day.slice(0, 8)}01`;
  return active && isDue(indicator, month) && isOwed(org, { indicator: indicator.key, year, month });
}

interface DeadlineBook {
  latestOf(
    orgs: readonly KnownOrg[],
    of: { indicator: CatalogueIndicator; year: number; month: number },
  ): Date | null;
}

/** When the orgs' sheets are due: as stored when a period opened, else as duty and calendar say. Three queries. */
async function deadlineBook(
  unit: Unit,
  { members, years }: { members: KnownOrg[]; years: number[] },
): Promise<DeadlineBook> {
  const orgIds = members.map(({ id }) => id);
  const span = [...new Set(years.flatMap((year) => [year, year + 1]))];
  const [stored, rules] = await Promise.all([
    unit.tx.execute<{ org_id: number; year: number; month: number; due_at: string }>(sql`
      SELECT org_id, year, month, due_at FROM period_due
      WHERE org_id = ANY (${integers(orgIds)}) AND year = ANY (${integers(span)})`),
    unit.tx.execute<{
      org_id: number;
      due_day: number;
      due_time: string;
      roll: never;
      min_workdays: number;
    }>(sql`
      SELECT DISTINCT ON (org_id) org_id, due_day, due_time, roll, min_workdays FROM duty
      WHERE org_id = ANY (${integers(orgIds)}) ORDER BY org_id, version DESC`),
  ]);
  const dueOf = new Map(
    stored.map((row) => [`${row.org_id}/${row.year}/${row.month}`, new Date(row.due_at)]),
  );
  const ruleOf = new Map(rules.map((row) => [row.org_id, row]));
  const calendarOf = await readCalendars(unit.tx, {
    orgIds,
    years: span.flatMap((year) => [year, year + 1]),
  });
  const deadline = (org: KnownOrg, sheet: ReturnType<typeof period>): Date => {
    const key = `${org.id}/${Number(sheet.slice(0, 4))}/${Number(sheet.slice(5))}`;
    const known = dueOf.get(key);
    if (known) return known;
    const rule = ruleOf.get(org.id);
    const due = dueAt({
      period: sheet,
      calendar: calendarOf(org.id),
      timeZone: unit.timeZone,
      dueDay: rule?.due_day,
      dueTime: rule?.due_time,
      roll: rule?.roll,
      minWorkdays: rule?.min_workdays,
    }).dueAt;
    dueOf.set(key, due);
    return due;
  };
  return {
    latestOf(orgs, { indicator, year, month }) {
      if (orgs.length === 0) return null;
      // A figure that trails comes with a later sheet.
      const due = sheetOf(period(year, month), indicator.lagMonths);
      return new Date(Math.max(...orgs.map((org) => deadline(org, due).getTime())));
    },
  };
}

/** The sheet that carries a period's figure of an indicator that trails. */
function sheetOf(of: ReturnType<typeof period>, lagMonths: number): ReturnType<typeof period> {
  const months = Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1 + lagMonths;
  return period(Math.floor(months / 12), (months % 12) + 1);
}

/** Makes the stored lines of the sets' members equal to these; what was said before stays on record. */
export async function writeStandings(
  unit: Unit,
  { sets, lines }: { sets: readonly PeerSet[]; lines: readonly StandingLine[] },
): Promise<void> {
  const scopes = sets.map(({ name, year }) => ({ peers: name, year }));
  const rows = lines.map((line) => ({
    org_id: line.orgId,
    indicator_id: line.indicatorId,
    measure: line.measure,
    year: line.year,
    month: line.month,
    peers: line.peers,
    position: line.position,
    of_count: line.of,
    reported: line.reported,
    mixed_grades: line.mixedGrades,
    mean: line.mean && writeFraction(line.mean),
    mean_reported: line.meanReported,
    open_until: line.openUntil?.toISOString() ?? null,
  }));
  const now = sql`${unit.now.toISOString()}::timestamptz`;
  const made = sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS m(
    org_id integer, indicator_id integer, measure text, year integer, month integer, peers text, position integer,
    of_count integer, reported integer, mixed_grades boolean, mean text, mean_reported integer, open_until timestamptz)`;
  await unit.tx.execute(sql`
    WITH made AS MATERIALIZED (SELECT * FROM ${made})
    UPDATE standing s SET ended_at = ${now}
    WHERE s.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM made m
        WHERE (m.org_id, m.year, m.month, m.indicator_id, m.measure) = (s.org_id, s.year, s.month, s.indicator_id, s.measure)
          AND (m.peers, m.position, m.of_count, m.reported, m.mixed_grades, m.mean, m.mean_reported, m.open_until)
            IS NOT DISTINCT FROM (s.peers, s.position, s.of_count, s.reported, s.mixed_grades, s.mean, s.mean_reported, s.open_until))
      AND ((s.peers, s.year) IN (
          SELECT p.peers, p.year FROM jsonb_to_recordset(${JSON.stringify(scopes)}::text::jsonb) AS p(peers text, year integer))
        -- Also the line of one who was ranked elsewhere until now.
        OR EXISTS (SELECT 1 FROM made m
          WHERE (m.org_id, m.year, m.month, m.indicator_id, m.measure) = (s.org_id, s.year, s.month, s.indicator_id, s.measure)))`);
  await unit.tx.execute(sql`
    INSERT INTO standing (org_id, indicator_id, measure, year, month, peers, position, of_count, reported, mixed_grades, mean,
      mean_reported, open_until, known_at)
    SELECT m.*, ${now} FROM ${made}
    -- Through the index whatever the planner thinks of the table: it knows nothing of one that is being filled.
    ON CONFLICT (org_id, year, month, indicator_id, measure) WHERE ended_at IS NULL DO NOTHING`);
}
