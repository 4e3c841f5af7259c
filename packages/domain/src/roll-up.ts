import { Fraction } from './fraction.js';
import { sumOf } from './sum-of.js';
import { FIGURE_GRADES, type FigureGrade } from './terms.js';

/** What a member brings into a roll-up, in the indicator's unit. */
export interface RollUpFigure {
  /** Null: growth alone was reported, which cannot be added up. */
  value: Fraction | null;
  /** In %; never averaged, it only stands beside. */
  yoy: Fraction | null;
  /** The reported figure of the same period of last year (上年同期). */
  lastYear: Fraction | null;
  grade: FigureGrade;
  /** False: itself a roll-up with a member missing. */
  complete: boolean;
}

export interface RollUpMember {
  key: string;
  name: string;
  /** Null: not reported. */
  figure: RollUpFigure | null;
}

/** A view over members (园区合计, domain.md §4): it never stands in for an org's own figure. */
export interface RolledUp {
  value: Fraction;
  /** Null unless every member gave one. */
  lastYear: Fraction | null;
  /** Implied growth in % (Σ value ÷ Σ lastYear − 1); null without `lastYear` or where it is not above 0. */
  yoy: Fraction | null;
  /** The lowest of those that reported. */
  grade: FigureGrade;
  reported: number;
  of: number;
  /** Who reported no value. */
  missing: { key: string; name: string }[];
  /** Who reported, as a roll-up that lacks members of its own. */
  incomplete: { key: string; name: string }[];
  /** Neither missing nor incomplete: false reads 已报1/2 and has no light. */
  complete: boolean;
}

/**
 * Sums the members' figures; null where none reported. Growth is that of the sums, so that a large member
 * counts for what it is; it takes last year's figure of every member, as the two sums would else be of
 * different members.
 */
export function rollUpSum(members: readonly RollUpMember[]): RolledUp | null {
  const reported = members.filter(hasValue);
  if (reported.length === 0) return null;
  const value = sumOf(reported.map(({ figure }) => figure.value));
  const lastYears = reported.flatMap(({ figure }) => figure.lastYear ?? []);
  const lastYear = lastYears.length === members.length ? sumOf(lastYears) : null;
  const missing = members.filter((member) => !hasValue(member)).map(named);
  const incomplete = reported.filter(({ figure }) => !figure.complete).map(named);
  return {
    value,
    lastYear,
    yoy:
      lastYear && lastYear.sign > 0
        ? value.dividedBy(lastYear).minus(Fraction.ONE).times(Fraction.HUNDRED)
        : null,
    grade: FIGURE_GRADES.find((grade) => reported.some(({ figure }) => figure.grade === grade))!,
    reported: reported.length,
    of: members.length,
    missing,
    incomplete,
    complete: missing.length === 0 && incomplete.length === 0,
  };
}

type Reported = RollUpMember & { figure: RollUpFigure & { value: Fraction } };

function hasValue(member: RollUpMember): member is Reported {
  return member.figure !== null && member.figure.value !== null;
}

function named({ key, name }: RollUpMember): { key: string; name: string } {
  return { key, name };
}
