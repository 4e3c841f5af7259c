import {
  type Evaluation,
  Fraction,
  isPercent,
  type Measure,
  peerComparableOf,
  rankByOf,
  rankOrderOf,
  rankValueOf,
  type TargetTerms,
  yardstickOf,
} from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import { exact } from './figures.js';
import type { LoadedYears, YearFile } from './load.js';
import { parentAt } from './orgs.js';
import { publishedOf } from './references.js';

/** What an org is compared with: its parent's own number (全市平均), or one that was published. */
export interface PeerReference {
  value: Fraction;
  source: 'parent' | 'published';
  /** Where a published one was read. */
  document: string | null;
}

/**
 * The number that a month is compared with, like with like (domain.md §6): growth with growth, a ratio in % with a
 * ratio, a completion rate with one. The parent's own figure; where the parent reports none, the published average.
 * `measure` null: an indicator without a target, compared by its growth where it is an amount.
 */
export function peerReferenceOf(
  loaded: LoadedYears,
  of: { file: YearFile; indicator: CatalogueIndicator; measure: Measure | null; month: number },
): PeerReference | null {
  const { file, indicator, month } = of;
  const amount = ['flow', 'count', 'stock'].includes(indicator.type);
  const measure = of.measure ?? (amount ? 'yoy' : 'value');
  const parent = parentNumber(loaded, { file, indicator, measure, month });
  if (parent) return { value: parent, source: 'parent', document: null };
  const place = { orgId: file.orgId, year: file.year, month, indicator, measure };
  const average = publishedOf(loaded.references, place, 'average');
  return average && { ...average, source: 'published' };
}

function parentNumber(
  loaded: LoadedYears,
  of: { file: YearFile; indicator: CatalogueIndicator; measure: Measure; month: number },
): Fraction | null {
  const { file, indicator, measure, month } = of;
  if (loaded.operands.figures.isEmpty) return null;
  const parentId = parentAt(file.org, { year: file.year, month });
  if (parentId === null) return null;
  const place = { orgId: parentId, year: file.year, indicatorId: indicator.id };
  const figure = loaded.operands.figures.yearOf(place)[month - 1];
  if (!figure) return null;
  if (indicator.type === 'growth') return exact(figure.yoy) ?? exact(figure.value);
  if (measure === 'yoy') return exact(figure.yoy);
  if (indicator.type === 'ratio' && isPercent(indicator.unit)) return exact(figure.value);
  const value = exact(figure.value);
  const target = loaded.operands.targets
    .get(`${parentId}/${file.year}/${indicator.id}`)
    ?.findLast(({ appliesFrom }) => appliesFrom <= month);
  if (!value || !target) return null;
  const yardstick = yardstickOf(indicator.type, 'value', target.plan);
  const goal = Fraction.parse(target.value);
  if ((yardstick !== 'phased' && yardstick !== 'quarterly') || goal.sign <= 0) return null;
  return value.times(Fraction.HUNDRED).dividedBy(goal);
}

/** What a judged month is ranked by, larger is better, and what of it may be compared with its peers. */
export function standingValues(
  evaluation: Evaluation,
  { indicator, terms }: { indicator: CatalogueIndicator; terms: TargetTerms | null },
): { rankValue: Fraction | null; peerValue: Fraction | null } {
  if (evaluation.state !== 'evaluated' && evaluation.state !== 'noTarget') {
    return { rankValue: null, peerValue: null };
  }
  const { yardstick, measure } = evaluation;
  const { type, rankBy, unit } = indicator;
  const basis = { type, rankBy, yardstick };
  const value = rankValueOf(evaluation, basis);
  const order = rankOrderOf({
    rankBy: rankByOf({ type, rankBy, yardstick, measure }),
    direction: indicator.direction,
    comparator: terms?.comparator ?? null,
  });
  return {
    rankValue: value && order === 'ascending' ? value.negated() : value,
    peerValue: peerComparableOf(evaluation, { type, unit, yardstick })?.value ?? null,
  };
}
