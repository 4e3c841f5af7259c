import type { Formula } from './formula.js';
import type { Direction, GrowthBasis, IndicatorType, RankBy, RollUp } from './terms.js';

/** What of a catalogue indicator the rules need (domain.md §4). Dates and orders of display stay outside. */
export interface Indicator {
  key: string;
  name: string;
  type: IndicatorType;
  direction: Direction;
  unit: string;
  /** Decimals of amounts at output. */
  decimals: number;
  noJanuary: boolean;
  /** Months whose figure is due, ascending; null: every month (2…12 where `noJanuary`). */
  dueMonths: number[] | null;
  lagMonths: number;
  /** How it is rolled up over members. */
  rollUp: RollUp;
  /** Null: it is reported and not worked out. */
  formula: Formula | null;
  /** Null: the default of what is judged. */
  rankBy: RankBy | null;
}

/** What of a catalogue indicator the checks of a sheet need (domain.md §8). */
export interface CheckedIndicator
  extends Pick<Indicator, 'key' | 'type' | 'unit' | 'decimals' | 'noJanuary' | 'formula'> {
  /** Key of the whole that it is a part of; null: of none. */
  partOf: string | null;
  growthBasis: GrowthBasis;
}
