import {
  type FigureGrade,
  Fraction,
  isDue,
  isPercent,
  type PeerMean,
  peerMean,
  rankPeers,
  type Standing,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy, inTurns } from '@xushi/platform';
import { integers, readFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';

import { type CatalogueIndicator, loadCatalogue } from './catalogue.js';
import { type DeadlineBook, deadlineBook } from './deadlines.js';
import { isActiveIn, isOwed, type KnownOrg, parentAt } from './orgs.js';
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
  meanOf: number;
  /** Until then a peer that is missing may still report; null: none is. */
  openUntil: Date | null;
}

/** What a judged month brings into the comparison. */
interface JudgedRow extends Record<string, unknown> {
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  measure: 'value' | 'yoy';
  has_target: boolean;
  /** A target that is a limit. */
  limit: boolean;
  rank_value: string | null;
  peer_value: string | null;
  yoy: string | null;
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
  const [rows, targets, catalogue, groups, deadlines] = await Promise.all([
    unit.tx.execute<JudgedRow>(sql`
      SELECT e.org_id, e.year, e.month, e.indicator_id, e.measure, e.target_id IS NOT NULL AS has_target,
             coalesce(v.comparator = 'atMost', false) AS "limit", e.rank_value, e.peer_value,
             CASE WHEN e.state IN ('evaluated', 'noTarget', 'notDue') THEN e.numbers->>'yoy' END AS yoy,
             e.numbers->>'source' AS source
      FROM evaluation e LEFT JOIN target_version v ON v.target_id = e.target_id AND v.version = e.target_version
      WHERE e.org_id = ANY (${integers(orgIds)}) AND e.year = ANY (${integers(years)})
        AND (e.deciding OR e.target_id IS NULL)`),
    unit.tx.execute<{ org_id: number; year: number; indicator_id: number }>(sql`
      SELECT DISTINCT org_id, year, indicator_id FROM target
      WHERE org_id = ANY (${integers(orgIds)}) AND year = ANY (${integers(years)}) AND measure = 'value'`),
    loadCatalogue(unit.tx, null),
    groupsOf(unit.tx, { orgIds }),
    deadlineBook(unit, { members, years }),
  ]);
  const targeted = new Set(targets.map((row) => `${row.org_id}/${row.year}/${row.indicator_id}`));
  const rowsOf = groupBy(rows, (row) => `${row.org_id}/${row.year}`);
  const compared = await inTurns(sets, (set) => {
    const mine = set.members.flatMap(({ id }) => rowsOf.get(`${id}/${set.year}`) ?? []);
    const months = groupBy(mine, (row) => `${row.indicator_id}/${row.month}`);
    return [...months.values()].map((judged) => ({ set, judged }));
  });
  const ranked = await inTurns(compared.flat(), ({ set, judged }) => {
    const { indicator_id: id, month } = judged[0]!;
    const indicator = catalogue.byId.get(id);
    if (!indicator) return [];
    const hasTarget = (org: KnownOrg) => targeted.has(`${org.id}/${set.year}/${id}`);
    return rankMonth({ set, indicator, month, judged, hasTarget, groups, deadlines });
  });
  return ranked.flat();
}

interface MonthQuestion {
  set: PeerSet;
  indicator: CatalogueIndicator;
  month: number;
  judged: readonly JudgedRow[];
  hasTarget(org: KnownOrg): boolean;
  groups: Map<number, string>;
  deadlines: DeadlineBook;
}

/** One indicator and month of a set; orgs of one level are ranked among each other. */
function rankMonth(of: MonthQuestion): StandingLine[] {
  const { set, indicator, month } = of;
  const rowsOf = groupBy(of.judged, (row) => row.org_id);
  const peers = set.members.filter((org) =>
    isPeer(org, { set, indicator, month, judged: rowsOf.has(org.id) }),
  );
  const levels = groupBy(peers, ({ level }) => (set.parentId === null ? '' : level));
  return [...levels.values()].flatMap((level) => {
    const answers = new Map<Likeness, Answer>();
    const answer = (likeness: Likeness): Answer => {
      const known = answers.get(likeness);
      if (known) return known;
      const made = compare(of, { level, rowsOf, likeness });
      answers.set(likeness, made);
      return made;
    };
    return level
      .filter((org) => isRankedIn(set, org, of.groups))
      .flatMap((org) => (rowsOf.get(org.id) ?? []).flatMap((row) => lineOf(of, { org, row, answer })));
  });
}

