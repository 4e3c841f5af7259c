import type {
  Evaluation,
  Forecast,
  Fraction,
  Light,
  Measure,
  Policy,
  TargetTerms,
  WireEvaluation,
} from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import type { EffectiveFigure } from './effective.js';
import type { StoredFigure } from './figures.js';
import type { StoredTarget, YearFile } from './load.js';
import type { PeerReference } from './peer-reference.js';

/** How a month stood before a judgement. */
export interface PriorMonth {
  light: Light | null;
  state: string;
  targetVersion: number | null;
  /** Row number of the figure that was reported, null without one: a milestone is judged by its date; and the policy that decided. */
  figureId: number | null;
  policy: { key: string; version: number } | null;
}

/** The park's own outlook on the full year 单位预计全年, and last year's full-year figure in force beside it. */
export interface Outlook {
  value: Fraction;
  reason: string;
  lastYear: string | null;
}

/** One month of one target (or of an indicator reported without one), judged and ready to be stored. */
export interface JudgedMonth {
  month: number;
  /** How it stood before: what tells a restatement from a first report. Null: not judged before. */
  before: PriorMonth | null;
  /** How it was judged last, where it was not before this: its figure, or one it is worked out of, had been taken back. */
  lastJudged: PriorMonth | null;
  evaluation: Evaluation;
  /** The row it was reported in; null where it was worked out, added up, or not reported. */
  figure: StoredFigure | null;
  effective: EffectiveFigure | null;
  forecast: Forecast | null;
  outlook: Outlook | null;
  reference: PeerReference | null;
  /** What it is ranked by, larger is better, and what of it may be compared with its peers. */
  rankValue: Fraction | null;
  peerValue: Fraction | null;
  wire: WireEvaluation;
  policy: Policy | null;
  /** The terms that judged it; null without a target. */
  terms: TargetTerms | null;
}

/** A target's year, judged; one of which nothing is reported has no months. `target` is null for an indicator that is reported without one. */
export interface JudgedYear {
  file: YearFile;
  indicator: CatalogueIndicator;
  target: StoredTarget | null;
  measure: Measure;
  grade: string;
  months: JudgedMonth[];
  /**
   * December's sheet is in, and no figure of December is to come with a later one, from others, or by a date: what is
   * known by then is the year.
   */
  ended: boolean;
  /** December as it stands where no figure of the year is left. */
  withoutFigures(): JudgedMonth;
}

/** A target of an org's year (or an indicator reported without one) with the figures it is judged by. */
export interface TargetInPlace {
  file: YearFile;
  indicator: CatalogueIndicator;
  target: StoredTarget | null;
  figures: (EffectiveFigure | null)[];
  lastMonth: number;
  /** The last sheet of the org, counted from January of the year: the 13th is of January after it. */
  lastSheet: number;
}
