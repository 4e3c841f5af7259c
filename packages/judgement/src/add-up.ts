import { FIGURE_GRADES, Fraction, formulaResult, rollUpSum } from '@xushi/domain';
import { inTurns } from '@xushi/platform';
import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

import { type Catalogue, type CatalogueIndicator, loadCatalogue } from './catalogue.js';
import { exact, FIGURE_COLUMNS, FigureBook, type FigureRow } from './figures.js';
import { isActiveIn, isOwed, type KnownOrg, parentAt } from './orgs.js';
import type { PeerSet } from './peer-sets.js';
import { loadRollUps, type RolledUp, type RollUpBook } from './roll-ups.js';

/** What the members of an org add up to in a month, as it is stored. */
export interface AddedUp extends Omit<RolledUp, 'firstKnownMs'> {
  orgId: number;
  year: number;
  month: number;
  indicatorId: number;
}

interface Ground {
  catalogue: Catalogue;
  figures: FigureBook;
  rollUps: RollUpBook;
}

/**
 * Adds up what the members of each parent reported (domain.md §4), month by month as they belonged to it. A member
 * that reports nothing itself counts with what its own members add up to. Three queries.
 */
export async function addUpMembers(tx: Transaction, sets: readonly PeerSet[]): Promise<AddedUp[]> {
  const parents = sets.filter(({ parentId }) => parentId !== null);
  const catalogue = await loadCatalogue(tx, null);
  const added = [...catalogue.byId.values()].filter(({ rollUp }) => rollUp !== 'none');
  if (parents.length === 0 || added.length === 0) return [];
  const orgYears = parents.flatMap(({ year, members }) => members.map(({ id }) => ({ orgId: id, year })));
  const orgIds = [
    ...new Set([...orgYears.map(({ orgId }) => orgId), ...parents.map(({ parentId }) => parentId!)]),
  ];
  const wanted = added.flatMap(({ id, formula }) => [
    id,
    ...(formula ? [formula.numerator, formula.denominator] : []).flatMap(
      ({ indicator }) => catalogue.byKey.get(indicator)?.id ?? [],
    ),
  ]);
  const figures = await tx.execute<FigureRow>(sql`
    SELECT ${sql.raw(FIGURE_COLUMNS)} FROM figure f
    WHERE f.org_id = ANY (${integers(orgIds)}) AND f.year = ANY (${integers(new Set(parents.map(({ year }) => year)))})
      AND f.indicator_id = ANY (${integers(new Set(wanted))}) ORDER BY f.id`);
  const ground = {
    catalogue,
    figures: new FigureBook(figures),
    rollUps: await loadRollUps(tx, { orgYears, asOf: null }),
  };
  const sums = await inTurns(
    parents.flatMap((set) => added.map((indicator) => ({ set, indicator }))),
    (of) => monthsToAdd(ground, of).flatMap((month) => addUp(ground, { ...of, month }) ?? []),
  );
  return sums.flat();
}

/** Months for which a member has anything at all: the others add up to nothing, and there are many of them. */
function monthsToAdd(ground: Ground, { set, indicator }: Omit<Sum, 'month'>): number[] {
  const found = new Set<number>();
  // A ratio may be worked out where nobody has the ratio itself.
  const summed = [indicator, ...(indicator.rollUp === 'ratioOfSums' ? ownParts(ground, indicator) : [])];
  for (const { id } of set.members) {
    for (const { id: indicatorId } of summed) {
      const place = { orgId: id, year: set.year, indicatorId };
      const own = ground.figures.yearOf(place);
      const below = ground.rollUps.yearOf(place) ?? [];
      for (let month = 1; month <= 12; month += 1) if (own[month - 1] || below[month - 1]) found.add(month);
    }
  }
  return [...found].sort((one, other) => one - other);
}

interface Sum {
  set: PeerSet;
  indicator: CatalogueIndicator;
  month: number;
}

function addUp(ground: Ground, of: Sum): AddedUp | null {
  const { set, indicator, month } = of;
  const members = set.members.filter((member) => isMember(ground, { ...of, member }));
  if (members.length === 0) return null;
  const key = { orgId: set.parentId!, year: set.year, month, indicatorId: indicator.id };
  const figureOf = indicator.rollUp === 'sum' ? memberFigure : memberParts;
  const entries = members.map((member) => ({ ...member, figure: figureOf(ground, { ...of, member }) }));
  const sum = rollUpSum(entries);
  if (!sum) return null;
  const historical = entries.some(({ figure }) => figure?.historical ?? false);
  const value = indicator.rollUp === 'sum' ? sum.value : ratioOfSums(ground, { ...of, members });
  return {
    ...key,
    value,
    lastYear: indicator.rollUp === 'sum' ? sum.lastYear : null,
    grade: sum.grade,
    reported: sum.reported,
    of: sum.of,
    // Who lacks a member of its own is named too: the sum is not whole.
    missing: [...sum.missing, ...sum.incomplete],
    complete: sum.complete && value !== null,
    historical,
  };
}