/**
 * What a month's numbers are compared as: only like goes with like. The growth of whoever reported one, with a growth
 * target or without; the completion rate of whoever has a target; else the indicator's own figure.
 */
type Likeness = 'growth' | 'completion' | 'own';

interface Answer {
  standings: Map<string, Standing>;
  mean: PeerMean | null;
  openUntil: Date | null;
}

const isAmount = ({ type, unit }: CatalogueIndicator): boolean =>
  type !== 'growth' && !(type === 'ratio' && isPercent(unit));

/** Whose value ranks whether it has a target or not (`rankByOf`). */
const isRankedByFigure = ({ type, rankBy }: CatalogueIndicator): boolean =>
  rankBy === 'figure' || (rankBy === null && (type === 'ratio' || type === 'stock'));

function compare(
  of: MonthQuestion,
  { level, rowsOf, likeness }: { level: KnownOrg[]; rowsOf: Map<number, JudgedRow[]>; likeness: Likeness },
): Answer {
  const asked = level.filter((org) => likeness !== 'completion' || of.hasTarget(org));
  const rowOf = (org: KnownOrg) => {
    const rows = rowsOf.get(org.id) ?? [];
    return likeness === 'growth' ? rows[0] : (rows.find(({ measure }) => measure === 'value') ?? rows[0]);
  };
  const growth = (row: JudgedRow | undefined) => (row?.yoy ? Fraction.parse(row.yoy) : null);
  // A growth that is a limit for one is one for all that it is ranked with.
  const least =
    of.indicator.direction === 'down' || of.judged.some((row) => row.measure === 'yoy' && row.limit);
  const entries = asked.map((org) => {
    const row = rowOf(org);
    const value = likeness === 'growth' ? growth(row) : readFraction(row?.rank_value ?? null);
    return { key: String(org.id), value, grade: row?.source ?? null };
  });
  const means = asked.map((org) => {
    const row = rowOf(org);
    const value = likeness === 'growth' ? growth(row) : readFraction(row?.peer_value ?? null);
    return { key: String(org.id), value, grade: row?.source ?? null };
  });
  const late = asked.filter((_, index) => entries[index]!.value === null);
  return {
    standings: rankPeers(entries, likeness === 'growth' && least ? 'ascending' : 'descending'),
    mean: peerMean(means),
    openUntil: of.deadlines.latestOf(late, { indicator: of.indicator, year: of.set.year, month: of.month }),
  };
}

/** The org's own line for one of its judgements; without a target an amount has a mean of growths, and no place. */
function lineOf(
  { set, indicator, month }: MonthQuestion,
  { org, row, answer }: { org: KnownOrg; row: JudgedRow; answer(likeness: Likeness): Answer },
): StandingLine[] {
  const amount = isAmount(indicator);
  const likeness: Likeness = !amount ? 'own' : row.measure === 'yoy' ? 'growth' : 'completion';
  const byFigure = amount && row.measure === 'value' && isRankedByFigure(indicator);
  const untargeted = amount && row.measure === 'value' && !row.has_target;
  const ranked = answer(byFigure ? 'own' : likeness);
  const standing = ranked.standings.get(String(org.id));
  const { mean } = untargeted ? answer('growth') : answer(likeness);
  const openUntil = untargeted && !byFigure ? answer('growth').openUntil : ranked.openUntil;
  if (!standing && !mean) return [];
  return [
    {
      orgId: org.id,
      indicatorId: indicator.id,
      measure: row.measure,
      year: set.year,
      month,
      peers: set.name,
      position: standing?.position ?? null,
      of: standing?.of ?? mean?.of ?? 0,
      reported: standing?.reported ?? mean?.reported ?? 0,
      mixedGrades: standing?.mixedGrades ?? false,
      mean: mean?.value ?? null,
      meanReported: mean?.reported ?? 0,
      meanOf: mean?.of ?? 0,
      openUntil,
    },
  ];
}

/** Who is in a named group is ranked there and nowhere else. */
function isRankedIn(set: PeerSet, org: KnownOrg, groups: Map<number, string>): boolean {
  return set.parentId === null ? groups.get(org.id) === set.name.slice('group:'.length) : !groups.has(org.id);
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
  const active = isActiveIn(org, { year, month });
  return active && isDue(indicator, month) && isOwed(org, { indicator: indicator.key, year, month });
}
