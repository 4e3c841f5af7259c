import type { Fraction } from '@xushi/domain';
import { roundsToZero, SENTENCE_DECIMALS } from './number-words.js';

/** What became of a growth since the previous reported period (domain.md §12). */
export type GrowthCourse =
  /** 增速回升, 增速回落. */
  | 'quickened'
  | 'slowed'
  /** 降幅收窄, 降幅扩大. */
  | 'narrowed'
  | 'widened'
  /** 由负转正, 由正转负. */
  | 'turnedPositive'
  | 'turnedNegative'
  | 'unchanged';

/** Reads the course from this growth and its difference to the previous one, both in % and unrounded. */
export function growthCourse(growth: Fraction, difference: Fraction): GrowthCourse {
  const before = growth.minus(difference);
  if (growth.sign > 0 && before.sign < 0) return 'turnedPositive';
  if (growth.sign < 0 && before.sign > 0) return 'turnedNegative';
  if (roundsToZero(difference, SENTENCE_DECIMALS)) return 'unchanged';
  if (growth.sign < 0 && before.sign < 0) return difference.sign > 0 ? 'narrowed' : 'widened';
  return difference.sign > 0 ? 'quickened' : 'slowed';
}
