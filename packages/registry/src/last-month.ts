import { type FigureRank, figureInForce, isOutlookAlone } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import { sql } from 'drizzle-orm';

interface MonthRow extends FigureRank, Record<string, unknown> {
  month: number;
  value: string | null;
  yoy: string | null;
  outlook: string | null;
}

/**
 * The last month 1…12 of an org's year for which an indicator has a figure in force, of its own, worked out or added up; 0:
 * none. An outlook alone is none, and one that was withdrawn is none any more. Two queries.
 */
export async function lastMonthWithFigure(
  unit: Unit,
  { orgId, year, indicatorId }: { orgId: number; year: number; indicatorId: number },
): Promise<number> {
  const [rows, [made]] = await Promise.all([
    unit.tx.execute<MonthRow>(sql`
      SELECT id::float8 AS id, month, grade, withdrawn, value::text AS value, yoy::text AS yoy, outlook::text AS outlook
      FROM figure WHERE org_id = ${orgId} AND year = ${year} AND indicator_id = ${indicatorId}`),
    unit.tx.execute<{ month: number | null }>(sql`
      SELECT max(month) AS month FROM evaluation
      WHERE org_id = ${orgId} AND year = ${year} AND indicator_id = ${indicatorId} AND figure_id IS NULL
        AND numbers->>'origin' IN ('computed', 'rolledUp') AND state <> 'waiting'`),
  ]);
  const reported = [...groupBy(rows, ({ month }) => month)].flatMap(([month, revisions]) => {
    const inForce = figureInForce(revisions);
    return inForce && !isOutlookAlone(inForce) ? [month] : [];
  });
  return Math.max(0, made?.month ?? 0, ...reported);
}
