import { FIGURE_GRADES } from './terms.js';

/** What of a figure row decides which of several is in force. */
export interface FigureRank {
  id: number;
  grade: string;
  withdrawn: boolean;
}

/**
 * Of a figure's accepted revisions the highest grade counts, then the latest (domain.md §4). A withdrawal takes
 * back everything of its grade and below that came before it. Null: nothing is in force.
 */
export function figureInForce<T extends FigureRank>(rows: readonly T[]): T | null {
  let best: T | null = null;
  for (const row of [...rows].sort((a, b) => a.id - b.id)) {
    if (row.withdrawn) best = best && rank(best) > rank(row) ? best : null;
    else if (!best || rank(row) >= rank(best)) best = row;
  }
  return best;
}

const rank = (row: { grade: string }): number => (FIGURE_GRADES as readonly string[]).indexOf(row.grade);

/** Whether `grade` counts less than `other`: such a figure is stored and does not replace it. */
export const isLowerGrade = (grade: string, other: string): boolean =>
  rank({ grade }) < rank({ grade: other });

/**
 * Whether a figure's row says only what the full year is expected to come to (单位预计全年): nothing is reported for the
 * month with it, so that it stands in for no figure and hides none.
 */
export const isOutlookAlone = (row: {
  value: string | null;
  yoy: string | null;
  outlook: string | null;
}): boolean => row.outlook !== null && row.value === null && row.yoy === null;
