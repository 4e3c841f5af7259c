import { type FigureGrade, Fraction, figureInForce, type Period, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import { tables } from '@xushi/store';
import { and, eq, inArray } from 'drizzle-orm';
import { type ReadFigure, saysOutlookAlone } from './reading.js';

const { figure } = tables;

export type FigureRow = typeof figure.$inferSelect;

/** Identifies a figure of an org: indicator and the period it speaks of. */
export const figureKey = (read: { indicator: { id: number }; period: Period }): string =>
  `${read.indicator.id}/${read.period}`;

/** What is in force of the given figures, by `figureKey`. One query. */
export async function figuresInForce(
  unit: Unit,
  orgId: number,
  figures: ReadFigure[],
): Promise<Map<string, FigureRow>> {
  if (figures.length === 0) return new Map();
  const rows = await unit.tx
    .select()
    .from(figure)
    .where(
      and(
        eq(figure.orgId, orgId),
        inArray(
          figure.indicatorId,
          figures.map((read) => read.indicator.id),
        ),
        inArray(figure.year, [...new Set(figures.map((read) => yearOf(read.period)))]),
      ),
    );
  const groups = groupBy(
    rows,
    (row) => `${row.indicatorId}/${row.year}-${String(row.month).padStart(2, '0')}`,
  );
  const inForce = new Map<string, FigureRow>();
  for (const [key, group] of groups) {
    const best = figureInForce(group);
    if (best) inForce.set(key, best);
  }
  return inForce;
}

/** The parts of a figure that may be reported apart: growth often comes later than the amount. */
export const PARTS = ['value', 'yoy', 'monthValue', 'lastYear', 'lastYearMonth', 'outlook'] as const;

/** The figure with the parts that this submission does not speak of as they are in force. */
export function completed(read: ReadFigure, inForce: FigureRow | null): ReadFigure {
  if (!inForce || read.withdrawn || read.notApplicable) return read;
  // A milestone is said whole.
  if (read.indicator.type === 'milestone') return read;
  if (saysOutlookAlone(read)) return { ...read, ...standing(inForce), note: read.note ?? inForce.note };
  if (inForce.notApplicable) return read;
  const kept = Object.fromEntries(PARTS.map((part) => [part, read[part] ?? inForce[part]]));
  const outlookReason = read.outlook === null ? inForce.outlookReason : read.outlookReason;
  return { ...read, ...kept, outlookReason };
}

/** All of what is in force but its outlook: an outlook alone leaves the figure as it is, grade included. */
function standing(inForce: FigureRow) {
  const { value, yoy, monthValue, lastYear, lastYearMonth, givenValue, givenUnit, notApplicable } = inForce;
  return {
    ...{ value, yoy, monthValue, lastYear, lastYearMonth, givenValue, givenUnit, notApplicable },
    grade: inForce.grade as FigureGrade,
  };
}

/** Whether a value says anything that the figure in force does not. */
export function differs(read: ReadFigure, inForce: FigureRow | null): boolean {
  if (!inForce) return true;
  return (
    read.withdrawn ||
    read.grade !== inForce.grade ||
    read.notApplicable !== inForce.notApplicable ||
    read.outlookReason !== inForce.outlookReason ||
    read.doneOn !== inForce.doneOn ||
    read.evidence !== inForce.evidence ||
    PARTS.some((part) => !sameNumber(read[part], inForce[part]))
  );
}

/** 50.6 and 50.60 are one figure. */
function sameNumber(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return Fraction.parse(one).equals(Fraction.parse(other));
}
