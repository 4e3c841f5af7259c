import {
  type CompactWire,
  type IndicatorType,
  judgedInPoints,
  LIGHTS,
  type Light,
  localDateOf,
  type Measure,
  type Plan,
  wholeWire,
} from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { Problem } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { type Language, lightName, NOTHING, stateName } from '@xushi/wording';
import { csvText } from '@xushi/workbook';
import { sql } from 'drizzle-orm';
import { loadCatalogue } from './catalogue.js';
import { loadOrgs } from './orgs.js';
import { unreportedState } from './unreported.js';

/** What the board shows of one indicator of one org; the worse light of two targets. */
export interface BoardCell {
  state: string;
  light: Light | null;
  /** The light of the org's previous judged period of the year. */
  lightBefore: Light | null;
  figure: string | null;
  yoy: string | null;
  gap: string | null;
  /** What the gap is counted in: percentage points, or the indicator's unit. */
  gapIn: 'points' | 'unit' | null;
}

/** Orgs by indicators at one period. */
export interface Scoreboard {
  under: string;
  underName: string;
  period: string;
  indicators: { key: string; name: string; unit: string; decimals: number }[];
  orgs: {
    org: string;
    orgName: string;
    level: string;
    lights: Record<Light, number>;
    notReported: number;
    cells: Record<string, BoardCell>;
  }[];
}

interface CellRow extends Record<string, unknown> {
  org: string;
  org_name: string;
  level: string;
  indicator: string;
  indicator_name: string;
  type: IndicatorType;
  unit: string;
  decimals: number;
  position: number;
  measure: Measure;
  state: BoardCell['state'];
  light: Light | null;
  numbers: CompactWire;
}

/** A deciding target of which the period has no judgement; its newest version. */
interface SilentRow extends Record<string, unknown> {
  org_id: number;
  org: string;
  org_name: string;
  level: string;
  indicator_id: number;
  measure: Measure;
  comparator: string;
  value: string;
  plan: Plan;
  applies_from: number;
}

/** Most orgs that one board shows; a province is looked at city by city. */
const MOST_ORGS = 1000;