/** Who belongs to the org at the month's end, and reports the indicator or has to. */
function isMember(ground: Ground, of: Sum & { member: KnownOrg }): boolean {
  const { set, indicator, month, member } = of;
  const { year } = set;
  if (parentAt(member, { year, month }) !== set.parentId) return false;
  if (!isActiveIn(member, { year, month })) return false;
  if (isOwed(member, { indicator: indicator.key, year, month })) return true;
  if (speaksOf(ground, { indicator, member, year })) return true;
  const parts = indicator.rollUp === 'ratioOfSums' ? ownParts(ground, indicator) : [];
  return parts.length > 0 && parts.every((part) => speaksOf(ground, { indicator: part, member, year }));
}

/** Whether a member has a figure of its own, or of its members, in any month: then it is missed in the others. */
function speaksOf(
  ground: Ground,
  { indicator, member, year }: { indicator: CatalogueIndicator; member: KnownOrg; year: number },
): boolean {
  return (
    ground.figures
      .yearOf({ orgId: member.id, year, indicatorId: indicator.id })
      .some((figure) => figure !== null) ||
    [...ground.rollUps.indicatorsOf(member.id, year)].includes(indicator.id)
  );
}

/** The parts of a formula that each org reports of itself. */
function ownParts({ catalogue }: Ground, { formula }: CatalogueIndicator): CatalogueIndicator[] {
  return (formula ? [formula.numerator, formula.denominator] : []).flatMap(({ indicator, org }) =>
    org === 'self' ? (catalogue.byKey.get(indicator) ?? []) : [],
  );
}

/** What a member brings into a ratio of sums: it has reported where it has every part; its own ratio does not count. */
function memberParts(ground: Ground, of: Sum & { member: KnownOrg }) {
  const parts = ownParts(ground, of.indicator);
  const figures = parts.flatMap((indicator) => memberFigure(ground, { ...of, indicator }) ?? []);
  const [first] = figures;
  if (!first || figures.length < parts.length) return null;
  return {
    ...first,
    lastYear: null,
    grade: FIGURE_GRADES.find((grade) => figures.some((figure) => figure.grade === grade)) ?? first.grade,
    complete: figures.every(({ complete }) => complete),
    historical: figures.some(({ historical }) => historical),
  };
}

/** A member's own figure, else what its own members add up to. */
function memberFigure(ground: Ground, { set, indicator, month, member }: Sum & { member: KnownOrg }) {
  const place = { orgId: member.id, year: set.year, indicatorId: indicator.id };
  const own = ground.figures.yearOf(place)[month - 1];
  if (own) {
    const { grade, historical } = own;
    const value = exact(own.value);
    return (
      value && {
        value,
        yoy: exact(own.yoy),
        lastYear: exact(own.lastYear),
        grade,
        complete: true,
        historical,
      }
    );
  }
  const below = ground.rollUps.find({ ...place, month });
  if (!below || below.reported === 0 || !below.value) return null;
  const { value, lastYear, complete, historical } = below;
  return { value, yoy: null, lastYear, grade: below.grade ?? FIGURE_GRADES[0], complete, historical };
}

/** A ratio is worked out from the sums of its parts; a part that is one org's own is not added up (domain.md §4). */
function ratioOfSums(ground: Ground, of: Sum & { members: KnownOrg[] }): Fraction | null {
  const { indicator, set, month, members } = of;
  const formula = indicator.formula;
  if (!formula) return null;
  const side = ({ indicator: key, org }: typeof formula.numerator) => {
    const operand = ground.catalogue.byKey.get(key);
    if (!operand) return null;
    const read = (orgId: number) =>
      exact(ground.figures.yearOf({ orgId, year: set.year, indicatorId: operand.id })[month - 1]?.value);
    if (org !== 'self') {
      // The members' parent is this org itself.
      const value = org === 'parent' ? read(set.parentId!) : null;
      return value && { value, unit: operand.unit };
    }
    const reported = members
      .map((member) => memberFigure(ground, { set, month, indicator: operand, member })?.value)
      .filter((value) => value !== undefined);
    if (reported.length < members.length) return null;
    return { value: reported.reduce((sum, value) => sum.plus(value), Fraction.ZERO), unit: operand.unit };
  };
  const numerator = side(formula.numerator);
  const denominator = side(formula.denominator);
  if (!numerator || !denominator) return null;
  return formulaResult({
    numerator,
    denominator,
    scale: Fraction.parse(formula.scale),
    unit: indicator.unit,
  });
}
