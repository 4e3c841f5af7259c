import type { CheckFinding } from './check-finding.js';
import type { Checked } from './checked-figure.js';
import { exactText } from './exact-text.js';
import { formulaResult, type Quantity } from './formula.js';
import { Fraction } from './fraction.js';
import { halfDigit, type Printed } from './printed.js';
import { convert } from './units.js';

/**
 * `formulaMismatch` (domain.md §8): a reported figure whose formula (`mode: "check"`) comes to something else, whatever
 * digits were rounded away in the figure and in the two that are divided: 69.81 for 50.6 ÷ 72.48 × 100 fits.
 */
export function formulaMismatch({ figure, value, unit }: Checked): CheckFinding | null {
  const { indicator, operands } = figure;
  const { formula } = indicator;
  if (formula?.mode !== 'check' || operands === null) return null;
  const scale = Fraction.parse(formula.scale);
  const inUnit = (result: Fraction) => convert(result, indicator.unit, unit);
  const comesTo = (numerator: Quantity, denominator: Quantity) =>
    formulaResult({ numerator, denominator, scale, unit: indicator.unit });
  const [above, below] = [quantity(operands.numerator, 0), quantity(operands.denominator, 0)];
  const exact = comesTo(above, below);
  // A divisor that may be 0, or of either sign, says nothing of the quotient.
  if (exact === null || halfDigit(operands.denominator.text).atLeast(below.value.absolute())) return null;
  const corners = [-1, 1].flatMap((one) =>
    [-1, 1].map(
      (other) => comesTo(quantity(operands.numerator, one), quantity(operands.denominator, other))!,
    ),
  );
  const least = inUnit(corners.reduce((a, b) => (b.lessThan(a) ? b : a)));
  const most = inUnit(corners.reduce((a, b) => (a.lessThan(b) ? b : a)));
  const computed = inUnit(exact);
  if (!least || !most || !computed) return null;
  if (value.value.plus(value.half).atLeast(least) && most.atLeast(value.value.minus(value.half))) return null;
  return {
    code: 'formulaMismatch',
    severity: 'note',
    indicator: indicator.key,
    period: figure.period,
    field: 'value',
    params: {
      value: exactText(value.value),
      unit,
      computed: exactText(computed),
      numerator: exactText(above.value),
      numeratorUnit: above.unit,
      denominator: exactText(below.value),
      denominatorUnit: below.unit,
      scale: formula.scale,
    },
  };
}

/** A printed part, at its least (−1), as it is printed (0), or at its most (1). */
function quantity({ text, unit }: Printed, end: number): Quantity {
  return { value: Fraction.parse(text).plus(halfDigit(text).times(Fraction.of(end))), unit };
}
