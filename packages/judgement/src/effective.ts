import { type FigureGrade, type FigureOrigin, Fraction } from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import { type Computation, compute, isComputation, type WaitsFor } from './compute.js';
import { exact, type StoredFigure } from './figures.js';
import type { LoadedYears, YearFile } from './load.js';
import { isOwed } from './orgs.js';
import type { RolledUp } from './roll-ups.js';

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
  /** When the month first had it, business time in ms; null: it has none yet. */
  firstKnownMs: number | null;
  historical: boolean;
}

/**
 * An indicator's year of one org, months 1…12 at 0…11 (domain.md §4): its own figures; worked out where the indicator
 * is computed; else what its members add up to. What members add up to never goes into a formula, nor stands in for the
 * org's own ratio once an operand of its own is there: that waits for the other.
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
    if (indicator.formula?.mode === 'computed') {
      if (computed && goesBefore(loaded, { ...of, month, rolledUp, computed })) return fromFormula(computed);
    } else if (stored) return fromSheet(stored, { computed, lastYear: before[index] ?? null, indicator });
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
    firstKnownMs: stored.firstKnownMs,
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

/** In %; null without a base above 0. */
export function impliedGrowthOn(value: Fraction | null, base: Fraction | null): Fraction | null {
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
    firstKnownMs: members.firstKnownMs,
    historical: members.historical,
  };
}

/**
 * Whether a formula's figure, or what it waits for, goes before what members add up to: figures of the org's own do.
 * Nobody waits for what nobody asked for.
 */
function goesBefore(
  loaded: LoadedYears,
  of: {
    file: YearFile;
    indicator: CatalogueIndicator;
    month: number;
    computed: Computation | WaitsFor[];
    rolledUp: readonly (RolledUp | undefined)[] | undefined;
  },
): boolean {
  const { file, indicator, month, rolledUp } = of;
  const isOwn = isComputation(of.computed) || hasOwnOperand(loaded, of);
  const isAsked =
    file.targets.some((target) => target.indicatorId === indicator.id) ||
    isOwed(file.org, { indicator: indicator.key, year: file.year, month });
  return isAsked ? isOwn || !rolledUp?.[month - 1] : isOwn && rolledUp !== undefined;
}

/** Whether the org itself reported a side of the indicator's formula for a month. */
function hasOwnOperand(
  loaded: LoadedYears,
  { file, indicator, month }: { file: YearFile; indicator: CatalogueIndicator; month: number },
): boolean {
  const { numerator, denominator } = indicator.formula!;
  return [numerator, denominator].some(({ indicator: key, org }) => {
    const operand = org === 'self' || org === file.org.key ? loaded.catalogue.byKey.get(key) : undefined;
    const place = { orgId: file.orgId, year: file.year };
    const own = operand && loaded.figures.yearOf({ ...place, indicatorId: operand.id })[month - 1];
    return own?.value != null;
  });
}

function fromFormula(computed: Computation | WaitsFor[]): EffectiveFigure {
  const worked = isComputation(computed);
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
    firstKnownMs: worked ? computed.firstKnownMs : null,
    historical: worked && computed.historical,
  };
}
