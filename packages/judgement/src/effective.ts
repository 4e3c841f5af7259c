import {
  FIGURE_GRADES,
  type FigureGrade,
  type FigureOrigin,
  Fraction,
  formulaResult,
  period,
} from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import { exact, type StoredFigure } from './figures.js';
import type { LoadedYears, YearFile } from './load.js';
import { isOwed, parentAt } from './orgs.js';
import type { RolledUp } from './roll-ups.js';

/** A figure that a formula still needs. */
export interface WaitsFor {
  org: string;
  orgName: string;
  indicator: string;
  indicatorName: string;
  period: string;
}

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
  /** One of its parts was loaded as history. */
  historical: boolean;
}

/** What an org's month of an indicator comes to, wherever it is from. */
export interface EffectiveFigure {
  /** The row it was reported in; null where it was worked out or added up. */
  stored: StoredFigure | null;
  value: Fraction | null;
  yoy: Fraction | null;
  grade: FigureGrade;
  origin: FigureOrigin;
  /** Why it is not judged. */
  state: 'waiting' | 'partial' | null;
  waitsFor: WaitsFor[];
  members: RolledUp | null;
  /** How it was worked out; of a reported one what the formula says beside it. */
  computed: Computation | null;
  /** The growth that its values imply where none was reported (推算); never judged. */
  derivedYoy: Fraction | null;
  historical: boolean;
}

/**
 * An indicator's year of one org, months 1…12 at 0…11 (domain.md §4): its own figures; worked out where the indicator
 * is computed; else what its members add up to. What members add up to never goes into a formula.
 */
export function effectiveYear(
  loaded: LoadedYears,
  of: { file: YearFile; indicator: CatalogueIndicator },
): (EffectiveFigure | null)[] {
  const { file, indicator } = of;
  const place = { orgId: file.orgId, indicatorId: indicator.id };
  const own = loaded.figures.yearOf({ ...place, year: file.year });
  const before = loaded.figures.yearOf({ ...place, year: file.year - 1 });
  const rolledUp = loaded.rollUps.yearOf({ ...place, year: file.year });
  return own.map((stored, index) => {
    const month = index + 1;
    const computed = indicator.formula ? compute(loaded, { ...of, month }) : null;
    if (indicator.formula?.mode === 'computed') return fromFormula(computed, { ...of, month });
    if (stored) return fromSheet(stored, { computed, lastYear: before[index] ?? null, indicator });
    const members = rolledUp?.[index];
    return members && members.reported > 0 ? fromMembers(members) : null;
  });
}

function fromSheet(
  stored: StoredFigure,
  of: {
    computed: Computation | WaitsFor[] | null;
    lastYear: StoredFigure | null;
    indicator: CatalogueIndicator;
  },
): EffectiveFigure {
  const value = exact(stored.value);
  const yoy = exact(stored.yoy);
  return {
    stored,
    value,
    yoy,
    grade: stored.grade,
    origin: 'reported',
    state: null,
    waitsFor: [],
    members: null,
    computed: isComputation(of.computed) ? of.computed : null,
    derivedYoy:
      yoy === null ? (impliedGrowthOn(value, exact(stored.lastYear)) ?? impliedGrowth(value, of)) : null,
    historical: stored.historical,
  };
}

/** From last year's stored figure, for amounts only: a ratio has no growth. */
function impliedGrowth(
  value: Fraction | null,
  { lastYear, indicator }: { lastYear: StoredFigure | null; indicator: CatalogueIndicator },
): Fraction | null {
  if (!['flow', 'count', 'stock'].includes(indicator.type)) return null;
  return impliedGrowthOn(value, exact(lastYear?.value));
}

function impliedGrowthOn(value: Fraction | null, base: Fraction | null): Fraction | null {
  if (!value || !base || base.sign <= 0) return null;
  return value.dividedBy(base).minus(Fraction.ONE).times(Fraction.HUNDRED);
}

function fromMembers(members: RolledUp): EffectiveFigure {
  return {
    stored: null,
    value: members.value,
    yoy: null,
    grade: members.grade ?? 'estimate',
    origin: 'rolledUp',
    state: members.complete ? null : 'partial',
    waitsFor: [],
    members,
    computed: null,
    derivedYoy: members.complete ? impliedGrowthOn(members.value, members.lastYear) : null,
    historical: members.historical,
  };
}

function fromFormula(
  computed: Computation | WaitsFor[] | null,
  { file, indicator, month }: { file: YearFile; indicator: CatalogueIndicator; month: number },
): EffectiveFigure | null {
  if (computed === null) return null;
  const worked = isComputation(computed);
  // Nobody waits for what nobody asked for.
  const asked =
    file.targets.some((target) => target.indicatorId === indicator.id) ||
    isOwed(file.org, { indicator: indicator.key, year: file.year, month });
  if (!asked) return null;
  return {
    stored: null,
    value: worked ? computed.value : null,
    yoy: null,
    grade: worked ? computed.grade : 'estimate',
    origin: 'computed',
    state: worked ? null : 'waiting',
    waitsFor: worked ? [] : computed,
    members: null,
    computed: worked ? computed : null,
    derivedYoy: null,
    historical: worked && computed.historical,
  };
}

const isComputation = (of: Computation | WaitsFor[] | null): of is Computation =>
  of !== null && !Array.isArray(of);

/** Works a formula out for a month, or says what it waits for; null: none of its figures is there at all. */
function compute(
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
  const historical = [numerator, denominator].some(({ grades }) => grades.get(grade)?.historical ?? false);
  // A denominator of 0 is as good as none.
  return value
    ? { numerator: above!, denominator: below!, scale, value, grade, historical }
    : [denominator.wait];
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
