import { Fraction } from '@xushi/domain';
import {
  asGiven,
  decimal,
  inReportUnit,
  LEAST_DECIMALS,
  MOST_DECIMALS,
  reportDecimalsOf,
} from './number-words.js';
import type { WordingContext } from './subject.js';

/**
 * 50.6 ÷ 55 = 92.00%, in the unit that leaders read. The parts stand as they are; one with more decimals than
 * are read has as many as the rate takes.
 */
export function divisionOf(
  part: Fraction,
  whole: Fraction,
  of: { rate: Fraction; decimals: number; context: WordingContext },
): string {
  const { rate, decimals, context } = of;
  const printed = decimal(rate, decimals);
  const wanted = inReportUnit(whole, context.indicator);
  const holds = (rounded: Fraction) =>
    decimal(rounded.times(Fraction.HUNDRED).dividedBy(wanted), decimals) === printed;
  return `${amountGiven(part, context, holds)} ÷ ${amountGiven(whole, context)} = ${printed}%`;
}

/**
 * An amount in the unit that leaders read, with all decimals it has; one that has more than are read, with the
 * fewest at which what is worked out of it holds.
 */
export function amountGiven(
  value: Fraction,
  { indicator }: WordingContext,
  holds: (rounded: Fraction) => boolean = (rounded) => rounded.equals(inReportUnit(value, indicator)),
): string {
  const reported = inReportUnit(value, indicator);
  let decimals = Math.max(reportDecimalsOf(indicator), LEAST_DECIMALS);
  while (decimals < MOST_DECIMALS && !holds(Fraction.parse(reported.toDecimal(decimals)))) decimals += 1;
  return asGiven(reported, decimals);
}
