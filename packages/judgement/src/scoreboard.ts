import { LIGHTS, type Light } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { Problem } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { type Language, lightName, stateName } from '@xushi/wording';
import { sql } from 'drizzle-orm';

/** What the board shows of one indicator of one org; the worse light of two targets. */
export interface BoardCell {
  state: string;
  light: Light | null;
  /** The light of the org's previous judged period of the year. */
  lightBefore: Light | null;
  figure: string | null;
  yoy: string | null;
  gap: string | null;
}

/** Orgs by indicators at one period. */
export interface Scoreboard {
  under: string;
  period: string;
  indicators: { key: string; name: string; unit: string }[];
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
  unit: string;
  state: BoardCell['state'];
  light: Light | null;
  numbers: {
    figure: string | null;
    yoy: string | null;
    paceGap: string | null;
    gap: string | null;
    change: { light: Light | null } | null;
  };
}

/** Most orgs that one board shows; a province is looked at city by city. */
const MOST_ORGS = 1000;

/** The board of an org's subtree. One query. Throws `Problem` where it is too wide. */
export async function readScoreboard(
  tx: Transaction,
  of: { under: string; period: string },
): Promise<Scoreboard> {
  const rows = await tx.execute<CellRow>(sql`
    SELECT o.key AS org, o.name AS org_name, o.level, i.key AS indicator, i.name AS indicator_name, i.unit, e.state, e.light,
           e.numbers
    FROM org a JOIN org_closure c ON c.ancestor_id = a.id JOIN org o ON o.id = c.descendant_id
    JOIN evaluation e ON e.org_id = o.id AND e.year = left(${of.period}, 4)::integer AND e.month = right(${of.period}, 2)::integer
    JOIN indicator i ON i.id = e.indicator_id
    WHERE a.key = ${of.under} AND (e.deciding OR e.target_id IS NULL)
    ORDER BY o.key, i.position, i.key, e.measure DESC`);
  const orgs = groupBy(rows, (row) => row.org);
  if (orgs.size > MOST_ORGS) {
    const message = `一次最多显示 ${MOST_ORGS} 个单位，请缩小范围 / at most ${MOST_ORGS} orgs at a time`;
    throw new Problem('invalid', { faults: [{ pointer: '/under', code: 'shape', params: { message } }] });
  }
  return {
    ...of,
    indicators: [
      ...new Map(
        rows.map((row) => [row.indicator, { key: row.indicator, name: row.indicator_name, unit: row.unit }]),
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
  const { numbers, state } = main!;
  return {
    state,
    light: worst(rows.map((row) => row.light)),
    lightBefore: worst(rows.map((row) => row.numbers.change?.light ?? null)),
    figure: numbers.figure,
    yoy: numbers.yoy,
    gap: numbers.paceGap ?? numbers.gap,
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
    ...board.indicators.map(({ key }) => cellText(cells[key], language)),
  ]);
  const lines = [[...head, ...board.indicators.map(({ name, unit }) => `${name}（${unit}）`)], ...rows];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: BoardCell | undefined, language: Language): string {
  if (!cell) return '—';
  if (cell.light) return lightName(cell.light, language);
  return stateName(cell.state as Parameters<typeof stateName>[0], language);
}

function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
