import type { Indicator } from '@xushi/domain';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, knownBy } from './as-of.js';

/** An indicator of the catalogue with what tables and sentences need of it. */
export type CatalogueIndicator = Indicator & {
  id: number;
  reportUnit: string;
  reportDecimals: number;
  position: number;
};

/** The catalogue as it was known, by row number and by key. */
export interface Catalogue {
  byId: ReadonlyMap<number, CatalogueIndicator>;
  byKey: ReadonlyMap<string, CatalogueIndicator>;
}

/** The columns of `indicator` as they are stored, in its own row or in a past version of it. */
interface Terms extends Record<string, unknown> {
  id: number;
  key: string;
  name: string;
  type: Indicator['type'];
  direction: Indicator['direction'];
  unit: string;
  report_unit: string;
  report_decimals: number;
  decimals: number;
  no_january: boolean;
  due_months: number[] | null;
  lag_months: number;
  position: number;
  roll_up?: Indicator['rollUp'];
  formula?: Indicator['formula'];
  rank_by?: Indicator['rankBy'];
}

/** Reads the catalogue. One query. */
export async function loadCatalogue(tx: Transaction, asOf: AsOf): Promise<Catalogue> {
  const indicators = (await (asOf === null ? termsNow(tx) : termsAt(tx, asOf))).map(indicatorFrom);
  return {
    byId: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    byKey: new Map(indicators.map((indicator) => [indicator.key, indicator])),
  };
}

const termsNow = (tx: Transaction): Promise<Terms[]> =>
  tx.execute<Terms>(sql`
    SELECT id, key, name, type, direction, unit, report_unit, report_decimals, decimals, no_january,
           to_json(due_months) AS due_months, lag_months, position, roll_up, formula, rank_by
    FROM indicator`);

async function termsAt(tx: Transaction, asOf: Date): Promise<Terms[]> {
  const rows = await tx.execute<{ terms: Terms }>(sql`
    SELECT DISTINCT ON (indicator_id) terms FROM indicator_version WHERE known_at <= ${knownBy(asOf)}
    ORDER BY indicator_id, version DESC`);
  return rows.map(({ terms }) => terms);
}

function indicatorFrom(terms: Terms): CatalogueIndicator {
  return {
    id: terms.id,
    key: terms.key,
    name: terms.name,
    type: terms.type,
    direction: terms.direction,
    unit: terms.unit,
    reportUnit: terms.report_unit,
    reportDecimals: terms.report_decimals,
    decimals: terms.decimals,
    noJanuary: terms.no_january,
    dueMonths: terms.due_months,
    lagMonths: terms.lag_months,
    position: terms.position,
    // Versions from before these were known say nothing of them.
    rollUp: terms.roll_up ?? 'none',
    formula: terms.formula ?? null,
    rankBy: terms.rank_by ?? null,
  };
}
