import {
  BOARD_COLUMNS,
  type BoardColumnKind,
  type BoardTable,
  type BoardTableCell,
  boardHeading,
  boardLegend,
  boardTitle,
  boardUnit,
  type Language,
  NOTHING,
  periodName,
  pointsUnit,
  shortLightName,
} from '@xushi/wording';
import { type BoardCell, cellWord, type Scoreboard } from './scoreboard.js';

type BoardIndicator = Scoreboard['indicators'][number];

/** An indicator with the columns that hold anything. */
interface Shown {
  indicator: BoardIndicator;
  kinds: BoardColumnKind[];
  gapUnit: string;
}

/** A growth is reported with one decimal at least. */
const GROWTH_DECIMALS = 1;
/** Rates and points have two (domain.md §2). */
const POINT_DECIMALS = 2;

/** The board as a sheet of numbers: each indicator's figure, growth, gap and light. */
export function scoreboardTable(board: Scoreboard, language: Language): BoardTable {
  const shown = board.indicators.map((indicator) => shownOf(indicator, board, language));
  return {
    sheetName: `${periodName(board.period, language)} ${board.underName}`,
    title: boardTitle(board.underName, board.period, language),
    legend: boardLegend(language),
    orgHeading: boardHeading('org', language),
    unitHeading: boardHeading('unit', language),
    indicators: shown.map(({ indicator, kinds, gapUnit }) => ({
      name: indicator.name,
      columns: kinds.map((kind) => ({
        kind,
        heading: boardHeading(kind, language),
        unit: { figure: boardUnit(indicator.unit, language), yoy: '%', gap: gapUnit, light: '' }[kind],
      })),
    })),
    rows: {
      *[Symbol.iterator]() {
        for (const { orgName, cells } of board.orgs) {
          yield {
            orgName,
            cells: shown.flatMap((each) =>
              each.kinds.map((kind) => cellOf(cells[each.indicator.key], kind, each, language)),
            ),
          };
        }
      },
    },
  };
}

/** A column in which no org has a number is left out: it would only make the others narrower in print. */
function shownOf(indicator: BoardIndicator, board: Scoreboard, language: Language): Shown {
  const cells = board.orgs.flatMap((org) => org.cells[indicator.key] ?? []);
  const kinds = BOARD_COLUMNS.filter(
    (kind) => kind === 'light' || kind === 'figure' || cells.some((cell) => cell[kind] !== null),
  );
  const inUnits = cells.filter(({ gapIn }) => gapIn === 'unit').length;
  const inPoints = cells.filter(({ gapIn }) => gapIn === 'points').length;
  return {
    indicator,
    kinds,
    gapUnit: unitOfGap(inUnits > inPoints ? 'unit' : 'points', indicator, language),
  };
}

function unitOfGap(gapIn: 'points' | 'unit', { unit }: BoardIndicator, language: Language): string {
  return gapIn === 'points' ? pointsUnit(language) : boardUnit(unit, language);
}

function cellOf(
  cell: BoardCell | undefined,
  kind: BoardColumnKind,
  { indicator, gapUnit }: Shown,
  language: Language,
): BoardTableCell {
  if (!cell) return { word: NOTHING, light: null };
  if (kind === 'light') return { word: cellWord(cell, shortLightName, language), light: cell.light };
  const number = cell[kind];
  if (number === null) return null;
  if (kind === 'yoy') return { number, decimals: GROWTH_DECIMALS, unit: null };
  if (kind === 'figure') return { number, decimals: indicator.decimals, unit: null };
  const own = cell.gapIn && unitOfGap(cell.gapIn, indicator, language);
  // Two parks may be held to different kinds of plans: the gap that is counted otherwise says in what.
  return {
    number,
    decimals: cell.gapIn === 'points' ? POINT_DECIMALS : indicator.decimals,
    unit: own === gapUnit ? null : own,
  };
}
