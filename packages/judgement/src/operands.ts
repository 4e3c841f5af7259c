import type { Plan } from '@xushi/domain';
import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, knownBy } from './as-of.js';
import { FIGURE_COLUMNS, FigureBook, type FigureRow } from './figures.js';

/** A value target of an org that others are compared with: what its completion rate takes. */
export interface OperandTarget {
  version: number;
  value: string;
  plan: Plan;
  appliesFrom: number;
}

/** The orgs whose figures others are judged with: parents, and orgs that a formula names. */
export interface OperandBook {
  orgs: ReadonlyMap<number, { key: string; name: string; level: string }>;
  idOf(key: string): number | null;
  figures: FigureBook;
  /** Deciding value targets by `org/year/indicator`, versions ascending. */
  targets: ReadonlyMap<string, OperandTarget[]>;
}

/**
 * Reads what the given orgs are judged with beyond their own figures. Through functions of the database: a key that
 * sees one park must still be told its share of the county. Three queries.
 */
export async function loadOperands(
  tx: Transaction,
  of: { orgIds: readonly number[]; years: readonly number[]; asOf: AsOf },
): Promise<OperandBook> {
  const ids = integers(of.orgIds);
  const years = integers(of.years);
  const [orgs, figures, targets] = await Promise.all([
    tx.execute<{ org_id: number; org_key: string; org_name: string; org_level: string }>(
      sql`SELECT * FROM xushi_operand_orgs(${ids}, ${knownBy(of.asOf)})`,
    ),
    tx.execute<FigureRow>(
      sql`SELECT ${sql.raw(FIGURE_COLUMNS)} FROM xushi_operand_figures(${ids}, ${years}, ${knownBy(of.asOf)}) f`,
    ),
    tx.execute<{
      org_id: number;
      year: number;
      indicator_id: number;
      version: number;
      deciding: boolean;
      value: string;
      plan: Plan;
      applies_from: number;
    }>(sql`SELECT * FROM xushi_operand_targets(${ids}, ${years}, ${knownBy(of.asOf)})`),
  ]);
  const byKey = new Map(orgs.map((row) => [row.org_key, row.org_id]));
  const byTarget = new Map<string, OperandTarget[]>();
  for (const row of targets) {
    if (!row.deciding) continue;
    const key = `${row.org_id}/${row.year}/${row.indicator_id}`;
    const { version, value, plan } = row;
    byTarget.set(key, [
      ...(byTarget.get(key) ?? []),
      { version, value, plan, appliesFrom: row.applies_from },
    ]);
  }
  return {
    orgs: new Map(
      orgs.map((row) => [row.org_id, { key: row.org_key, name: row.org_name, level: row.org_level }]),
    ),
    idOf: (key) => byKey.get(key) ?? null,
    figures: new FigureBook(figures),
    targets: byTarget,
  };
}