/** The board of an org's subtree, who reported nothing as well. Six queries. Throws `Problem` where it is too wide. */
export async function readScoreboard(
  tx: Transaction,
  of: { under: string; period: string; now: Date; timeZone: string },
): Promise<Scoreboard> {
  const [judged, silent, [top]] = await Promise.all([
    readCells(tx, of),
    readSilent(tx, of),
    tx.execute<{ name: string }>(sql`SELECT name FROM org WHERE key = ${of.under}`),
  ]);
  const rows = [...judged, ...silent].sort(
    (one, other) => compare(one.org, other.org) || one.position - other.position,
  );
  return boardOf(rows, { ...of, underName: top?.name ?? of.under });
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

async function readCells(tx: Transaction, of: { under: string; period: string }): Promise<CellRow[]> {
  return tx.execute<CellRow>(sql`
    SELECT o.key AS org, o.name AS org_name, o.level, i.key AS indicator, i.name AS indicator_name, i.type, i.unit,
           i.decimals, i.position, e.measure, e.state, CASE WHEN e.deciding THEN e.light END AS light,
           e.numbers
    FROM org a JOIN org_closure c ON c.ancestor_id = a.id JOIN org o ON o.id = c.descendant_id
    JOIN evaluation e ON e.org_id = o.id AND e.year = left(${of.period}, 4)::integer AND e.month = right(${of.period}, 2)::integer
    JOIN indicator i ON i.id = e.indicator_id
    WHERE a.key = ${of.under} AND (e.deciding OR e.target_id IS NULL
      -- Where no grade decides the figure is shown all the same, without a light.
      OR NOT EXISTS (SELECT 1 FROM evaluation d WHERE (d.org_id, d.year, d.month, d.indicator_id)
        = (e.org_id, e.year, e.month, e.indicator_id) AND (d.deciding OR d.target_id IS NULL)))
    ORDER BY o.key, i.position, i.key, e.measure DESC`);
}

/** What has a target for the period and no judgement: not reported, or not due. */
async function readSilent(
  tx: Transaction,
  of: { under: string; period: string; now: Date; timeZone: string },
): Promise<CellRow[]> {
  const [year, month] = of.period.split('-').map(Number) as [number, number];
  const rows = await tx.execute<SilentRow>(sql`
    SELECT o.id AS org_id, o.key AS org, o.name AS org_name, o.level, t.indicator_id, t.measure, v.comparator,
           v.value::text AS value, v.plan, v.applies_from
    FROM org a JOIN org_closure c ON c.ancestor_id = a.id JOIN org o ON o.id = c.descendant_id
    JOIN target t ON t.org_id = o.id AND t.year = ${year}
    JOIN LATERAL (SELECT * FROM target_version v WHERE v.target_id = t.id ORDER BY v.version DESC LIMIT 1) v ON v.deciding
    WHERE a.key = ${of.under} AND NOT EXISTS (SELECT 1 FROM evaluation e
      WHERE e.org_id = o.id AND e.year = t.year AND e.month = ${month} AND e.target_id = t.id)
    ORDER BY o.key, t.id`);
  const [catalogue, orgs] = await Promise.all([
    loadCatalogue(tx, null),
    loadOrgs(tx, { orgIds: [...new Set(rows.map((row) => row.org_id))], asOf: null }),
  ]);
  const today = localDateOf(of.now, of.timeZone);
  return rows.flatMap((row): CellRow[] => {
    const indicator = catalogue.byId.get(row.indicator_id);
    const org = orgs.get(row.org_id);
    if (!indicator || !org) return [];
    const version = { ...row, appliesFrom: row.applies_from };
    const state = unreportedState({ org, indicator, measure: row.measure, version, year, month, today });
    return [
      {
        ...{ org: row.org, org_name: row.org_name, level: row.level, state, light: null },
        ...{ indicator: indicator.key, indicator_name: indicator.name, type: indicator.type },
        ...{ unit: indicator.unit, decimals: indicator.decimals, position: indicator.position },
        measure: row.measure,
        numbers: {},
      },
    ];
  });
}

function boardOf(rows: CellRow[], of: { under: string; underName: string; period: string }): Scoreboard {
  const orgs = groupBy(rows, (row) => row.org);
  if (orgs.size > MOST_ORGS) {
    const message = `一次最多显示 ${MOST_ORGS} 个单位，请缩小范围 / at most ${MOST_ORGS} orgs at a time`;
    throw new Problem('invalid', { faults: [{ pointer: '/under', code: 'shape', params: { message } }] });
  }
  const inCatalogue = [...rows].sort(
    (one, other) => one.position - other.position || compare(one.indicator, other.indicator),
  );
  return {
    under: of.under,
    underName: of.underName,
    period: of.period,
    indicators: [
      ...new Map(
        inCatalogue.map((row) => [
          row.indicator,
          { key: row.indicator, name: row.indicator_name, unit: row.unit, decimals: row.decimals },
        ]),
      ).values(),
    ],
    orgs: [...orgs.values()].map((mine) => {
      const [first] = mine;
      const cells = Object.fromEntries(
        [...groupBy(mine, (row) => row.indicator)].map(([key, group]) => [key, cellOf(group)]),
      );
      const lights = Object.values(cells).map(({ light }) => light);
      return {
        org: first!.org,
        orgName: first!.org_name,
        level: first!.level,
        lights: Object.fromEntries(
          LIGHTS.map((light) => [light, lights.filter((each) => each === light).length]),
        ) as Record<Light, number>,
        notReported: Object.values(cells).filter(({ state }) => state === 'notReported').length,
        cells,
      };
    }),
  };
}

function cellOf(rows: CellRow[]): BoardCell {
  const worst = (lights: (Light | null)[]): Light | null =>
    LIGHTS.findLast((light) => lights.includes(light)) ?? null;
  const [main] = [...rows].sort((one, other) => rankOf(other) - rankOf(one));
  const { state } = main!;
  const numbers = wholeWire(main!.numbers);
  const gap = numbers.paceGap ?? numbers.gap;
  const inPoints = numbers.paceGap !== null || judgedInPoints(main!);
  return {
    state,
    light: worst(rows.map((row) => row.light)),
    lightBefore: worst(rows.map((row) => row.numbers.change?.light ?? null)),
    figure: numbers.figure,
    yoy: numbers.yoy,
    gap,
    gapIn: gap === null ? null : inPoints ? 'points' : 'unit',
  };
}

/** The target whose light is shown is the one whose gap is. */
const rankOf = ({ light }: CellRow): number => (light === null ? -1 : LIGHTS.indexOf(light));

/**
 * The board as CSV that Excel opens: UTF-8 with a byte order mark, a light as its word. Text that a spreadsheet would
 * take for a formula is kept from being one.
 */
export function scoreboardCsv(board: Scoreboard, language: Language): string {
  const head = language === 'zh' ? ['单位'] : ['org'];
  const rows = board.orgs.map(({ orgName, cells }) => [
    orgName,
    ...board.indicators.map(({ key }) => cellWord(cells[key], lightName, language)),
  ]);
  return csvText([[...head, ...board.indicators.map(({ name, unit }) => `${name}（${unit}）`)], ...rows]);
}

/** The light's word, else why there is none; “—” where the indicator is not one of the org's. */
export function cellWord(
  cell: BoardCell | undefined,
  wordOf: (light: Light, language: Language) => string,
  language: Language,
): string {
  if (!cell) return NOTHING;
  if (cell.light) return wordOf(cell.light, language);
  return stateName(cell.state as Parameters<typeof stateName>[0], language);
}
