import {
  type FigureGrade,
  figureInForce,
  type Period,
  type Printed,
  period as periodOf,
  yearOf,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import { integers } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { IntakeBook } from './book.js';
import type { Catalogue } from './catalogue.js';
import { printedOf } from './printed-of.js';
import type { CatalogueIndicator, ReadFigure } from './read-figure.js';
import type { ReadSheet } from './sheet.js';

/** What the formula of a figure is worked out from, where both parts are known: the sheet's own before those in force. */
export type OperandFinder = (
  sheet: ReadSheet,
  read: ReadFigure,
  inSheet: (key: string) => ReadFigure | null,
  book: IntakeBook,
) => { numerator: Printed; denominator: Printed } | null;

/**
 * Reads what checked formulas (domain.md §4 `mode: "check"`) of some sheets are worked out from beyond their own orgs'
 * figures. Through functions of the database: a park may be told what its share of the county comes to. Two queries,
 * none where nothing is checked.
 */
export async function loadOperands(
  unit: Unit,
  sheets: readonly ReadSheet[],
  catalogue: Catalogue,
): Promise<OperandFinder> {
  const figures = sheets.flatMap((sheet) => sheet.figures.filter(({ indicator }) => isChecked(indicator)));
  if (figures.length === 0) return () => null;
  const orgIds = integers(new Set(sheets.map(({ org }) => org.id)));
  const years = integers(new Set(figures.map(({ period }) => yearOf(period))));
  const now = sql`'infinity'::timestamptz`;
  const [orgs, parents, rows] = await Promise.all([
    unit.tx.execute<{ org_id: number; org_key: string }>(
      sql`SELECT org_id, org_key FROM xushi_operand_orgs(${orgIds}, ${now})`,
    ),
    unit.tx.execute<ParentRow>(sql`
      SELECT org_id, parent_id, from_day::text AS from_day, to_day::text AS to_day FROM org_membership
      WHERE org_id = ANY (${orgIds}) AND ended_at IS NULL`),
    unit.tx.execute<OperandRow>(sql`
      SELECT f.id::text AS id, f.org_id, f.year, f.month, f.indicator_id, f.grade, f.withdrawn, f.value::text AS value
      FROM xushi_operand_figures(${orgIds}, ${years}, ${now}) f`),
  ]);
  const idOf = new Map(orgs.map((row) => [row.org_key, row.org_id]));
  const byFigure = groupBy(
    rows,
    (row) => `${row.org_id}/${row.indicator_id}/${periodOf(row.year, row.month)}`,
  );
  const elsewhere = (orgId: number, indicator: CatalogueIndicator, period: Period): Printed | null => {
    const revisions = byFigure.get(`${orgId}/${indicator.id}/${period}`) ?? [];
    const text = figureInForce(revisions.map((row) => ({ ...row, id: Number(row.id) })))?.value ?? null;
    return text === null ? null : { text, unit: indicator.unit };
  };
  const parentOf = (orgId: number, period: Period): number | null =>
    parents.find((row) => row.org_id === orgId && holds(row, `${period}-28`))?.parent_id ?? null;
  return (sheet, read, inSheet, book) => {
    const { formula } = read.indicator;
    if (!formula || !isChecked(read.indicator)) return null;
    const find = ({ indicator: key, org }: { indicator: string; org: string }): Printed | null => {
      const indicator = catalogue.get(key);
      if (!indicator) return null;
      if (org === 'self' || org === sheet.org.key) {
        const own = inSheet(key);
        return own
          ? printedOf(own, indicator.unit)
          : (book.printedOf(sheet.org.id, indicator).get(read.period) ?? null);
      }
      const orgId = org === 'parent' ? parentOf(sheet.org.id, read.period) : (idOf.get(org) ?? null);
      return orgId === null ? null : elsewhere(orgId, indicator, read.period);
    };
    const [numerator, denominator] = [find(formula.numerator), find(formula.denominator)];
    return numerator && denominator ? { numerator, denominator } : null;
  };
}

const isChecked = ({ formula }: CatalogueIndicator): boolean => formula?.mode === 'check';

const holds = ({ from_day, to_day }: ParentRow, day: string): boolean =>
  from_day <= day && (to_day === null || day <= to_day);

interface ParentRow extends Record<string, unknown> {
  org_id: number;
  parent_id: number;
  from_day: string;
  to_day: string | null;
}

interface OperandRow extends Record<string, unknown> {
  id: string;
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  grade: FigureGrade;
  withdrawn: boolean;
  value: string | null;
}
