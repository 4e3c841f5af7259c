import { decreased } from './check-decrease.js';
import type { CheckFinding } from './check-finding.js';
import { formulaMismatch } from './check-formula.js';
import { jump } from './check-jump.js';
import { baseMismatch, coarse, sumMismatch } from './check-notes.js';
import { partExceedsWhole } from './check-part.js';
import { unitSlip } from './check-unit-slip.js';
import { type CheckedFigure, checked, type StandingFigures } from './checked-figure.js';
import type { Period } from './period.js';
import type { Printed } from './printed.js';

/**
 * The plausibility checks of a sheet (domain.md §8, “Held” and “Noted”): what to ask about its figures, in their order,
 * the holds of each before its notes. Pure: everything that a figure is held against is handed in.
 *
 * The sheet's own figures go before those in force where one is the whole of another. Historical sheets are not held;
 * whoever calls this leaves them out.
 */
export function checkFigures(figures: readonly CheckedFigure[], standing: StandingFigures): CheckFinding[] {
  const sheet = new Map(figures.map((figure) => [keyOf(figure.indicator.key, figure.period), figure.value]));
  const inSheet = (indicator: string, period: Period) => sheet.has(keyOf(indicator, period));
  const other = (indicator: string, period: Period): Printed | null =>
    sheet.get(keyOf(indicator, period)) ?? standing.figures.get(indicator)?.get(period) ?? null;
  return figures.flatMap((figure) => {
    const about = checked(figure, standing);
    if (about === null) return [];
    const slips = [decreased(about), unitSlip(about)];
    const findings = [
      ...slips,
      partExceedsWhole(about, { other, inSheet, standing }),
      // What is off by a power of ten, or fell, jumps as well: that says nothing new.
      slips.some((slip) => slip !== null) ? null : jump(about),
      sumMismatch(about),
      formulaMismatch(about),
      baseMismatch(about),
      coarse(about),
    ];
    return findings.filter((finding) => finding !== null);
  });
}

const keyOf = (indicator: string, period: Period): string => `${indicator}/${period}`;
