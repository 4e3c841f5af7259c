import { Fraction } from './fraction.js';
import type { RankOrder } from './rank-value.js';
import { sumOf } from './sum-of.js';
import type { Comparator, FigureGrade } from './terms.js';

/** One peer; the keys of a group are different. */
export interface PeerEntry {
  key: string;
  /** What it is ranked by; null: not reported, or not ranked. */
  value: Fraction | null;
  grade: FigureGrade | null;
}

/** Where one peer stands (位次). */
export interface Standing {
  /** From 1; null: not ranked. */
  position: number | null;
  /** How many peers there are, and how many of them are ranked. */
  of: number;
  reported: number;
  /** The ranked peers' figures are of unequal grades (口径不一). */
  mixedGrades: boolean;
}

/**
 * Ranks peers by their unrounded values (domain.md §6). Ties share a place and the next is skipped
 * (1, 2, 2, 4); who has no value holds no place.
 */
export function rankPeers(entries: readonly PeerEntry[], order: RankOrder): Map<string, Standing> {
  const ranked = entries.filter(isReported);
  const shared = {
    of: entries.length,
    reported: ranked.length,
    mixedGrades: new Set(ranked.flatMap(({ grade }) => grade ?? [])).size > 1,
  };
  const standings = new Map<string, Standing>(entries.map(({ key }) => [key, { ...shared, position: null }]));
  ranked.sort((one, other) =>
    order === 'ascending' ? one.value.compare(other.value) : other.value.compare(one.value),
  );
  let position = 0;
  for (const [index, { key, value }] of ranked.entries()) {
    if (index === 0 || !value.equals(ranked[index - 1]!.value)) position = index + 1;
    standings.set(key, { ...shared, position });
  }
  return standings;
}

/** The plain mean of those that reported (已报单位简单平均). Never the parent's own figure (全市平均). */
export interface PeerMean {
  /** Unrounded, in what the entries are in. */
  value: Fraction;
  reported: number;
  of: number;
}

/** Null where nobody reported. */
export function peerMean(entries: readonly PeerEntry[]): PeerMean | null {
  const values = entries.filter(isReported).map(({ value }) => value);
  if (values.length === 0) return null;
  return {
    value: sumOf(values).dividedBy(Fraction.of(values.length)),
    reported: values.length,
    of: entries.length,
  };
}

/**
 * How far an org stands from its reference, in percentage points; both as `peerComparableOf` gives them, of one
 * kind. As every gap positive is good, so that a limit turns the sign round.
 */
export function peerGapOf({
  own,
  reference,
  comparator = 'atLeast',
}: {
  own: Fraction;
  reference: Fraction;
  comparator?: Comparator | undefined;
}): Fraction {
  return comparator === 'atMost' ? reference.minus(own) : own.minus(reference);
}

function isReported<T extends PeerEntry>(entry: T): entry is T & { value: Fraction } {
  return entry.value !== null;
}
