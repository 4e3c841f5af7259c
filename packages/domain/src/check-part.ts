import type { CheckFinding, CheckParams } from './check-finding.js';
import type { Checked, CheckedFigure, StandingFigures } from './checked-figure.js';
import { exactText } from './exact-text.js';
import { Fraction } from './fraction.js';
import type { Period } from './period.js';
import { type Amount, type Printed, provablyBelow } from './printed.js';

/** Another indicator's figure of the org and the period: the sheet's own, else the one in force. */
export type OtherFigure = (indicator: string, period: Period) => Printed | null;

/**
 * `partExceedsWhole` (domain.md §8): a part above its whole (`partOf`), and a share above 100. Where both come with one
 * sheet the part is held, whichever of the two is wrong; a whole that comes alone is held against its parts in force.
 * Levels and amounts alike, in one unit; what only seems more because it was printed with fewer decimals is not held.
 */
export function partExceedsWhole(
  about: Checked,
  { other, inSheet, standing }: PartContext,
): CheckFinding | null {
  const { figure, value } = about;
  const { indicator, period } = figure;
  if (indicator.type === 'growth' || indicator.type === 'milestone') return null;
  const amountOf = (key: string): Amount | null => {
    const printed = key === indicator.key ? null : other(key, period);
    return printed && about.read(printed);
  };
  if (isShare(figure, standing)) {
    return value.value.compare(Fraction.HUNDRED) > 0 ? found(about, 'share', '', Fraction.HUNDRED) : null;
  }
  const whole = indicator.partOf === null ? null : amountOf(indicator.partOf);
  if (whole && provablyBelow(whole, value)) return found(about, 'part', indicator.partOf!, whole.value);
  for (const key of standing.parts.get(indicator.key) ?? []) {
    const part = inSheet(key, period) ? null : amountOf(key);
    if (part && provablyBelow(value, part)) return found(about, 'whole', key, part.value);
  }
  return null;
}

/** What the check of parts looks at beside the figure. */
export interface PartContext {
  other: OtherFigure;
  inSheet(indicator: string, period: Period): boolean;
  standing: StandingFigures;
}

/**
 * Whether a ratio in % is a share of a whole: one without a formula, one that divides an indicator by itself (工业集中度:
 * the park's output by the county's), or a part by its whole. Sales over output (产销率) is none and may be 101.
 */
function isShare({ indicator }: CheckedFigure, { parts }: StandingFigures): boolean {
  const { type, unit, formula } = indicator;
  if (type !== 'ratio' || unit !== '%') return false;
  if (formula === null) return true;
  const { numerator, denominator } = formula;
  return (
    numerator.indicator === denominator.indicator ||
    (parts.get(denominator.indicator) ?? []).includes(numerator.indicator)
  );
}

function found(
  { figure, value, unit }: Checked,
  role: CheckParams['partExceedsWhole']['role'],
  other: string,
  otherValue: Fraction,
): CheckFinding {
  return {
    code: 'partExceedsWhole',
    severity: 'hold',
    indicator: figure.indicator.key,
    period: figure.period,
    field: 'value',
    params: { value: exactText(value.value), unit, role, other, otherValue: exactText(otherValue) },
  };
}
