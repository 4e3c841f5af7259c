import {
  FIGURE_GRADES,
  type FigureGrade,
  Fraction,
  formulaResult,
  period,
  type WireEvaluation,
} from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import type { StoredFigure } from './figures.js';
import type { LoadedYears, YearFile } from './load.js';
import { parentAt } from './orgs.js';

/** A figure that a formula still needs; `zero`: it is there, and nothing can be divided by it. */
export type WaitsFor = NonNullable<WireEvaluation['waitsFor']>[number];

/** One side of a formula as it went in. */
export interface ComputedSide {
  org: string;
  orgName: string;
  indicator: string;
  indicatorName: string;
  unit: string;
  value: Fraction;
  /** Row number of the figure. */
  figure: number;
}

/** How a figure was worked out. */
export interface Computation {
  numerator: ComputedSide;
  denominator: ComputedSide;
  scale: Fraction;
  value: Fraction;
  grade: FigureGrade;
  /** When both its parts had been reported, business time in ms. */
  firstKnownMs: number;
  /** One of its parts was loaded as history. */
  historical: boolean;
}

export const isComputation = (of: Computation | WaitsFor[] | null): of is Computation =>
  of !== null && !Array.isArray(of);

/** Works a formula out for a month, or says what it waits for; null: none of its figures is there at all. */
export function compute(
  loaded: LoadedYears,
  of: { file: YearFile; indicator: CatalogueIndicator; month: number },
): Computation | WaitsFor[] | null {
  const { indicator } = of;
  const formula = indicator.formula!;
  const numerator = operandOf(loaded, { ...of, side: 'numerator' });
  const denominator = operandOf(loaded, { ...of, side: 'denominator' });
  if (numerator.grades.size === 0 && denominator.grades.size === 0) return null;
  const grade = FIGURE_GRADES.findLast((each) => numerator.grades.has(each) && denominator.grades.has(each));
  const missing = [numerator, denominator].filter(({ grades }) => grades.size === 0);
  // Both are there, at grades that never met: it waits for the one that lags behind.
  if (grade === undefined)
    return (missing.length > 0 ? missing : [lowerOf(numerator, denominator)]).map(({ wait }) => wait);
  const [above, below] = [numerator, denominator].map((operand) => sideOf(operand, grade));
  const scale = Fraction.parse(formula.scale);
  const value = formulaResult({ numerator: above!, denominator: below!, scale, unit: indicator.unit });
  const parts = [numerator, denominator].map(({ grades }) => grades.get(grade)!);
  const historical = parts.some((part) => part.historical);
  const firstKnownMs = Math.max(...parts.map((part) => part.firstKnownMs));
  // A denominator of 0 is as good as none.
  return value
    ? { numerator: above!, denominator: below!, scale, value, grade, firstKnownMs, historical }
    : [{ ...denominator.wait, zero: true }];
}

interface Operand {
  grades: Map<FigureGrade, StoredFigure>;
  unit: string;
  wait: WaitsFor;
}

function operandOf(
  loaded: LoadedYears,
  of: { file: YearFile; indicator: CatalogueIndicator; month: number; side: 'numerator' | 'denominator' },
): Operand {
  const { file, month } = of;
  const { indicator: key, org } = of.indicator.formula![of.side];
  const operand = loaded.catalogue.byKey.get(key);
  const orgId =
    org === 'self'
      ? file.orgId
      : org === 'parent'
        ? parentAt(file.org, { year: file.year, month })
        : org === file.org.key
          ? file.orgId
          : loaded.operands.idOf(org);
  const named = orgId === file.orgId ? file.org : orgId === null ? null : loaded.operands.orgs.get(orgId);
  const book = orgId === file.orgId ? loaded.figures : loaded.operands.figures;
  const grades =
    operand && orgId !== null
      ? book.gradesOf({ orgId, year: file.year, indicatorId: operand.id, month })
      : new Map<FigureGrade, StoredFigure>();
  for (const [grade, { value }] of grades) if (value === null) grades.delete(grade);
  return {
    grades,
    unit: operand?.unit ?? '',
    wait: {
      org: named?.key ?? org,
      orgName: named?.name ?? org,
      indicator: key,
      indicatorName: operand?.name ?? key,
      period: period(file.year, month),
    },
  };
}

function lowerOf(one: Operand, other: Operand): Operand {
  const best = ({ grades }: Operand) =>
    Math.max(...[...grades.keys()].map((grade) => FIGURE_GRADES.indexOf(grade)));
  return best(one) < best(other) ? one : other;
}

function sideOf({ grades, unit, wait }: Operand, grade: FigureGrade): ComputedSide {
  const figure = grades.get(grade)!;
  const { org, orgName, indicator, indicatorName } = wait;
  return {
    org,
    orgName,
    indicator,
    indicatorName,
    unit,
    value: Fraction.parse(figure.value!),
    figure: figure.id,
  };
}
