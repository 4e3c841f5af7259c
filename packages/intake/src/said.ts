import { type FigureGrade, Fraction, isOutlookAlone } from '@xushi/domain';
import type { ReadFigure } from './read-figure.js';

/** What a stored figure says: of one that counts, or of one that waits. */
export interface SaidFigure {
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
  outlook: string | null;
  outlookReason: string | null;
  doneOn: string | null;
  evidence: string | null;
  grade: string;
}

/** The parts of a figure that may be reported apart: growth often comes later than the amount. */
export const PARTS = ['value', 'yoy', 'monthValue', 'lastYear', 'lastYearMonth', 'outlook'] as const;

/** Whether a value only says what the full year is expected to come to. */
export const saysOutlookAlone = (read: ReadFigure): boolean =>
  isOutlookAlone(read) && !read.withdrawn && !read.notApplicable;

/** The figure with the parts that this submission does not speak of as they were said before. */
export function completed(read: ReadFigure, before: SaidFigure | null): ReadFigure {
  if (!before || before.withdrawn || read.withdrawn || read.notApplicable) return read;
  // A milestone is said whole.
  if (read.indicator.type === 'milestone') return read;
  if (saysOutlookAlone(read)) return { ...read, ...standing(before), note: read.note ?? before.note };
  if (before.notApplicable) return read;
  const kept = Object.fromEntries(PARTS.map((part) => [part, read[part] ?? before[part]]));
  const outlookReason = read.outlook === null ? before.outlookReason : read.outlookReason;
  return { ...read, ...kept, outlookReason };
}

/** All of what was said but the outlook: an outlook alone leaves the figure as it is, grade included. */
function standing(before: SaidFigure) {
  const { value, yoy, monthValue, lastYear, lastYearMonth, givenValue, givenUnit, notApplicable } = before;
  return {
    ...{ value, yoy, monthValue, lastYear, lastYearMonth, givenValue, givenUnit, notApplicable },
    grade: before.grade as FigureGrade,
  };
}

/** Whether a value says anything else than what was said before. */
export function differs(read: ReadFigure, before: SaidFigure | null): boolean {
  if (!before) return true;
  return (
    read.withdrawn !== before.withdrawn ||
    read.grade !== before.grade ||
    read.notApplicable !== before.notApplicable ||
    read.outlookReason !== before.outlookReason ||
    read.doneOn !== before.doneOn ||
    read.evidence !== before.evidence ||
    PARTS.some((part) => !sameNumber(read[part], before[part]))
  );
}

/** 50.6 and 50.60 are one figure. */
export function sameNumber(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one === other || Fraction.parse(one).equals(Fraction.parse(other));
}
