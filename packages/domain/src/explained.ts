import type { CheckCode, CheckFinding, CheckParams } from './check-finding.js';
import { readExact } from './exact-text.js';
import { Fraction } from './fraction.js';
import { type Period, yearOf } from './period.js';
import { convert } from './units.js';

/** A finding that somebody said the reason of. */
export interface ExplainedFinding {
  code: CheckCode;
  /** Of the figure that was explained. */
  period: Period;
  params: CheckParams[CheckCode];
}

/** What was explained at one level covers figures up to twice it: a firm that joined brings about as much next month. */
const SAME_LEVEL = Fraction.of(2);

/**
 * Whether an explanation answers a finding (domain.md §8: a confirmation carries over to later revisions with the same
 * figure, an explanation holds for the year). Of the same figure it always does. In other months of the year
 * - how parts and wholes, sums, formulas and bases are counted (口径) is explained once;
 * - a slip or a jump is explained at its level: the same power of ten and no more than twice the amount a month; a
 *   further slip on top of it is asked about again;
 * - a cumulative figure that fell was explained for that month alone.
 */
export function isExplained(known: ExplainedFinding, finding: CheckFinding): boolean {
  if (known.code !== finding.code || yearOf(known.period) !== yearOf(finding.period)) return false;
  if (known.period === finding.period && sameAmount(known.params, finding.params)) return true;
  switch (finding.code) {
    case 'cumulativeDecreased':
      return false;
    case 'unitSlip': {
      const before = known.params as CheckParams['unitSlip'];
      const { power, perMonth, unit } = finding.params;
      return power === before.power && withinTwice(before.perMonth, before.unit, { amount: perMonth, unit });
    }
    case 'jump': {
      const before = known.params as CheckParams['jump'];
      const { increment, unit } = finding.params;
      return atMostTwice(before.increment, before.unit, { amount: increment, unit });
    }
    default:
      return true;
  }
}

function sameAmount(one: { value: string; unit: string }, other: { value: string; unit: string }): boolean {
  return convert(readExact(one.value), one.unit, other.unit)?.equals(readExact(other.value)) ?? false;
}

interface Amount {
  amount: string;
  unit: string;
}

function atMostTwice(explained: string, unit: string, found: Amount): boolean {
  const level = convert(readExact(explained), unit, found.unit);
  return level?.times(SAME_LEVEL).atLeast(readExact(found.amount)) ?? false;
}

function withinTwice(explained: string, unit: string, found: Amount): boolean {
  return (
    atMostTwice(explained, unit, found) && atMostTwice(found.amount, found.unit, { amount: explained, unit })
  );
}
