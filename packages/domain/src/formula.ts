import type { Fraction } from './fraction.js';
import { convert } from './units.js';

/** Where an operand's figure is taken from: the reporting org, its parent at the period's end, or a named org. */
export type FormulaOrg = 'self' | 'parent' | (string & {});

/** One side of a formula. */
export interface FormulaOperand {
  /** Key of the indicator whose figure is taken. */
  indicator: string;
  org: FormulaOrg;
}

export const FORMULA_MODES = ['check', 'computed'] as const;

/**
 * How an indicator follows from others (domain.md §4): numerator ÷ denominator × scale. `check`: parks report the
 * figure, and it is worked out beside it; `computed`: it is only worked out.
 */
export interface Formula {
  numerator: FormulaOperand;
  denominator: FormulaOperand;
  /** Plain decimal; 100 for a percentage. */
  scale: string;
  mode: (typeof FORMULA_MODES)[number];
}

/** A figure with the unit that it is in. */
export interface Quantity {
  value: Fraction;
  unit: string;
}

/**
 * numerator ÷ denominator × scale in the indicator's unit, exact (domain.md §4): parts of one family are brought to
 * one unit first, a quotient of two families to the unit wanted where it is of theirs (万元/亩). Null: the denominator
 * is 0.
 */
export function formulaResult({
  numerator,
  denominator,
  scale,
  unit,
}: {
  numerator: Quantity;
  denominator: Quantity;
  scale: Fraction;
  unit: string;
}): Fraction | null {
  const alike = convert(denominator.value, denominator.unit, numerator.unit);
  const divisor = alike ?? denominator.value;
  if (divisor.sign === 0) return null;
  const quotient = numerator.value.dividedBy(divisor);
  const wanted = alike ? null : convert(quotient, `${numerator.unit}/${denominator.unit}`, unit);
  return (wanted ?? quotient).times(scale);
}
