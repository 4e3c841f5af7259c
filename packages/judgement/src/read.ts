import { type Page, type PageRequest, pageOf } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** Which evaluations are asked for; null: not restricted. */
export interface EvaluationQuestion extends PageRequest {
  org: string | null;
  under: string | null;
  period: string | null;
  indicator: string | null;
  light: string | null;
}

interface EvaluationRow extends Record<string, unknown> {
  id: string;
  org: string;
  year: number;
  month: number;
  numbers: Record<string, unknown>;
  target: { id: number; version: number; value: string; comparator: string; plan: unknown } | null;
}

/** Evaluations as the interface shows them, in the catalogue's order within an org and period. */
export async function listEvaluations(
  tx: Transaction,
  of: EvaluationQuestion,
): Promise<Page<Record<string, unknown>>> {
  const rows = await tx.execute<EvaluationRow>(sql`
    SELECT * FROM (
      SELECT row_number() OVER (ORDER BY e.year, e.month, o.key, i.position, i.key, e.measure, e.grade) AS id,
             o.key AS org, e.year, e.month, i.key AS indicator, i.name AS "indicatorName", i.unit,
             i.report_unit AS "reportUnit", e.measure, e.grade,
             e.deciding, e.state, e.light, e.numbers,
             CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'version', v.version, 'value', v.value::text,
               'comparator', v.comparator, 'plan', v.plan) END AS target
      FROM evaluation e JOIN org o ON o.id = e.org_id JOIN indicator i ON i.id = e.indicator_id
      LEFT JOIN target t ON t.id = e.target_id
      LEFT JOIN target_version v ON v.target_id = t.id AND v.version = e.target_version
      WHERE (${of.org}::text IS NULL OR o.key = ${of.org}::text)
        AND (${of.under}::text IS NULL OR o.id IN (
          SELECT c.descendant_id FROM org_closure c JOIN org a ON a.id = c.ancestor_id WHERE a.key = ${of.under}::text))
        AND (${of.period}::text IS NULL OR e.year || '-' || lpad(e.month::text, 2, '0') = ${of.period}::text)
        AND (${of.indicator}::text IS NULL OR i.key = ${of.indicator}::text)
        AND (${of.light}::text IS NULL OR e.light = ${of.light}::text)) found
    WHERE id > ${of.after} ORDER BY id LIMIT ${of.limit + 1}`);
  return pageOf([...rows], {
    limit: of.limit,
    positionOf: (row) => Number(row.id),
    show: ({ id: _, numbers, year, month, org, target, ...row }) => ({
      org,
      period: `${year}-${String(month).padStart(2, '0')}`,
      ...row,
      target,
      ...numbers,
    }),
  });
}
