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
