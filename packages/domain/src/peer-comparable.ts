import type { MeasuredTarget } from './evaluation.js';
import type { Fraction } from './fraction.js';
import type { IndicatorType } from './terms.js';
import { isPercent } from './yardstick.js';

/**
 * The number of a month that may be compared with a peer reference, like with like (domain.md §6): a growth, a ratio
 * in %, or a completion rate; null for whatever else. Without a target an amount is compared by its growth.
 */
export function peerComparableOf(
  measured: Pick<MeasuredTarget, 'state' | 'measure' | 'figure' | 'yoy' | 'fields'>,
  { type, unit }: { type: IndicatorType; unit: string },
): Fraction | null {
  const { measure, figure, yoy, fields, state } = measured;
  if (type === 'growth') return yoy ?? figure;
  if (measure === 'yoy') return yoy;
  if (type === 'ratio' && isPercent(unit)) return figure;
  return state === 'noTarget' ? yoy : fields.completionRate;
}
