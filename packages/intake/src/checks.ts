import {
  type CheckedFigure,
  checkFigures,
  Fraction,
  isLowerGrade,
  isOutlookAlone,
  type Period,
  type Printed,
  type StandingFigures,
  yearOf,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import { integers } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { Check } from './admit.js';
import type { IntakeBook } from './book.js';
import type { Catalogue } from './catalogue.js';
import type { ComparedFigure, FigureFinding } from './findings.js';
import { loadOperands, type OperandFinder } from './load-operands.js';
import { printedOf } from './printed-of.js';
import type { CatalogueIndicator, ReadFigure } from './read-figure.js';
import type { ReadSheet } from './sheet.js';

/**
 * The checks of plausibility of some sheets (domain.md §8), with all that they need beyond what is in force: targets,
 * and what formulas are worked out from. Two queries, one more where a formula is checked.
 */
export async function checksOf(
  unit: Unit,
  sheets: readonly ReadSheet[],
  catalogue: Catalogue,
): Promise<(book: IntakeBook) => Check> {
  const checked = sheets.filter(({ body }) => !body.historical);
  const [targets, operands] = await Promise.all([
    loadTargets(unit, checked),
    loadOperands(unit, checked, catalogue),
  ]);
  const partsOf = partsByWhole(catalogue);
  return (book) => (sheet, compared) =>
    check(sheet, compared, { book, catalogue, targets, operands, partsOf });
}

interface Beside {
  book: IntakeBook;
  catalogue: Catalogue;
  targets: ReadonlyMap<string, Fraction>;
  operands: OperandFinder;
  partsOf: ReadonlyMap<string, string[]>;
}

function check(sheet: ReadSheet, compared: readonly ComparedFigure[], beside: Beside): FigureFinding[] {
  const asked = compared.filter(isAsked).map(({ whole }) => whole);
  if (asked.length === 0) return [];
  const bySheet = new Map(asked.map((read) => [`${read.indicator.key}/${read.period}`, read]));
  const figures = asked.map((read) => checkedFigure(sheet, read, { ...beside, bySheet }));
  return checkFigures(figures, standingOf(sheet, asked, beside)).map((finding) => ({
    ...finding,
    pointer: `/values/${bySheet.get(`${finding.indicator}/${finding.period}`)?.position ?? 0}`,
  }));
}

/** What is withdrawn, not applicable or outranked by what is in force needs no plausibility. */
function isAsked({ whole, inForce }: ComparedFigure): boolean {
  if (whole.withdrawn || whole.notApplicable || isOutlookAlone(whole)) return false;
  return whole.indicator.type !== 'milestone' && !(inForce && isLowerGrade(whole.grade, inForce.grade));
}

const kept = (text: string | null, unit: string): Printed | null => (text === null ? null : { text, unit });

function checkedFigure(
  sheet: ReadSheet,
  read: ReadFigure,
  of: Beside & { bySheet: ReadonlyMap<string, ReadFigure> },
): CheckedFigure {
  const { indicator, period } = read;
  return {
    indicator: indicator as CheckedFigure['indicator'],
    period,
    value: printedOf(read, indicator.unit),
    monthValue: kept(read.monthValue, indicator.unit),
    lastYear: kept(read.lastYear, indicator.unit),
    yoy: read.yoy,
    target: of.targets.get(`${sheet.org.id}/${yearOf(period)}/${indicator.id}`) ?? null,
    operands: of.operands(sheet, read, (key) => of.bySheet.get(`${key}/${period}`) ?? null, of.book),
    joined: joinedBy(sheet, indicator),
  };
}

/** What firms that joined the register bring into the year, where the sheet says so. */
function joinedBy({ changes }: ReadSheet, { id }: CatalogueIndicator): Fraction | null {
  const values = changes.flatMap(({ indicator, kind, value }) =>
    indicator.id === id && kind === 'joinedRegister' && value !== null ? [Fraction.parse(value)] : [],
  );
  return values.length === 0 ? null : values.reduce((sum, value) => sum.plus(value));
}

/** The figures in force of what the sheet names, of their wholes and of their parts. */
function standingOf(
  sheet: ReadSheet,
  asked: readonly ReadFigure[],
  { book, catalogue, partsOf }: Beside,
): StandingFigures {
  const figures = new Map<string, ReadonlyMap<Period, Printed>>();
  const parts = new Map<string, readonly string[]>();
  const add = (indicator: CatalogueIndicator | undefined) => {
    if (indicator && !figures.has(indicator.key))
      figures.set(indicator.key, book.printedOf(sheet.org.id, indicator));
  };
  for (const { indicator } of asked) {
    add(indicator);
    add(catalogue.get(indicator.partOf ?? ''));
    for (const whole of [indicator.key, indicator.formula?.denominator.indicator ?? '']) {
      const keys = partsOf.get(whole);
      if (!keys) continue;
      parts.set(whole, keys);
      for (const key of keys) add(catalogue.get(key));
    }
  }
  return { figures, parts };
}

/** By key of a whole the keys of its parts. */
function partsByWhole(catalogue: Catalogue): Map<string, string[]> {
  const parts = [...catalogue.values()].filter(({ partOf }) => partOf !== null);
  return new Map(
    [...groupBy(parts, ({ partOf }) => partOf ?? '')].map(([whole, own]) => [
      whole,
      own.map(({ key }) => key),
    ]),
  );
}

/** The deciding targets for the value, by `org/year/indicator`. */
async function loadTargets(unit: Unit, sheets: readonly ReadSheet[]): Promise<Map<string, Fraction>> {
  const figures = sheets.flatMap((sheet) => sheet.figures);
  if (figures.length === 0) return new Map();
  const rows = await unit.tx.execute<{
    org_id: number;
    year: number;
    indicator_id: number;
    value: string;
  }>(sql`
    SELECT t.org_id, t.year, t.indicator_id, v.value::text AS value
    FROM target t CROSS JOIN LATERAL (
      SELECT value FROM target_version v WHERE v.target_id = t.id AND v.deciding ORDER BY v.version DESC LIMIT 1) v
    WHERE t.org_id = ANY (${integers(new Set(sheets.map(({ org }) => org.id)))})
      AND t.year = ANY (${integers(new Set(figures.map(({ period }) => yearOf(period))))})
      AND t.measure = 'value' AND v.value IS NOT NULL`);
  return new Map(
    rows.map((row) => [`${row.org_id}/${row.year}/${row.indicator_id}`, Fraction.parse(row.value)]),
  );
}
