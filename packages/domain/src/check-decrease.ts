import type { CheckFinding } from './check-finding.js';
import { type Checked, previousInYear, type StandingFigure } from './checked-figure.js';
import { exactText } from './exact-text.js';
import { period, yearOf } from './period.js';
import { provablyBelow } from './printed.js';

/**
 * `cumulativeDecreased` (domain.md §8): a cumulative flow or count does not fall within a year. A figure is held
 * against its nearest neighbours in force on both sides: an earlier month that is put right to more than a later month
 * in force is the same fault, and which of the two is wrong nobody knows but the park.
 *
 * What only seems to fall because it was printed with fewer decimals (0.33, then 0.3) is not held.
 */
export function decreased(about: Checked): CheckFinding | null {
  const { figure, value, unit } = about;
  const { indicator } = figure;
  if (indicator.type !== 'flow' && indicator.type !== 'count') return null;
  const before = previousInYear(about);
  const after = before && provablyBelow(value, before) ? null : nextInYear(about);
  const other =
    before && provablyBelow(value, before) ? before : after && provablyBelow(after, value) ? after : null;
  return (
    other && {
      code: 'cumulativeDecreased',
      severity: 'hold',
      indicator: indicator.key,
      period: figure.period,
      field: 'value',
      params: {
        value: exactText(value.value),
        unit,
        otherPeriod: other.period,
        otherValue: exactText(other.value),
      },
    }
  );
}

function nextInYear({ figure, month, at }: Checked): StandingFigure | null {
  for (let later = month + 1; later <= 12; later += 1) {
    const then = period(yearOf(figure.period), later);
    const found = at(then);
    if (found) return { period: then, ...found };
  }
  return null;
}
