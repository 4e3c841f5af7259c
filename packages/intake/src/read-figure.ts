import type { FigureGrade, Indicator, Period } from '@xushi/domain';

/** A catalogue indicator with its row number. */
export type CatalogueIndicator = Indicator & {
  id: number;
  /** The key of the whole that it may not exceed. */
  partOf: string | null;
  growthBasis: string;
};

/** One figure read from a submission, its amounts exact decimals in the indicator's unit. */
export interface ReadFigure {
  indicator: CatalogueIndicator;
  /** Where it stands among the sheet's values, from 0. */
  position: number;
  /** The figure's own period: the sheet's, or earlier by the indicator's lag. */
  period: Period;
  grade: FigureGrade;
  value: string | null;
  yoy: string | null;
  monthValue: string | null;
  lastYear: string | null;
  lastYearMonth: string | null;
  givenValue: string | null;
  givenUnit: string | null;
  notApplicable: boolean;
  withdrawn: boolean;
  note: string | null;
  /** The park's own outlook on the full year, in the indicator's unit. */
  outlook: string | null;
  outlookReason: string | null;
  /** Of a milestone; its `value` is 1 (done) or 0. */
  doneOn: string | null;
  evidence: string | null;
}
