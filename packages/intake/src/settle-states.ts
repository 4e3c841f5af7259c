import { FIGURE_GRADES } from '@xushi/domain';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** Lowest first (domain.md §4). */
const GRADES = sql.raw(`ARRAY[${FIGURE_GRADES.map((grade) => `'${grade}'`).join(',')}]`);

/**
 * Says anew in which state submissions are of which something stopped waiting or counting: under review or held while
 * something waits, superseded once nothing of it counts, accepted otherwise. What was returned stays so. One statement.
 */
export async function settleStates(tx: Transaction, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  await tx.execute(sql`
    UPDATE submission s SET state = c.state
    FROM (
      SELECT t.id, CASE
        WHEN bool_or(p.unreviewed) THEN 'underReview'
        WHEN count(p.id) > 0 THEN CASE WHEN f.any THEN 'partlyHeld' ELSE 'held' END
        WHEN f.counts OR (NOT f.any AND NOT w.any) THEN 'accepted'
        ELSE 'superseded' END AS state
      FROM submission t
      LEFT JOIN pending_figure p ON p.submission_id = t.id AND p.state = 'waiting'
      CROSS JOIN LATERAL (
        SELECT count(*) > 0 AS any, coalesce(bool_or(NOT EXISTS (
          -- A later figure of its grade or a better one took its place.
          SELECT 1 FROM figure g
          WHERE g.org_id = f.org_id AND g.year = f.year AND g.indicator_id = f.indicator_id AND g.month = f.month
            AND g.id > f.id AND array_position(${GRADES}, g.grade) >= array_position(${GRADES}, f.grade))), false) AS counts
        FROM figure f WHERE f.submission_id = t.id) f
      CROSS JOIN LATERAL (
        SELECT count(*) > 0 AS any FROM pending_figure w WHERE w.submission_id = t.id) w
      WHERE t.id = ANY (${`{${[...ids].join(',')}}`}::uuid[])
      GROUP BY t.id, f.any, f.counts, w.any
    ) c
    WHERE s.id = c.id AND s.state <> c.state AND s.state <> 'returned'`);
}
