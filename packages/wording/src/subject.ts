import type { Fraction, Indicator, TargetTerms } from '@xushi/domain';
import type { DueWords } from './due-words.js';

/** An indicator as sentences and tables name it: what parks fill in, and what leaders read. */
export interface NamedIndicator extends Pick<Indicator, 'name' | 'type' | 'unit' | 'decimals'> {
  reportUnit: string;
  reportDecimals: number;
}

/** What of a target's terms the wording reads. */
export type WordedTarget = Pick<TargetTerms, 'value' | 'comparator' | 'measure' | 'grade' | 'plan'>;

/** Where the org stands among its peers (domain.md §6). */
export interface Standing {
  /** 全市, 全县: whose average and whose ranks. */
  scope: string;
  /** Among whom the place is, where that is not the scope: 同组. */
  rankScope?: string | undefined;
  /** Against the reference, in percentage points; null without one. */
  peerGap: Fraction | null;
  position: number | null;
  /** Not all peers have reported yet. */
  provisional: boolean;
  /** How many peers there are. */
  of?: number | undefined;
  /** How many of them the place is among. */
  reported?: number | undefined;
  /** The place of the previous reported period. */
  previous?: number | null | undefined;
  /** The peers' figures are not all of one grade 口径不一. */
  mixedGrades?: boolean | undefined;
  /** Whose average the gap is to: the parent's own figure, or one that was published and typed in. */
  reference?: 'parent' | 'published' | undefined;
  /** 已报单位简单平均, in %; never taken for the scope's average. */
  peerMean?: PeerMean | null | undefined;
}

/** The plain mean of what peers have reported. */
export interface PeerMean {
  value: Fraction;
  reported: number;
  of: number;
}

/** A figure that a formula waits for. */
export interface WaitedFigure {
  orgName: string;
  indicatorName: string;
  /** 1…12. */
  month: number;
  /** It is there, and 0: nothing can be divided by it. */
  zero?: boolean | undefined;
}

/** The members that a roll-up is made of. */
export interface Members {
  reported: number;
  of: number;
  /** Names of those that have not reported. */
  missing: readonly string[];
}

/** One side of a formula as it is shown: whose figure it is, in the unit that is named. */
export interface Operand {
  /** 双牌县规模以上工业总产值. */
  name: string;
  value: Fraction;
  unit: string;
}

/** What a computed figure is made from: numerator ÷ denominator × scale is the figure in the indicator's unit. */
export interface ComputedFrom {
  numerator: Operand;
  denominator: Operand;
  scale: Fraction;
}

/** Whom and what an evaluation is about. */
export interface WordingContext {
  /** The name that opens the sentence: the org's own, or 园区 where a text is about one only; may be empty. */
  org: { name: string };
  indicator: NamedIndicator;
  target: WordedTarget | null;
  /** When the figure was due, for one that is not reported. */
  due?: DueWords | undefined;
  standing?: Standing | undefined;
  /**
   * Growth in % implied by last year's value, where none was reported; it is said to be derived, and never
   * stands in for a reported one.
   */
  derivedYoy?: Fraction | undefined;
  /** What is missing where the state is `waiting`. */
  waitsFor?: readonly WaitedFigure[] | undefined;
  /** Of a rolled-up figure, complete or not. */
  members?: Members | undefined;
  /** The operands of a figure whose origin is `computed`. */
  computed?: ComputedFrom | undefined;
}
